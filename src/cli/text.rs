//! `zhenggai text`: the text that spans count in.

use super::sink::Sink;
use super::{Outcome, Session, Subcommand, args, help};
use clap::{ArgMatches, Command};
use std::io::Write;
use zhenggai::i18n::{Lang, Text};
use zhenggai::output::warnings;

pub const SUBCOMMAND: Subcommand = Subcommand { name: "text", command, run };

fn command(lang: Lang) -> Command {
    help::subcommand("text", ABOUT, Text::new("[选项] <文件>", "[OPTIONS] <FILE>"), EXAMPLES, lang).args([
        args::file(lang),
        args::output(lang),
        args::encoding(lang),
    ])
}

const ABOUT: Text = Text::new(
    "输出解码后的正文（UTF-8），各处位置都按它计数",
    "print the decoded text (UTF-8) that all spans count in",
);
const EXAMPLES: Text = Text::new(
    "示例：
  zhenggai text 通报.txt --encoding gb18030 -o 通报.utf8.txt",
    "Example:
  zhenggai text notice.txt --encoding gb18030 -o notice.utf8.txt",
);

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    let options = args::ingest_options(matches, &session.config, session.lang)?;
    let document = args::input(matches).read(&options).map_err(|error| anyhow::anyhow!(error.message(session.lang)))?;
    for warning in document.warnings() {
        session.note(&warnings::message(warning, session.lang));
    }
    let mut sink = Sink::open(args::path(matches, args::OUTPUT), session.lang)?;
    sink.write_all(document.text().as_bytes())?;
    sink.finish(Outcome::Clean)
}

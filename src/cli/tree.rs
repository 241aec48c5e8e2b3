//! `zhenggai tree`: a notice for the eye.

use super::corrections::{self, InForce};
use super::sink::Sink;
use super::{Outcome, Session, Subcommand, args, help};
use clap::{ArgMatches, Command};
use std::io::Write;
use zhenggai::i18n::{Lang, Text};
use zhenggai::output::tree::{self, Layout};

pub const SUBCOMMAND: Subcommand = Subcommand { name: "tree", command, run };

fn command(lang: Lang) -> Command {
    help::subcommand("tree", ABOUT, Text::new("[选项] <文件>", "[OPTIONS] <FILE>"), EXAMPLES, lang)
        .args([args::file(lang), args::width(lang), args::dicts(lang), args::encoding(lang)])
        .args(corrections::options(lang))
}

const ABOUT: Text =
    Text::new("在终端画出“问题 → 措施 → 指标”树", "draw the tree problem → measure → metrics in the terminal");
const EXAMPLES: Text = Text::new(
    "示例：
  zhenggai tree 通报.txt
  zhenggai tree 通报.txt --color always | less -R",
    "Examples:
  zhenggai tree notice.txt
  zhenggai tree notice.txt --color always | less -R",
);

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    let options = args::ingest_options(matches, &session.config, session.lang)?;
    let input = args::input(matches);
    let document = input.read(&options).map_err(|error| anyhow::anyhow!(error.message(session.lang)))?;
    let lexicon = session.lexicon(matches)?;
    let mut notice = zhenggai::parse(&document, &lexicon);
    let in_force = InForce::load(matches, &[], &[&input], session)?;
    let fates = in_force.corrections.apply(&document, &mut notice, &lexicon);
    in_force.tell(&in_force.corrections.told(&fates), session);
    let width = args::columns(matches).or_else(|| session.width()).unwrap_or(WIDTH);
    let layout = Layout { width, color: session.color(), lang: session.lang };
    let mut sink = Sink::open(None, session.lang)?;
    sink.write_all(tree::tree(&document, &notice, &layout).as_bytes())?;
    sink.finish(Outcome::Clean)
}

/// Columns of a line where there is no terminal.
const WIDTH: usize = 100;

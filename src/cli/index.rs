//! `zhenggai index`: a reference set for `zhenggai dups --against`, in a file.

use super::{Outcome, Session, Subcommand, args, corrections, each, help};
use clap::{ArgMatches, Command};
use std::io;
use std::path::Path;
use zhenggai::i18n::{Lang, Text};
use zhenggai::similar;
use zhenggai::similar::index::Builder;

pub const SUBCOMMAND: Subcommand = Subcommand { name: "index", command, run };

const APPEND: &str = "append";

fn command(lang: Lang) -> Command {
    help::subcommand(
        "index",
        ABOUT,
        Text::new("[选项] <路径>… -o <文件>", "[OPTIONS] <PATH>… -o <FILE>"),
        EXAMPLES,
        lang,
    )
    .arg(args::paths(lang))
    .args([args::output(lang).required(true), args::switch(APPEND, APPEND_HELP, lang)])
    .args([args::dicts(lang), args::encoding(lang), args::jobs(lang)])
    .args(corrections::options(lang))
}

const ABOUT: Text = Text::new(
    "把一批通报建成索引，供 dups --against 查新通报",
    "index notices, for `dups --against` to check new ones against",
);
const APPEND_HELP: Text = Text::new(
    "加入已有的索引；索引中已有同一路径的通报不再加",
    "add to an index that is there; a notice whose path it holds already is left out",
);
const EXAMPLES: Text = Text::new(
    "示例：
  zhenggai index 往年/ -o 往年.zgi
  zhenggai index 2025/ -o 往年.zgi --append
  zhenggai dups 新通报.txt --against 往年.zgi",
    "Examples:
  zhenggai index old/ -o old.zgi
  zhenggai index 2025/ -o old.zgi --append
  zhenggai dups new.txt --against old.zgi",
);

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    const BUILT: Text = Text::new(
        "{0}：共 {1} 份通报、{2} 句（本次加入 {3} 份，已有而未加 {4} 份）",
        "{0}: {1} notices, {2} sentences (added {3}, there already {4})",
    );
    let lang = session.lang;
    let told = |error: similar::index::IndexError| anyhow::anyhow!(error.message(lang));
    let path = args::path(matches, args::OUTPUT).unwrap_or(Path::new(""));
    let begin = if matches.get_flag(APPEND) { Builder::append } else { Builder::create };
    let mut builder = begin(path).map_err(told)?;
    let (mut added, mut known) = (0, 0);
    let render = |read: &each::Read<'_>| similar::read(read.document, read.notice, read.lexicon);
    let outcome = each::notice(matches, session, render, |reading| {
        let new = builder.add(&reading).map_err(|error| io::Error::other(error.message(lang)))?;
        *(if new { &mut added } else { &mut known }) += 1;
        Ok(())
    })?;
    if outcome != Outcome::NothingDone {
        let (notices, sentences) = builder.finish().map_err(told)?;
        session.note(&BUILT.fill(lang, &[&path.display(), &notices, &sentences, &added, &known]));
    }
    Ok(outcome)
}

//! `zhenggai parse`: notices as JSON.

use super::sink::Sink;
use super::{Outcome, Session, Subcommand, args, corrections, each, help};
use clap::{ArgMatches, Command};
use std::io::Write;
use zhenggai::i18n::{Lang, Text};
use zhenggai::output::wire;

pub const SUBCOMMAND: Subcommand = Subcommand { name: "parse", command, run };

const PRETTY: &str = "pretty";
const REJECTED: &str = "rejected";
const SCORES: &str = "explain-scores";

fn command(lang: Lang) -> Command {
    help::subcommand("parse", ABOUT, Text::new("[选项] <路径>…", "[OPTIONS] <PATH>…"), EXAMPLES, lang)
        .arg(args::paths(lang))
        .arg(args::switch(PRETTY, Text::new("缩进排版", "indent the JSON"), lang))
        .arg(args::switch(
            REJECTED,
            Text::new("列出不算指标的数字及原因", "list the numbers that are no metrics, and why"),
            lang,
        ))
        .arg(args::switch(
            SCORES,
            Text::new(
                "说明每句评级的依据（可核查的事实、空话、动词），并给出具体度指标",
                "say why each sentence got its label (facts, empty words, verbs), with the concreteness index",
            ),
            lang,
        ))
        .args([args::output(lang), args::dicts(lang), args::encoding(lang), args::jobs(lang)])
        .args(corrections::options(lang))
}

const ABOUT: Text = Text::new(
    "完整解析，输出 JSON：一个文件一个对象，多个文件每份一行（JSON Lines）",
    "read notices into JSON: one object for one file, one line each for several (JSON Lines)",
);
const EXAMPLES: Text = Text::new(
    "示例：
  zhenggai parse 通报.txt --pretty
  zhenggai parse 2023/ 2024/ -o 全部.jsonl --jobs 4
  cat 通报.txt | zhenggai parse - --rejected
字段说明：zhenggai schema notice",
    "Examples:
  zhenggai parse notice.txt --pretty
  zhenggai parse 2023/ 2024/ -o all.jsonl --jobs 4
  cat notice.txt | zhenggai parse - --rejected
The fields: zhenggai schema notice",
);

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    let options = wire::Options {
        rejected: matches.get_flag(REJECTED),
        scores: matches.get_flag(SCORES),
        lang: session.machine_lang,
    };
    let pretty = matches.get_flag(PRETTY);
    let mut sink = Sink::open(args::path(matches, args::OUTPUT), session.lang)?;
    let render = |read: &each::Read<'_>| -> serde_json::Result<Vec<u8>> {
        let notice = wire::notice(read.document, read.notice, read.lexicon, &options);
        let mut json = if pretty { serde_json::to_vec_pretty(&notice) } else { serde_json::to_vec(&notice) }?;
        json.push(b'\n');
        Ok(json)
    };
    let outcome = each::notice(matches, session, render, |json| sink.write_all(&json?))?;
    sink.finish(outcome)
}

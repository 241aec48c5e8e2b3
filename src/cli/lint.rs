//! `zhenggai lint`: what in a notice should be checked.

use super::sink::Sink;
use super::{Outcome, Session, Subcommand, args, each, help};
use clap::{ArgMatches, Command};
use std::io::Write;
use zhenggai::i18n::{Lang, Text};
use zhenggai::lint::{self, Parsed, Registry, Settings};
use zhenggai::output::wire;

pub const SUBCOMMAND: Subcommand = Subcommand { name: "lint", command, run };

const FORMAT: &str = "format";

fn command(lang: Lang) -> Command {
    help::subcommand("lint", ABOUT, Text::new("[选项] <路径>…", "[OPTIONS] <PATH>…"), EXAMPLES, lang)
        .arg(args::paths(lang))
        .arg(
            args::option(FORMAT, Text::new("格式", "FORMAT"), Text::new("json、jsonl", "json, jsonl"), lang)
                .value_parser(["json", "jsonl"])
                .default_value("jsonl")
                .hide_default_value(true),
        )
        .args([args::output(lang), args::dicts(lang), args::encoding(lang), args::jobs(lang)])
}

const ABOUT: Text = Text::new(
    "找出空泛、对不上、缺失之处，供人核对",
    "report what is vague, does not add up, or is missing, for a reader to check",
);
const EXAMPLES: Text = Text::new(
    "示例：
  zhenggai lint 通报.txt --format json
各条规则的说明：zhenggai rule --all",
    "Example:
  zhenggai lint notice.txt --format json
What each rule is about: zhenggai rule --all",
);

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    let rules = Registry::new(&session.lexicon(matches)?);
    let settings = Settings::default();
    let mut sink = Sink::open(args::path(matches, args::OUTPUT), session.lang)?;
    let render = |read: &each::Read<'_>| -> Vec<wire::Finding> {
        let parsed = Parsed { document: read.document, notice: read.notice, lexicon: read.lexicon };
        let writer = wire::FindingWriter::new(read.document, read.notice, session.machine_lang);
        lint::lint(&[parsed], &rules, &settings).iter().map(|finding| writer.finding(finding)).collect()
    };
    let whole = args::text(matches, FORMAT) == Some("json");
    let mut all = wire::Findings { findings: Vec::new(), summary: wire::Summary::default() };
    let outcome = each::notice(matches, session, render, |findings| {
        all.summary.notices += 1;
        for finding in findings {
            all.summary.add(&finding);
            if whole {
                all.findings.push(finding);
            } else {
                serde_json::to_writer(&mut sink, &finding)?;
                sink.write_all(b"\n")?;
            }
        }
        Ok(())
    })?;
    if whole {
        serde_json::to_writer(&mut sink, &all)?;
        sink.write_all(b"\n")?;
    }
    sink.finish(outcome)
}

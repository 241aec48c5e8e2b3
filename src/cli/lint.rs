//! `zhenggai lint`: what in a notice should be checked.

use super::sink::Sink;
use super::{Outcome, Session, Subcommand, args, beside, corrections, each, help, known, settings};
use clap::{ArgMatches, Command};
use std::io::Write;
use zhenggai::Class;
use zhenggai::config::LintConfig;
use zhenggai::i18n::{Lang, Text};
use zhenggai::lint::{self, Parsed, Registry};
use zhenggai::model::Severity;
use zhenggai::output::lint::{FORMATS, Format, Run, Shown, summary};
use zhenggai::output::wire;

pub const SUBCOMMAND: Subcommand = Subcommand { name: "lint", command, run };

const FORMAT: &str = "format";
const FAIL_ON: &str = "fail-on";
const EXIT_ZERO: &str = "exit-zero";
const STATISTICS: &str = "statistics";

/// Columns where standard output is no terminal.
const WIDTH: usize = 120;

fn command(lang: Lang) -> Command {
    let names: Vec<&str> = FORMATS.iter().map(|format| format.name).collect();
    help::subcommand("lint", ABOUT, Text::new("[选项] <路径>…", "[OPTIONS] <PATH>…"), EXAMPLES, lang)
        .arg(args::paths(lang))
        .arg(args::option(FORMAT, Text::new("格式", "FORMAT"), FORMAT_HELP, lang).value_parser(names))
        .args(settings::options(lang))
        .args(known::options(lang))
        .args([
            settings::severity(FAIL_ON, FAIL_ON_HELP, lang),
            args::switch(EXIT_ZERO, EXIT_ZERO_HELP, lang),
            args::switch(STATISTICS, STATISTICS_HELP, lang).conflicts_with(FORMAT),
        ])
        .args([args::output(lang), args::dicts(lang), args::encoding(lang), args::jobs(lang)])
        .args(corrections::options(lang))
}

const ABOUT: Text = Text::new(
    "找出空泛、对不上、缺失之处，供人核对",
    "report what is vague, does not add up, or is missing, for a reader to check",
);
const FORMAT_HELP: Text = Text::new(
    "full（默认，原文加标记）、concise（一行一处）、json、jsonl、sarif、csv、github",
    "full (default: the words underlined), concise (a line each), json, jsonl, sarif, csv, github",
);
const FAIL_ON_HELP: Text = Text::new(
    "有这个级别以上的提示时退出码为 1（默认 warning）",
    "exit with 1 when there is a finding of this severity or above (default: warning)",
);
const EXIT_ZERO_HELP: Text = Text::new("有提示也以 0 退出", "exit with 0 whatever was found");
const STATISTICS_HELP: Text = Text::new("只打印按规则、按通报的汇总", "print only the counts by rule and by notice");
const EXAMPLES: Text = Text::new(
    "示例：
  zhenggai lint 通报.txt
  zhenggai lint 通报/ --select N,S --format concise
  zhenggai lint 通报/ --format sarif -o 提示.sarif --exit-zero
  zhenggai lint 通报/ --write-baseline 已知.json；以后只看新的：--baseline 已知.json
各条规则的说明：zhenggai rule --all
退出码：0 没有要报的；1 有 --fail-on 以上的提示；2 参数有误或有文件失败",
    "Examples:
  zhenggai lint notice.txt
  zhenggai lint notices/ --select N,S --format concise
  zhenggai lint notices/ --format sarif -o findings.sarif --exit-zero
  zhenggai lint notices/ --write-baseline known.json; later only what is new: --baseline known.json
What each rule is about: zhenggai rule --all
Exit code: 0 clean; 1 findings at or above --fail-on; 2 wrong arguments, or a file failed",
);

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    let rules = Registry::new(&session.lexicon(matches)?);
    let file = settings::of_lint(session, &rules)?;
    let settings = settings::lint(matches, session, &rules, &file)?;
    let mut known = known::Known::load(matches, session, &file)?;
    let format = format(matches, &file)?;
    let statistics = matches.get_flag(STATISTICS);
    let to_file = args::path(matches, args::OUTPUT).is_some();
    let run = Run {
        rules: &rules,
        lang: session.lang,
        width: session.width().unwrap_or(WIDTH),
        color: session.color() && !to_file,
        summary: !session.quiet(),
    };
    let mut sink = Sink::open(args::path(matches, args::OUTPUT), session.lang)?;
    let render = |read: &each::Read<'_>| -> Vec<(wire::Finding, Vec<u8>)> {
        let parsed = Parsed { document: read.document, notice: read.notice, lexicon: read.lexicon };
        let writer = wire::FindingWriter::new(read.document, read.notice, session.machine_lang);
        let findings = lint::lint(&[parsed], &rules, &settings);
        let drawn = |finding| {
            let wire = writer.finding(finding);
            let shown = Shown { text: read.document.text(), finding, wire: &wire };
            let bytes = if statistics { Vec::new() } else { (format.finding)(&shown, &run) };
            (wire, bytes)
        };
        findings.iter().map(drawn).collect()
    };
    let mut counts = wire::Summary::default();
    let mut first = true;
    if !statistics {
        sink.write_all(&(format.opening)(&run))?;
    }
    let outcome = each::notice(matches, session, render, |findings| {
        counts.notices += 1;
        for (finding, bytes) in findings.into_iter().filter(|(finding, _)| known.is_new(finding)) {
            counts.add(&finding);
            if !std::mem::take(&mut first) {
                sink.write_all(format.between.as_bytes())?;
            }
            sink.write_all(&bytes)?;
        }
        Ok(())
    })?;
    let closing = if statistics { summary(&run, &counts).into_bytes() } else { (format.closing)(&run, &counts) };
    sink.write_all(&closing)?;
    let outcome = sink.finish(outcome)?;
    let whole = outcome == Outcome::Clean && beside::is_whole(&beside::paths(matches));
    if whole {
        settings::tell_stale(session, &rules, &settings);
    }
    let ran = |code: &str| rules.get(code).is_none_or(|rule| settings.runs(rule.card()));
    let passes = known.finish(session, outcome, |row| whole && ran(&row.rule))? || matches.get_flag(EXIT_ZERO);
    match outcome {
        Outcome::Clean if !passes && fails(matches, &file, &counts) => Ok(Outcome::Found),
        outcome => Ok(outcome),
    }
}

fn format(matches: &ArgMatches, file: &LintConfig) -> anyhow::Result<&'static Format> {
    let name = args::text(matches, FORMAT).or(file.format.as_deref()).unwrap_or(FORMATS[0].name);
    FORMATS.iter().find(|format| format.name == name).ok_or_else(|| anyhow::anyhow!("--format"))
}

/// Whether the user wants to fail on what was found.
fn fails(matches: &ArgMatches, file: &LintConfig, counts: &wire::Summary) -> bool {
    let least = args::text(matches, FAIL_ON).and_then(Severity::named).or(file.fail_on).unwrap_or(Severity::Warning);
    counts.by_severity.keys().any(|word| Severity::named(word) >= Some(least))
}

//! `zhenggai lint`: what in a notice should be checked.

use super::sink::Sink;
use super::{Outcome, Session, Subcommand, args, each, help};
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::io::Write;
use zhenggai::Class;
use zhenggai::i18n::{Lang, Text};
use zhenggai::lint::{self, Parsed, Registry, Selection, Settings};
use zhenggai::model::Severity;
use zhenggai::output::lint::{FORMATS, Format, Run, Shown, summary};
use zhenggai::output::wire;

pub const SUBCOMMAND: Subcommand = Subcommand { name: "lint", command, run };

const FORMAT: &str = "format";
const SELECT: &str = "select";
const EXTEND: &str = "extend-select";
const IGNORE: &str = "ignore";
const LEAST: &str = "min-severity";
const FAIL_ON: &str = "fail-on";
const EXIT_ZERO: &str = "exit-zero";
const STATISTICS: &str = "statistics";

/// Columns where standard output is no terminal.
const WIDTH: usize = 120;

fn command(lang: Lang) -> Command {
    let names: Vec<&str> = FORMATS.iter().map(|format| format.name).collect();
    let format = args::option(FORMAT, Text::new("格式", "FORMAT"), FORMAT_HELP, lang)
        .value_parser(names)
        .default_value("full")
        .hide_default_value(true);
    let fail_on = severity(FAIL_ON, FAIL_ON_HELP, lang).default_value("warning").hide_default_value(true);
    help::subcommand("lint", ABOUT, Text::new("[选项] <路径>…", "[OPTIONS] <PATH>…"), EXAMPLES, lang)
        .arg(args::paths(lang))
        .args([
            format,
            rules(SELECT, SELECT_HELP, lang),
            rules(EXTEND, EXTEND_HELP, lang),
            rules(IGNORE, IGNORE_HELP, lang),
            severity(LEAST, LEAST_HELP, lang),
            fail_on,
            args::switch(EXIT_ZERO, EXIT_ZERO_HELP, lang),
            args::switch(STATISTICS, STATISTICS_HELP, lang).conflicts_with(FORMAT),
        ])
        .args([args::output(lang), args::dicts(lang), args::encoding(lang), args::jobs(lang)])
}

/// An option that takes rules, separated by commas or given several times.
fn rules(name: &'static str, help: Text, lang: Lang) -> Arg {
    args::option(name, Text::new("规则", "RULES"), help, lang).value_delimiter(',').action(ArgAction::Append)
}

fn severity(name: &'static str, help: Text, lang: Lang) -> Arg {
    args::option(name, Text::new("级别", "SEVERITY"), help, lang).value_parser(["info", "warning", "error"])
}

const ABOUT: Text = Text::new(
    "找出空泛、对不上、缺失之处，供人核对",
    "report what is vague, does not add up, or is missing, for a reader to check",
);
const FORMAT_HELP: Text = Text::new(
    "full（默认，原文加标记）、concise（一行一处）、json、jsonl、sarif、csv、github",
    "full (default: the words underlined), concise (a line each), json, jsonl, sarif, csv, github",
);
const SELECT_HELP: Text = Text::new(
    "只查这些规则：代码、名称或代码开头，逗号分隔（N,V001）",
    "run these rules only: codes, names or beginnings of codes, with commas (N,V001)",
);
const EXTEND_HELP: Text = Text::new("在 --select 之外再查这些规则", "run these rules besides those of --select");
const IGNORE_HELP: Text =
    Text::new("不查这些规则；写得更具体的为准", "leave these rules out; the more specific word decides");
const LEAST_HELP: Text =
    Text::new("只报这个级别以上：info、warning、error", "report from this severity on: info, warning, error");
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
各条规则的说明：zhenggai rule --all
退出码：0 没有要报的；1 有 --fail-on 以上的提示；2 参数有误或有文件失败",
    "Examples:
  zhenggai lint notice.txt
  zhenggai lint notices/ --select N,S --format concise
  zhenggai lint notices/ --format sarif -o findings.sarif --exit-zero
What each rule is about: zhenggai rule --all
Exit code: 0 clean; 1 findings at or above --fail-on; 2 wrong arguments, or a file failed",
);

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    let rules = Registry::new(&session.lexicon(matches)?);
    let settings = settings(matches, &rules, session.lang)?;
    let format = format(matches)?;
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
        for (finding, bytes) in findings {
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
    match sink.finish(outcome)? {
        Outcome::Clean if fails(matches, &counts) => Ok(Outcome::Found),
        outcome => Ok(outcome),
    }
}

fn format(matches: &ArgMatches) -> anyhow::Result<&'static Format> {
    let named = args::text(matches, FORMAT).and_then(|name| FORMATS.iter().find(|format| format.name == name));
    named.ok_or_else(|| anyhow::anyhow!("--format"))
}

fn settings(matches: &ArgMatches, rules: &Registry, lang: Lang) -> anyhow::Result<Settings> {
    let words = |name: &str| matches.get_many::<String>(name).into_iter().flatten().cloned().collect();
    let selection = Selection { select: words(SELECT), extend: words(EXTEND), ignore: words(IGNORE) };
    let off = selection.off(rules).map_err(|fault| anyhow::anyhow!(fault.message(lang)))?;
    let least = args::text(matches, LEAST).and_then(Severity::named);
    Ok(Settings { off, least, ..Settings::default() })
}

/// Whether the user wants to fail on what was found.
fn fails(matches: &ArgMatches, counts: &wire::Summary) -> bool {
    let least = args::text(matches, FAIL_ON).and_then(Severity::named);
    let reached = |word: &str| Severity::named(word) >= least;
    !matches.get_flag(EXIT_ZERO) && counts.by_severity.keys().any(|word| reached(word))
}

//! `zhenggai metrics`: the flat table of the metrics of many notices.

use super::sink::Sink;
use super::{Outcome, Session, Subcommand, args, corrections, each, help};
use clap::{Arg, ArgMatches, Command};
use std::io::{self, Write};
use std::path::Path;
use zhenggai::i18n::{Lang, Text};
use zhenggai::output::dataset::metrics::{self, METRICS};
use zhenggai::output::rows::{self, Row};
use zhenggai::output::{csv, table};

pub const SUBCOMMAND: Subcommand = Subcommand { name: "metrics", command, run };

const FORMAT: &str = "format";
const NO_BOM: &str = "no-bom";

fn command(lang: Lang) -> Command {
    let format = Arg::new(FORMAT)
        .long(FORMAT)
        .short('f')
        .value_name(Text::new("格式", "FORMAT").get(lang))
        .value_parser(["table", "csv", "json", "jsonl"])
        .hide_possible_values(true)
        .help(FORMAT_HELP.get(lang));
    help::subcommand("metrics", ABOUT, Text::new("[选项] <路径>…", "[OPTIONS] <PATH>…"), EXAMPLES, lang)
        .arg(args::paths(lang))
        .arg(format)
        .args([args::output(lang), args::switch(NO_BOM, NO_BOM_HELP, lang), args::width(lang)])
        .args([args::dicts(lang), args::encoding(lang), args::jobs(lang)])
        .args(corrections::options(lang))
}

const ABOUT: Text = Text::new(
    "把多份通报的指标汇成一张平表，供 Excel、WPS 和程序使用",
    "one flat table of the metrics of many notices, for spreadsheets and programs",
);
const FORMAT_HELP: Text = Text::new(
    "table（终端表格）、csv、json、jsonl；不写则看 -o 的扩展名，再不然是 table",
    "table, csv, json, jsonl; by default what the extension of -o says, else table",
);
const NO_BOM_HELP: Text = Text::new(
    "CSV 不写字节序标记（Excel、WPS 靠它认出 UTF-8）",
    "leave out the byte-order mark by which spreadsheets know UTF-8",
);
const EXAMPLES: Text = Text::new(
    "示例：
  zhenggai metrics 通报.txt
  zhenggai metrics 2023/ 2024/ -o 指标.csv
  zhenggai metrics 通报/ --format jsonl | jq 'select(.unit == \"%\")'
CSV 中以 = + - @ 等开头的文字前加一个撇号，不会被当成公式；数字列不加",
    "Examples:
  zhenggai metrics notice.txt
  zhenggai metrics 2023/ 2024/ -o metrics.csv
  zhenggai metrics notices/ --format jsonl | jq 'select(.unit == \"%\")'
In CSV, words that begin with = + - @ get an apostrophe before them and start no formula; columns of numbers do not",
);

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    let output = args::path(matches, args::OUTPUT);
    let mut sink = Sink::open(output, session.lang)?;
    let outcome = match args::text(matches, FORMAT).or_else(|| by_extension(output)) {
        Some("csv") => as_csv(matches, session, &mut sink),
        Some("json") => as_json(matches, session, &mut sink),
        Some("jsonl") => as_json_lines(matches, session, &mut sink),
        _ => as_table(matches, session, &mut sink, output.is_none()),
    }?;
    sink.finish(outcome)
}

fn by_extension(output: Option<&Path>) -> Option<&'static str> {
    let extension = output?.extension()?.to_str()?.to_ascii_lowercase();
    ["csv", "json", "jsonl"].into_iter().find(|format| *format == extension)
}

fn rows(read: &each::Read<'_>) -> Vec<Row> {
    rows::rows(read.document, read.notice)
}

fn as_csv(matches: &ArgMatches, session: &Session, sink: &mut Sink) -> anyhow::Result<Outcome> {
    if !matches.get_flag(NO_BOM) {
        sink.write_all(csv::BYTE_ORDER_MARK)?;
    }
    sink.write_all(&csv::header(&METRICS)?)?;
    let render = |read: &each::Read<'_>| csv::body(&rows(read).iter().map(metrics::record).collect::<Vec<_>>());
    each::notice(matches, session, render, |records| sink.write_all(&records?))
}

fn as_json_lines(matches: &ArgMatches, session: &Session, sink: &mut Sink) -> anyhow::Result<Outcome> {
    let render = |read: &each::Read<'_>| -> serde_json::Result<Vec<u8>> {
        let mut lines = Vec::new();
        for row in rows(read) {
            serde_json::to_writer(&mut lines, &row)?;
            lines.push(b'\n');
        }
        Ok(lines)
    };
    each::notice(matches, session, render, |lines| sink.write_all(&lines?))
}

/// An array that is written as it grows, a row a line.
fn as_json(matches: &ArgMatches, session: &Session, sink: &mut Sink) -> anyhow::Result<Outcome> {
    let render = |read: &each::Read<'_>| rows(read).iter().map(serde_json::to_vec).collect::<Result<Vec<_>, _>>();
    let mut before: &[u8] = b"[\n";
    let outcome = each::notice(matches, session, render, |rows| {
        for row in rows? {
            sink.write_all(before)?;
            sink.write_all(&row)?;
            before = b",\n";
        }
        io::Result::Ok(())
    })?;
    sink.write_all(if before == b"[\n" { b"[]\n" } else { b"\n]\n" })?;
    Ok(outcome)
}

const NONE: Text = Text::new("没有找到指标", "no metrics found");

/// The whole table at once, or a note where there is none: its columns are as wide as their widest cells.
fn as_table(matches: &ArgMatches, session: &Session, sink: &mut Sink, screen: bool) -> anyhow::Result<Outcome> {
    let mut all = Vec::new();
    let outcome = each::notice(matches, session, rows, |rows| {
        all.extend(rows);
        io::Result::Ok(())
    })?;
    if all.is_empty() {
        session.note(NONE.get(session.lang));
        return Ok(outcome);
    }
    let width = args::columns(matches).or_else(|| session.width().filter(|_| screen));
    writeln!(sink, "{}", table::table(&all, width, session.lang))?;
    Ok(outcome)
}

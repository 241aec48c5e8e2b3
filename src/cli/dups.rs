//! `zhenggai dups`: measures that are said twice.

use super::sink::Sink;
use super::{Outcome, Session, Subcommand, args, corrections, each, help};
use anyhow::bail;
use clap::{Arg, ArgMatches, Command, value_parser};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use zhenggai::batch;
use zhenggai::i18n::{Lang, Text};
use zhenggai::output::dataset::duplicates::{self, DUPLICATES};
use zhenggai::output::wire::Duplicates;
use zhenggai::output::{copies, csv};
use zhenggai::similar::index::{Index, IndexError, LEAST};
use zhenggai::similar::{self, Corpus, THRESHOLDS};

pub const SUBCOMMAND: Subcommand = Subcommand { name: "dups", command, run };

const FORMAT: &str = "format";
const THRESHOLD: &str = "threshold";
const MIN_CHARS: &str = "min-chars";
const BOILERPLATE: &str = "boilerplate";
const AGAINST: &str = "against";
const NO_BOM: &str = "no-bom";

/// Columns of a line where there is no terminal to ask.
const COLUMNS: usize = 100;

fn command(lang: Lang) -> Command {
    let format = args::option(FORMAT, Text::new("格式", "FORMAT"), FORMAT_HELP, lang)
        .short('f')
        .value_parser(["table", "json", "jsonl", "csv"]);
    help::subcommand("dups", ABOUT, Text::new("[选项] <路径>…", "[OPTIONS] <PATH>…"), EXAMPLES, lang)
        .arg(args::paths(lang))
        .args([format, threshold(lang), min_chars(lang), args::switch(BOILERPLATE, BOILERPLATE_HELP, lang)])
        .arg(args::option(AGAINST, Text::new("索引", "INDEX"), AGAINST_HELP, lang).value_parser(value_parser!(PathBuf)))
        .args([args::output(lang), args::switch(NO_BOM, NO_BOM_HELP, lang), args::width(lang)])
        .args([args::dicts(lang), args::encoding(lang), args::jobs(lang)])
        .args(corrections::options(lang))
}

fn threshold(lang: Lang) -> Arg {
    args::option(THRESHOLD, Text::new("相似度", "SHARE"), THRESHOLD_HELP, lang)
}

fn min_chars(lang: Lang) -> Arg {
    args::option(MIN_CHARS, Text::new("字数", "N"), MIN_CHARS_HELP, lang)
        .value_parser(value_parser!(u16).range(4..=200))
}

const ABOUT: Text = Text::new(
    "找出一份通报内、单位之间、年度之间重复的措施",
    "find measures said twice: in a notice, across units, across years",
);
const FORMAT_HELP: Text = Text::new(
    "table（终端）、json、jsonl（每行一对）、csv；不写则看 -o 的扩展名，再不然是 table",
    "table, json, jsonl (a pair a line), csv; by default what the extension of -o says, else table",
);
const THRESHOLD_HELP: Text = Text::new(
    "相似度达到多少算重复（0.5 到 1，默认 0.7）：2·最长公共子序列 ÷ 两段字数之和，数字、日期、单位名称视为相同",
    "likeness from which on two passages are copies (0.5 to 1, 0.7 by default): 2·LCS over the length of both, figures, dates and units' names taken as equal",
);
const MIN_CHARS_HELP: Text =
    Text::new("少于多少字的片段不比（默认 10）", "shortest passage that is compared, in characters (10 by default)");
const BOILERPLATE_HELP: Text = Text::new("连同套话一起列出，并作标记", "list set phrases too, marked");
const AGAINST_HELP: Text = Text::new(
    "只与索引（zhenggai index 所建）中的通报比，彼此不比",
    "compare with the notices of an index (made by `zhenggai index`) only, not with each other",
);
const NO_BOM_HELP: Text = Text::new(
    "CSV 不写字节序标记（Excel、WPS 靠它认出 UTF-8）",
    "leave out the byte-order mark by which spreadsheets know UTF-8",
);
const EXAMPLES: Text = Text::new(
    "示例：
  zhenggai dups 通报/
  zhenggai dups 2023/ 2024/ --format csv -o 重复.csv
  zhenggai dups 新通报.txt --against 往年.zgi
  zhenggai dups 通报/ --format json | jq '.matrix | sort_by(-.share) | .[:10]'
这是查抄写的：0.7 以下的改写找不到；谁抄谁，程序不下结论",
    "Examples:
  zhenggai dups notices/
  zhenggai dups 2023/ 2024/ --format csv -o copies.csv
  zhenggai dups new.txt --against old.zgi
  zhenggai dups notices/ --format json | jq '.matrix | sort_by(-.share) | .[:10]'
It finds copies: what was reworded below 0.7 is not found, and who copied whom it does not say",
);

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    let options = options(matches, session.lang)?;
    let lexicon = session.lexicon(matches)?;
    let told = |error: IndexError| anyhow::anyhow!(error.message(session.lang));
    let index = args::path(matches, AGAINST).map(Index::open).transpose().map_err(told)?;
    let output = args::path(matches, args::OUTPUT);
    let mut sink = Sink::open(output, session.lang)?;
    let mut corpus = Corpus::default();
    let render = |read: &each::Read<'_>| similar::read(read.document, read.notice, read.lexicon);
    let outcome = each::notice(matches, session, render, |reading| {
        corpus.add(&reading);
        Ok(())
    })?;
    if let Some(index) = &index {
        index.load_like(&mut corpus).map_err(told)?;
    }
    let found =
        batch::with_threads(args::threads(matches), || Duplicates::of(&similar::find(&corpus, &lexicon, &options)))?;
    match args::text(matches, FORMAT).or_else(|| by_extension(output)) {
        Some("json") => {
            serde_json::to_writer(&mut sink, &found).map_err(io::Error::from)?;
            writeln!(sink)?;
        }
        Some("jsonl") => as_json_lines(&found, &mut sink)?,
        Some("csv") => as_csv(&found, !matches.get_flag(NO_BOM), &mut sink)?,
        _ => {
            let width = args::columns(matches).or_else(|| session.width().filter(|_| output.is_none()));
            write!(sink, "{}", copies::copies(&found, width.unwrap_or(COLUMNS), session.lang))?;
        }
    }
    sink.finish(outcome)
}

fn by_extension(output: Option<&Path>) -> Option<&'static str> {
    let extension = output?.extension()?.to_str()?.to_ascii_lowercase();
    ["csv", "json", "jsonl"].into_iter().find(|format| *format == extension)
}

fn options(matches: &ArgMatches, lang: Lang) -> anyhow::Result<similar::Options> {
    const WRONG: Text = Text::new(
        "--threshold 不接受“{0}”；请给 0.5 到 1 之间的数，如 0.8",
        "--threshold does not take `{0}`; give a number from 0.5 to 1, such as 0.8",
    );
    const TOO_SHORT: Text = Text::new(
        "--min-chars 与 --against 同用时不能小于 {0}：索引不收更短的片段",
        "--min-chars with --against takes {0} or more: an index holds no shorter passages",
    );
    let mut options = similar::Options { boilerplate: matches.get_flag(BOILERPLATE), ..similar::Options::default() };
    if let Some(words) = args::text(matches, THRESHOLD) {
        let thousandths = words.parse::<f64>().map(|share| (share * 1000.0).round()).unwrap_or(-1.0);
        let known = THRESHOLDS.clone().find(|known| f64::from(*known) == thousandths);
        let Some(threshold) = known else { bail!(WRONG.fill(lang, &[&words])) };
        options.threshold = threshold;
    }
    if let Some(least) = matches.get_one::<u16>(MIN_CHARS) {
        options.min_chars = usize::from(*least);
    }
    if matches.contains_id(AGAINST) && options.min_chars < LEAST {
        bail!(TOO_SHORT.fill(lang, &[&LEAST]));
    }
    Ok(options)
}

fn as_json_lines(found: &Duplicates, sink: &mut Sink) -> io::Result<()> {
    for pair in &found.duplicates {
        serde_json::to_writer(&mut *sink, pair)?;
        sink.write_all(b"\n")?;
    }
    Ok(())
}

fn as_csv(found: &Duplicates, mark: bool, sink: &mut Sink) -> anyhow::Result<()> {
    if mark {
        sink.write_all(csv::BYTE_ORDER_MARK)?;
    }
    sink.write_all(&csv::header(&DUPLICATES)?)?;
    sink.write_all(&csv::body(&found.duplicates.iter().map(duplicates::record).collect::<Vec<_>>())?)?;
    Ok(())
}

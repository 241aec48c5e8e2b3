//! `zhenggai compare`: two notices of one body, or every body of a folder, year over year.

use super::sink::Sink;
use super::{Outcome, Session, Subcommand, args, corrections, each, help};
use anyhow::bail;
use clap::{ArgMatches, Command};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use zhenggai::compare::{Edition, Facts, group};
use zhenggai::i18n::{Lang, Text};
use zhenggai::output::dataset::comparison::{COMPARISON, records};
use zhenggai::output::wire::Comparison;
use zhenggai::output::{book, csv, years, years_page};
use zhenggai::{Document, Lexicon, Notice};

pub const SUBCOMMAND: Subcommand = Subcommand { name: "compare", command, run };

const FORMAT: &str = "format";
const NO_BOM: &str = "no-bom";

/// Columns of a line where there is no terminal to ask.
const COLUMNS: usize = 100;

fn command(lang: Lang) -> Command {
    let format = args::option(FORMAT, Text::new("格式", "FORMAT"), FORMAT_HELP, lang)
        .short('f')
        .value_parser(["table", "json", "csv", "xlsx", "html"]);
    let usage = Text::new("[选项] <前一年> <后一年>｜<文件夹>", "[OPTIONS] <OLD> <NEW> | <DIR>");
    help::subcommand("compare", ABOUT, usage, EXAMPLES, lang)
        .arg(args::paths(lang))
        .args([format, args::output(lang), args::switch(NO_BOM, NO_BOM_HELP, lang), args::width(lang)])
        .args([args::dicts(lang), args::encoding(lang), args::jobs(lang)])
        .args(corrections::options(lang))
}

const ABOUT: Text = Text::new(
    "同一单位两年的通报对比：指标、屡改屡犯的问题、沿用的语句、承诺",
    "two years of one body: indicators, problems that come back, sentences taken over, promises",
);
const FORMAT_HELP: Text = Text::new(
    "table（终端）、json（每对一行）、csv、xlsx、html；不写则看 -o 的扩展名，再不然是 table",
    "table, json (a pair a line), csv, xlsx, html; by default what the extension of -o says, else table",
);
const NO_BOM_HELP: Text = Text::new(
    "CSV 不写字节序标记（Excel、WPS 靠它认出 UTF-8）",
    "leave out the byte-order mark by which spreadsheets know UTF-8",
);
const EXAMPLES: Text = Text::new(
    "示例：
  zhenggai compare 教育局2022.txt 教育局2023.txt
  zhenggai compare 通报/ -o 年度对比.xlsx
给两个文件，就比这两个；给文件夹，就按单位分组、按年份先后两两相比",
    "Examples:
  zhenggai compare education-2022.txt education-2023.txt
  zhenggai compare notices/ -o years.xlsx
Two files are compared as given; of a folder every body's notices are compared in the order of years",
);

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    let lexicon = session.lexicon(matches)?;
    let output = args::path(matches, args::OUTPUT);
    let mut sink = Sink::open(output, session.lang)?;
    let mut notices: Vec<(Document, Notice)> = Vec::new();
    let keep = |read: &each::Read<'_>| (read.document.clone(), read.notice.clone());
    let outcome = each::notice(matches, session, keep, |read| {
        notices.push(read);
        Ok(())
    })?;
    let pairs = pairs(matches, &notices, &lexicon, session.lang)?;
    let format = args::text(matches, FORMAT).or_else(|| by_extension(output)).unwrap_or("table");
    let edition = |at: usize| Edition { document: &notices[at].0, notice: &notices[at].1 };
    let compared = |(old, new)| Comparison::of(&edition(old), &edition(new), &lexicon, session.machine_lang);
    let comparisons = pairs.into_iter().map(compared);
    match format {
        "json" => as_json_lines(comparisons, &mut sink)?,
        "csv" => as_csv(comparisons, !matches.get_flag(NO_BOM), &mut sink)?,
        "xlsx" => sink.write_all(&book::of_comparisons(&comparisons.collect::<Vec<_>>(), session.lang)?)?,
        "html" => sink.write_all(years_page::page(&comparisons.collect::<Vec<_>>(), session.lang)?.as_bytes())?,
        _ => {
            let width = args::columns(matches).or_else(|| session.width().filter(|_| output.is_none()));
            as_table(comparisons, width.unwrap_or(COLUMNS), session.lang, &mut sink)?;
        }
    }
    sink.finish(outcome)
}

fn as_json_lines(comparisons: impl Iterator<Item = Comparison>, sink: &mut Sink) -> io::Result<()> {
    for found in comparisons {
        serde_json::to_writer(&mut *sink, &found)?;
        writeln!(sink)?;
    }
    Ok(())
}

fn as_csv(comparisons: impl Iterator<Item = Comparison>, mark: bool, sink: &mut Sink) -> anyhow::Result<()> {
    if mark {
        sink.write_all(csv::BYTE_ORDER_MARK)?;
    }
    sink.write_all(&csv::header(&COMPARISON)?)?;
    for found in comparisons {
        sink.write_all(&csv::body(&records(&found))?)?;
    }
    Ok(())
}

fn as_table(
    comparisons: impl Iterator<Item = Comparison>,
    width: usize,
    lang: Lang,
    sink: &mut Sink,
) -> io::Result<()> {
    for (at, found) in comparisons.enumerate() {
        let gap = if at > 0 { "\n" } else { "" };
        write!(sink, "{gap}{}", years::years(&found, width, lang))?;
    }
    Ok(())
}

fn by_extension(output: Option<&Path>) -> Option<&'static str> {
    let extension = output?.extension()?.to_str()?.to_ascii_lowercase();
    ["csv", "json", "xlsx", "html"].into_iter().find(|format| *format == extension)
}

/// Which notices are compared, as places in the list: two files as given, else each body's years in order.
fn pairs(
    matches: &ArgMatches,
    notices: &[(Document, Notice)],
    lexicon: &Lexicon,
    lang: Lang,
) -> anyhow::Result<Vec<(usize, usize)>> {
    const NOTHING: Text = Text::new(
        "没有可比的通报：要么给两个文件，要么给一个文件夹，其中至少一个单位有两年的通报（单位和年份要读得出来）",
        "nothing to compare: give two files, or a folder in which a body has notices of two years (its name and the years must be legible)",
    );
    let paths: Vec<_> = matches.get_many::<PathBuf>(args::PATHS).into_iter().flatten().collect();
    let files = paths.len() == 2 && paths.iter().all(|path| !path.is_dir());
    if files && notices.len() == 2 {
        return Ok(vec![(0, 1)]);
    }
    let facts: Vec<_> = notices.iter().map(|(_, notice)| Facts::of(notice, lexicon)).collect();
    let pairs: Vec<_> = group(&facts)
        .iter()
        .flat_map(|body| body.windows(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>())
        .collect();
    if pairs.is_empty() {
        bail!(NOTHING.get(lang));
    }
    Ok(pairs)
}

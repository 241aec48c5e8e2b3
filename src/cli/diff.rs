//! `zhenggai diff`: what changed between two runs of `analyze`.

use super::sink::Sink;
use super::{Outcome, Session, Subcommand, args, help};
use clap::{Arg, ArgMatches, Command, value_parser};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use zhenggai::diff::{self, Side};
use zhenggai::i18n::{Lang, Text};
use zhenggai::output::changes;

pub const SUBCOMMAND: Subcommand = Subcommand { name: "diff", command, run };

const OLD: &str = "OLD_OUT";
const NEW: &str = "NEW_OUT";
const FORMAT: &str = "format";

/// Columns of a line where there is no terminal to ask.
const COLUMNS: usize = 100;

fn command(lang: Lang) -> Command {
    let folder = |name: &'static str, value: Text, what: Text| {
        let arg = Arg::new(name).value_name(value.get(lang)).required(true).help(what.get(lang));
        arg.value_parser(value_parser!(PathBuf))
    };
    let format = args::option(FORMAT, Text::new("格式", "FORMAT"), FORMAT_HELP, lang).short('f');
    let usage = Text::new("[选项] <前一次结果> <后一次结果>", "[OPTIONS] <OLD_OUT> <NEW_OUT>");
    help::subcommand("diff", ABOUT, usage, EXAMPLES, lang)
        .args([
            folder(OLD, Text::new("前一次结果", "OLD_OUT"), OLD_HELP),
            folder(NEW, Text::new("后一次结果", "NEW_OUT"), NEW_HELP),
        ])
        .args([format.value_parser(["table", "json"]), args::output(lang), args::width(lang)])
}

const ABOUT: Text = Text::new(
    "比较 analyze 的两次结果：换了程序版本、词典或通报之后哪里变了",
    "what changed between two runs of analyze: another version, other dictionaries, edited notices",
);
const OLD_HELP: Text = Text::new("前一次 analyze 的结果文件夹", "folder that the earlier run of analyze filled");
const NEW_HELP: Text = Text::new("后一次 analyze 的结果文件夹", "folder that the later run of analyze filled");
const FORMAT_HELP: Text = Text::new(
    "table（终端）、json；不写则看 -o 的扩展名，再不然是 table",
    "table, json; by default what the extension of -o says, else table",
);
const EXAMPLES: Text = Text::new(
    "示例：
  zhenggai diff 上次结果/ 这次结果/
  zhenggai diff 上次结果/ 这次结果/ --format json | jq .summary",
    "Examples:
  zhenggai diff results-before/ results-now/
  zhenggai diff results-before/ results-now/ --format json | jq .summary",
);

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    let side = |name| read(args::path(matches, name).unwrap_or(Path::new(".")), session.lang);
    let found = diff::diff(&side(OLD)?, &side(NEW)?);
    let output = args::path(matches, args::OUTPUT);
    let mut sink = Sink::open(output, session.lang)?;
    let is_json = |path: &Path| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    let named = output.is_some_and(is_json).then_some("json");
    if args::text(matches, FORMAT).or(named) == Some("json") {
        serde_json::to_writer_pretty(&mut sink, &found).map_err(io::Error::from)?;
        writeln!(sink)?;
    } else {
        let width = args::columns(matches).or_else(|| session.width().filter(|_| output.is_none())).unwrap_or(COLUMNS);
        write!(sink, "{}", changes::changes(&found, width, session.lang))?;
    }
    sink.finish(Outcome::Clean)
}

/// The run whose results fill `folder`.
fn read(folder: &Path, lang: Lang) -> anyhow::Result<Side> {
    const UNREADABLE: Text = Text::new(
        "{0}：无法读取（{1}）；请给出 analyze 的结果文件夹",
        "{0}: cannot be read ({1}); give a folder that `analyze` filled",
    );
    let text = |name| {
        let path = folder.join(name);
        std::fs::read_to_string(&path)
            .map_err(|error| anyhow::anyhow!(UNREADABLE.fill(lang, &[&path.display(), &error])))
    };
    Side::read(&text("run.json")?, &text("notices.jsonl")?, &text("findings.jsonl")?)
        .map_err(|error| anyhow::anyhow!("{}: {}", folder.display(), error.message(lang)))
}

//! `zhenggai eval`: precision, recall and F1 against annotated notices.

use super::sink::Sink;
use super::{Outcome, Session, Subcommand, args, help};
use clap::{ArgMatches, Command, value_parser};
use std::io::Write;
use std::path::{Path, PathBuf};
use zhenggai::eval;
use zhenggai::i18n::{Lang, Text};

pub const SUBCOMMAND: Subcommand = Subcommand { name: "eval", command, run };

const PREDICTIONS: &str = "pred";
const MISSES: &str = "misses";
const JSON: &str = "json";

fn command(lang: Lang) -> Command {
    help::subcommand("eval", ABOUT, Text::new("[选项] <文件夹>", "[OPTIONS] <DIR>"), EXAMPLES, lang)
        .arg(args::folder(FOLDER_HELP, lang))
        .arg(args::switch(
            MISSES,
            Text::new("逐条列出遗漏、多报和错误", "list what was missed, made up or wrong"),
            lang,
        ))
        .arg(args::switch(JSON, Text::new("以 JSON 输出", "print JSON"), lang))
        .arg(
            args::option(PREDICTIONS, args::VALUE_FOLDER, PREDICTIONS_HELP, lang)
                .value_parser(value_parser!(PathBuf))
                .conflicts_with(args::DICTS),
        )
        .args([args::output(lang), args::dicts(lang)])
}

const ABOUT: Text = Text::new(
    "对照人工标注，给出精确率、召回率和 F1，可用来衡量自己的词典",
    "precision, recall and F1 against annotated notices, to measure your own dictionaries by",
);
const FOLDER_HELP: Text =
    Text::new("标注文件夹：名称.txt 和同名的 名称.json", "annotated notices: NAME.txt with NAME.json beside it");
const PREDICTIONS_HELP: Text = Text::new(
    "不解析，改用此文件夹里已有的结果 名称.pred.json",
    "parse nothing, score the results NAME.pred.json of this folder",
);
const EXAMPLES: Text = Text::new(
    "示例：
  zhenggai eval corpus/notices
  zhenggai eval 标注/ --dicts 我的词典/ --misses",
    "Examples:
  zhenggai eval corpus/notices
  zhenggai eval annotated/ --dicts my-dicts/ --misses",
);

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    let folder = args::path(matches, args::FOLDER).unwrap_or(Path::new("."));
    let report = match args::path(matches, PREDICTIONS) {
        Some(predictions) => eval::evaluate_predictions(folder, predictions),
        None => eval::evaluate(folder, &session.lexicon(matches)?),
    }
    .map_err(|error| anyhow::anyhow!(error.message(session.lang)))?;
    let mut sink = Sink::open(args::path(matches, args::OUTPUT), session.lang)?;
    if matches.get_flag(JSON) {
        serde_json::to_writer_pretty(&mut sink, &report).map_err(std::io::Error::from)?;
        writeln!(sink)?;
    } else {
        writeln!(sink, "{}", report.table(session.lang))?;
        let misses = if matches.get_flag(MISSES) { report.miss_lines(session.lang) } else { Vec::new() };
        misses.iter().try_for_each(|miss| writeln!(sink, "{miss}"))?;
    }
    sink.finish(Outcome::Clean)
}

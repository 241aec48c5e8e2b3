//! `zhenggai analyze`: everything in one go, into a folder.

use super::each::{self, Event};
use super::progress::{Progress, READ, WRITTEN};
use super::resume::{RESUME, Resume};
use super::{Outcome, Session, Subcommand, args, beside, corrections, help, settings};
use anyhow::Context;
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command, value_parser};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use zhenggai::analyze::{Analysis, Failure, Parsed};
use zhenggai::batch::OutputFolder;
use zhenggai::i18n::{Lang, Text};
use zhenggai::lint::{Registry, Settings};
use zhenggai::output::artefact::{ARTEFACTS, Artefact, Options, WriteError};
use zhenggai::output::results::Results;
use zhenggai::output::summary::{self, Counts};
use zhenggai::{Class, Document, Lexicon};

pub const SUBCOMMAND: Subcommand = Subcommand { name: "analyze", command, run };

const TEMPLATES: &str = "templates";
const REPORT_LIMIT: &str = "report-limit";

/// Megabytes of data up to which the report is one file: what a browser still opens without a wait.
const LIMIT: &str = "24";

fn command(lang: Lang) -> Command {
    let limit = args::option(REPORT_LIMIT, Text::new("兆字节", "MB"), LIMIT_HELP, lang)
        .value_parser(value_parser!(u16))
        .default_value(LIMIT)
        .hide_default_value(true);
    let templates =
        args::option(TEMPLATES, args::VALUE_FOLDER, TEMPLATES_HELP, lang).value_parser(value_parser!(PathBuf));
    let list: String =
        ARTEFACTS.iter().map(|artefact| format!("\n  {:<20}{}", artefact.file, artefact.about.get(lang))).collect();
    help::subcommand(
        "analyze",
        ABOUT,
        Text::new("[选项] <路径>… -o <文件夹>", "[OPTIONS] <PATH>… -o <DIR>"),
        EXAMPLES,
        lang,
    )
    .after_help(format!("{}{list}\n\n{}", LEAVES.get(lang), EXAMPLES.get(lang)))
    .arg(args::paths(lang))
    .args([
        output(lang),
        args::switch(RESUME, RESUME_HELP, lang),
        templates,
        limit,
        args::dicts(lang),
        args::encoding(lang),
        args::jobs(lang),
    ])
    .args(corrections::options(lang))
}

fn output(lang: Lang) -> Arg {
    const HELP: Text = Text::new(
        "结果文件夹，没有就新建；同名文件写完才替换，其他文件不动",
        "folder of the results, made if missing; its files are replaced when complete, others left alone",
    );
    args::option(args::OUTPUT, args::VALUE_FOLDER, HELP, lang)
        .short('o')
        .required(true)
        .value_parser(value_parser!(PathBuf))
}

const ABOUT: Text = Text::new(
    "一次做完：读一批通报，在一个文件夹里留下报告和数据",
    "everything in one go: notices in, a folder with a report and data files out",
);
const LEAVES: Text = Text::new("文件夹里有：", "The folder holds:");
const LIMIT_HELP: Text = Text::new(
    "数据超过多少兆字节时，报告的数据另放 report/ 文件夹（默认 24）",
    "megabytes of data above which the report keeps them in a folder report/ beside it (default 24)",
);
const RESUME_HELP: Text = Text::new(
    "接着上次做：内容没变、已经读过的通报不再重读",
    "go on from the run before: notices whose bytes were read before are not read again",
);
const TEMPLATES_HELP: Text = Text::new(
    "用文件夹里的同名文件替换报告的模板、样式和脚本",
    "files of this folder replace the report's templates, style and scripts of the same name",
);
const EXAMPLES: Text = Text::new(
    "示例：
  zhenggai analyze 通报/ -o 结果/
  zhenggai analyze 2023/ 2024/ -o 结果/ --lang zh --quiet",
    "Examples:
  zhenggai analyze notices/ -o results/
  zhenggai analyze 2023/ 2024/ -o results/ --lang en --quiet",
);

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    let options = options(matches, session)?;
    let path = args::path(matches, args::OUTPUT).unwrap_or(Path::new("."));
    let lexicon = session.lexicon(matches)?;
    let settings = lint_settings(matches, session, &lexicon)?;
    let mut folder = OutputFolder::create(path.to_owned()).map_err(|error| no_folder(error, path, session.lang))?;
    let resume = Resume::open(matches, session, &folder, &lexicon);
    let (analysis, outcome) = read(matches, session, &lexicon, &resume, &settings)?;
    if outcome == Outcome::NothingDone {
        return Ok(outcome);
    }
    let results = Results::new(&analysis, session.machine_lang);
    let mut progress = Progress::new(session, &WRITTEN, ARTEFACTS.len());
    for artefact in ARTEFACTS {
        (artefact.write)(&results, &options, &mut folder).map_err(|error| describe(error, path, session.lang))?;
        progress.step();
    }
    drop(progress);
    resume.finish(session);
    tell(&analysis, path, session);
    if outcome == Outcome::Clean && beside::is_whole(&beside::paths(matches)) {
        settings::tell_stale(session, &analysis.rules, &settings);
    }
    Ok(outcome)
}

/// What the settings file and the files beside the notices say of the rules.
fn lint_settings(matches: &ArgMatches, session: &Session, lexicon: &Lexicon) -> anyhow::Result<Settings> {
    let rules = Registry::new(lexicon);
    let file = settings::of_lint(session, &rules)?;
    settings::lint(matches, session, &rules, &file)
}

fn options(matches: &ArgMatches, session: &Session) -> anyhow::Result<Options> {
    let megabytes = matches.get_one::<u16>(REPORT_LIMIT).copied().unwrap_or_default();
    let templates = match args::path(matches, TEMPLATES) {
        Some(folder) => templates(folder).with_context(|| unreadable(folder, session.lang))?,
        None => BTreeMap::new(),
    };
    Ok(Options {
        lang: session.machine_lang,
        report_lang: session.lang,
        templates,
        report_limit: usize::from(megabytes) << 20,
        chosen: chosen(matches, session),
    })
}

/// The options that were given and that change what is found, and the settings file with what it says of reading. Threads and
/// the output's place do not.
fn chosen(matches: &ArgMatches, session: &Session) -> BTreeMap<String, String> {
    let given = |name: &str| matches.value_source(name) == Some(ValueSource::CommandLine);
    let words =
        |name: &str| matches.get_raw(name).into_iter().flatten().map(|word| word.to_string_lossy().into_owned());
    let mut chosen: BTreeMap<String, String> =
        [args::DICTS, args::ENCODING, corrections::CORRECTIONS, corrections::NO_CORRECTIONS, TEMPLATES, REPORT_LIMIT]
            .into_iter()
            .filter(|name| given(name))
            .map(|name| (name.to_owned(), words(name).collect()))
            .collect();
    let set = [
        (args::CONFIG, session.config.path().map(|path| path.display().to_string())),
        (args::DICTS, session.config.dicts.as_ref().map(|path| path.display().to_string())),
        (args::ENCODING, session.config.encoding.clone()),
    ];
    for (name, value) in set.into_iter().filter_map(|(name, value)| Some((name, value?))) {
        chosen.entry(name.to_owned()).or_insert(value);
    }
    chosen.insert(args::LANG.to_owned(), session.machine_lang.word().to_owned());
    chosen
}

/// The files of the folder that stand for a template, by the template's name.
fn templates(folder: &Path) -> std::io::Result<BTreeMap<String, String>> {
    folder.read_dir()?;
    let mut found = BTreeMap::new();
    for (name, _) in zhenggai::output::report::shipped_templates() {
        match std::fs::read_to_string(folder.join(name)) {
            Ok(text) => drop(found.insert(name.to_owned(), text)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(found)
}

/// All notices of the arguments, with progress.
fn read<'l>(
    matches: &ArgMatches,
    session: &Session,
    lexicon: &'l Lexicon,
    resume: &Resume,
    settings: &Settings,
) -> anyhow::Result<(Analysis<'l>, Outcome)> {
    let (mut notices, mut failures, mut corrections) = (Vec::new(), Vec::new(), Vec::new());
    let mut progress = Progress::new(session, &READ, 0);
    let keep = |read: &each::Read<'_>| Parsed::new(read.document.clone(), read.notice.clone());
    let take = |parsed| {
        notices.push(parsed);
        Ok(())
    };
    let parse = |document: &Document, lexicon: &Lexicon| resume.notice(document, lexicon);
    let outcome = each::watched(matches, session, lexicon, parse, keep, take, |event| match event {
        Event::Planned(total) => progress = Progress::new(session, &READ, total),
        Event::Failed(path, message) => {
            progress.pass();
            failures.push(Failure { path: path.display().to_string(), message: message.to_owned() });
        }
        Event::Done => progress.step(),
        Event::Corrected(told) => {
            progress.clear();
            corrections = told.to_vec();
        }
    })?;
    drop(progress);
    let analysis = Analysis::new(lexicon, notices, failures, settings).with_corrections(corrections);
    Ok((analysis, outcome))
}

/// What was found and where it stands.
fn tell(analysis: &Analysis<'_>, path: &Path, session: &Session) {
    const FOUND: Text =
        Text::new("通报 {0}　问题 {1}　措施 {2}　指标 {3}", "notices {0}, problems {1}, measures {2}, metrics {3}");
    const OPEN: Text = Text::new("报告：{0}", "report: {0}");
    let Counts { notices, problems, measures, metrics, .. } = summary::summary(analysis).total;
    session.note(&FOUND.fill(session.lang, &[&notices, &problems, &measures, &metrics]));
    let report = path.join(ARTEFACTS.first().map_or("", |Artefact { file, .. }| file));
    session.note(&OPEN.fill(session.lang, &[&report.display()]));
}

fn describe(error: WriteError, folder: &Path, lang: Lang) -> anyhow::Error {
    match error {
        WriteError::Io { file, source } => anyhow::Error::new(source).context(unwritable(&folder.join(file), lang)),
        other => anyhow::Error::new(other).context(TEMPLATE_FAULT.get(lang)),
    }
}

const TEMPLATE_FAULT: Text = Text::new("模板有误，请按行号改正", "a template is at fault; mend the line that is named");

fn no_folder(error: std::io::Error, path: &Path, lang: Lang) -> anyhow::Error {
    const BUSY: Text = Text::new(
        "{0}：另一次运行正在写这个文件夹；请等它结束，或用 -o 换一个",
        "{0}: another run fills this folder; wait for it to end, or choose another with -o",
    );
    match error.kind() {
        std::io::ErrorKind::ResourceBusy => anyhow::anyhow!(BUSY.fill(lang, &[&path.display()])),
        _ => anyhow::Error::new(error).context(unwritable(path, lang)),
    }
}

fn unwritable(path: &Path, lang: Lang) -> String {
    const UNWRITABLE: Text = Text::new(
        "{0}：无法写入；请检查是否同名文件、有无写权限、磁盘是否已满",
        "{0}: cannot be written; check for a file of that name, for permission and for space",
    );
    UNWRITABLE.fill(lang, &[&path.display()])
}

fn unreadable(path: &Path, lang: Lang) -> String {
    const UNREADABLE: Text = Text::new(
        "{0}：无法读取模板；请检查文件夹是否存在",
        "{0}: templates cannot be read; check that the folder exists",
    );
    UNREADABLE.fill(lang, &[&path.display()])
}

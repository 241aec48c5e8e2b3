//! The user's settings file and what it says together with the flags, which are preferred.

use super::{Session, args, beside};
use clap::{Arg, ArgAction, ArgMatches};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use zhenggai::Class;
use zhenggai::batch;
use zhenggai::config::{Config, FILE, LintConfig};
use zhenggai::i18n::{Lang, Text};
use zhenggai::lint::{Excuses, Registry, SUPPRESSIONS, Selection, Settings};
use zhenggai::model::Severity;
use zhenggai::output::lint::FORMATS;

const SELECT: &str = "select";
const EXTEND: &str = "extend-select";
const IGNORE: &str = "ignore";
const LEAST: &str = "min-severity";
const EXCUSED: &str = "suppressions";

/// The settings file: the one that was named, else the nearest in the working folder or above it.
///
/// # Errors
/// A file that cannot be read or is at fault.
pub fn load(matches: &ArgMatches, lang: Lang) -> anyhow::Result<Config> {
    if matches.get_flag(args::ISOLATED) {
        return Ok(Config::default());
    }
    let above = || {
        let folder = std::env::current_dir().ok()?;
        folder.ancestors().map(|folder| folder.join(FILE)).find(|file| file.is_file())
    };
    let Some(file) = args::path(matches, args::CONFIG).map(Path::to_owned).or_else(above) else {
        return Ok(Config::default());
    };
    Config::read(&file, &text(&file, lang)?).map_err(|fault| anyhow::anyhow!(fault.message(lang)))
}

/// What a run of the rules is told by the settings file alone.
///
/// # Errors
/// A fault in the file.
pub fn of_lint(session: &Session, rules: &Registry) -> anyhow::Result<LintConfig> {
    let formats: Vec<&str> = FORMATS.iter().map(|format| format.name).collect();
    session.config.lint(rules, &formats).map_err(|fault| anyhow::anyhow!(fault.message(session.lang)))
}

/// The flags that choose what is found.
pub fn options(lang: Lang) -> Vec<Arg> {
    let rules = |name, help: Text| {
        args::option(name, Text::new("规则", "RULES"), help, lang).value_delimiter(',').action(ArgAction::Append)
    };
    let excused = args::option(EXCUSED, args::VALUE_FILE, EXCUSED_HELP, lang);
    vec![
        rules(SELECT, SELECT_HELP),
        rules(EXTEND, EXTEND_HELP),
        rules(IGNORE, IGNORE_HELP),
        severity(LEAST, LEAST_HELP, lang),
        excused.value_parser(clap::value_parser!(PathBuf)),
    ]
}

/// A flag that takes a severity.
pub fn severity(name: &'static str, help: Text, lang: Lang) -> Arg {
    args::option(name, Text::new("级别", "SEVERITY"), help, lang).value_parser(["info", "warning", "error"])
}

/// What is found, by the flags and else the settings file.
///
/// # Errors
/// An unknown rule; a file of suppressions that is at fault.
pub fn lint(matches: &ArgMatches, session: &Session, rules: &Registry, file: &LintConfig) -> anyhow::Result<Settings> {
    let words = |name: &str, set: &[String]| match matches.try_get_many::<String>(name).ok().flatten() {
        Some(words) => words.cloned().collect(),
        None => set.to_vec(),
    };
    let selection = Selection {
        select: words(SELECT, &file.selection.select),
        extend: words(EXTEND, &file.selection.extend),
        ignore: words(IGNORE, &file.selection.ignore),
    };
    let off = selection.off(rules).map_err(|fault| anyhow::anyhow!(fault.message(session.lang)))?;
    let least = matches.try_get_one::<String>(LEAST).ok().flatten().and_then(|word| Severity::named(word));
    Ok(Settings {
        off,
        least: least.or(file.least),
        thresholds: file.thresholds.clone(),
        per_path: file.per_path.clone(),
        excuses: Arc::new(excuses(matches, session, rules, file)?),
    })
}

/// What is excused: in the file that was named, else in those beside the notices.
fn excuses(matches: &ArgMatches, session: &Session, rules: &Registry, file: &LintConfig) -> anyhow::Result<Excuses> {
    let named = matches.try_get_one::<PathBuf>(EXCUSED).ok().flatten().or(file.suppressions.as_ref());
    let files = match named {
        Some(file) => BTreeSet::from([file.clone()]),
        None => {
            let paths = beside::paths(matches);
            let inputs = batch::inputs(&paths);
            beside::files(&paths, inputs.list.iter().flatten(), SUPPRESSIONS)
        }
    };
    let mut excuses = Excuses::default();
    for file in &files {
        let added = excuses.add(file, &text(file, session.lang)?, rules);
        added.map_err(|fault| anyhow::anyhow!(fault.message(session.lang)))?;
    }
    Ok(excuses)
}

/// Names the entries that excused nothing, though every notice was read and every rule asked that they are about.
pub fn tell_stale(session: &Session, rules: &Registry, settings: &Settings) {
    const STALE: Text = Text::new(
        "{0}:{1}：没有可豁免的提示了（“{2}”），可以删去",
        "{0}:{1}: excuses nothing any more (`{2}`), it can go",
    );
    for entry in settings.excuses.stale(rules, settings) {
        session.note(&STALE.fill(session.lang, &[&entry.path.display(), &entry.line, &entry.words]));
    }
}

/// The text of a file that the user wrote.
///
/// # Errors
/// A file that cannot be read.
pub fn text(path: &Path, lang: Lang) -> anyhow::Result<String> {
    const UNREADABLE: Text = Text::new(
        "{0}：无法读取（{1}）；请检查路径，文件须为 UTF-8",
        "{0}: cannot be read ({1}); check the path, the file has to be UTF-8",
    );
    std::fs::read_to_string(path).map_err(|error| anyhow::anyhow!(UNREADABLE.fill(lang, &[&path.display(), &error])))
}

const SELECT_HELP: Text = Text::new(
    "只查这些规则：代码、名称或代码开头，逗号分隔（N,V001）",
    "run these rules only: codes, names or beginnings of codes, with commas (N,V001)",
);
const EXTEND_HELP: Text = Text::new("在 --select 之外再查这些规则", "run these rules besides those of --select");
const IGNORE_HELP: Text =
    Text::new("不查这些规则；写得更具体的为准", "leave these rules out; the more specific word decides");
const LEAST_HELP: Text =
    Text::new("只报这个级别以上：info、warning、error", "report from this severity on: info, warning, error");
const EXCUSED_HELP: Text = Text::new(
    "豁免文件；不写则用通报所在文件夹里的 suppressions.toml",
    "file of excused findings; by default suppressions.toml beside the notices",
);

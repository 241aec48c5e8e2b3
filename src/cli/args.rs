//! The arguments that several subcommands share.

use anyhow::bail;
use clap::{Arg, ArgAction, ArgMatches, value_parser};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use zhenggai::batch::Input;
use zhenggai::config::Config;
use zhenggai::i18n::{Lang, Text};
use zhenggai::ingest::{self, ForcedEncoding};

pub const PATHS: &str = "PATH";
pub const FILE: &str = "FILE";
pub const FOLDER: &str = "DIR";
pub const LANG: &str = "lang";
pub const QUIET: &str = "quiet";
pub const COLOR: &str = "color";
pub const CONFIG: &str = "config";
pub const ISOLATED: &str = "isolated";
pub const DICTS: &str = "dicts";
pub const OUTPUT: &str = "output";
pub const ENCODING: &str = "encoding";
const JOBS: &str = "jobs";
const WIDTH: &str = "width";

/// Files, folders, standard input.
pub fn paths(lang: Lang) -> Arg {
    const HELP: Text = Text::new(
        "通报文件或文件夹（连同子文件夹，按路径排序）；- 为标准输入",
        "notices: files, folders (with subfolders, sorted by path), - for standard input",
    );
    Arg::new(PATHS)
        .value_name(VALUE_PATH.get(lang))
        .required(true)
        .num_args(1..)
        .value_parser(value_parser!(PathBuf))
        .help(HELP.get(lang))
}

/// One file, or standard input.
pub fn file(lang: Lang) -> Arg {
    const HELP: Text = Text::new("通报文件；- 为标准输入", "notice; - for standard input");
    Arg::new(FILE)
        .value_name(VALUE_FILE.get(lang))
        .required(true)
        .value_parser(value_parser!(PathBuf))
        .help(HELP.get(lang))
}

/// A folder.
pub fn folder(help: Text, lang: Lang) -> Arg {
    Arg::new(FOLDER)
        .value_name(VALUE_FOLDER.get(lang))
        .required(true)
        .value_parser(value_parser!(PathBuf))
        .help(help.get(lang))
}

/// The user's dictionaries.
pub fn dicts(lang: Lang) -> Arg {
    const HELP: Text =
        Text::new("用文件夹里的词典补充或替换内置词典", "lay the dictionaries of this folder over the built-in ones");
    option(DICTS, VALUE_FOLDER, HELP, lang).value_parser(value_parser!(PathBuf))
}

/// The encoding that text files have.
pub fn encoding(lang: Lang) -> Arg {
    const HELP: Text = Text::new(
        "文本编码（utf-8、gb18030、utf-16le、big5 等），不写则自动识别",
        "encoding of text files (utf-8, gb18030, utf-16le, big5 …), found out by default",
    );
    option(ENCODING, Text::new("名称", "NAME"), HELP, lang)
}

/// Number of threads.
pub fn jobs(lang: Lang) -> Arg {
    const HELP: Text = Text::new("线程数，不写则用全部核心", "number of threads, all cores by default");
    option(JOBS, Text::new("数", "N"), HELP, lang).value_parser(value_parser!(NonZeroUsize))
}

/// A file for the result.
pub fn output(lang: Lang) -> Arg {
    const HELP: Text =
        Text::new("写入文件（写完才替换旧文件），不写则为标准输出", "write to this file, replaced when complete");
    option(OUTPUT, VALUE_FILE, HELP, lang).short('o').value_parser(value_parser!(PathBuf))
}

/// Columns of a line.
pub fn width(lang: Lang) -> Arg {
    const HELP: Text = Text::new("每行列数，不写则随终端", "columns of a line, by default those of the terminal");
    option(WIDTH, Text::new("列数", "COLUMNS"), HELP, lang).value_parser(value_parser!(u16).range(20..))
}

/// Language, colour, quiet and settings, which every subcommand knows.
pub fn global(lang: Lang) -> [Arg; 5] {
    const LANG_HELP: Text =
        Text::new("界面语言：zh、en，不写则随系统", "language of messages: zh, en; by default that of the system");
    const COLOR_HELP: Text = Text::new(
        "颜色：auto（仅在终端，遵从 NO_COLOR）、always、never",
        "colours: auto (on a terminal, unless NO_COLOR is set), always, never",
    );
    const QUIET_HELP: Text = Text::new("只报错误，不作提示和汇总", "say nothing but errors");
    const CONFIG_HELP: Text = Text::new(
        "设置文件；不写则从当前文件夹向上找 zhenggai.toml",
        "settings file; by default zhenggai.toml in this folder or one above it",
    );
    const ISOLATED_HELP: Text = Text::new("不用设置文件", "use no settings file");
    [
        option(LANG, Text::new("语言", "LANG"), LANG_HELP, lang).value_parser(["zh", "en"]),
        option(COLOR, Text::new("时机", "WHEN"), COLOR_HELP, lang).value_parser(["auto", "always", "never"]),
        Arg::new(QUIET).long(QUIET).short('q').action(ArgAction::SetTrue).help(QUIET_HELP.get(lang)),
        option(CONFIG, VALUE_FILE, CONFIG_HELP, lang).value_parser(value_parser!(PathBuf)).conflicts_with(ISOLATED),
        switch(ISOLATED, ISOLATED_HELP, lang),
    ]
    .map(|arg| arg.global(true).display_order(900))
}

/// An option with a value.
pub fn option(name: &'static str, value: Text, help: Text, lang: Lang) -> Arg {
    Arg::new(name).long(name).value_name(value.get(lang)).help(help.get(lang)).hide_possible_values(true)
}

/// A switch.
pub fn switch(name: &'static str, help: Text, lang: Lang) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help.get(lang))
}

const VALUE_PATH: Text = Text::new("路径", "PATH");
pub const VALUE_FOLDER: Text = Text::new("文件夹", "DIR");
pub const VALUE_FILE: Text = Text::new("文件", "FILE");

/// The words of an argument, if it was given.
pub fn text<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m str> {
    matches.get_one::<String>(name).map(String::as_str)
}

/// The path of an argument, if it was given.
pub fn path<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m Path> {
    matches.get_one::<PathBuf>(name).map(PathBuf::as_path)
}

/// The one input that was named.
pub fn input(matches: &ArgMatches) -> Input {
    match path(matches, FILE) {
        Some(path) if path.as_os_str() != "-" => Input::File(path.to_owned()),
        _ => Input::Stdin,
    }
}

/// The encoding that text files are said to have, by the flag, else by the settings file.
pub fn encoding_named<'m>(matches: &'m ArgMatches, config: &'m Config) -> Option<&'m str> {
    text(matches, ENCODING).or(config.encoding.as_deref())
}

/// How files are read.
///
/// # Errors
/// An encoding that nobody knows.
pub fn ingest_options(matches: &ArgMatches, config: &Config, lang: Lang) -> anyhow::Result<ingest::Options> {
    const UNKNOWN: Text = Text::new(
        "不认识编码“{0}”；可用 utf-8、gb18030、utf-16le、utf-16be、big5 等",
        "unknown encoding `{0}`; try utf-8, gb18030, utf-16le, utf-16be or big5",
    );
    let Some(label) = encoding_named(matches, config) else { return Ok(ingest::Options::default()) };
    match ForcedEncoding::named(label) {
        Some(encoding) => Ok(ingest::Options { encoding: Some(encoding) }),
        None => bail!(UNKNOWN.fill(lang, &[&label])),
    }
}

/// Number of threads: as asked, else one per core.
pub fn threads(matches: &ArgMatches) -> NonZeroUsize {
    let asked = matches.get_one::<NonZeroUsize>(JOBS).copied();
    asked.or_else(|| std::thread::available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN)
}

/// Columns of a line, if asked for.
pub fn columns(matches: &ArgMatches) -> Option<usize> {
    matches.get_one::<u16>(WIDTH).map(|columns| usize::from(*columns))
}

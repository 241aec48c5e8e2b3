//! The user's settings file, `zhenggai.toml`: what is chosen once for a folder of notices instead of on every command line.
//!
//! Comes in: the text of the file. Goes out: [`Config`], whose keys bear the names of the flags that they stand for. Paths in
//! it count from the folder of the file. It reads no file itself, and a flag on the command line is the caller's to prefer.
//!
//! ```
//! use std::path::Path;
//! use zhenggai::config::Config;
//! let config = Config::read(Path::new("office/zhenggai.toml"), "dicts = 'words'\n[lint]\nignore = ['V003']\n")?;
//! assert_eq!(config.dicts.as_deref(), Some(Path::new("office/words")));
//! # Ok::<(), zhenggai::toml_file::TomlFault>(())
//! ```

use crate::lint::{self, PathIgnore, Registry, Selection, Thresholds, UnknownRule};
use crate::model::Severity;
use crate::toml_file::{Table, TomlFault, TomlFile};
use std::path::{Path, PathBuf};

/// Name of the file that is looked for in the working folder and those above it.
pub const FILE: &str = "zhenggai.toml";

const KEYS: &[&str] = &["dicts", "encoding", "lint"];
const LINT: &str = "lint";
const LINT_KEYS: &[&str] = &[
    "select",
    "extend-select",
    "ignore",
    "min-severity",
    "fail-on",
    "format",
    "baseline",
    "suppressions",
    "thresholds",
    "per-path-ignores",
];
const THRESHOLD_KEYS: &[&str] = &["intensifiers", "repeat-likeness", "repeat-chars"];

/// What a settings file says.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// The folder of dictionaries that lie over the built-in ones.
    pub dicts: Option<PathBuf>,
    /// The encoding of text files.
    pub encoding: Option<String>,
    path: PathBuf,
    text: String,
}

/// What it says of `lint`.
#[derive(Debug, Clone, Default)]
pub struct LintConfig {
    /// Which rules run.
    pub selection: Selection,
    /// Findings of less severity are left out.
    pub least: Option<Severity>,
    /// The severity from which on the run fails.
    pub fail_on: Option<Severity>,
    /// Name of the output format.
    pub format: Option<String>,
    /// The file of findings that are known.
    pub baseline: Option<PathBuf>,
    /// The file of findings that are excused.
    pub suppressions: Option<PathBuf>,
    /// The figures that rules compare with.
    pub thresholds: Thresholds,
    /// Rules that do not run on some paths.
    pub per_path: Vec<PathIgnore>,
}

impl Config {
    /// Reads the text of the file at `path`.
    ///
    /// # Errors
    /// Text that is no TOML, an unknown key, a value of another type, each with its line.
    pub fn read(path: &Path, text: &str) -> Result<Self, TomlFault> {
        let file = TomlFile::read(path, text)?;
        let root = file.root();
        root.only(KEYS)?;
        if let Some(lint) = root.table(LINT)? {
            lint.only(LINT_KEYS)?;
        }
        Ok(Self {
            dicts: root.words("dicts")?.map(|folder| beside(path, folder)),
            encoding: root.words("encoding")?.map(str::to_owned),
            path: path.to_owned(),
            text: text.to_owned(),
        })
    }

    /// The file; none where nothing was read.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        Some(&*self.path).filter(|path| !path.as_os_str().is_empty())
    }

    /// What the file says of `lint`, its rules being among `rules` and its format among `formats`.
    ///
    /// # Errors
    /// A rule or format that does not exist, a value that cannot be, each with its line.
    pub fn lint(&self, rules: &Registry, formats: &[&str]) -> Result<LintConfig, TomlFault> {
        let file = TomlFile::read(&self.path, &self.text)?;
        let Some(lint) = file.root().table(LINT)? else { return Ok(LintConfig::default()) };
        let path = |key| lint.words(key).map(|name| name.map(|name| beside(&self.path, name)));
        Ok(LintConfig {
            selection: Selection {
                select: chosen(&lint, "select", rules)?,
                extend: chosen(&lint, "extend-select", rules)?,
                ignore: chosen(&lint, "ignore", rules)?,
            },
            least: lint.class("min-severity")?,
            fail_on: lint.class("fail-on")?,
            format: lint.words("format")?.map(|name| lint.one_of("format", name, formats)).transpose()?,
            baseline: path("baseline")?,
            suppressions: path("suppressions")?,
            thresholds: lint.table("thresholds")?.map_or(Ok(Thresholds::default()), |table| thresholds(&table))?,
            per_path: lint.table("per-path-ignores")?.map_or(Ok(Vec::new()), |table| self.per_path(&table, rules))?,
        })
    }

    /// `"2019/**" = ["H"]`: a pattern of paths below the file's folder, and the rules that do not run there.
    fn per_path(&self, table: &Table<'_>, rules: &Registry) -> Result<Vec<PathIgnore>, TomlFault> {
        let folder = self.path.parent().unwrap_or(Path::new(""));
        let ignore = |(pattern, _): (&str, usize)| {
            let selection = Selection { ignore: words(table, pattern)?, ..Selection::default() };
            let unknown = |odd: UnknownRule| table.unknown_word(pattern, odd.word(), &Selection::words(rules));
            let off = selection.off(rules).map_err(unknown)?;
            PathIgnore::new(folder, pattern, off).ok_or_else(|| table.wrong(pattern, pattern, lint::PATTERN))
        };
        table.keys().into_iter().map(ignore).collect()
    }
}

/// The words under `key`, each of which chooses a rule.
fn chosen(table: &Table<'_>, key: &str, rules: &Registry) -> Result<Vec<String>, TomlFault> {
    let words = words(table, key)?;
    match words.iter().find(|word| !Selection::knows(word, rules)) {
        Some(odd) => Err(table.unknown_word(key, odd, &Selection::words(rules))),
        None => Ok(words),
    }
}

fn words(table: &Table<'_>, key: &str) -> Result<Vec<String>, TomlFault> {
    Ok(table.list(key)?.into_iter().map(str::to_owned).collect())
}

fn thresholds(table: &Table<'_>) -> Result<Thresholds, TomlFault> {
    table.only(THRESHOLD_KEYS)?;
    let standard = Thresholds::default();
    let likeness = match table.number("repeat-likeness")? {
        None => standard.repeat_likeness,
        Some(share) => lint::in_thousandths(share)
            .ok_or_else(|| table.wrong("repeat-likeness", &share.to_string(), lint::LIKENESS))?,
    };
    Ok(Thresholds {
        intensifiers: table.count("intensifiers")?.unwrap_or(standard.intensifiers),
        repeat_likeness: likeness,
        repeat_chars: table.count("repeat-chars")?.unwrap_or(standard.repeat_chars),
    })
}

/// A path in the file at `path` counts from its folder.
fn beside(path: &Path, name: &str) -> PathBuf {
    path.parent().unwrap_or(Path::new("")).join(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lexicon;
    use crate::i18n::Lang;

    const FORMATS: [&str; 2] = ["full", "concise"];

    fn lint(text: &str) -> Result<LintConfig, String> {
        let rules = Registry::new(&Lexicon::builtin());
        let config = Config::read(Path::new("a/zhenggai.toml"), text);
        config.and_then(|config| config.lint(&rules, &FORMATS)).map_err(|fault| fault.message(Lang::En))
    }

    #[test]
    fn every_key_is_read() {
        let lint = lint(
            "dicts = 'words'\nencoding = 'gb18030'\n[lint]\nselect = ['N', 'vague-measure']\nextend-select = ['S001']\n\
             ignore = ['N003']\nmin-severity = 'warning'\nfail-on = 'error'\nformat = 'concise'\nbaseline = 'known.json'\n\
             suppressions = '/x/s.toml'\n[lint.thresholds]\nintensifiers = 5\nrepeat-likeness = 0.85\nrepeat-chars = 20\n\
             [lint.per-path-ignores]\n'2019/**' = ['H']\n",
        )
        .unwrap();
        assert_eq!(lint.selection.select, ["N", "vague-measure"]);
        assert_eq!((&*lint.selection.extend, &*lint.selection.ignore), (&["S001".into()][..], &["N003".into()][..]));
        assert_eq!((lint.least, lint.fail_on), (Some(Severity::Warning), Some(Severity::Error)));
        assert_eq!(lint.format.as_deref(), Some("concise"));
        assert_eq!(lint.baseline.as_deref(), Some(Path::new("a/known.json")));
        assert_eq!(lint.suppressions.as_deref(), Some(Path::new("/x/s.toml")));
        let Thresholds { intensifiers, repeat_likeness, repeat_chars } = lint.thresholds;
        assert_eq!((intensifiers, repeat_likeness, repeat_chars), (5, 850, 20));
        assert!(lint.per_path[0].leaves_out("a/2019/b.txt", "H001"));
    }

    #[test]
    fn faults_name_line_and_remedy() {
        for (text, want) in [
            ("dict = 'a'", "a/zhenggai.toml:1: unknown key `dict`, did you mean `dicts`?"),
            ("[lint]\nselct = []", "a/zhenggai.toml:2: unknown key `selct`, did you mean `select`?"),
            ("[lint]\n\nignore = ['N01']", "a/zhenggai.toml:3: `ignore` does not take `N01`"),
            (
                "[lint]\nselect = ['vague-mesure']",
                "a/zhenggai.toml:2: `select` does not take `vague-mesure`, did you mean",
            ),
            ("[lint]\nformat = 'ful'", "a/zhenggai.toml:2: `format` does not take `ful`, did you mean `full`?"),
            ("[lint]\nfail-on = 'eror'", "a/zhenggai.toml:2: `fail-on` does not take `eror`, did you mean `error`?"),
            ("[lint.thresholds]\nintensifiers = 0", "a/zhenggai.toml:2: `intensifiers` should be a whole number"),
            ("[lint.thresholds]\nrepeat-likeness = 2", "a/zhenggai.toml:2: `repeat-likeness` does not take `2`"),
            ("[lint.per-path-ignores]\n'a[' = ['N']", "a/zhenggai.toml:2: `a[` does not take `a[`"),
            ("[lint.per-path-ignores]\n'a' = ['XX9']", "a/zhenggai.toml:2: `a` does not take `XX9`"),
        ] {
            let fault = lint(text).expect_err(text);
            assert!(fault.starts_with(want), "{text}: {fault}");
        }
    }
}

//! What the user chose: which rules run, from where on they speak, and what is excused.

use super::Card;
use super::excuses::Excuses;
use crate::i18n::Text;
use crate::model::Severity;
use crate::similar;
use globset::{GlobBuilder, GlobMatcher};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// The settings of a run.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Codes of the rules that do not run.
    pub off: BTreeSet<String>,
    /// Rules whose findings matter less than this do not run.
    pub least: Option<Severity>,
    /// The figures that rules compare with.
    pub thresholds: Thresholds,
    /// Rules that do not run on some paths.
    pub per_path: Vec<PathIgnore>,
    /// Findings that the user excused; they are marked, not left out.
    pub excuses: Arc<Excuses>,
}

impl Settings {
    /// Whether that rule runs.
    #[must_use]
    pub fn runs(&self, card: &Card) -> bool {
        !self.off.contains(&*card.code) && self.least.is_none_or(|least| card.severity >= least)
    }

    /// Whether that rule runs on the notice at `path`.
    #[must_use]
    pub fn runs_on(&self, card: &Card, path: &str) -> bool {
        self.runs(card) && !self.per_path.iter().any(|ignore| ignore.leaves_out(path, &card.code))
    }
}

/// The figures that rules compare with.
#[derive(Debug, Clone)]
pub struct Thresholds {
    /// Intensifiers in one sentence from which on they are a pile-up (V003).
    pub intensifiers: usize,
    /// Likeness from which on a measure is repeated (D001), in thousandths.
    pub repeat_likeness: u32,
    /// Letters that a repeated passage must have (D001).
    pub repeat_chars: usize,
}

impl Default for Thresholds {
    fn default() -> Self {
        let similar::Options { threshold, min_chars, .. } = similar::Options::default();
        Self { intensifiers: 3, repeat_likeness: threshold, repeat_chars: min_chars }
    }
}

/// What a likeness may be.
pub const LIKENESS: Text = Text::new("0.5 到 1 之间的数", "a number from 0.5 to 1");

/// A share as thousandths, if the search for copies is made for it.
#[must_use]
pub fn in_thousandths(share: Decimal) -> Option<u32> {
    let thousandths = share.checked_mul(Decimal::ONE_THOUSAND)?.round().to_u32()?;
    similar::THRESHOLDS.contains(&thousandths).then_some(thousandths)
}

/// What a pattern of paths may be.
pub const PATTERN: Text =
    Text::new("路径模式（如 2019/**、**/草稿*.txt）", "a pattern of paths (2019/**, **/draft*.txt)");

/// Rules that do not run on the paths of a pattern.
#[derive(Debug, Clone)]
pub struct PathIgnore {
    /// The folder that the pattern counts from.
    folder: PathBuf,
    pattern: GlobMatcher,
    off: BTreeSet<String>,
}

impl PathIgnore {
    /// The rules `off` do not run on paths below `folder` that `pattern` fits: `*` and `?` stay in one folder, `**` goes
    /// through any number of them. `None` where the pattern is none.
    #[must_use]
    pub fn new(folder: &Path, pattern: &str, off: BTreeSet<String>) -> Option<Self> {
        let pattern = GlobBuilder::new(pattern).literal_separator(true).build().ok()?.compile_matcher();
        Some(Self { folder: absolute(folder), pattern, off })
    }

    /// Whether the rule of that code does not run on the notice at `path`.
    #[must_use]
    pub fn leaves_out(&self, path: &str, code: &str) -> bool {
        self.off.contains(code)
            && absolute(Path::new(path)).strip_prefix(&self.folder).is_ok_and(|path| self.pattern.is_match(path))
    }
}

/// The path from the root on, `..` worked out, so that a pattern fits from whatever folder the program is called.
fn absolute(path: &Path) -> PathBuf {
    let whole = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    let mut plain = PathBuf::new();
    for step in std::path::absolute(whole).unwrap_or_else(|_| whole.to_owned()).components() {
        match step {
            Component::ParentDir => drop(plain.pop()),
            step => plain.push(step),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_count_from_their_folder() {
        let off: BTreeSet<String> = ["H001".to_owned()].into();
        for (pattern, path, fits) in [
            ("2019/**", "a/2019/x/b.txt", true),
            ("2019/*", "a/2019/x/b.txt", false),
            ("2019/*", "a/2019/b.txt", true),
            ("**/b?.txt", "a/c/d/b1.txt", true),
            ("b.txt", "a/b.txt", true),
            ("b.txt", "a/c/b.txt", false),
            ("2019/**", "a/2019/../b.txt", false),
            ("**", "c/b.txt", false),
            ("县{甲,乙}/*.txt", "a/县乙/通报.txt", true),
        ] {
            let ignore = PathIgnore::new(Path::new("a"), pattern, off.clone()).unwrap();
            assert_eq!(ignore.leaves_out(path, "H001"), fits, "{pattern} {path}");
            assert!(!ignore.leaves_out(path, "H002"), "{pattern} {path}");
        }
        assert!(PathIgnore::new(Path::new(""), "a[", off).is_none());
    }

    #[test]
    fn a_likeness_is_a_share() {
        for (share, want) in [("0.7", Some(700)), ("1", Some(1000)), ("0.4", None), ("70", None), ("-1", None)] {
            assert_eq!(in_thousandths(share.parse().unwrap()), want, "{share}");
        }
    }
}

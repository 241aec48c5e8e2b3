//! What a run left, read back.

use crate::i18n::{Lang, Text};
use rustc_hash::FxHashMap;
use serde_json::Value;

/// A run: what it was made by, its notices, and what was found in each.
#[derive(Debug)]
pub struct Side {
    /// `run.json`.
    pub(super) run: Value,
    /// The lines of `notices.jsonl`.
    pub(super) notices: Vec<Value>,
    /// The lines of `findings.jsonl`, by the place of their notice.
    pub(super) findings: Vec<Vec<Value>>,
}

/// A file of a run that cannot be understood.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message(Lang::En))]
pub struct SideError {
    file: &'static str,
    line: usize,
    source: serde_json::Error,
}

impl SideError {
    /// What is wrong, in which file and line.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        const NO_JSON: Text = Text::new(
            "{0}:{1}：不是 analyze 写出的 JSON（{2}）；请重新运行 analyze",
            "{0}:{1}: not the JSON that `analyze` writes ({2}); run `analyze` again",
        );
        NO_JSON.fill(lang, &[&self.file, &self.line, &self.source])
    }
}

impl Side {
    /// A run of the texts of its `run.json`, `notices.jsonl` and `findings.jsonl`.
    ///
    /// # Errors
    /// A text that is no JSON, with file and line.
    pub fn read(run: &str, notices: &str, findings: &str) -> Result<Self, SideError> {
        let run =
            serde_json::from_str(run).map_err(|source| SideError { file: "run.json", line: source.line(), source })?;
        let notices = lines("notices.jsonl", notices)?;
        let places: FxHashMap<String, usize> =
            notices.iter().enumerate().map(|(at, notice)| (path(notice).to_owned(), at)).collect();
        let mut of_notice = vec![Vec::new(); notices.len()];
        for finding in lines("findings.jsonl", findings)? {
            if let Some(at) = finding["notice"].as_str().and_then(|path| places.get(path)) {
                of_notice[*at].push(finding);
            }
        }
        Ok(Self { run, notices, findings: of_notice })
    }
}

fn lines(file: &'static str, text: &str) -> Result<Vec<Value>, SideError> {
    let read = |(at, line): (usize, &str)| {
        serde_json::from_str(line).map_err(|source| SideError { file, line: at + 1, source })
    };
    text.lines().enumerate().map(read).collect()
}

/// The path of a notice, as its run was given it.
pub(super) fn path(notice: &Value) -> &str {
    notice["source"]["path"].as_str().unwrap_or_default()
}

/// Notices of both runs that are one: those of the same bytes, then those of the same path. In the order of the new run,
/// those that only the old one has at the end.
pub(super) fn pair(old: &Side, new: &Side) -> Vec<(Option<usize>, Option<usize>)> {
    let checksum = |notice: &Value| notice["source"]["sha256"].as_str().unwrap_or_default().to_owned();
    let mut pairs: Vec<(Option<usize>, Option<usize>)> = (0..new.notices.len()).map(|at| (None, Some(at))).collect();
    let mut left: Vec<bool> = vec![true; old.notices.len()];
    let keys: [&dyn Fn(&Value) -> String; 3] =
        [&|notice| format!("{} {}", checksum(notice), path(notice)), &|notice| checksum(notice), &|notice| {
            path(notice).to_owned()
        }];
    for key in keys {
        let mut known: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for at in (0..old.notices.len()).rev().filter(|at| left[*at]) {
            known.entry(key(&old.notices[at])).or_default().push(at);
        }
        for (at, notice) in new.notices.iter().enumerate() {
            if pairs[at].0.is_none() {
                pairs[at].0 = known.get_mut(&key(notice)).and_then(Vec::pop);
                pairs[at].0.iter().for_each(|old| left[*old] = false);
            }
        }
    }
    pairs.extend((0..old.notices.len()).filter(|at| left[*at]).map(|at| (Some(at), None)));
    pairs
}

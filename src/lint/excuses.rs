//! Findings that the user excused, each with a reason. They stand in a file beside the notices, which are read-only.
//!
//! Comes in: the text of a `suppressions.toml`, and findings. Goes out: the findings, those that an entry means marked with
//! its reason; and the entries that meant none ([`Excuses::stale`]). An entry never reaches farther than it says: it names a
//! rule and the words found, or a phrase that is right as it stands.

use super::{Registry, Selection, Settings};
use crate::i18n::Text;
use crate::model::Finding;
use crate::toml_file::{Table, TomlFault, TomlFile};
use crate::{Document, Span};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

/// Name of the file that is looked for beside the notices.
pub const SUPPRESSIONS: &str = "suppressions.toml";

const SUPPRESS: &str = "suppress";
const PHRASE: &str = "phrase";
const SECTIONS: &[&str] = &[SUPPRESS, PHRASE];
const KEYS: &[&str] = &["rule", "words", "notice", "reason"];

/// The entries of one or more files.
#[derive(Debug, Default)]
pub struct Excuses {
    entries: Vec<Excuse>,
}

/// An entry and where it stands.
#[derive(Debug)]
pub struct Excuse {
    /// The file.
    pub path: PathBuf,
    /// Its line, from 1.
    pub line: usize,
    /// The words of the finding, or the phrase.
    pub words: String,
    /// What chooses the rules: a code, a name, or the beginning of a code. All of them for a phrase without it.
    rule: Option<String>,
    /// The end of the notice's path.
    notice: Option<PathBuf>,
    reason: String,
    /// Whether the words are a phrase that is right wherever it stands, not the words of a finding.
    phrase: bool,
    /// Whether it meant a finding of this run.
    used: AtomicBool,
}

impl Excuses {
    /// Adds the entries of the file at `path`, whose text is given. `[[suppress]]` excuses the findings of a rule whose words
    /// hold its `words`; `[[phrase]]` excuses findings that stand wholly inside its `words`. Both need a `reason`.
    ///
    /// # Errors
    /// The first fault, with its line: no TOML, an unknown key or rule, no reason.
    ///
    /// ```
    /// use std::path::Path;
    /// use zhenggai::Lexicon;
    /// use zhenggai::lint::{Excuses, Registry};
    /// let rules = Registry::new(&Lexicon::builtin());
    /// let mut excuses = Excuses::default();
    /// let entry = "[[suppress]]\nrule = 'V001'\nwords = '提高政治站位'\nreason = '另有附件'\n";
    /// excuses.add(Path::new("suppressions.toml"), entry, &rules)?;
    /// assert!(excuses.add(Path::new("s.toml"), "[[suppress]]\nrule = 'V001'\nwords = '提高'\n", &rules).is_err());
    /// # Ok::<(), zhenggai::toml_file::TomlFault>(())
    /// ```
    pub fn add(&mut self, path: &Path, text: &str, rules: &Registry) -> Result<(), TomlFault> {
        let file = TomlFile::read(path, text)?;
        let root = file.root();
        root.only(SECTIONS)?;
        for section in SECTIONS {
            for table in root.tables(section)? {
                self.entries.push(entry(path, &table, *section == PHRASE, rules)?);
            }
        }
        self.entries.sort_by(|a, b| (&a.path, a.line).cmp(&(&b.path, b.line)));
        Ok(())
    }

    /// Marks the findings in `document` that are excused; of several entries the first gives the reason.
    pub(super) fn mark(&self, document: &Document, findings: &mut [Finding]) {
        for finding in findings {
            let mut reason = None;
            for entry in self.entries.iter().filter(|entry| entry.means(document, finding)) {
                entry.used.store(true, Ordering::Relaxed);
                reason = reason.or(Some(&entry.reason));
            }
            finding.suppressed = reason.cloned();
        }
    }

    /// Entries that meant no finding so far though all their rules ran, in the order of the files.
    pub fn stale<'e>(&'e self, rules: &'e Registry, settings: &'e Settings) -> impl Iterator<Item = &'e Excuse> {
        let unused = self.entries.iter().filter(|entry| !entry.used.load(Ordering::Relaxed));
        unused.filter(|entry| {
            let mut its_rules = rules.cards().filter(|card| entry.chooses(&card.code, &card.name));
            its_rules.all(|card| settings.runs(card))
        })
    }
}

impl Excuse {
    fn means(&self, document: &Document, finding: &Finding) -> bool {
        let rule = self.chooses(&finding.rule, &finding.name);
        let notice = self.notice.as_deref().is_none_or(|end| Path::new(&*finding.notice).ends_with(end));
        rule && notice
            && if self.phrase { self.holds(document, finding.span) } else { self.held(document, finding.span) }
    }

    /// Whether it is about the rule of that code and name.
    fn chooses(&self, code: &str, name: &str) -> bool {
        self.rule.as_deref().is_none_or(|word| Selection::chooses(word, code, name))
    }

    /// Whether the words of the finding hold those of the entry; white space is no difference.
    fn held(&self, document: &Document, found: Span) -> bool {
        unspaced(found.slice(document.text())).contains(&unspaced(&self.words))
    }

    /// Whether the finding stands inside the phrase: 有关部门 in 国家有关部门.
    fn holds(&self, document: &Document, found: Span) -> bool {
        let text = document.text();
        if found.len() > self.words.len() {
            return false;
        }
        let reach = self.words.len() - found.len();
        let mut from = found.lo().saturating_sub(reach);
        while !text.is_char_boundary(from) {
            from += 1;
        }
        (from..=found.lo()).any(|at| text.get(at..).is_some_and(|rest| rest.starts_with(&*self.words)))
    }
}

fn unspaced(words: &str) -> String {
    words.split_whitespace().collect()
}

fn entry(path: &Path, table: &Table<'_>, phrase: bool, rules: &Registry) -> Result<Excuse, TomlFault> {
    table.only(KEYS)?;
    let said = |key| match table.required(key)? {
        words if words.trim().is_empty() => Err(table.wrong(key, words, WORDS)),
        words => Ok(words.to_owned()),
    };
    let rule = if phrase { table.words("rule")?.map(str::to_owned) } else { Some(said("rule")?) };
    if let Some(odd) = rule.as_deref().filter(|rule| !Selection::knows(rule, rules)) {
        return Err(table.unknown_word("rule", odd, &Selection::words(rules)));
    }
    Ok(Excuse {
        path: path.to_owned(),
        line: table.line(),
        words: said("words")?,
        rule,
        notice: table.words("notice")?.map(PathBuf::from),
        reason: said("reason")?,
        phrase,
        used: AtomicBool::new(false),
    })
}

const WORDS: Text = Text::new("不为空的文字", "words");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::lint::{Parsed, lint};
    use crate::{Lexicon, parse};
    use std::sync::Arc;

    const TEXT: &str = "（一）信访办理不力\n一是办结信访件。受理信访件21件，其中重复信访件25件。对相关责任人进行批评教育。\n\
                        二是办结积案。受理积案11件，其中重复积案15件。";

    fn excuses(text: &str) -> Result<Excuses, String> {
        let mut excuses = Excuses::default();
        let rules = Registry::new(&Lexicon::builtin());
        let added = excuses.add(Path::new("s.toml"), text, &rules);
        added.map(|()| excuses).map_err(|fault| fault.message(Lang::En))
    }

    /// The words that are excused, and the lines of entries that excuse nothing.
    fn excused(entries: &str) -> (Vec<String>, Vec<usize>) {
        let excuses = Arc::new(excuses(entries).unwrap());
        let lexicon = Lexicon::builtin();
        let document = Document::from_text(TEXT);
        let notice = parse(&document, &lexicon);
        let settings = Settings { excuses: Arc::clone(&excuses), ..Settings::default() };
        let parsed = Parsed { document: &document, notice: &notice, lexicon: &lexicon };
        let rules = Registry::new(&lexicon);
        let found = lint(&[parsed], &rules, &settings);
        let marked = found.iter().filter(|finding| finding.suppressed.as_deref() == Some("核过"));
        let words = marked.map(|finding| finding.span.slice(TEXT).to_owned()).collect();
        (words, excuses.stale(&rules, &settings).map(|entry| entry.line).collect())
    }

    #[test]
    fn an_entry_means_its_rule_and_words() {
        for (entry, words, stale) in [
            ("rule = 'N001'\nwords = '信访件25 件'", &["重复信访件25件"][..], &[][..]),
            ("rule = 'part-exceeds-whole'\nwords = '重复'", &["重复信访件25件", "重复积案15件"], &[]),
            ("rule = 'N'\nwords = '积案15件'", &["重复积案15件"], &[]),
            ("rule = 'N002'\nwords = '信访件25件'", &[], &[1]),
            ("rule = 'N001'\nwords = '信访件26件'", &[], &[1]),
            ("rule = 'N001'\nwords = '信访件25件'\nnotice = 'b.txt'", &[], &[1]),
        ] {
            let (found, unused) = excused(&format!("[[suppress]]\n{entry}\nreason = '核过'"));
            assert_eq!(
                (&*found, &*unused),
                (&words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>()[..], stale),
                "{entry}"
            );
        }
    }

    #[test]
    fn an_entry_whose_rule_did_not_run_is_not_stale() {
        let rules = Registry::new(&Lexicon::builtin());
        let excuses = excuses(
            "[[suppress]]\nrule = 'V001'\nwords = '旧'\nreason = '核过'\n[[phrase]]\nwords = '旧'\nreason = '核过'",
        )
        .unwrap();
        let lines = |off: &str| {
            let settings = Settings { off: [off.to_owned()].into(), ..Settings::default() };
            excuses.stale(&rules, &settings).map(|entry| entry.line).collect::<Vec<_>>()
        };
        assert_eq!((lines(""), lines("V001"), lines("N001")), (vec![1, 5], vec![], vec![1]));
    }

    #[test]
    fn a_phrase_is_right_where_it_stands_whole() {
        let phrase = |words: &str| excused(&format!("[[phrase]]\nwords = '{words}'\nreason = '核过'"));
        assert_eq!(phrase("对相关责任人进行").0, ["相关责任人"]);
        assert_eq!(phrase("本案相关责任人"), (Vec::new(), vec![1]));
    }

    #[test]
    fn faults_are_named() {
        for (text, want) in [
            ("[[suppres]]\n", "s.toml:1: unknown key `suppres`, did you mean `suppress`?"),
            ("[[suppress]]\nrule = 'N001'\nwords = 'a'", "s.toml:1: `reason` is missing"),
            ("[[suppress]]\nrule = 'N001'\nwords = 'a'\nreason = ' '", "s.toml:4: `reason` does not take ` `"),
            ("[[suppress]]\nwords = 'a'\nreason = 'b'", "s.toml:1: `rule` is missing"),
            (
                "[[suppress]]\nrule = 'N0001'\nwords = 'a'\nreason = 'b'",
                "s.toml:2: `rule` does not take `N0001`, did you mean",
            ),
            ("[[phrase]]\nreason = 'b'", "s.toml:1: `words` is missing"),
        ] {
            let fault = excuses(text).expect_err(text);
            assert!(fault.starts_with(want), "{text}: {fault}");
        }
    }
}

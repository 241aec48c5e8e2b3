//! Many notices together.
//!
//! Comes in: notices, each with the document it was parsed from, and the inputs that failed. Goes out: an [`Analysis`] with
//! what the rules found, which every output of a run is written from. It reads no files and writes none. Start with
//! [`Analysis`].

mod kept;
mod tally;

pub use kept::{from_bytes, to_bytes};
pub use tally::{Progress, Tally};

use crate::assess::{self, Concreteness};
use crate::corrections::Told;
use crate::lint::{self, Registry, Settings};
use crate::model::Finding;
use crate::{Document, Lexicon, Notice};
use rayon::iter::{IntoParallelRefMutIterator, ParallelIterator};

/// A notice with its text and what was found in it.
#[derive(Debug, Clone)]
pub struct Parsed {
    /// What it was parsed from.
    pub document: Document,
    /// What it says.
    pub notice: Notice,
    /// What the rules found in it, in the order of the text.
    pub findings: Vec<Finding>,
    /// How concrete its measures are worded.
    pub concreteness: Concreteness,
}

impl Parsed {
    /// A notice in which nothing has been looked for yet.
    #[must_use]
    pub fn new(document: Document, notice: Notice) -> Self {
        Self { document, notice, findings: Vec::new(), concreteness: Concreteness::default() }
    }

    /// The body that the notice speaks of. Notices of one body carry the same name.
    #[must_use]
    pub fn body(&self) -> Option<&str> {
        self.notice.header.body()
    }

    /// The path, as given.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.document.source().path
    }
}

/// An input that gave no notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The path, as given.
    pub path: String,
    /// What went wrong, in the user's language.
    pub message: String,
}

/// The notices of a run and what was found in them.
pub struct Analysis<'l> {
    /// The words that the notices were read by.
    pub lexicon: &'l Lexicon,
    /// The notices, in the order of the inputs.
    pub notices: Vec<Parsed>,
    /// Inputs that failed, in order.
    pub failures: Vec<Failure>,
    /// The rules that looked at the notices.
    pub rules: Registry,
    /// The entries of the user's corrections and what became of each, in the order of the files.
    pub corrections: Vec<Told>,
}

/// Notices of one body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body<'a> {
    /// Its name; `None` for the notices that name none.
    pub name: Option<&'a str>,
    /// Places of its notices in [`Analysis::notices`], by year, then in order of the inputs.
    pub notices: Vec<usize>,
}

impl<'l> Analysis<'l> {
    /// Looks at the notices by the rules of `settings`, notices in parallel.
    #[must_use]
    pub fn new(lexicon: &'l Lexicon, notices: Vec<Parsed>, failures: Vec<Failure>, settings: &Settings) -> Self {
        let mut analysis = Self { lexicon, notices, failures, rules: Registry::new(lexicon), corrections: Vec::new() };
        let rules = &analysis.rules;
        analysis.notices.par_iter_mut().for_each(|parsed| {
            let notice = lint::Parsed { document: &parsed.document, notice: &parsed.notice, lexicon };
            parsed.findings = lint::lint(&[notice], rules, settings);
            parsed.concreteness = assess::score(parsed.document.text(), &parsed.notice, lexicon).notice;
        });
        analysis
    }

    /// The same, with what became of the corrections that the notices were put right by.
    #[must_use]
    pub fn with_corrections(self, corrections: Vec<Told>) -> Self {
        Self { corrections, ..self }
    }

    /// The bodies in the order of their first notice, those without a name last.
    #[must_use]
    pub fn bodies(&self) -> Vec<Body<'_>> {
        let mut bodies: Vec<Body<'_>> = Vec::new();
        let mut places = rustc_hash::FxHashMap::default();
        for (at, parsed) in self.notices.iter().enumerate() {
            let name = parsed.body();
            let place = *places.entry(name).or_insert_with(|| {
                bodies.push(Body { name, notices: Vec::new() });
                bodies.len() - 1
            });
            bodies[place].notices.push(at);
        }
        for body in &mut bodies {
            body.notices.sort_by_key(|at| self.notices[*at].notice.year);
        }
        bodies.sort_by_key(|body| body.name.is_none());
        bodies
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notices_of_one_body_stand_together_by_year() {
        let lexicon = Lexicon::builtin();
        let read = |text: &str| {
            let document = Document::from_text(text);
            let notice = crate::parse(&document, &lexicon);
            Parsed::new(document, notice)
        };
        let notice = |body: &str, year| {
            let head = format!("{year}年6月26日，县委第二巡察组向{body}反馈了巡察意见。");
            read(&format!("关于巡察整改情况的通报\n{head}\n一、学习不够深入\n一是健全制度。\n"))
        };
        let notices = vec![
            read("没有名称"),
            notice("县水利局党组", 2024),
            notice("县教育局党组", 2024),
            notice("县水利局党组", 2022),
        ];
        let analysis = Analysis::new(&lexicon, notices, Vec::new(), &Settings::default());
        let bodies = analysis.bodies();
        let places: Vec<_> = bodies.iter().map(|body| (body.name.is_some(), body.notices.clone())).collect();
        assert_eq!(places, [(true, vec![3, 1]), (true, vec![2]), (false, vec![0])]);
    }
}

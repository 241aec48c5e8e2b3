//! What stands in a notice, counted.

use super::Parsed;
use crate::assess::Concreteness;
use crate::model::{NodeKind, Status};
use std::ops::AddAssign;

/// Counts over one or more notices.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Notices.
    pub notices: usize,
    /// Problems, those named inside measures too.
    pub problems: usize,
    /// Measures.
    pub measures: usize,
    /// Metrics.
    pub metrics: usize,
    /// Cited documents.
    pub documents: usize,
    /// Warnings about the text.
    pub warnings: usize,
    /// Findings that were not excused.
    pub findings: usize,
    /// How concrete the measures are worded.
    pub wording: Concreteness,
    /// The measures by how far they have come.
    pub progress: Progress,
}

/// Measures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Done.
    pub done: usize,
    /// Under way.
    pub ongoing: usize,
    /// Planned.
    pub planned: usize,
    /// Sentences of more than one of these.
    pub mixed: usize,
    /// The words do not say.
    pub unstated: usize,
}

impl Tally {
    /// The counts of one notice.
    #[must_use]
    pub fn of(parsed: &Parsed) -> Self {
        let notice = &parsed.notice;
        let mut tally = Self {
            notices: 1,
            metrics: notice.metrics.len(),
            documents: notice.documents.len(),
            warnings: notice.warnings.len(),
            findings: parsed.findings.iter().filter(|finding| finding.suppressed.is_none()).count(),
            wording: parsed.concreteness,
            ..Self::default()
        };
        for node in &notice.outline.nodes {
            match node.kind {
                NodeKind::Section | NodeKind::Action => {}
                NodeKind::Problem => tally.problems += 1,
                NodeKind::Measure => tally.progress.add(node.status),
            }
        }
        tally.measures = tally.progress.total();
        tally
    }
}

impl Progress {
    /// All measures.
    #[must_use]
    pub fn total(self) -> usize {
        self.done + self.ongoing + self.planned + self.mixed + self.unstated
    }

    fn add(&mut self, status: Option<Status>) {
        match status {
            Some(Status::Done) => self.done += 1,
            Some(Status::Ongoing) => self.ongoing += 1,
            Some(Status::Planned) => self.planned += 1,
            Some(Status::Mixed) => self.mixed += 1,
            None => self.unstated += 1,
        }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.notices += other.notices;
        self.problems += other.problems;
        self.measures += other.measures;
        self.metrics += other.metrics;
        self.documents += other.documents;
        self.warnings += other.warnings;
        self.findings += other.findings;
        self.wording = self.wording.and(other.wording);
        self.progress.done += other.progress.done;
        self.progress.ongoing += other.progress.ongoing;
        self.progress.planned += other.progress.planned;
        self.progress.mixed += other.progress.mixed;
        self.progress.unstated += other.progress.unstated;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::Analysis;
    use crate::lint::Settings;
    use crate::{Document, Lexicon};

    #[test]
    fn a_notice_is_counted() {
        let document = Document::from_text(
            "一、学习不够深入\n一是健全制度。印发《学习办法》2份。进一步提高认识。\n二是加强检查。正在推进。\n",
        );
        let lexicon = Lexicon::builtin();
        let notice = crate::parse(&document, &lexicon);
        let analysis = Analysis::new(&lexicon, vec![Parsed::new(document, notice)], Vec::new(), &Settings::default());
        let mut tally = Tally::of(&analysis.notices[0]);
        assert_eq!((tally.problems, tally.measures, tally.metrics, tally.documents), (1, 2, 1, 1));
        assert_eq!(tally.wording.specific, 1);
        assert_eq!(tally.progress.total(), 2);
        tally += tally;
        assert_eq!((tally.notices, tally.measures, tally.wording.specific), (2, 4, 2));
    }
}

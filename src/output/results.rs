//! An analysis with what several outputs need of it, worked out once, when first asked for.

use super::wire::{Comparison, Duplicates};
use crate::analyze::Analysis;
use crate::compare::{Edition, Facts, group};
use crate::i18n::Lang;
use crate::similar::{self, Corpus};
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use std::sync::OnceLock;

/// The results of a run.
pub struct Results<'a> {
    /// The notices and what was found in each.
    pub analysis: &'a Analysis<'a>,
    /// Language of messages.
    lang: Lang,
    duplicates: OnceLock<Duplicates>,
    comparisons: OnceLock<Vec<Comparison>>,
}

impl<'a> Results<'a> {
    /// The results of `analysis`, messages in `lang`.
    #[must_use]
    pub fn new(analysis: &'a Analysis<'a>, lang: Lang) -> Self {
        Self { analysis, lang, duplicates: OnceLock::new(), comparisons: OnceLock::new() }
    }

    /// Passages that say the same, in a notice and across all.
    pub fn duplicates(&self) -> &Duplicates {
        self.duplicates.get_or_init(|| {
            let mut corpus = Corpus::default();
            for parsed in &self.analysis.notices {
                corpus.add(&similar::read(&parsed.document, &parsed.notice, self.analysis.lexicon));
            }
            Duplicates::of(&similar::find(&corpus, self.analysis.lexicon, &similar::Options::default()))
        })
    }

    /// Every body's notices compared in the order of years; bodies in the order of their first notice.
    pub fn comparisons(&self) -> &[Comparison] {
        self.comparisons.get_or_init(|| {
            let Analysis { notices, lexicon, .. } = self.analysis;
            let facts: Vec<_> = notices.iter().map(|parsed| Facts::of(&parsed.notice, lexicon)).collect();
            let years = |body: Vec<usize>| body.windows(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>();
            let pairs: Vec<_> = group(&facts).into_iter().flat_map(years).collect();
            let edition = |at: usize| Edition { document: &notices[at].document, notice: &notices[at].notice };
            pairs
                .into_par_iter()
                .map(|(old, new)| Comparison::of(&edition(old), &edition(new), lexicon, self.lang))
                .collect()
        })
    }
}

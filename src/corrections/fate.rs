//! What became of an entry.

use super::entry::Entry;
use super::{Corrections, Listed};
use crate::class::classes;
use crate::i18n::{Lang, Text};

classes! {
    /// What became of an entry. Of one that names several notices, or both sides of an alignment, the first of these that
    /// fits is told.
    Fate {
        /// It was applied.
        Applied = "applied",
        /// The program reads what the entry says: it is not needed any more.
        Needless = "needless",
        /// The words hold several metrics: `number` or `nth` has to say which.
        Several = "several",
        /// The words hold no metric.
        NoMetric = "no-metric",
        /// The words do not stand in the notice.
        NoQuote = "no-quote",
        /// No notice of the run has that checksum.
        NoNotice = "no-notice",
    }
}

/// An entry with what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The file.
    pub path: String,
    /// The entry's line, from 1.
    pub line: usize,
    /// The words that it quotes; those of the newer year where it aligns two.
    pub quote: String,
    /// What became of it.
    pub fate: Fate,
}

impl Corrections {
    /// Every entry with what became of it, from the fates that [`apply`](Self::apply) told for each notice.
    #[must_use]
    pub fn told(&self, fates: &[(usize, Fate)]) -> Vec<Told> {
        let tell = |(at, listed): (usize, &Listed)| {
            let of_entry = || fates.iter().filter(|(entry, _)| *entry == at).map(|(_, fate)| *fate);
            let fate = match &listed.entry {
                Entry::Metric(_) => of_entry().min().unwrap_or(Fate::NoNotice),
                // Both sides have to fit; a side that no notice has keeps the other from being of use.
                Entry::Align(_) if of_entry().filter(|fate| *fate == Fate::Applied).count() >= 2 => Fate::Applied,
                Entry::Align(_) => of_entry().filter(|fate| *fate != Fate::Applied).min().unwrap_or(Fate::NoNotice),
            };
            let quote = match &listed.entry {
                Entry::Metric(fix) => &fix.anchor.quote,
                Entry::Align(align) => &align.new.quote,
            };
            Told { path: listed.path.display().to_string(), line: listed.line, quote: quote.clone(), fate }
        };
        self.entries.iter().enumerate().map(tell).collect()
    }
}

impl Told {
    /// What the user should know, with the remedy; `None` for an entry that was applied.
    #[must_use]
    pub fn message(&self, lang: Lang) -> Option<String> {
        let said = match self.fate {
            Fate::Applied => return None,
            Fate::Needless => NEEDLESS,
            Fate::Several => SEVERAL,
            Fate::NoMetric => NO_METRIC,
            Fate::NoQuote => NO_QUOTE,
            Fate::NoNotice => NO_NOTICE,
        };
        Some(said.fill(lang, &[&self.path, &self.line, &self.quote]))
    }
}

const NEEDLESS: Text = Text::new(
    "{0}:{1}：更正“{2}”已无必要，程序读出的就是这样；可以删去",
    "{0}:{1}: correction of `{2}` is not needed any more, the program reads it so; it can go",
);
const SEVERAL: Text = Text::new(
    "{0}:{1}：更正未用上，“{2}”里不止一个指标；请用 number 写明哪个数，或用 nth 写明第几处",
    "{0}:{1}: correction not applied, `{2}` holds several metrics; say which by number or nth",
);
const NO_METRIC: Text = Text::new(
    "{0}:{1}：更正已过时，“{2}”里没有指标；请改写引文或删去",
    "{0}:{1}: stale correction, `{2}` holds no metric; change the quote or delete it",
);
const NO_QUOTE: Text = Text::new(
    "{0}:{1}：更正已过时，通报里没有“{2}”；请改写引文或删去",
    "{0}:{1}: stale correction, `{2}` does not stand in the notice; change the quote or delete it",
);
const NO_NOTICE: Text = Text::new(
    "{0}:{1}：更正“{2}”未用上，没有校验和相符的通报；通报改过就更新 notice，不在了就删去",
    "{0}:{1}: stale correction of `{2}`, no notice has that checksum; renew `notice` if it was edited, else delete it",
);

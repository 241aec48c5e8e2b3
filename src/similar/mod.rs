//! Measures that are said twice: in one notice, copied from another unit, or taken over from last year.
//!
//! Comes in: the sentences of many notices. Goes out: [`Findings`], that is verified pairs at their widest extent, clusters,
//! and the share of each notice that stands in each other one; and the index file of a reference set. It decides nothing
//! about who copied whom, and a result never depends on the luck of a signature: signatures only propose, every pair is
//! weighed exactly.
//!
//! Start with [`find`]. On the way: `mask` and `names` (figures, dates and the units' names behind marks), `read` (sentences
//! and clauses), `corpus`, `forms` and `units` (what is told apart), `minhash`, `neighbours` and `candidates` (what is worth
//! weighing),
//! `lcs`, `fit` and `extent` (what is a copy, and how far it reaches), `cluster`, `phrases`, `matrix` and `differ` (what is
//! told of it), `index` (the file).

mod candidates;
mod cluster;
mod corpus;
mod differ;
mod extent;
mod fit;
mod forms;
#[cfg(feature = "tables")]
pub mod index;
mod lcs;
mod likeness;
mod mask;
mod matrix;
mod minhash;
mod names;
mod neighbours;
mod phrases;
mod read;
mod report;
mod spread;
#[cfg(test)]
mod testing;
mod units;

pub use corpus::{Corpus, Run};
pub use differ::Difference;
pub use likeness::Likeness;
pub use mask::Masked;
pub use matrix::Overlap;
pub use read::{Clause, Reading, Sentence, read};
pub use report::{ALL_PAIRS, Cluster, Findings, Pair, Passage, Scope, find};

use crate::{Document, Lexicon, Notice, Span};

/// What counts as a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Likeness from which on two passages are copies, in thousandths; short ones and lines of figures need more.
    pub threshold: u32,
    /// Letters that a passage must have, figures and names left out.
    pub min_chars: usize,
    /// Whether set phrases that any measure could carry are told, marked.
    pub boilerplate: bool,
    /// Whether every sentence is weighed against every other, without signatures: to measure what they miss.
    pub exhaustive: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { threshold: 700, min_chars: 10, boilerplate: false, exhaustive: false }
    }
}

/// Least and greatest threshold that the search is made for, in thousandths.
pub const THRESHOLDS: std::ops::RangeInclusive<u32> = 500..=1000;

/// Two places of one notice that say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Repeat {
    /// The first place.
    pub a: Span,
    /// The second.
    pub b: Span,
    /// How alike they are.
    pub likeness: Likeness,
}

/// What a notice says twice, in the order of the text; set phrases are left out.
///
/// ```
/// use zhenggai::{Document, Lexicon, parse, similar};
/// let lexicon = Lexicon::builtin();
/// let text = "一、学习不深入\n一是建立台账，逐项明确责任科室和完成时限。\n二是召开会议，逐项明确责任科室和完成时限。";
/// let document = Document::from_text(text);
/// let repeats = similar::within(&document, &parse(&document, &lexicon), &lexicon, &similar::Options::default());
/// assert_eq!(repeats[0].b.slice(text), "逐项明确责任科室和完成时限");
/// ```
#[must_use]
pub fn within(document: &Document, notice: &Notice, lexicon: &Lexicon, options: &Options) -> Vec<Repeat> {
    let mut corpus = Corpus::default();
    corpus.add(&Reading { sentences: read::sentences(document.text(), notice, lexicon), ..Reading::default() });
    let findings = find(&corpus, lexicon, options);
    let place = |run| corpus.bytes(run);
    findings.pairs.iter().map(|pair| Repeat { a: place(pair.a), b: place(pair.b), likeness: pair.likeness }).collect()
}

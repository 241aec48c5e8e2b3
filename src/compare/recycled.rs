//! Words that the new notice takes over from the old one: the copies that the `similar` room finds between the two, figures
//! and names masked, set phrases left out.

use super::Edition;
use super::result::Recycled;
use crate::model::NodeId;
use crate::similar::{self, Corpus, Scope};
use crate::{Lexicon, Span};

/// The passages of `old` that come back in `new`, in the order of the old notice, then of the new.
pub(super) fn recycled(old: &Edition<'_>, new: &Edition<'_>, lexicon: &Lexicon) -> Vec<Recycled> {
    let mut corpus = Corpus::default();
    for edition in [old, new] {
        corpus.add(&similar::read(edition.document, edition.notice, lexicon));
    }
    let found = similar::find(&corpus, lexicon, &similar::Options::default());
    let between = found.pairs.iter().filter(|pair| pair.scope != Scope::Within);
    let copies = between.filter_map(|pair| {
        // The old notice was added first, so it holds the first place of each pair.
        let (old_span, new_span) = (found.passage(pair.a).bytes, found.passage(pair.b).bytes);
        Some(Recycled {
            old: node_at(old, old_span)?,
            new: node_at(new, new_span)?,
            old_span,
            new_span,
            similarity: pair.likeness.share().round_dp(2).normalize(),
        })
    });
    copies.collect()
}

fn node_at(edition: &Edition<'_>, span: Span) -> Option<NodeId> {
    edition.notice.outline.innermost(span.lo())
}

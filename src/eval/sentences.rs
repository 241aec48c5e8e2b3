//! How checkable each sentence of a measure is: the label of the action that covers most of it.

use super::anchors::Anchors;
use super::card::{Card, Verdict};
use super::error::EvalError;
use super::gold::GoldSentence;
use super::place::Place;
use super::prediction::Prediction;
use super::tally::Figure;
use crate::Class;
use crate::model::{NodeKind, Specificity};

/// Judges every annotated sentence but headings.
pub(super) fn score(
    gold: &[GoldSentence],
    prediction: &Prediction,
    anchors: &Anchors<'_>,
    card: &mut Card,
) -> Result<(), EvalError> {
    let nodes = prediction.nodes();
    let actions = nodes.iter().filter(|(node, _)| node.kind.0 == NodeKind::Action);
    let actions: Vec<_> = actions.map(|(node, _)| (node.span, node.specificity.map(|label| label.0))).collect();
    for (at, sentence) in gold.iter().enumerate().filter(|(_, sentence)| !sentence.heading) {
        let start = anchors.find(&sentence.quote, sentence.nth, &|| format!("sentences[{at}].quote"))?;
        let place = anchors.place(start, sentence.quote.len());
        judge(sentence, place, label_at(place, &actions), card);
    }
    Ok(())
}

fn judge(sentence: &GoldSentence, place: Place, got: Option<Specificity>, card: &mut Card) {
    let want = sentence.label.0;
    let (wanted, given) = (want == Specificity::Vague, got == Some(Specificity::Vague));
    card.tally.add(Figure::Vague, usize::from(wanted && given), usize::from(given), usize::from(wanted));
    card.judge(Figure::Label3, got == Some(want));
    if got != Some(want) {
        let got = got.map_or("null", Specificity::word);
        card.note(Figure::Label3, Verdict::wrong(want.word(), got), &sentence.quote, Some(place));
    }
}

/// The label of the action that shares most characters with `place` (the first of equals), if it covers half of it.
fn label_at(place: Place, actions: &[(Place, Option<Specificity>)]) -> Option<Specificity> {
    let mut best = (0, None);
    for (action, label) in actions {
        let shared = place.overlap(*action);
        if shared > best.0 {
            best = (shared, *label);
        }
    }
    best.1.filter(|_| best.0 * 2 >= place.len())
}

//! Scores against annotated notices: precision, recall and F1 of what the program finds.
//!
//! Comes in: a folder of annotated notices (`NAME.txt` with `NAME.json` beside it, every annotation anchored by a quote)
//! and, for each, a prediction in the shape of the JSON contract. Goes out: a [`Report`] with the figures, their counts and
//! the misses. It never changes what it scores, and it gives no figure for a folder whose annotation is faulty: an
//! [`EvalError`] names the file and the place. Start with [`evaluate`]; how two things are compared stands in one file per
//! kind of thing: `header`, `outline`, `metrics`, `attributes`, `sentences`, `findings`.

mod amounts;
mod anchors;
mod attributes;
mod card;
mod cases;
mod error;
mod findings;
mod gold;
mod header;
mod metrics;
mod names;
mod outline;
mod place;
mod prediction;
mod report;
mod sentences;
mod table;
mod tally;
mod words;

pub use card::{Miss, Verdict};
pub use cases::Case;
pub use error::{EvalError, Within};
pub use place::Place;
pub use prediction::Prediction;
pub use report::Report;
pub use tally::{Figure, Score};

use crate::i18n::Lang;
use crate::lint::{self, Parsed, Registry, Settings};
use crate::output::wire;
use crate::{Lexicon, parse};
use card::Card;
use rayon::prelude::*;
use std::path::Path;

/// Parses every annotated notice of `folder` with the words of `lexicon`, asks every rule, and scores what comes out.
///
/// ```
/// use zhenggai::{Lexicon, eval, i18n::Lang};
/// let report = eval::evaluate("corpus/pages".as_ref(), &Lexicon::builtin())?;
/// assert_eq!(report.notices.len(), 16);
/// println!("{}", report.table(Lang::En));
/// # Ok::<(), eval::EvalError>(())
/// ```
///
/// # Errors
/// A file that cannot be read, a folder without annotated notices, an annotation of another form or whose quote does not
/// stand in the text.
pub fn evaluate(folder: &Path, lexicon: &Lexicon) -> Result<Report, EvalError> {
    let (rules, settings) = (Registry::new(lexicon), Settings::default());
    score(&Case::read_folder(folder)?, |case| {
        let document = &case.document;
        let notice = parse(document, lexicon);
        let printed = wire::notice(document, &notice, lexicon, &wire::Options::default());
        let found = lint::lint(&[Parsed { document, notice: &notice, lexicon }], &rules, &settings);
        let writer = wire::FindingWriter::new(document, &notice, Lang::Zh);
        let findings: Vec<_> = found.iter().map(|finding| writer.finding(finding)).collect();
        Prediction::of(&printed, &findings)
    })
}

/// Scores predictions made before, by this program or another: `NAME.pred.json` in the folder `predictions` for each
/// annotated notice of `folder`.
///
/// # Errors
/// As [`evaluate`]; also a prediction that is missing or not in the shape of the JSON contract.
pub fn evaluate_predictions(folder: &Path, predictions: &Path) -> Result<Report, EvalError> {
    score(&Case::read_folder(folder)?, |case| Prediction::read(&predictions.join(format!("{}.pred.json", case.name))))
}

/// Scores what `predict` gives for each of `cases`; figures are summed over the cases, misses stand in their order.
///
/// # Errors
/// Those of `predict`, and annotations whose quote does not stand in the text.
pub fn score<P>(cases: &[Case], predict: P) -> Result<Report, EvalError>
where
    P: Fn(&Case) -> Result<Prediction, EvalError> + Sync,
{
    let cards: Vec<Card> = cases.par_iter().map(|case| score_case(case, &predict(case)?)).collect::<Result<_, _>>()?;
    Ok(Report::of(cases, cards))
}

fn score_case(case: &Case, prediction: &Prediction) -> Result<Card, EvalError> {
    let anchors = case.anchors();
    let mut card = Card::new(&case.name);
    header::score(&case.gold.header, &prediction.header, &mut card);
    let tree = outline::place(&case.gold.outline, &anchors)?;
    outline::score(&tree, prediction, &mut card);
    metrics::score(&case.gold.metrics, &tree, prediction, &anchors, &mut card)?;
    sentences::score(&case.gold.sentences, prediction, &anchors, &mut card)?;
    findings::score(&case.gold.findings, prediction, &anchors, &mut card)?;
    Ok(card)
}

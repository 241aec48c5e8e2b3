//! Which sentences promise: they speak of what is to be done, and tell of nothing that was.

use super::context::Context;
use super::cues::Signs;
use super::{Evidence, status};
use crate::Span;

/// Whether the sentence `span`, whose words say `signs` and which stands under `context`, promises something.
pub(super) fn is(signs: Signs, context: Context, span: Span, evidence: &Evidence<'_>) -> bool {
    let planned = signs.planned || status::has_limit_ahead(span, evidence);
    if context.to_come || context.under_measures {
        return !signs.already && (planned || signs.act || signs.course || signs.ongoing);
    }
    let told = signs.done || signs.act || signs.improved || status::has_result(span, evidence);
    planned && !signs.already || (signs.course || signs.ongoing) && !told
}

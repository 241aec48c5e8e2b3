//! What the reading of the outline warned of already, as drafts of findings.

use crate::lint::{Draft, Page};
use crate::model::{Message, WarningCode};

/// A draft for each warning of that kind, at the marker concerned, with the list's marker before it.
pub(super) fn warned<'p>(
    page: &'p Page<'_>,
    code: WarningCode,
    message: &'p Message,
) -> impl Iterator<Item = Draft> + 'p {
    let warnings = page.notice.warnings.iter().filter(move |warning| warning.code == code);
    warnings.filter_map(|warning| warning.span).map(|marker| {
        let outline = &page.notice.outline;
        let id = page.owner(marker.lo());
        let fellows =
            id.and_then(|id| outline.get(id).parent).map_or(&outline.roots[..], |up| &outline.get(up).children);
        let markers = fellows.iter().filter_map(|fellow| outline.get(*fellow).marker);
        let before = markers.take_while(|fellow| fellow.lo() < marker.lo()).last();
        Draft::new(marker, message.clone().with("marker", page.words(marker))).of(id).resting_on(before)
    })
}

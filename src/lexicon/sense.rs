//! What several lists say of one word, so that a text is searched for the words of all of them at once.

use super::{RoleCue, StatusCue, Words};
use rustc_hash::FxHashMap;

/// What a word says of the numbers around it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sense {
    /// How far something has come (`status.tsv`).
    pub status: Option<StatusCue>,
    /// What a number says (`role.tsv`).
    pub role: Option<RoleCue>,
    /// Whether a list of parts begins behind it (`naming.tsv`).
    pub opens_parts: bool,
}

impl Sense {
    /// The words of all three lists.
    pub(super) fn words(status: &Words<StatusCue>, role: &Words<RoleCue>, parts: &Words<()>) -> Words<Self> {
        let mut senses: FxHashMap<String, Self> = FxHashMap::default();
        for (word, cue) in status.entries() {
            senses.entry(word).or_default().status = Some(*cue);
        }
        for (word, cue) in role.entries() {
            senses.entry(word).or_default().role = Some(*cue);
        }
        for (word, ()) in parts.entries() {
            senses.entry(word).or_default().opens_parts = true;
        }
        senses.into_iter().collect()
    }
}

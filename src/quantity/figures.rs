//! The mentions of a page with what is known of them before they are told apart and tied together: places, names, cues.

use super::cues::Cues;
use super::mention::Mention;
use super::name::Name;
use super::noun::Behind;
use super::page::Page;
use super::slot::Slot;

/// Parallel lists, one entry for each mention.
#[derive(Clone, Copy)]
pub(super) struct Figures<'a> {
    pub page: &'a Page<'a>,
    pub mentions: &'a [Mention<'a>],
    pub slots: &'a [Slot],
    pub behinds: &'a [Behind],
    pub names: &'a [Name],
    /// The words of the names.
    pub texts: &'a [String],
    pub cues: &'a Cues<'a>,
}

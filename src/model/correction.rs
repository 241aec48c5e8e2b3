//! What a user's corrections put in the place of what was read.

use super::Role;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// What a correction changed in a metric: what was read before, where it differs.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrected {
    /// The name that was read.
    pub name: Option<String>,
    /// The key that was read.
    pub key: Option<String>,
    /// The value that was read.
    pub value: Option<Decimal>,
    /// The role that was read.
    pub role: Option<Role>,
    /// Why it was corrected, in the user's words.
    pub reason: Option<String>,
}

/// Says that the metric and one of another year are one indicator, or are not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin {
    /// Number of the entry: the two metrics that it speaks of carry the same.
    pub entry: u32,
    /// Whether they are one.
    pub same: bool,
}

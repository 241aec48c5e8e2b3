//! What an entry says.

use crate::model::Role;
use rust_decimal::Decimal;

/// An entry of a corrections file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// `[[metric]]`.
    Metric(MetricFix),
    /// `[[align]]`.
    Align(Align),
}

/// A metric of a notice, by its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// SHA-256 of the notice's bytes in hexadecimal, or its first digits.
    pub notice: String,
    /// Words of the notice that hold the number.
    pub quote: String,
    /// Which of several places where these words stand, from 1.
    pub nth: Option<usize>,
    /// Number and unit as printed, where the words hold several.
    pub number: Option<String>,
}

/// What is to be put right in a metric.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MetricFix {
    /// Which one.
    pub anchor: Anchor,
    /// Its name; the key follows unless it is given too.
    pub name: Option<String>,
    /// Its key.
    pub key: Option<String>,
    /// Its role.
    pub role: Option<Role>,
    /// Its value, in the unit that is printed.
    pub value: Option<Decimal>,
    /// Whether it is no metric at all.
    pub drop: bool,
    /// Why, in the user's words.
    pub reason: Option<String>,
}

/// Two metrics of two years that are one indicator, or are not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Align {
    /// The older year's.
    pub old: Anchor,
    /// The newer year's.
    pub new: Anchor,
    /// Whether they are two indicators, though they look like one.
    pub apart: bool,
    /// Why, in the user's words.
    pub reason: Option<String>,
}

impl Anchor {
    /// Whether the notice of that checksum is meant.
    #[must_use]
    pub fn names(&self, sha256: &str) -> bool {
        sha256.starts_with(&self.notice)
    }
}

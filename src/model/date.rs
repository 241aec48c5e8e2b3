//! Dates as notices state them: to the day, the month or the year.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A calendar date whose day, or month and day, may be unstated. Prints as ISO 8601 (`2024-06-26`, `2024-06`, `2024`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PartialDate {
    /// Year, four digits.
    pub year: i16,
    /// Month, 1 to 12.
    pub month: Option<u8>,
    /// Day, 1 to 31.
    pub day: Option<u8>,
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
            if let Some(day) = self.day {
                write!(f, "-{day:02}")?;
            }
        }
        Ok(())
    }
}

/// The stretch of time that a metric speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// First day, if stated or implied.
    pub start: Option<PartialDate>,
    /// Last day, if stated or implied.
    pub end: Option<PartialDate>,
    /// The words that say so.
    pub span: crate::Span,
}

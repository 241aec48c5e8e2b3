//! Flat tables for spreadsheets, data frames and databases: what columns each has, and the records of a notice.
//!
//! Comes in: parsed notices and what was found in them. Goes out: records of typed cells, which [`csv`](super::csv) and the
//! other table formats write without knowing what they mean. A new table is one file here; a new format none.

pub mod comparison;
pub mod duplicates;
pub mod findings;
pub mod ledger;
pub mod metrics;
pub mod notices;
pub mod years;

use crate::i18n::Text;
use rust_decimal::Decimal;

/// A table: its name in files, its title for people, and its columns.
#[derive(Debug)]
pub struct Dataset {
    /// Name in files and databases.
    pub name: &'static str,
    /// Title for people.
    pub title: Text,
    /// Columns, in order.
    pub columns: &'static [Column],
}

impl Dataset {
    /// Names of the columns, in order.
    pub fn headings(&self) -> impl Iterator<Item = &'static str> {
        self.columns.iter().map(|column| column.name)
    }
}

/// A column.
#[derive(Debug)]
pub struct Column {
    /// Name in files and databases.
    pub name: &'static str,
    /// Heading for people.
    pub title: Text,
    /// What its cells hold.
    pub kind: Kind,
    /// Width on a sheet, in columns of a Latin character.
    pub width: u8,
}

impl Column {
    const fn new(name: &'static str, title: Text, kind: Kind, width: u8) -> Self {
        Self { name, title, kind, width }
    }
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Words,
    /// A date, `2024-06-26`, or as much of it as is known, or its words.
    Day,
    /// A whole number.
    Count,
    /// An exact decimal.
    Number,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing is said.
    Empty,
    /// Words.
    Words(String),
    /// A whole number.
    Count(i64),
    /// An exact decimal.
    Number(Decimal),
}

/// The cells of a row, in the order of the columns.
pub type Record = Vec<Cell>;

impl Cell {
    /// A count of things; what no table can hold (2⁶³ and more) becomes the largest that it can.
    #[must_use]
    pub fn count(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

impl From<String> for Cell {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl From<&str> for Cell {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

impl From<i16> for Cell {
    fn from(count: i16) -> Self {
        Self::Count(count.into())
    }
}

impl From<super::decimal::Exact> for Cell {
    fn from(number: super::decimal::Exact) -> Self {
        Self::Number(number.0)
    }
}

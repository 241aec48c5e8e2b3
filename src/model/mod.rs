//! What a notice is made of, once read.
//!
//! Comes in: nothing. Goes out: the types that every later room fills or reads. Spans are bytes of the document's text;
//! a string is held only where words were composed. Start with [`Notice`].

mod correction;
mod date;
mod finding;
mod header;
mod metric;
mod outline;

pub use correction::{Corrected, Pin};
pub use date::{PartialDate, Period};
pub use finding::{Finding, Message, Related, Severity, Value};
pub use header::{Header, InspectionKind, InspectionLevel};
pub use metric::{
    Approx, Base, Basis, Change, Comparison, Dimension, Direction, Metric, MetricId, NamedBy, Quantity, Rank,
    RejectReason, Rejected, Role, Threshold,
};
pub use outline::{Block, BlockKind, Deadline, Node, NodeId, NodeKind, Outline, Specificity, Status};

use crate::Span;
use crate::class::classes;
use serde::{Deserialize, Serialize};

/// A rectification notice as read: header facts, the tree problem → measure → action, and the metrics in it.
#[derive(Debug, Default, Clone, Serialize, Deserialize)]
pub struct Notice {
    /// Year of the notice, see `OUTPUT`: of publication, else feedback, else the inspection's end.
    pub year: Option<i16>,
    /// Facts of header and footer.
    pub header: Header,
    /// Partition of the text.
    pub blocks: Vec<Block>,
    /// The tree.
    pub outline: Outline,
    /// Metrics in the order of their quantities in the text.
    pub metrics: Vec<Metric>,
    /// Documents cited by title or number.
    pub documents: Vec<CitedDocument>,
    /// Numbers that are no metrics.
    pub rejected: Vec<Rejected>,
    /// What the reader should know about the text's condition.
    pub warnings: Vec<Warning>,
}

/// A document cited in the notice: `《…》（安政办〔2023〕23号）`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CitedDocument {
    /// Words between the title marks.
    pub title: Option<Span>,
    /// Document number.
    pub number: Option<Span>,
    /// The whole citation.
    pub span: Span,
    /// Innermost node that holds it.
    pub node: Option<NodeId>,
}

/// Something about the text that the reader should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// What it is.
    pub code: WarningCode,
    /// Where, if anywhere.
    pub span: Option<Span>,
    /// Words or figures that the message is made from.
    pub args: Vec<String>,
}

classes! {
    /// Kinds of warnings.
    #[non_exhaustive]
    WarningCode {
        /// A number is left out: 一是, 三是.
        NumberingGap = "numbering-gap",
        /// A number stands twice.
        NumberingRepeat = "numbering-repeat",
        /// A problem has no measure below it.
        ProblemWithoutMeasure = "problem-without-measure",
        /// The text shows no outline of a notice.
        NoOutline = "no-outline",
        /// The text is empty or white space only.
        EmptyText = "empty-text",
        /// Digits seem to have been lost: `完成率%`, `202356日`. Its arguments, like those of [`Self::NumberTooLong`] and
        /// [`Self::UnbalancedMark`]: the words and
        /// their line from 1; or the number of places beyond those that are listed one by one.
        DamagedNumber = "damaged-number",
        /// Bytes that could not be decoded stand as U+FFFD.
        UndecodableBytes = "undecodable-bytes",
        /// The encoding was guessed: nothing in the bytes proves it.
        EncodingGuessed = "encoding-guessed",
        /// A number longer than the program computes with.
        NumberTooLong = "number-too-long",
        /// An opening bracket or quotation mark without its mate.
        UnbalancedMark = "unbalanced-mark",
    }
}

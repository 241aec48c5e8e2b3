//! What a comparison says.

use crate::class::classes;
use crate::model::{Message, MetricId, NodeId};
use rust_decimal::Decimal;

/// Two notices of one body, compared.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Comparison {
    /// Indicators: matched and dropped ones in the order of the old notice, then added ones in the order of the new.
    pub metrics: Vec<MetricChange>,
    /// Problems: repeated and resolved ones in the order of the old notice, then new ones in the order of the new.
    pub problems: Vec<ProblemChange>,
    /// Sentences that the new notice takes over from the old, in the order of the old.
    pub measures: Vec<Recycled>,
    /// What the old notice promised, in its order.
    pub promises: Vec<Promise>,
}

classes! {
    /// Whether an indicator stands in both notices.
    MetricStatus {
        /// In both.
        Matched = "matched",
        /// In the new one only.
        Added = "added",
        /// In the old one only.
        Dropped = "dropped",
    }
}

/// An indicator in two years.
#[derive(Debug, Clone, PartialEq)]
pub struct MetricChange {
    /// Whether it stands in both.
    pub status: MetricStatus,
    /// The old notice's metric.
    pub old: Option<MetricId>,
    /// The new notice's metric.
    pub new: Option<MetricId>,
    /// New value less old value, in the new metric's unit. A change that goes down (`下降3%`) counts below zero.
    pub delta: Option<Decimal>,
    /// New value over old value, three digits behind the point; `None` where the old one is nought or the signs differ.
    pub ratio: Option<Decimal>,
    /// How sure it is that both are one indicator: 0 to 1, two digits.
    pub confidence: Option<Decimal>,
    /// Where the new notice's own words about the change do not fit the two values.
    pub warnings: Vec<Message>,
    /// Whether the user's corrections say that both are one.
    pub pinned: bool,
}

classes! {
    /// What became of a problem.
    ProblemStatus {
        /// Named by both notices (屡改屡犯).
        Repeated = "repeated",
        /// Not named again.
        Resolved = "resolved",
        /// Not named before.
        New = "new",
    }
}

/// A problem in two years. A problem that is named again in two others stands in two of these.
#[derive(Debug, Clone, PartialEq)]
pub struct ProblemChange {
    /// What became of it.
    pub status: ProblemStatus,
    /// The old notice's problem.
    pub old: Option<NodeId>,
    /// The new notice's problem.
    pub new: Option<NodeId>,
    /// How sure it is that both are one problem: 0 to 1, two digits.
    pub similarity: Option<Decimal>,
}

/// Words of a measure that stand in both notices, word for word or nearly.
#[derive(Debug, Clone, PartialEq)]
pub struct Recycled {
    /// The old notice's sentence.
    pub old: NodeId,
    /// The new notice's sentence.
    pub new: NodeId,
    /// The copied stretch of the old notice.
    pub old_span: crate::Span,
    /// The copied stretch of the new notice.
    pub new_span: crate::Span,
    /// Twice the common letters over all letters, figures and names masked: 0 to 1, two digits.
    pub similarity: Decimal,
}

classes! {
    /// What the new notice says of a promise.
    PromiseStatus {
        /// It was kept.
        Kept = "kept",
        /// It was not.
        Missed = "missed",
        /// Nothing, or nothing that decides.
        Silent = "silent",
    }
}

/// Something that the old notice planned or set a day for.
#[derive(Debug, Clone, PartialEq)]
pub struct Promise {
    /// What the new notice says of it.
    pub status: PromiseStatus,
    /// The old notice's node that promises.
    pub old: NodeId,
    /// The words of the promise.
    pub old_span: crate::Span,
    /// The new notice's node that speaks of it.
    pub new: Option<NodeId>,
    /// What the verdict rests on.
    pub why: Message,
}

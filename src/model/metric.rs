//! A quantity that counts or measures something real, and numbers that do not.

use super::{Corrected, NodeId, Period, Pin};
use crate::Span;
use crate::class::classes;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Index of a metric in its notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct MetricId(pub u32);

/// A quantity that counts or measures something real, with its name and relations.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Metric {
    /// Innermost node that holds the number; `None` in the opening paragraphs.
    pub node: Option<NodeId>,
    /// The shortest stretch that holds the name's words and the number.
    pub span: Span,
    /// Number and unit.
    pub quantity: Quantity,
    /// What is counted or measured, in the text's own words.
    pub name: String,
    /// The stretches that the name was composed from.
    pub name_spans: Vec<Span>,
    /// The pattern that named it.
    pub named_by: NamedBy,
    /// Canonical name by which years and units are compared.
    pub key: String,
    /// Size condition inside the name (`亿元以上`).
    pub threshold: Option<Threshold>,
    /// The whole that this is a part of.
    pub part_of: Option<MetricId>,
    /// A rank stated of it.
    pub rank: Option<Rank>,
    /// Set where the quantity is itself a change.
    pub change: Option<Change>,
    /// The time it speaks of.
    pub period: Option<Period>,
    /// Result, target, size of a deficiency, reach, or other.
    pub role: Role,
    /// What the user's corrections put right in it.
    pub corrected: Option<Box<Corrected>>,
    /// What the user's corrections say of it and a metric of another year.
    pub pins: Vec<Pin>,
}

/// A number with its unit, as written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    /// Number and unit (with 余/多, `%`) as printed.
    pub span: Span,
    /// The number; 万/亿 before a unit other than money or a measure multiplies it.
    pub value: Decimal,
    /// Upper end of a range.
    pub upper: Option<Decimal>,
    /// Numerator and denominator where the number was a fraction.
    pub fraction: Option<(u32, u32)>,
    /// Unit as printed, inner spaces removed.
    pub unit: String,
    /// Exact, or which way it may differ.
    pub approx: Approx,
    /// What sort of quantity it is.
    pub dimension: Dimension,
    /// Value in the dimension's base unit.
    pub base: Base,
}

/// A quantity in its dimension's base unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Base {
    /// The value.
    pub value: Decimal,
    /// The base unit.
    pub unit: String,
}

classes! {
    /// Whether a number is exact.
    #[derive(Default)]
    Approx {
        /// As stated.
        #[default]
        Exact = "exact",
        /// 约, 左右, 近.
        About = "about",
        /// 余, 多, 超, 以上, 不少于.
        Over = "over",
        /// 不足, 以下, 以内, 不超过.
        Under = "under",
    }
}

classes! {
    /// What sort of quantity a unit measures.
    Dimension {
        /// A count of things (家, 个, 人次).
        Count = "count",
        /// Money of one currency.
        Money = "money",
        /// Length.
        Length = "length",
        /// Area.
        Area = "area",
        /// Volume.
        Volume = "volume",
        /// Mass.
        Mass = "mass",
        /// Energy.
        Energy = "energy",
        /// Power.
        Power = "power",
        /// A stretch of time.
        Time = "time",
        /// A share: %, ‰, 成, a fraction.
        Ratio = "ratio",
        /// 百分点.
        PercentagePoint = "percentage-point",
        /// 倍, 番.
        Multiple = "multiple",
        /// A rank.
        Rank = "rank",
        /// A score (分).
        Score = "score",
        /// Data volume.
        Data = "data",
        /// Temperature.
        Temperature = "temperature",
        /// Two units in proportion (毫克/升, 吨/日).
        Compound = "compound",
    }
}

classes! {
    /// How a metric got its name; printed as `named_by`.
    #[non_exhaustive]
    NamedBy {
        /// The words before the number: `高企总数达到124家`.
        HeadBefore = "head-before",
        /// The noun after the number: `18家规上工业企业`.
        HeadAfter = "head-after",
        /// Verb before and noun after: `查处16起案件`.
        VerbAndHead = "verb-and-head",
        /// Noun after the number and what it did: `5家企业完成改造`.
        HeadAndVerb = "head-and-verb",
        /// Completed from a metric before it in the clause or sentence.
        Elided = "elided",
        /// A part named from its whole: `其中10亿元以上6个`.
        PartOf = "part-of",
        /// One of a list aligned by 分别.
        Respectively = "respectively",
        /// A change that takes the name of the indicator before it.
        Inherited = "inherited",
        /// Completed from the heading above.
        Heading = "heading",
        /// Nothing but the unit was found.
        UnitOnly = "unit-only",
        /// A correction of the user's named it.
        Corrected = "corrected",
    }
}

classes! {
    /// Comparison of a size condition.
    Comparison {
        /// 以上.
        AtLeast = ">=",
        /// 超.
        Above = ">",
        /// 以下, 以内.
        AtMost = "<=",
        /// 不足.
        Below = "<",
    }
}

/// A size condition inside a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Threshold {
    /// Which way.
    pub op: Comparison,
    /// The bound.
    pub value: Decimal,
    /// Its unit as printed.
    pub unit: String,
    /// Number and unit.
    pub span: Span,
}

/// A rank stated of a metric.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rank {
    /// 1 is first.
    pub position: u32,
    /// Among whom (`全省`), as printed.
    pub scope: Option<Span>,
    /// The words.
    pub span: Span,
}

classes! {
    /// Which way a change goes.
    Direction {
        /// 增长, 提高.
        Up = "up",
        /// 下降, 减少.
        Down = "down",
    }
}

classes! {
    /// What a change is measured against.
    Basis {
        /// 同比: the same period a year before.
        YearOnYear = "同比",
        /// 环比: the period before.
        PeriodOnPeriod = "环比",
    }
}

/// A change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Which way.
    pub direction: Direction,
    /// Against what, if stated.
    pub basis: Option<Basis>,
}

classes! {
    /// What a metric says in the notice.
    #[derive(Default)]
    Role {
        /// A result.
        #[default]
        Achieved = "achieved",
        /// Planned or required.
        Target = "target",
        /// Sizes a deficiency.
        Problem = "problem",
        /// Says how far a measure reaches.
        Scope = "scope",
        /// From-values and remainders.
        Other = "other",
    }
}

/// A number that is no metric, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejected {
    /// The words.
    pub span: Span,
    /// Why.
    pub reason: RejectReason,
}

classes! {
    /// Why a number is no metric.
    #[non_exhaustive]
    RejectReason {
        /// A date, a year or a time of day.
        Date = "date",
        /// `〔2023〕23号`.
        DocumentNumber = "document-number",
        /// `第三十二条`.
        LawArticle = "law-article",
        /// Number of a road, plot, building, room.
        Address = "address",
        /// Telephone number.
        Phone = "phone",
        /// Post code.
        Postcode = "postcode",
        /// E-mail or web address, code of letters and digits.
        Code = "code",
        /// Inside 《…》.
        Title = "title",
        /// Slogan or fixed term (`三重一大`).
        FixedTerm = "fixed-term",
        /// A word that contains a numeral (`统一`).
        Word = "word",
        /// List marker.
        Marker = "marker",
        /// `第二批`, `第四巡察组`.
        Ordinal = "ordinal",
        /// A size condition, given with the metric that it limits.
        Threshold = "threshold",
        /// A rank, given with the metric that it ranks.
        Rank = "rank",
        /// No unit, and nothing says what it counts.
        NoUnit = "no-unit",
        /// A measure that specifies a noun (`4.3米焦炉`).
        Specification = "specification",
        /// In contact lines and signatures.
        Contact = "contact",
        /// In portal debris.
        Noise = "noise",
        /// Longer than the program computes with.
        TooLong = "too-long",
        /// A correction of the user's says that it is none.
        Corrected = "corrected",
    }
}

//! Facts of a notice's header and footer.

use super::PartialDate;
use crate::Span;
use crate::class::classes;
use serde::{Deserialize, Serialize};

/// Facts of header and footer; what the text does not state is `None` or empty.
#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize)]
pub struct Header {
    /// Title, its lines joined.
    pub title: Option<String>,
    /// Who signs the notice (落款).
    pub issuer: Option<String>,
    /// The body that was inspected.
    pub inspected_body: Option<String>,
    /// The inspecting team (巡察组).
    pub inspecting_team: Option<String>,
    /// 巡视, 巡察, 审计, 督察 or other.
    pub kind: Option<InspectionKind>,
    /// Level of the inspecting body.
    pub level: Option<InspectionLevel>,
    /// Round (`八届市委第六轮`).
    pub round: Option<String>,
    /// First day of the inspection.
    pub inspection_start: Option<PartialDate>,
    /// Last day of the inspection.
    pub inspection_end: Option<PartialDate>,
    /// Day of the feedback (反馈).
    pub feedback_date: Option<PartialDate>,
    /// Day of publication.
    pub published: Option<PartialDate>,
    /// Telephone numbers as printed.
    pub phones: Vec<Span>,
    /// E-mail addresses.
    pub emails: Vec<Span>,
    /// Postal address.
    pub address: Option<Span>,
    /// Post code.
    pub postcode: Option<Span>,
}

classes! {
    /// What kind of inspection the notice answers.
    InspectionKind {
        /// 巡察: by a city, county or unit.
        LocalInspection = "巡察",
        /// 巡视: by the centre or a province.
        CentralInspection = "巡视",
        /// 审计: audit.
        Audit = "审计",
        /// 督察: environmental and other supervision.
        Supervision = "督察",
        /// 其他.
        Other = "其他",
    }
}

classes! {
    /// Level of the inspecting body.
    InspectionLevel {
        /// 中央.
        Central = "中央",
        /// 省.
        Province = "省",
        /// 市.
        City = "市",
        /// 县, 区.
        County = "县",
        /// 乡镇.
        Township = "乡镇",
        /// 单位: a unit's own party committee.
        Unit = "单位",
    }
}

impl Header {
    /// The unit that the notice speaks of: the inspected body, else the issuer.
    #[must_use]
    pub fn body(&self) -> Option<&str> {
        self.inspected_body.as_deref().or(self.issuer.as_deref())
    }

    /// Year of publication, else of feedback, else of the inspection's end.
    #[must_use]
    pub fn year(&self) -> Option<i16> {
        self.published.or(self.feedback_date).or(self.inspection_end).map(|date| date.year)
    }
}

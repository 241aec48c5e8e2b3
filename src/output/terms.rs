//! The classes of a notice in words for the eye; machine formats print [`Class::word`](crate::Class::word) instead.

use crate::i18n::Text;
use crate::model::{Approx, Direction, NodeKind, Role, Status};

pub(super) fn kind(kind: NodeKind) -> Text {
    match kind {
        NodeKind::Section => Text::new("部分", "section"),
        NodeKind::Problem => Text::new("问题", "problem"),
        NodeKind::Measure => Text::new("措施", "measure"),
        NodeKind::Action => Text::new("行动", "action"),
    }
}

pub(super) fn status(status: Status) -> Text {
    match status {
        Status::Done => Text::new("已完成", "done"),
        Status::Ongoing => Text::new("推进中", "ongoing"),
        Status::Planned => Text::new("计划", "planned"),
        Status::Mixed => Text::new("进展不一", "mixed"),
    }
}

/// `None` for a result, which is what a reader expects.
pub(super) fn role(role: Role) -> Option<Text> {
    match role {
        Role::Achieved => None,
        Role::Target => Some(Text::new("目标", "target")),
        Role::Problem => Some(Text::new("问题规模", "size of the problem")),
        Role::Scope => Some(Text::new("范围", "scope")),
        Role::Other => Some(Text::new("其他", "other")),
    }
}

/// The sign before a number that is not exact.
pub(super) fn approx(approx: Approx) -> &'static str {
    match approx {
        Approx::Exact => "",
        Approx::About => "~",
        Approx::Over => ">",
        Approx::Under => "<",
    }
}

pub(super) fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "↑",
        Direction::Down => "↓",
    }
}

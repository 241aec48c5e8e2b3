//! A part that is larger than its whole.

use crate::lint::rule::rule;
use crate::lint::{Draft, Page};
use crate::model::{Approx, Message, Metric};

rule! {
    /// N001: a part (其中, 已完成) above the whole that it is a part of.
    PartExceedsWhole "N001" "part-exceeds-whole" Error
    finds: "部分大于整体：“其中”的数大于总数，或完成数大于应完成数",
        "a part above its whole, or more done than there was to do";
    why: "两个数必有一个写错、漏写或口径不同",
        "one of the two figures is wrong, incomplete, or counts something else";
    flagged: "（一）信访办理不力\n一是办结信访件。受理信访件21件，其中重复信访件25件。";
    passes: "（一）信访办理不力\n一是办结信访件。受理信访件25件，其中重复信访件21件。";
    configure: "--ignore N001 关闭", "--ignore N001 turns it off";
    source: "统计常识", "arithmetic";
}

fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    let metrics = &page.notice.metrics;
    for part in metrics {
        let Some(whole) = part.part_of.and_then(|id| metrics.get(id.0 as usize)) else { continue };
        if exceeds(part, whole) {
            let message = Message::new(
                "部分“{part}”大于整体“{whole}”，请核对",
                "the part {part} is above the whole {whole}: please check",
            );
            let message =
                message.with("part", page.words(part.quantity.span)).with("whole", page.words(whole.quantity.span));
            found.push(Draft::new(part.span, message).of(part.node).resting_on([whole.span]));
        }
    }
}

/// Whether the part is larger, both being exact and of one unit.
fn exceeds(part: &Metric, whole: &Metric) -> bool {
    let exact = |metric: &Metric| metric.quantity.approx == Approx::Exact && metric.quantity.upper.is_none();
    let (a, b) = (&part.quantity.base, &whole.quantity.base);
    exact(part) && exact(whole) && a.unit == b.unit && a.value > b.value
}

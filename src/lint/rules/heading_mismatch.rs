//! A heading that announces another number of items than follow.

use crate::lexicon::LintCue;
use crate::lint::figures::is_exact;
use crate::lint::rule::rule;
use crate::lint::{Draft, Page};
use crate::model::{Dimension, Message, Metric, Node, NodeKind};
use rust_decimal::Decimal;

rule! {
    /// S007: 以下3个方面, and two follow.
    HeadingMismatch "S007" "heading-mismatch" Warning
    finds: "标题或引语说有几条，下面的条数不同：“存在以下3个问题”之下只有2条",
        "a heading that announces a number of items, with another number below: 以下3个问题 and two follow";
    why: "可能漏了一条，也可能是数字没有随内容更新",
        "an item may be missing, or the number was not brought up to date";
    flagged: "一、党建方面存在以下3个问题\n（一）学习不够深入\n一是组织学习。开展学习6次。\n（二）制度不够健全\n一是健全制度。印发办法1份。";
    passes: "一、党建方面存在以下2个问题\n（一）学习不够深入\n一是组织学习。开展学习6次。\n（二）制度不够健全\n一是健全制度。印发办法1份。";
    configure: "--ignore S007 关闭；表示“下面列出”的词在 lint_cues.tsv 的 heading-count",
        "--ignore S007 turns it off; the words for “what follows” stand in lint_cues.tsv under `heading-count`";
    source: "通报前后应当一致", "a notice agrees with itself";
}

fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    let outline = &page.notice.outline;
    for id in outline.ids() {
        let node = outline.get(id);
        let items = node.children.iter().map(|child| outline.get(*child)).filter(|child| is_item(child));
        let items: Vec<&Node> = items.collect();
        let Some(said) = announced(page, node).filter(|_| !items.is_empty()) else { continue };
        if said.quantity.value == Decimal::from(items.len()) {
            continue;
        }
        let message = Message::new(
            "标题说有“{said}”，其下找到{found}条，请核对",
            "the heading announces {said}, {found} items found below: please check",
        );
        let message = message.with("said", page.words(said.quantity.span)).with("found", items.len());
        let rest = items.iter().filter_map(|item| item.marker);
        found.push(Draft::new(said.quantity.span, message).of(id).resting_on(rest));
    }
}

fn is_item(child: &Node) -> bool {
    child.kind != NodeKind::Action && !child.inline && child.marker.is_some()
}

/// The number of items that the heading says follow.
fn announced<'a>(page: &Page<'a>, node: &Node) -> Option<&'a Metric> {
    let counts = page.metrics_in(node.heading).iter().filter(|metric| {
        let count = metric.quantity.dimension == Dimension::Count && is_exact(metric);
        count && matches!(&*metric.quantity.unit, "个" | "项" | "条" | "点" | "方面" | "个方面")
    });
    let mut behind = counts.filter(|metric| {
        let before = page.text[node.heading.lo()..metric.quantity.span.lo()].trim_end();
        page.lexicon.lint.of(LintCue::HeadingCount).suffix_of(before).is_some()
    });
    behind.next()
}

#[cfg(test)]
mod tests {
    use super::HeadingMismatch;
    use crate::lint::sample::quotes;

    #[test]
    fn as_many_as_announced() {
        for (heading, fires) in [
            ("存在以下3个问题", true),
            ("存在如下三个问题", true),
            ("存在以下2个问题", false),
            ("存在3个问题", false),
            ("巡察反馈问题", false),
        ] {
            let notice = format!(
                "一、党建方面{heading}\n（一）学习不够深入\n一是组织学习。开展学习6次。\n（二）制度不够健全\n一是健全制度。印发办法1份。"
            );
            assert_eq!(!quotes(&HeadingMismatch, &notice).is_empty(), fires, "{heading}");
        }
    }
}

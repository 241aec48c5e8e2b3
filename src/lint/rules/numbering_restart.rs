//! A list that begins anew under the same heading.

use crate::lint::rule::rule;
use crate::lint::{Draft, Page};
use crate::model::{Message, Node, NodeId};

rule! {
    /// S003: 一是, 二是, 一是, 二是 under one heading.
    NumberingRestart "S003" "numbering-restart" Info
    finds: "同一标题下编号又从头开始，中间没有标题或标签隔开",
        "a list that begins anew under one heading, with no heading or label between";
    why: "两组措施混在一处，可能漏了一级标题",
        "two groups of measures run together, and a heading may be missing";
    flagged: "（一）学习不够深入\n一是组织学习。开展学习6次。\n二是强化督导。开展督导2次。\n一是健全制度。印发办法1份。\n二是选优配强。调整干部3人。";
    passes: "（一）学习不够深入\n一是组织学习。开展学习6次。\n二是强化督导。开展督导2次。\n（二）制度不够健全\n一是健全制度。印发办法1份。\n二是选优配强。调整干部3人。";
    configure: "--ignore S003 关闭", "--ignore S003 turns it off";
    source: "GB/T 9704—2012《党政机关公文格式》：结构层次序数依次标注",
        "GB/T 9704-2012: levels of a document are numbered in sequence";
}

fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    let outline = &page.notice.outline;
    let below = outline.nodes.iter().map(|node| &node.children[..]);
    for fellows in below.chain([&outline.roots[..]]) {
        found.extend(restarts(page, fellows));
    }
}

/// Items of a list that bear the marker of its first item once more, the next item being the second once more.
fn restarts(page: &Page<'_>, fellows: &[NodeId]) -> Vec<Draft> {
    let outline = &page.notice.outline;
    let items: Vec<(NodeId, &Node, &str)> = fellows
        .iter()
        .map(|id| (*id, outline.get(*id)))
        .filter_map(|(id, node)| Some((id, node, page.words(node.marker?))))
        .collect();
    let [(_, first, one), (_, _, two), ..] = items[..] else { return Vec::new() };
    let again = items.windows(2).skip(2).filter(|pair| {
        let (_, node, marker) = pair[0];
        marker == one && pair[1].2 == two && one != two && node.label == first.label && node.kind == first.kind
    });
    let draft = |pair: &[(NodeId, &Node, &str)]| {
        let (id, node, marker) = pair[0];
        let message = Message::new(
            "编号从“{marker}”又重新开始，疑似缺少一级标题，请核对",
            "the numbering begins anew at “{marker}”, a heading may be missing: please check",
        );
        let place = node.marker.unwrap_or(node.heading);
        Draft::new(place, message.with("marker", marker)).of(id).resting_on(first.marker)
    };
    again.map(draft).collect()
}

#[cfg(test)]
mod tests {
    use super::NumberingRestart;
    use crate::lint::sample::quotes;

    #[test]
    fn one_heading_one_list() {
        for (text, want) in [
            (
                "1.组织学习。开展学习6次。\n2.强化督导。开展督导2次。\n1.健全制度。印发办法1份。\n2.选优配强。调整干部3人。",
                &["1."][..],
            ),
            ("1.组织学习。开展学习6次。\n2.强化督导。开展督导2次。\n3.健全制度。印发办法1份。", &[]),
            // Two labels, two lists.
            (
                "整改措施：\n1.组织学习。开展学习6次。\n2.强化督导。开展督导2次。\n整改情况：\n1.健全制度。印发办法1份。\n2.选优配强。调整干部3人。",
                &[],
            ),
        ] {
            assert_eq!(quotes(&NumberingRestart, &format!("（一）学习不够深入\n{text}")), want, "{text}");
        }
    }
}

//! A heading with nothing under it.

use crate::lint::rule::rule;
use crate::lint::{Draft, Page};
use crate::model::{Message, NodeKind};

rule! {
    /// S006: a section that holds neither text nor items.
    EmptySection "S006" "empty-section" Warning
    finds: "标题之下没有任何内容", "a heading with nothing under it";
    why: "内容可能漏贴，读者只看到一个空标题", "what belongs under it may have been lost in pasting";
    flagged: "一、整改工作组织情况\n二、反馈问题整改情况\n（一）学习不够深入\n一是组织学习。开展学习6次。";
    passes: "一、整改工作组织情况\n局党组召开专题会议3次，研究整改工作。\n二、反馈问题整改情况\n（一）学习不够深入\n一是组织学习。开展学习6次。";
    configure: "--ignore S006 关闭；没有措施的问题由 S004 提示",
        "--ignore S006 turns it off; problems without a measure are told by S004";
    source: "《政府网站发展指引》：不得有空白栏目和空白内容",
        "Guidelines for government websites: no empty columns or pages";
}

fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    for (id, section) in page.nodes(NodeKind::Section) {
        let behind = section.span.hi().max(section.heading.hi());
        let rest = page.text[section.heading.hi()..behind].trim_matches(|c: char| !c.is_alphanumeric());
        let marked = section.marker.is_some();
        if marked && section.children.is_empty() && rest.is_empty() {
            let message = Message::new(
                "标题“{heading}”之下没有找到内容，请核对",
                "nothing found under the heading “{heading}”: please check",
            );
            let message = message.with("heading", page.words(section.heading));
            found.push(Draft::new(section.heading, message).of(id));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::EmptySection;
    use crate::lint::sample::quotes;

    #[test]
    fn text_or_items_fill_a_section() {
        for (under, want) in [
            ("", &["整改工作组织情况"][..]),
            ("局党组召开专题会议3次。\n", &[]),
            ("（一）加强领导。成立领导小组。\n", &[]),
        ] {
            let notice = format!(
                "一、整改工作组织情况\n{under}二、反馈问题整改情况\n（一）学习不够深入\n一是组织学习。开展学习6次。"
            );
            assert_eq!(quotes(&EmptySection, &notice), want, "{under}");
        }
    }
}

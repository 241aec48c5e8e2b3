//! A label with nothing behind it.

use crate::Span;
use crate::lint::rule::rule;
use crate::lint::{Draft, Page};
use crate::model::{Block, BlockKind, Message, NodeKind};

rule! {
    /// S008: 责任单位： and the line ends.
    LabelWithoutText "S008" "label-without-text" Warning
    finds: "标签之后没有内容：“责任单位：”“整改情况：”后面是空的",
        "a label with nothing behind it: 责任单位：, 整改情况：";
    why: "表格转成网页时常丢内容，责任单位、时限、情况因此不明",
        "tables lose their cells on the way to a page, and who, when and what remain open";
    flagged: "反馈问题1：学习不够深入\n整改措施：开展专题学习6次。\n整改情况：\n责任单位：\n反馈问题2：制度不够健全\n整改措施：印发管理办法1份。\n整改情况：已完成。\n责任单位：办公室";
    passes: "反馈问题1：学习不够深入\n整改措施：开展专题学习6次。\n整改情况：已完成。\n责任单位：人事科\n反馈问题2：制度不够健全\n整改措施：印发管理办法1份。\n整改情况：已完成。\n责任单位：办公室";
    configure: "--ignore S008 关闭；标签列在 labels.tsv", "--ignore S008 turns it off; the labels stand in labels.tsv";
    source: "《政府网站发展指引》：发布信息应当准确、完整",
        "Guidelines for government websites: what is published is accurate and complete";
}

fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    let blocks: Vec<&Block> = page.notice.blocks.iter().filter(|block| block.kind != BlockKind::Noise).collect();
    for (index, block) in blocks.iter().enumerate() {
        if is_label(page, block.span, block.kind) && is_bare(page, block, &blocks[index + 1..]) {
            let message =
                Message::new("标签“{label}”之后没有找到内容，请核对", "nothing found behind “{label}”: please check");
            let label = block.span.trim(page.text);
            found.push(Draft::new(label, message.with("label", page.words(label))).of(page.owner(label.lo())));
        }
    }
}

/// Whether the block is a label and no more.
fn is_label(page: &Page<'_>, span: Span, kind: BlockKind) -> bool {
    let colon = page.words(span).trim_end().ends_with(['：', ':']);
    matches!(kind, BlockKind::Label | BlockKind::Field) && colon
}

/// Whether what follows cannot be the label's text. Fields are passed over, but for one on the label's own line, which is
/// its text (整改情况：已完成。).
fn is_bare(page: &Page<'_>, label: &Block, behind: &[&Block]) -> bool {
    let one_line = |next: &&&Block| !page.between(label.span, next.span).contains('\n');
    if label.kind == BlockKind::Field {
        return true;
    }
    if behind.first().filter(one_line).is_some_and(|next| next.kind == BlockKind::Field) {
        return false;
    }
    let Some(next) = behind.iter().find(|block| block.kind != BlockKind::Field) else { return true };
    match next.kind {
        BlockKind::Label | BlockKind::Closing => true,
        // 整改措施：一是…: the items are its text.
        BlockKind::Heading => {
            let node = page.owner(next.span.hi().saturating_sub(1));
            let kind = node.map(|id| page.notice.outline.get(id).kind);
            matches!(kind, Some(NodeKind::Problem | NodeKind::Section))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::LabelWithoutText;
    use crate::lint::sample::quotes;

    #[test]
    fn a_label_has_its_text() {
        for (text, fires) in [
            ("整改措施：\n责任单位：办公室", true),
            ("整改措施：印发办法1份。\n责任单位：", true),
            ("整改措施：印发办法1份。\n责任单位：办公室", false),
            ("整改措施：\n一是印发办法1份。\n二是开展培训3次。\n责任单位：办公室", false),
            ("整改措施：\n印发办法1份，开展培训3次。\n责任单位：\n办公室", false),
        ] {
            let notice = format!("反馈问题1：学习不够深入\n{text}");
            assert_eq!(!quotes(&LabelWithoutText, &notice).is_empty(), fires, "{text}");
        }
    }
}

//! Tokens to blocks and the tree of section, problem, measure and action.
//!
//! Comes in: a scan. Goes out: [`Drawing`]: blocks that partition the text, the tree, cited documents, warnings about
//! numbering. The text passes the files in this order: `noise` and `frame` (what stands around the outline), `piece` with
//! `accept` and `ledger` (where an item begins), `build` with `level` and `field` (what hangs under what), `kind` with `heading` (section,
//! problem or measure), `grow` with `sentence` and `inline` (nodes), `numbering`, `cite`, `block`. It never reads quantities
//! and never drops text. Start with [`draw`].

mod accept;
mod block;
mod build;
mod cite;
mod field;
mod frame;
mod grow;
mod heading;
mod inline;
mod kind;
#[cfg(test)]
mod layouts;
mod ledger;
mod level;
mod noise;
mod numbering;
mod piece;
mod sentence;

use crate::model::{Block, BlockKind, CitedDocument, Outline, Warning, WarningCode};
use crate::scan::Scan;
use crate::{Lexicon, Span};
use frame::Frame;
use heading::Headings;

/// What the outline room finds.
#[derive(Debug, Default)]
pub struct Drawing {
    /// Partition of the text.
    pub blocks: Vec<Block>,
    /// The tree.
    pub outline: Outline,
    /// Cited documents.
    pub documents: Vec<CitedDocument>,
    /// Gaps and repeats in numbering, problems without measures.
    pub warnings: Vec<Warning>,
}

/// Draws the tree of `text`.
#[must_use]
pub fn draw(text: &str, scan: &Scan, lexicon: &Lexicon) -> Drawing {
    let noise = noise::noise(text, scan);
    let frame = frame::frame(text, scan, noise, lexicon);
    let lines = body_lines(text, scan, &frame);
    let (pieces, heads) = piece::pieces(text, scan, &lines, lexicon);
    let tree = build::build(text, scan, &pieces, lexicon);
    let kinds = kind::kinds(Headings { text, scan, lexicon }, &tree);
    let mut claims = frame_claims(text, &frame);
    let claim = |kind| move |span: &Span| Block { kind, span: *span };
    claims.extend(heads.iter().chain(&tree.labels).map(claim(BlockKind::Label)));
    claims.extend(tree.fields.iter().map(claim(BlockKind::Field)));
    let mut outline = grow::grow(Headings { text, scan, lexicon }, &tree, &kinds, &mut claims);
    field::fill_noted(text, scan, lexicon, &mut outline);
    let mut warnings = numbering::numbering(text, &tree);
    warnings.extend(numbering::without_measure(text, &outline));
    warnings.extend(emptiness(text, &outline));
    Drawing {
        blocks: block::partition(text, claims, BlockKind::Intro),
        documents: cite::documents(text, scan, &outline),
        outline,
        warnings,
    }
}

/// Lines of the body, debris apart.
fn body_lines(text: &str, scan: &Scan, frame: &Frame) -> Vec<Span> {
    let body = frame.body;
    let within = |line: Span| {
        let start = line.lo().max(body.lo());
        let end = line.hi().min(body.hi());
        (start < end).then(|| Span::new(start, end).trim(text)).filter(|line| !line.is_empty())
    };
    frame::bare_lines(text, scan, &frame.noise).into_iter().filter_map(within).collect()
}

fn frame_claims(text: &str, frame: &Frame) -> Vec<Block> {
    let mut claims: Vec<Block> = frame.noise.iter().map(|span| Block { kind: BlockKind::Noise, span: *span }).collect();
    let around =
        |kind, span: Span| uncovered(text, span, &frame.noise).into_iter().map(move |span| Block { kind, span });
    if let Some(title) = frame.title {
        claims.extend(around(BlockKind::Title, title));
    }
    let start = frame.title.map_or(0, |title| title.hi());
    claims.extend(around(BlockKind::Intro, Span::new(start, frame.body.lo().max(start))));
    if let Some(closing) = frame.closing {
        claims.extend(around(BlockKind::Closing, closing));
    }
    claims
}

/// The parts of `span` outside the stretches `holes`.
fn uncovered(text: &str, span: Span, holes: &[Span]) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut at = span.lo();
    let first = holes.partition_point(|hole| hole.hi() <= span.lo());
    for hole in holes[first..].iter().take_while(|hole| hole.lo() < span.hi()) {
        parts.push(Span::new(at, hole.lo().max(at)).trim(text));
        at = hole.hi().max(at);
    }
    if at < span.hi() {
        parts.push(Span::new(at, span.hi()).trim(text));
    }
    parts.retain(|part| !part.is_empty());
    parts
}

fn emptiness(text: &str, outline: &Outline) -> Option<Warning> {
    let code = if text.trim().is_empty() {
        WarningCode::EmptyText
    } else if outline.nodes.is_empty() {
        WarningCode::NoOutline
    } else {
        return None;
    };
    Some(Warning { code, span: None, args: Vec::new() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Words of which notice-like texts are made.
    const WORDS: &[&str] = &[
        "一、",
        "（一）",
        "(二)",
        "1.",
        "1、",
        "（1）",
        "①",
        "一是",
        "二是",
        "首先，",
        "其次，",
        "第一，",
        "反馈问题1：",
        "整改措施：",
        "整改情况：",
        "责任单位：",
        "完成时限：",
        "序号",
        "反馈问题",
        "整改措施",
        "进展",
        "\n",
        "\n\n",
        "。",
        "；",
        "，",
        "：",
        "《",
        "》",
        "“",
        "”",
        "针对学习不够问题，",
        "关于“X”的问题",
        "整改情况",
        "不到位",
        "已完成",
        "市林业局、市水利局",
        "2023年底",
        "3个",
        "\t",
        "　",
        "— 3 —",
        "上一篇：",
        "欢迎广大干部群众监督",
        "联系电话：1234567",
        "𬭚",
        "通报",
        " ",
    ];

    fn holds(text: &str) {
        let lexicon = Lexicon::builtin();
        let drawing = draw(text, &crate::scan::scan(text, &lexicon), &lexicon);
        let mut reached = 0;
        for block in &drawing.blocks {
            assert!(text[reached..block.span.lo()].trim().is_empty(), "text before {block:?} lies in no block: {text}");
            reached = block.span.hi();
        }
        assert!(text[reached..].trim().is_empty(), "text at the end lies in no block: {text}");
        for id in drawing.outline.ids() {
            let node = drawing.outline.get(id);
            assert!(node.span.contains(node.heading), "{node:?} does not hold its heading: {text}");
            for child in &node.children {
                let child = drawing.outline.get(*child);
                assert!(node.span.contains(child.span), "{node:?} does not hold {child:?}: {text}");
            }
            for pair in node.children.windows(2) {
                let (left, right) = (drawing.outline.get(pair[0]), drawing.outline.get(pair[1]));
                let apart = left.inline || right.inline || left.span.hi() <= right.span.lo();
                assert!(apart, "{left:?} and {right:?} overlap: {text}");
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn blocks_partition_any_text(text in "\\PC{0,60}") {
            holds(&text);
        }

        #[test]
        fn blocks_partition_notices(words in proptest::collection::vec(proptest::sample::select(WORDS), 0..60)) {
            holds(&words.concat());
        }
    }

    #[test]
    fn what_is_no_notice_is_said_to_be_none() {
        let lexicon = Lexicon::builtin();
        let codes = |text: &str| {
            draw(text, &crate::scan::scan(text, &lexicon), &lexicon).warnings.iter().map(|w| w.code).collect::<Vec<_>>()
        };
        assert_eq!(codes(" \n"), [WarningCode::EmptyText]);
        assert_eq!(codes("床前明月光，疑是地上霜。"), [WarningCode::NoOutline]);
    }

    #[test]
    fn faults_of_numbering_are_told() {
        let lexicon = Lexicon::builtin();
        let told = |text: &str| {
            let warnings = draw(text, &crate::scan::scan(text, &lexicon), &lexicon).warnings;
            warnings.iter().map(|w| (w.code, w.span.map_or("", |span| span.slice(text)).to_owned())).collect::<Vec<_>>()
        };
        let gap = |marker: &str| (WarningCode::NumberingGap, marker.to_owned());
        assert_eq!(told("一、学习不够\n一是健全制度。三是开展培训。"), [gap("三是")]);
        assert_eq!(told("一、学习不够\n2.健全制度。"), [gap("2.")]);
        assert_eq!(
            told("一、学习不够\n（1）建立台账。（1）开展培训。"),
            [(WarningCode::NumberingRepeat, "（1）".to_owned())]
        );
        assert_eq!(told("一、学习不够\n一是健全制度。二是开展培训。\n一是召开会议。二是督查。"), []);
        assert_eq!(told("一、学习不够\n1、健全制度。\n2．开展培训。\n3、督查。"), []);
        assert_eq!(
            told("一、学习不够\n二、落实不力\n召开会议。"),
            [(WarningCode::ProblemWithoutMeasure, "学习不够".to_owned())]
        );
    }
}

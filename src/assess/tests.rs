//! Invented measures of many writers.

use super::{Evidence, judge};
use crate::class::Class;
use crate::lexicon::LabelKind;
use crate::model::{Deadline, Node, NodeId, NodeKind, Outline, PartialDate};
use crate::scan::scan;
use crate::{Lexicon, Span};

/// A problem `over` with one measure of the sentences of `words`, judged.
fn judged(over: &str, label: Option<LabelKind>, words: &str) -> (String, Outline) {
    let lexicon = Lexicon::builtin();
    let text = format!("{over}\n{words}");
    let from = over.len() + 1;
    let mut outline = Outline { roots: vec![NodeId(0)], ..Outline::default() };
    let problem = Node { span: Span::new(0, text.len()), ..Node::new(NodeKind::Problem, Span::new(0, over.len())) };
    let within = Span::new(from, text.len());
    let measure = Node::new(NodeKind::Measure, Span::new(from, from));
    outline.nodes.push(problem);
    outline.nodes.push(Node { parent: Some(NodeId(0)), span: within, label, ..measure });
    outline.nodes[0].children.push(NodeId(1));
    let mut start = from;
    for (at, mark) in words.match_indices(['。', '；']) {
        let span = Span::new(start, from + at + mark.len());
        let id = NodeId(outline.nodes.len() as u32);
        outline.nodes.push(Node { parent: Some(NodeId(1)), ..Node::new(NodeKind::Action, span) });
        outline.nodes[1].children.push(id);
        start = span.hi();
    }
    let published = Some(PartialDate { year: 2024, month: Some(9), day: Some(1) });
    let scan = scan(&text, &lexicon);
    let evidence = Evidence { text: &text, scan: &scan, metrics: &[], documents: &[], published, lexicon: &lexicon };
    judge(&mut outline, &evidence);
    (text, outline)
}

fn status(over: &str, words: &str) -> &'static str {
    judged(over, None, words).1.nodes[1].status.map_or("null", Class::word)
}

#[test]
fn statuses() {
    for (words, want) in [
        ("印发采购管理办法。", "done"),
        ("多占用的两间办公室已腾退。", "done"),
        ("召开专题会议，约谈相关负责人。", "done"),
        ("项目正在进行竣工验收。", "ongoing"),
        ("按时序稳步推进。", "ongoing"),
        ("持续推进，长期坚持。", "ongoing"),
        ("加大政策宣传力度。", "ongoing"),
        ("拟于明年出台管理办法。", "planned"),
        ("下一步将健全动态管理机制。", "planned"),
        ("确保12月底前全部销号。", "planned"),
        ("已收回欠款。其余正在走法律程序。", "mixed"),
        ("已关停九座，剩余产能将于12月20日前关停。", "mixed"),
        ("印发方案。力争年底前建成。", "mixed"),
        ("财务管理进一步规范，群众满意度明显提升。", "done"),
        ("真正让教师安心从教。", "null"),
        ("对尚未完成的任务盯住不放。", "null"),
        ("推行虚拟化的设备。", "done"),
        ("", "null"),
    ] {
        assert_eq!(status("（一）制度不健全", words), want, "{words}");
    }
}

#[test]
fn what_stands_over_a_measure_counts() {
    assert_eq!(status("四、下一步打算", "印发方案。"), "planned");
    assert_eq!(status("四、整改情况", "印发方案。"), "done");
    let labelled =
        |label, words| judged("（一）问题", Some(label), words).1.nodes[1].status.map_or("null", Class::word);
    assert_eq!(labelled(LabelKind::Measures, "印发方案。"), "null");
    assert_eq!(labelled(LabelKind::Measures, "已印发方案。"), "done");
    assert_eq!(labelled(LabelKind::Progress, "印发方案。"), "done");
}

#[test]
fn deadlines() {
    let deadline = |words: &str| {
        let (text, outline) = judged("（一）问题", None, words);
        let Some(Deadline { span, date }) = outline.nodes[1].deadline.clone() else { return "null".to_owned() };
        format!("{}={}", span.slice(&text), date.map_or("?".to_owned(), |date| date.to_string()))
    };
    for (words, want) in [
        ("2025年6月底前完成管网改造。", "2025年6月底前=2025-06-30"),
        ("力争12月底前完成。", "12月底前=2024-12-31"),
        ("3月底前完成。", "3月底前=2025-03-31"),
        ("2023年年底前建成。", "2023年年底前=2023-12-31"),
        ("截至2024年8月底，完成三项。", "null"),
        ("已于2024年6月30日前办结。", "null"),
        ("提前3天通知。", "null"),
        ("2021年前三季度完成。", "null"),
    ] {
        assert_eq!(deadline(words), want, "{words}");
    }
}

#[test]
fn responsible_bodies() {
    let bodies = |words: &str| {
        let (text, outline) = judged("（一）问题", None, words);
        outline.nodes[1].responsible.iter().map(|span| span.slice(&text).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(bodies("由县审计局牵头复核。"), ["县审计局"]);
    assert!(bodies("由于历史原因，各单位负责不够。").is_empty());
    assert!(bodies("由每生每天四元提高到五元。").is_empty());
}

#[test]
fn specificities() {
    let label = |words: &str| {
        let (_, outline) = judged("（一）问题", None, words);
        outline.nodes[2].specificity.map_or("null", Class::word)
    };
    for (words, want) in [
        ("2024年6月完成移交。", "specific"),
        ("对负有责任的站长予以诫勉。", "specific"),
        ("修订财务管理制度。", "partial"),
        ("召开专题会议研究部署。", "partial"),
        ("进一步提高政治站位。", "vague"),
        ("压紧压实责任链条。", "vague"),
        ("切实转变工作作风。", "vague"),
        // Hope, guise, basis, speech, quotation: no acts of the writer.
        ("让职工工作有劲头、生活有奔头。", "vague"),
        ("以清收盘活为抓手，提升资产质量。", "vague"),
        ("以处置预案为依据清收盘活。", "partial"),
        ("结合外出考察了解到的情况，理清工作思路。", "vague"),
        ("结合外出考察，修订管理办法。", "partial"),
        ("全面落实首问登记制度，做到有问必答。", "vague"),
        ("全面落实登记要求，逐户登记。", "partial"),
        // Acts give way to empty words, weighty ones do not.
        ("着力选拔优秀人才，打造高素质专业化干部队伍。", "vague"),
        ("选拔年轻干部进班子。", "partial"),
        ("建立健全齐抓共管格局。", "vague"),
        ("建立督办台账，切实提高站位，不断增强责任意识。", "partial"),
        ("召开专题会议，切实提高站位，不断增强责任意识。", "partial"),
        // Verbs of no dictionary.
        ("逐校走完流程。", "partial"),
        ("用真心换真情，把温暖送到心坎上。", "vague"),
        // Names.
        ("向阳村修通机耕路。", "specific"),
        ("在试点村修通机耕路。", "partial"),
        ("对出纳张某扣发绩效。", "specific"),
        ("对某些干部扣发绩效。", "partial"),
        ("二标段返工。", "specific"),
        ("各标段返工。", "partial"),
        ("赴长沙等地学习。", "specific"),
        ("清理“皮包公司”。", "partial"),
    ] {
        assert_eq!(label(words), want, "{words}");
    }
}

//! What holds for every text: spans, blocks, tree and metrics are sound (`support/invariants.rs`), and word lists find what
//! they hold.

mod support;

use proptest::prelude::*;
use support::Random;
use support::invariants::check;
use zhenggai::{CharIndex, Document, Lexicon, Span, parse};

/// Parts that notices are made of, and some that they are not.
const PARTS: &[&str] = &[
    "一、",
    "二、",
    "（一）",
    "(二)",
    "1.",
    "2．",
    "（1）",
    "①",
    "一是",
    "二是",
    "第一，",
    "反馈问题：",
    "整改措施：",
    "整改情况：",
    "责任单位：",
    "完成时限：",
    "学习不够深入",
    "落实不到位",
    "针对“制度不健全”问题",
    "召开会议",
    "印发通知",
    "已完成",
    "正在推进",
    "高企总数达到",
    "新增",
    "其中",
    "同比增长",
    "占",
    "约",
    "近",
    "不足",
    "分别为",
    "由",
    "提高到",
    "3",
    "12.5",
    "1,236",
    "１２",
    "三",
    "两",
    "十二",
    "三分之一",
    "百分之五",
    "家",
    "个",
    "万元",
    "亿元",
    "%",
    "个百分点",
    "人次",
    "以上",
    "余",
    "左右",
    "《条例》",
    "〔2023〕23号",
    "2024年6月26日",
    "2024年底",
    "第三十二条",
    "三重一大",
    "，",
    "。",
    "；",
    "：",
    "、",
    "\n",
    "\n\n",
    "　　",
    " ",
    "“",
    "”",
    "（",
    "）",
    "全市第一",
    "县教育局",
    "0390-6612083",
    "abc",
    "é",
    "👍",
    "\u{200b}",
];

fn notice_like() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PARTS), 0..120).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_notice_is_sound(text in notice_like()) {
        check(&text);
    }

    #[test]
    fn any_text_is_sound(text in "\\PC{0,200}") {
        check(&text);
    }

    #[test]
    fn a_byte_order_mark_and_line_ends_change_nothing(text in notice_like()) {
        let plain = parse(&Document::from_text(&text), support::lexicon());
        let marked = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        let marked = parse(&Document::from_text(&marked), support::lexicon());
        prop_assert_eq!(format!("{plain:?}"), format!("{marked:?}"));
    }

    #[test]
    fn characters_are_counted_alike(text in "\\PC{0,400}") {
        let index = CharIndex::new(&text);
        for (chars, (at, _)) in text.char_indices().enumerate() {
            prop_assert_eq!(index.chars_before(&text, at), chars);
        }
        prop_assert_eq!(index.chars_before(&text, text.len()), text.chars().count());
    }

    #[test]
    fn trimming_leaves_what_is_not_white(text in "[ \u{3000}\n整改a]{0,20}") {
        prop_assert_eq!(Span::new(0, text.len()).trim(&text).slice(&text), text.trim());
    }

    #[test]
    fn units_are_found_where_they_stand(text in notice_like()) {
        let units = &support::lexicon().units;
        for (at, _) in text.char_indices() {
            let longest = bounds(&text[at..]).filter(|end| units.get(&text[at..at + end]).is_some()).last();
            prop_assert_eq!(units.prefix_of(&text[at..]).map(|(len, _)| len), longest);
            let longest = text.char_indices().map(|(from, _)| from).find(|from| *from < at && units.get(&text[*from..at]).is_some());
            prop_assert_eq!(units.suffix_of(&text[..at]).map(|(len, _)| at - len), longest);
        }
        let mut end = 0;
        for (span, _) in units.find_in(&text) {
            prop_assert!(span.lo() >= end && units.get(span.slice(&text)).is_some());
            prop_assert!(text[end..span.lo()].char_indices().all(|(at, _)| units.prefix_of(&text[end + at..span.lo()]).is_none()));
            end = span.hi();
        }
        prop_assert_eq!(units.any_in(&text), end > 0);
    }
}

/// Ends of the characters of `text`.
fn bounds(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.char_indices().map(|(at, c)| at + c.len_utf8())
}

#[test]
fn the_corpus_is_sound() {
    for (_, text) in [support::texts("notices"), support::texts("pages")].concat() {
        check(&text);
    }
}

#[test]
fn threads_change_nothing() {
    use rayon::prelude::*;
    let texts = support::texts("notices");
    let read = |lexicon: &Lexicon, text: &str| format!("{:?}", parse(&Document::from_text(text), lexicon));
    let alone: Vec<String> = texts.iter().map(|(_, text)| read(support::lexicon(), text)).collect();
    let fresh = Lexicon::builtin();
    let together: Vec<String> = texts.par_iter().map(|(_, text)| read(&fresh, text)).collect();
    assert_eq!(alone, together);
}

/// Notices with parts cut, doubled, moved and replaced. `FUZZ_ROUNDS` sets how many.
#[test]
fn damaged_notices_are_sound() {
    let texts = [support::texts("notices"), support::texts("pages")].concat();
    let rounds = std::env::var("FUZZ_ROUNDS").ok().and_then(|n| n.parse().ok()).unwrap_or(200);
    let mut random = Random::new(2024);
    for round in 0..rounds {
        let (name, text) = random.pick(&texts).clone();
        let damaged = damage(&window(&text, &mut random), &mut random);
        let outcome = std::panic::catch_unwind(|| check(&damaged));
        assert!(outcome.is_ok(), "round {round}, from {name}:\n{damaged}");
    }
}

/// At most 1,500 characters of a text.
fn window(text: &str, random: &mut Random) -> Vec<char> {
    let chars: Vec<char> = text.chars().collect();
    let start = random.below(chars.len());
    chars[start..chars.len().min(start + 1 + random.below(1_500))].to_vec()
}

fn damage(text: &[char], random: &mut Random) -> String {
    let mut text = text.to_vec();
    for _ in 0..1 + random.below(12) {
        let from = random.below(text.len());
        let to = (from + random.below(30)).min(text.len());
        match random.below(5) {
            0 => drop(text.drain(from..to)),
            1 => drop(text.splice(from..from, text[from..to].to_vec())),
            2 => drop(text.splice(from..to, random.pick(PARTS).chars())),
            3 => drop(text.splice(from..from, random.pick(PARTS).chars())),
            _ => text[from..to].reverse(),
        }
    }
    text.into_iter().collect()
}

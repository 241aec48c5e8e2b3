//! Texts that are no notices, or want to be too much: no panic, no hang, nothing lost. That time grows with length alone is
//! shown by `benches/linearity.rs`.

mod support;

use support::Random;
use support::invariants::check;
use zhenggai::model::WarningCode;

const MEGABYTE: usize = 1 << 20;

/// `unit` until the text has at least `bytes` bytes.
fn filled(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes / unit.len() + 1)
}

#[test]
fn nothing_to_read() {
    for text in ["", "\n", " ", "　\n\n　", "\u{feff}", "\r\n\r\n", "\u{200b}"] {
        let notice = check(text);
        assert!(notice.outline.nodes.is_empty() && notice.metrics.is_empty(), "{text:?}");
    }
    assert!(check("").warnings.iter().any(|warning| warning.code == WarningCode::EmptyText));
}

#[test]
fn one_line() {
    for text in [
        "一",
        "一、",
        "（一）",
        "一是",
        "1.",
        "%",
        "3",
        "3家",
        "。",
        "：",
        "《",
        "》",
        "整改情况：",
        "已完成。",
        "其中",
        "一、　",
        "一、　\n",
        "（一）　　\n一是　",
        "1. \u{a0}\n（1）　\n①　\n",
        "反馈问题：　\n整改情况：　",
        "一、　\n　　\n（一）　整改",
    ] {
        check(text);
    }
}

#[test]
fn no_notice() {
    let poem = "床前明月光，疑是地上霜。\n举头望明月，低头思故乡。\n";
    let program = "fn main() {\n    let x = [1, 2, 3];\n    println!(\"{}\", x[0] + 0x1F); // 三十二\n}\n";
    for text in [poem, program] {
        let notice = check(text);
        assert!(notice.warnings.iter().any(|warning| warning.code == WarningCode::NoOutline), "{text}");
    }
    check(&filled(poem, MEGABYTE / 4));
    check(&filled(program, MEGABYTE / 4));
}

#[test]
fn a_notice_on_one_long_line() {
    for (_, text) in support::texts("notices").into_iter().take(3) {
        check(&text.replace('\n', ""));
        check(&filled(&text.replace('\n', ""), MEGABYTE));
    }
}

#[test]
fn long_lines_of_one_thing() {
    for unit in [
        "整改",
        "一、",
        "（一）",
        "1.",
        "一是",
        "3家",
        "其中",
        "12",
        "一",
        "亿",
        "《",
        "“",
        "（",
        "：",
        "。",
        "、",
        "和",
        "为",
    ] {
        check(&filled(unit, MEGABYTE / 4));
    }
    check(&filled("整改落实到位", 4 * MEGABYTE));
}

#[test]
fn many_markers() {
    for marker in ["一是", "（一）", "一、", "1.", "（1）", "①", "第一，", "反馈问题：", "整改情况：", "责任单位："]
    {
        check(&filled(&format!("{marker}完成整改。\n"), 10_000 * 24));
        check(&format!("{marker}\n").repeat(10_000));
    }
    check(&"一是".repeat(100_000));
    check(&numbered(10_000));
}

/// A list that counts up in digits, each item deeper in meaning and none in fact.
fn numbered(items: usize) -> String {
    (1..=items).map(|at| format!("{at}.完成整改{at}项；其中立行立改{at}项。\n")).collect()
}

#[test]
fn ever_deeper_levels() {
    let levels = ["一、", "（一）", "1.", "（1）", "①", "一是", "第一，", "A.", "a）", "Ⅰ."];
    let text: String = (0..10_000).map(|at| format!("{}问题不到位\n", levels[at % levels.len()])).collect();
    check(&text);
}

#[test]
fn nested_and_unbalanced_marks() {
    for (open, close) in [("（", "）"), ("(", ")"), ("《", "》"), ("“", "”"), ("〔", "〕"), ("[", "]"), ("「", "」")]
    {
        check(&format!("{}整改3项{}", open.repeat(10_000), close.repeat(10_000)));
        check(&format!("{}整改3项。\n一是完成5件", open.repeat(10_000)));
        check(&format!("整改3项{}一是完成5件", close.repeat(10_000)));
        check(&filled(&format!("{open}{open}{close}整改3项"), MEGABYTE / 8));
    }
    check(&filled("\"整改3项'", MEGABYTE / 8));
}

#[test]
fn long_numbers() {
    for digit in ["7", "０", "九", "万", "亿", "十", "1,", "1.", "零", "9 ", "1/", "2—", "%", "百分之"] {
        check(&format!("完成{}项整改。", digit.repeat(5_000)));
        check(&filled(digit, MEGABYTE / 8));
    }
    let many: String = (0..20_000).map(|at| format!("{at}家、")).collect();
    check(&many);
}

#[test]
fn control_and_direction_marks() {
    for mark in
        ["\0", "\u{7}", "\u{b}", "\u{85}", "\u{2028}", "\u{200e}", "\u{202e}", "\u{2066}", "\u{ad}", "\u{fffd}", "\r"]
    {
        check(&format!("一、{mark}整改{mark}不到位\n一是{mark}完成3{mark}项{mark}。{mark}"));
        check(&filled(&format!("{mark}3{mark}家"), MEGABYTE / 8));
    }
    check("e\u{301}３\u{20dd}家👨‍👩‍👧一是\u{1f1e8}\u{1f1f3}𠀀𠀁3𠀂");
}

#[test]
fn random_characters() {
    let mut random = Random::new(7);
    for _ in 0..40 {
        let any: String = (0..20_000).filter_map(|_| char::from_u32(random.next() as u32 % 0x11_0000)).collect();
        check(&any);
        let bytes: Vec<u8> = (0..20_000).map(|_| random.next() as u8).collect();
        check(&String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn random_words_of_a_notice() {
    const WORDS: &[&str] = &[
        "一、",
        "（一）",
        "1.",
        "一是",
        "反馈问题：",
        "整改情况：",
        "，",
        "。",
        "\n",
        "；",
        "3",
        "家",
        "万元",
        "其中",
        "同比",
        "增长",
        "%",
        "《",
        "》",
        "“",
        "”",
        "（",
        "）",
        "2024年",
        "6月",
        "不到位",
        "已完成",
        "约",
        "以上",
        "分别",
        "由",
        "到",
        "第",
        "〔2023〕",
        "号",
        "两",
        "十",
        "亿",
        "项目",
        "企业",
        "问题",
        "整改",
        "　",
        " ",
        "：",
        "、",
        "占",
        "全市",
        "之一",
        "—",
    ];
    let mut random = Random::new(11);
    for _ in 0..300 {
        let text: String = (0..random.below(400)).map(|_| *random.pick(WORDS)).collect();
        check(&text);
    }
    let long: String = (0..MEGABYTE / 8).map(|_| *random.pick(WORDS)).collect();
    check(&long);
}

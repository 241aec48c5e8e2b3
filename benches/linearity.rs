//! Time per byte on texts that want to be too much, at one length and at four times that: it stays the same.
//!
//! ```sh
//! cargo bench --bench linearity                        # 1 and 4 MiB
//! BENCH_KIB=64 cargo bench --bench linearity -- 其中   # smaller, only texts whose name holds 其中
//! ```
//! Each time is the best of three rounds. Four times the length should take four times as long: the last column says how
//! many times as long each byte takes, and a text above 2 is marked.
#![allow(clippy::print_stdout, reason = "a benchmark prints its table")]

mod support;

use std::hint::black_box;
use support::{notices, row, setting, time};
use zhenggai::output::wire;
use zhenggai::{Document, Lexicon, parse};

/// Each byte may take that many times as long in the longer text before it is marked: less is noise and caches.
const SUSPECT: f64 = 2.0;

fn main() {
    let bytes = setting("BENCH_KIB", 1024) << 10;
    let lexicon = Lexicon::builtin();
    let sizes = [bytes, 4 * bytes].map(|size| format!("{} KiB", size >> 10));
    row(&["", &sizes[0], &sizes[1], "per byte"].map(String::from));
    // Cargo adds `--bench` to the arguments.
    let wanted = std::env::args().skip(1).find(|arg| !arg.starts_with('-')).unwrap_or_default();
    for (name, make) in texts().into_iter().filter(|(name, _)| name.contains(&wanted)) {
        let per_byte = [bytes, 4 * bytes].map(|size| nanoseconds_per_byte(&make(size), &lexicon));
        let growth = per_byte[1] / per_byte[0];
        let mark = if growth > SUSPECT { " !" } else { "" };
        let speed = per_byte.map(|time| format!("{time:.1} ns/B"));
        row(&[name.to_owned(), speed[0].clone(), speed[1].clone(), format!("{growth:.2}×{mark}")]);
    }
}

fn nanoseconds_per_byte(text: &str, lexicon: &Lexicon) -> f64 {
    let document = Document::from_text(text);
    let once = || {
        let notice = parse(&document, lexicon);
        let printed =
            wire::notice(&document, &notice, lexicon, &wire::Options { rejected: true, ..wire::Options::default() });
        black_box(serde_json::to_vec(&printed).expect("a notice prints"));
    };
    let best = (0..3).map(|_| time(once)).min().unwrap_or_default();
    best.as_nanos() as f64 / text.len() as f64
}

/// A text of about so many bytes.
type Make = Box<dyn Fn(usize) -> String>;

fn texts() -> Vec<(&'static str, Make)> {
    let notices = notices("");
    let real = notices.concat();
    let line = real.replace('\n', "");
    let repeated = |unit: &str| -> Make {
        let unit = unit.to_owned();
        Box::new(move |bytes| unit.repeat(bytes / unit.len() + 1))
    };
    let counted = |line: fn(usize) -> String| -> Make {
        Box::new(move |bytes| {
            let mut text = String::new();
            (1..)
                .take_while(|at| {
                    text.push_str(&line(*at));
                    text.len() < bytes
                })
                .for_each(drop);
            text
        })
    };
    vec![
        ("notices", repeated(&real)),
        ("notices on one line", repeated(&line)),
        ("prose on one line", repeated("整改落实到位")),
        ("sentences on one line", repeated("整改落实到位。")),
        ("empty lines", repeated("\n")),
        ("spaces", repeated("　")),
        ("一是 without end", repeated("一是")),
        ("marked lines", repeated("（一）问题不到位\n")),
        ("chains of measures", repeated("一是完成整改3项。二是建立制度5个；")),
        ("items that count up", counted(|at| format!("{at}.完成整改{at}项；其中立行立改{at}项。\n"))),
        ("levels", repeated("一、不到位\n（一）不到位\n1.不到位\n（1）不到位\n①不到位\n一是完成。")),
        ("labels", repeated("反馈问题：不到位\n整改情况：已完成。\n责任单位：县局\n")),
        ("inline problems", repeated("针对学习不深问题，已完成；")),
        ("quantities in one clause", repeated("完成3项整改5家企业和")),
        ("其中 in one sentence", repeated("共12家，其中3家，")),
        ("a long enumeration", repeated("企业3家、项目5个、")),
        ("分别 in one sentence", repeated("甲、乙分别为3家、5家，")),
        ("由…到…", repeated("由3%提高到5%，")),
        ("size conditions", repeated("5亿元以上项目3个，")),
        ("size conditions alone", repeated("5亿元以上，")),
        ("growth", repeated("增长3%，")),
        ("ranks", repeated("居全省第4，")),
        ("deadlines", repeated("2024年底前完成，")),
        ("digits", repeated("7")),
        ("digits and commas", repeated("1,")),
        ("digits and spaces", repeated("9 ")),
        ("dates", repeated("2024年6月26日")),
        ("Chinese numerals", repeated("九")),
        ("万亿", repeated("万亿")),
        ("opening brackets", repeated("（")),
        ("nested brackets", Box::new(|bytes| "（".repeat(bytes / 6) + "3家" + &"）".repeat(bytes / 6))),
        ("opening title marks", repeated("《")),
        ("opening quotes", repeated("“3家")),
        ("document numbers", repeated("安政办〔2023〕23号")),
        ("colons", repeated("整改：")),
        ("ASCII", repeated("let x = [1, 2, 3]; ")),
        ("beyond the BMP", repeated("𠀀3𠀁家")),
    ]
}

//! The shipped dictionaries: their form, their size, and that they do not contradict each other.
//! `UPDATE=1 cargo test` rewrites them in canonical form: comments, header, rows in the order of their bytes.

use super::{Lexicon, files};
use std::path::Path;

fn canonical(text: &str) -> String {
    let (comments, lines): (Vec<&str>, Vec<&str>) =
        text.lines().filter(|line| !line.trim().is_empty()).partition(|line| line.starts_with('#'));
    let (header, rows) = lines.split_first().expect("a header");
    let mut rows: Vec<Vec<&str>> = rows.iter().map(|row| row.split('\t').collect()).collect();
    rows.sort();
    let rows = rows.iter().map(|row| row.join("\t"));
    let lines = comments.into_iter().chain([*header]).map(str::to_owned).chain(rows);
    lines.map(|line| line + "\n").collect()
}

#[test]
fn files_are_in_canonical_form() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("dicts");
    for file in files::ALL {
        let want = canonical(file.builtin);
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(folder.join(file.name), &want).expect("dicts/ can be written");
        } else {
            assert!(file.builtin == want, "{}: not in canonical form; run UPDATE=1 cargo test", file.name);
        }
    }
}

#[test]
fn every_file_says_where_its_words_come_from() {
    for file in files::ALL {
        let comments: String = file.builtin.lines().take_while(|line| line.starts_with('#')).collect();
        let empty = file.builtin.lines().filter(|line| !line.starts_with('#')).count() <= 1;
        assert!(empty || comments.chars().count() > 20, "{}: no provenance", file.name);
    }
}

#[test]
fn there_are_enough_words() {
    let lexicon = Lexicon::builtin();
    for (what, found, least) in [
        ("units", lexicon.units.len(), 250),
        ("fixed terms", lexicon.fixed_terms.len(), 400),
        ("aliases", lexicon.aliases.len(), 200),
        ("vague words", lexicon.vague.len(), 150),
        ("words never merged", lexicon.never_merge.len(), 100),
    ] {
        assert!(found >= least, "{found} {what}, expected {least}");
    }
}

#[test]
fn a_trap_is_no_unit_and_begins_like_one() {
    let lexicon = Lexicon::builtin();
    for row in files::UNIT_TRAPS.builtin.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let word = row.split('\t').next().unwrap_or_default();
        let unit = lexicon.units.prefix_of(word).map(|(len, _)| len);
        assert!(unit.is_some_and(|len| len < word.len()), "{word}");
    }
}

#[test]
fn classifiers_before_a_noun_stay_units() {
    let lexicon = Lexicon::builtin();
    for text in [
        "个人行为",
        "个体育场",
        "件均已办结",
        "户外出务工",
        "名单位负责人",
        "起诉讼",
        "支队伍",
        "项目标任务",
        "家属于",
        "处分散",
        "所属于",
        "家具备条件",
        "人均已处理",
        "次日常检查",
        "位居民",
        "名医生",
        "套用房",
        "张床位",
        "种植物",
        "宗地",
        "条线路",
        "台设备",
        "座桥梁",
        "家园区企业",
        "名师生",
        "成员工",
        "人口头警告",
        "人行政处罚",
    ] {
        assert!(lexicon.unit_traps.prefix_of(text).is_none(), "{text}");
        assert!(lexicon.units.prefix_of(text).is_some(), "{text}");
    }
}

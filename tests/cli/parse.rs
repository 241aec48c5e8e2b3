//! `parse`, `text` and `schema`.

use crate::{Folder, NOTICE, json, stdout, zhenggai};

#[test]
fn one_file_is_one_object() {
    let folder = Folder::new();
    let path = folder.put("通报 2024.txt", NOTICE);
    let notice = json(&stdout(zhenggai().arg("parse").arg(&path)));
    assert_eq!(notice["source"]["path"], path.to_str().unwrap());
    assert_eq!(notice["source"]["format"], "txt");
    assert_eq!(notice["source"]["encoding"], "UTF-8");
    assert_eq!(notice["source"]["chars"], NOTICE.chars().count());
    assert_eq!(notice["year"], 2024);
    assert!(notice.get("rejected").is_none());
}

#[test]
fn the_checksum_is_that_of_the_raw_bytes() {
    let folder = Folder::new();
    let path = folder.put("a.txt", "\u{feff}abc");
    let notice = json(&stdout(zhenggai().arg("parse").arg(&path)));
    assert_eq!(notice["source"]["sha256"], "1c28dc3f1f804a1ad9c9b4b4cf5e2658d16ad4ed08e3020d04a8d2865018947c");
    assert_eq!(notice["source"]["chars"], 3);
}

#[test]
fn spans_count_characters_of_the_printed_text() {
    let folder = Folder::new();
    let path = folder.put("a.txt", format!("\u{feff}{}", NOTICE.replace('\n', "\r\n")));
    let text: Vec<char> = stdout(zhenggai().arg("text").arg(&path)).chars().collect();
    assert_eq!(text.iter().collect::<String>(), NOTICE);
    let notice = json(&stdout(zhenggai().arg("parse").arg(&path)));
    let metrics = notice["metrics"].as_array().unwrap();
    assert!(!metrics.is_empty());
    for metric in metrics {
        let span = &metric["quantity"]["span"];
        let (start, end) = (span["start"].as_u64().unwrap() as usize, span["end"].as_u64().unwrap() as usize);
        assert_eq!(text[start..end].iter().collect::<String>(), metric["quantity"]["text"].as_str().unwrap());
    }
}

#[test]
fn numbers_that_are_no_metrics_are_listed_on_demand() {
    let listed = stdout(zhenggai().args(["parse", "-", "--rejected"]).write_stdin(NOTICE));
    let reasons = json(&listed)["rejected"].as_array().unwrap().clone();
    assert!(reasons.iter().any(|rejected| rejected["reason"] == "date"), "{reasons:?}");
}

#[test]
fn pretty_is_the_same_object() {
    let plain = stdout(zhenggai().args(["parse", "-"]).write_stdin(NOTICE));
    let pretty = stdout(zhenggai().args(["parse", "-", "--pretty"]).write_stdin(NOTICE));
    assert!(pretty.lines().count() > 10 && plain.lines().count() == 1);
    assert_eq!(json(&plain), json(&pretty));
    assert_eq!(json(&plain)["source"]["path"], "-");
}

#[test]
fn the_schema_names_every_field() {
    let schema = json(&stdout(zhenggai().args(["schema", "notice"])));
    let notice = json(&stdout(zhenggai().args(["parse", "-", "--rejected"]).write_stdin(NOTICE)));
    let properties = schema["properties"].as_object().unwrap();
    for field in notice.as_object().unwrap().keys() {
        assert!(properties.contains_key(field), "{field}");
    }
}

#[test]
fn completions_exist_for_every_shell() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        assert!(stdout(zhenggai().args(["completions", shell])).contains("zhenggai"), "{shell}");
    }
}

#[test]
fn users_dictionaries_are_laid_over() {
    let folder = Folder::new();
    let path = folder.put("a.txt", "一、管理不严\n一是抓好维修。更换阀门35挂件。\n");
    folder.put("dicts/units.tsv", "unit\tdimension\tbase\tfactor\tnote\n挂件\tcount\t\t1\t\n");
    let unit = |command: &mut assert_cmd::Command| json(&stdout(command))["metrics"][0]["unit"].clone();
    assert_eq!(unit(zhenggai().arg("parse").arg(&path).arg("--dicts").arg(folder.path().join("dicts"))), "挂件");
    zhenggai().args(["dict", "check"]).arg(folder.path().join("dicts")).assert().code(0);
}

#[test]
fn scores_are_explained_where_asked_for() {
    let folder = Folder::new();
    let path = folder.put("a.txt", "一、账目不清\n一是健全制度。追回欠款3.2万元。进一步提高认识。\n");
    let plain = json(&stdout(zhenggai().arg("parse").arg(&path)));
    assert!(plain.get("concreteness").is_none());
    let told = json(&stdout(zhenggai().args(["parse", "--explain-scores"]).arg(&path)));
    assert_eq!(told["concreteness"]["specific"]["num"], 1);
    assert_eq!(told["concreteness"]["specific"]["den"], 2);
    assert_eq!(told["concreteness"]["evidence_per_1000"]["num"], 1);
    let actions = told["outline"][0]["children"][0]["children"].as_array().unwrap();
    assert_eq!(actions[1]["score"]["evidence"][0]["kind"], "money");
    assert_eq!(actions[1]["score"]["evidence"][0]["text"], "3.2万元");
    let empty: Vec<_> =
        actions[2]["score"]["empty_words"].as_array().unwrap().iter().map(|word| &word["text"]).collect();
    assert_eq!(empty, ["进一步", "提高"]);
    assert_eq!(told["outline"][0]["concreteness"]["cheap_talk"]["value"], 1);
}

//! `dups`: what is said twice, in all its formats.

use crate::{Folder, json, stderr, stdout, zhenggai};

const OLD: &str = "关于巡察整改情况的通报\n2023年6月26日，县委第二巡察组向县水利局党组反馈了巡察意见。\n一、监管不到位的问题\n一是健全台账。对12座水库逐一登记造册，逐项明确责任股室和完成时限。\n二是严格验收。逐项明确责任股室和完成时限。\n";
const NEW: &str = "关于巡察整改情况的通报\n2024年6月26日，县委第二巡察组向县农业局党组反馈了巡察意见。\n一、管理粗放的问题\n一是健全台账。对35座大棚逐一登记造册，逐项明确责任股室和完成时限。\n";

fn folder() -> Folder {
    let folder = Folder::new();
    folder.put("a.txt", OLD);
    folder.put("b.txt", NEW);
    folder
}

#[test]
fn pairs_clusters_and_shares() {
    let folder = folder();
    let found = json(&stdout(zhenggai().args(["dups", "--format", "json"]).arg(folder.path())));
    let pairs = found["duplicates"].as_array().unwrap();
    let scopes: Vec<_> = pairs.iter().map(|pair| pair["scope"].as_str().unwrap()).collect();
    assert!(scopes.contains(&"within") && scopes.contains(&"across"), "{found}");
    let across = pairs.iter().find(|pair| pair["scope"] == "across").unwrap();
    let text: Vec<char> = OLD.chars().collect();
    let span = |name: &str| across["a"]["span"][name].as_u64().unwrap() as usize;
    assert_eq!(across["a"]["text"], text[span("start")..span("end")].iter().collect::<String>());
    assert!(across["similarity"].as_f64().unwrap() >= 0.7);
    let differs = across["differs"].as_array().unwrap();
    assert!(differs.iter().any(|differs| differs["a"].as_str().unwrap().starts_with("12")), "{across}");
    assert!(found["clusters"][0]["first"]["notice"].as_str().unwrap().ends_with("a.txt"));
    assert!(found["matrix"][0]["share"].as_f64().unwrap() > 0.5);
}

#[test]
fn each_format_says_the_same() {
    let folder = folder();
    let run = |format: &str| stdout(zhenggai().args(["dups", "--format", format]).arg(folder.path()));
    let pairs = json(&run("json"))["duplicates"].as_array().unwrap().len();
    assert_eq!(run("jsonl").lines().count(), pairs);
    assert_eq!(run("csv").lines().count(), pairs + 1);
    assert!(run("table").contains("见于另一份的比例"));
    let one = stdout(zhenggai().args(["dups", "--format", "jsonl", "--jobs", "1"]).arg(folder.path()));
    assert_eq!(one, run("jsonl"));
}

#[test]
fn a_stricter_search_finds_less() {
    let folder = folder();
    let run = |args: &[&str]| stdout(zhenggai().args(["dups", "--format", "jsonl"]).args(args).arg(folder.path()));
    assert!(run(&["--threshold", "1"]).lines().count() < run(&["--threshold", "0.5"]).lines().count());
    assert_eq!(run(&["--min-chars", "200"]), "");
    let none = stdout(zhenggai().args(["--lang", "en", "dups", "--min-chars", "200"]).arg(folder.path()));
    assert_eq!(none, "no duplicated passages found\n");
}

#[test]
fn wrong_thresholds_are_refused() {
    let folder = folder();
    for wrong in ["0.3", "1.2", "七成", "NaN"] {
        let mut command = zhenggai();
        command.args(["dups", "--threshold", wrong]).arg(folder.path());
        assert!(stderr(&mut command).contains("0.5"), "{wrong}");
        command.assert().code(2);
    }
}

#[test]
fn new_notices_against_an_index() {
    let folder = Folder::new();
    let (old, new) = (folder.put("a.txt", OLD), folder.put("b.txt", NEW));
    let index = folder.path().join("old.zgi");
    zhenggai().arg("index").arg(&old).arg("-o").arg(&index).assert().code(0);
    let run = || stdout(zhenggai().args(["dups", "--format", "jsonl"]).arg(&new).arg("--against").arg(&index));
    let found = run();
    assert!(found.lines().count() > 0);
    for pair in found.lines().map(json) {
        let ends = |side: &str, name: &str| pair[side]["notice"].as_str().unwrap().ends_with(name);
        assert!(ends("a", "b.txt") && ends("b", "a.txt"), "{pair}");
        assert_eq!(pair["scope"], "across");
    }
    let mut again = zhenggai();
    again.args(["--lang", "en", "index", "--append"]).arg(&old).arg("-o").arg(&index);
    assert!(stderr(&mut again).contains("added 0, there already 1"));
    assert_eq!(run(), found);
}

#[test]
fn an_index_that_is_none_is_an_error_with_a_remedy() {
    let folder = folder();
    let against = |index: &std::path::Path| {
        let mut command = zhenggai();
        command.args(["--lang", "en", "dups"]).arg(folder.path()).arg("--against").arg(index);
        command
    };
    for path in [folder.path().join("a.txt"), folder.path().join("missing.zgi")] {
        let said = stderr(&mut against(&path));
        assert!(said.contains(&*path.to_string_lossy()) && said.contains("`zhenggai index`"), "{said}");
        against(&path).assert().code(2);
    }
}

//! `corrections.toml`: what the user knows better, applied on every run.

use crate::{Folder, NOTICE, json, stderr, stdout, zhenggai};
use sha2::{Digest, Sha256};

fn hash(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn folder(corrections: &str) -> Folder {
    let folder = Folder::new();
    folder.put("in/a.txt", NOTICE);
    folder.put("in/corrections.toml", corrections.replace("HASH", &hash(NOTICE)));
    folder
}

const FIX: &str =
    "[[metric]]\nnotice = 'HASH'\nquote = '组织集中学习12次'\nvalue = 14\nname = '集中学习'\nreason = '台账核实'\n";

#[test]
fn the_file_beside_the_notices_is_applied_everywhere() {
    let folder = folder(FIX);
    let file = folder.path().join("in/a.txt");
    let parsed = json(&stdout(zhenggai().arg("parse").arg(&file)));
    let fixed = |metrics: &serde_json::Value| {
        let mut of = metrics.as_array().unwrap().iter().filter(|metric| !metric["corrected"].is_null());
        (of.next().unwrap().clone(), of.count())
    };
    let (metric, more) = fixed(&parsed["metrics"]);
    assert_eq!((&metric["value"], &metric["corrected"]["value"], more), (&14.into(), &12.into(), 0));
    assert_eq!(metric["corrected"]["reason"], "台账核实");
    let rows = json(&stdout(zhenggai().args(["metrics", "--format", "json"]).arg(&file)));
    assert_eq!(fixed(&rows).0["name"], "集中学习");
    assert!(stdout(zhenggai().arg("tree").arg(&file)).contains("已更正"));
    assert!(stdout(zhenggai().arg("metrics").arg(&file)).contains("已更正"));
    let raw = json(&stdout(zhenggai().args(["parse", "--no-corrections"]).arg(&file)));
    assert!(raw["metrics"].as_array().unwrap().iter().all(|metric| metric["corrected"].is_null()));
}

#[test]
fn a_run_marks_and_lists_them() {
    let stale = "[[metric]]\nnotice = 'HASH'\nquote = '组织集中学习99次'\ndrop = true\n[[metric]]\nnotice = '000000000000'\nquote = '1个'\ndrop = true\n";
    let folder = folder(&format!("{FIX}{stale}"));
    let out = folder.path().join("out");
    let mut command = zhenggai();
    command.args(["--lang", "en", "analyze"]).arg(folder.path().join("in")).arg("-o").arg(&out);
    let said = stderr(&mut command);
    assert!(said.contains("corrections.toml:7: stale correction, `组织集中学习99次`"), "{said}");
    assert!(said.contains("corrections.toml:11: stale correction of `1个`"), "{said}");
    let read = |name: &str| String::from_utf8_lossy(&std::fs::read(out.join(name)).unwrap()).into_owned();
    let fates: Vec<_> =
        json(&read("run.json"))["corrections"].as_array().unwrap().iter().map(|of| of["fate"].clone()).collect();
    assert_eq!(fates, ["applied", "no-quote", "no-notice"]);
    assert!(read("metrics.csv").contains("value 12"));
    assert!(read("notices.jsonl").contains("\"corrected\":{"));
    assert!(read("report.html").contains("\"corrected\":"));
}

#[test]
fn a_file_at_fault_is_named_with_its_line() {
    let folder = folder("[[metric]]\nnotice = 'HASH'\nquot = 'a'\n");
    let mut command = zhenggai();
    command.args(["--lang", "en", "parse"]).arg(folder.path().join("in"));
    assert!(stderr(&mut command).contains("corrections.toml:3: unknown key `quot`, did you mean `quote`?"));
    command.assert().code(2);
}

#[test]
fn a_pinned_pair_is_matched_and_marked() {
    let notice = |year: u16, words: &str| {
        format!(
            "关于巡察整改情况的通报\n{year}年6月26日，县委第二巡察组向岚溪县水利局党组反馈了巡察意见。\n\
             一、水库除险加固滞后的问题\n一是加快进度。{words}\n岚溪县水利局党组\n{year}年12月20日\n"
        )
    };
    let (old, new) = (notice(2023, "治漏工程35处。"), notice(2024, "安全度汛提升点46处，更换闸门12座。"));
    let folder = Folder::new();
    folder.put("a.txt", &old);
    folder.put("b.txt", &new);
    let matched = |extra: &str| {
        folder.put("corrections.toml", extra);
        let found = json(&stdout(zhenggai().args(["compare", "--format", "json"]).arg(folder.path())));
        found["metrics"].as_array().unwrap().iter().find(|change| change["status"] == "matched").cloned()
    };
    let pin = format!(
        "[[align]]\nold = {{ notice = '{}', quote = '35处' }}\nnew = {{ notice = '{}', quote = '46处' }}\n",
        hash(&old),
        hash(&new)
    );
    let change = matched(&pin).expect("the pinned pair");
    assert_eq!((&change["pinned"], &change["delta"], &change["confidence"]), (&true.into(), &11.into(), &1.into()));
    assert!(matched(&format!("{pin}apart = true\n")).is_none());
}

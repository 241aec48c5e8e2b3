//! `analyze`: everything in one go, into a folder.

use crate::{Folder, NOTICE, json, stderr, zhenggai};

fn run(folder: &Folder) -> assert_cmd::Command {
    let mut command = zhenggai();
    command.arg("analyze").arg(folder.path().join("in")).arg("-o").arg(folder.path().join("out"));
    command
}

#[test]
fn a_folder_of_results() {
    let folder = Folder::new();
    folder.put("in/a.txt", NOTICE);
    folder.put("in/b.txt", NOTICE);
    run(&folder).assert().code(0);
    let out = folder.path().join("out");
    let read = |name: &str| std::fs::read(out.join(name)).unwrap();
    assert!(read("report.html").starts_with(b"<!DOCTYPE html>") || read("report.html").starts_with(b"<!doctype html>"));
    assert!(read("metrics.xlsx").starts_with(b"PK"));
    assert!(read("metrics.parquet").starts_with(b"PAR1"));
    assert!(read("zhenggai.db").starts_with(b"SQLite format 3\0"));
    let lines = |name: &str| String::from_utf8(read(name)).unwrap().lines().count();
    assert_eq!(lines("notices.jsonl"), 2);
    let summary = json(&String::from_utf8(read("summary.json")).unwrap());
    assert_eq!(summary["total"]["notices"], 2);
    assert_eq!(lines("metrics.csv") as u64 - 1, summary["total"]["metrics"].as_u64().unwrap());
    let odd = out
        .read_dir()
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .find(|name| name.to_string_lossy().starts_with(".zhenggai-"));
    assert_eq!(odd, None, "no half-written file is left");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let folder = Folder::new();
    folder.put("in/a.txt", NOTICE);
    let files = |jobs: &str| {
        run(&folder).args(["--jobs", jobs]).assert().code(0);
        let out = folder.path().join("out");
        let names = [
            "report.html",
            "metrics.csv",
            "metrics.xlsx",
            "metrics.parquet",
            "zhenggai.db",
            "findings.jsonl",
            "run.json",
        ];
        names.map(|name| std::fs::read(out.join(name)).unwrap())
    };
    assert!(files("1") == files("2"));
}

#[test]
fn a_bad_file_is_told_and_the_rest_is_done() {
    let folder = Folder::new();
    folder.put("in/a.txt", NOTICE);
    folder.put("in/b.txt", "%PDF-1.7");
    run(&folder).assert().code(2);
    assert!(stderr(&mut run(&folder)).contains("b.txt"));
    let summary = std::fs::read_to_string(folder.path().join("out/summary.json")).unwrap();
    assert!(json(&summary)["failures"][0]["path"].as_str().unwrap().ends_with("b.txt"));
}

#[test]
fn markup_in_a_notice_stays_text() {
    let folder = Folder::new();
    folder.put("in/a.txt", "一、管理不严\n一是抓好整改。清退</script><script>alert(1)</script>公车3辆。\n");
    run(&folder).assert().code(0);
    let report = std::fs::read_to_string(folder.path().join("out/report.html")).unwrap();
    assert!(report.contains("alert(1)") && !report.contains("<script>alert(1)"));
}

#[test]
fn the_settings_file_and_excuses_count() {
    let folder = Folder::new();
    folder.put("in/a.txt", format!("{NOTICE}三是办结信访件。受理信访件21件，其中重复信访件25件。\n"));
    folder.put("in/suppressions.toml", "[[suppress]]\nrule = 'N001'\nwords = '信访件25件'\nreason = '已核'\n");
    folder.put("zhenggai.toml", "encoding = 'utf-8'\n[lint]\nselect = ['N']\n");
    let run = |arguments: &[&str]| {
        let mut command = run(&folder);
        command.current_dir(folder.path()).args(arguments);
        command
    };
    run(&[]).assert().code(0);
    let read = |name: &str| std::fs::read_to_string(folder.path().join("out").join(name)).unwrap();
    let findings: Vec<_> = read("findings.jsonl").lines().map(json).collect();
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert_eq!((&findings[0]["rule"], &findings[0]["suppressed"]), (&"N001".into(), &"已核".into()));
    let options = &json(&read("run.json"))["options"];
    assert!(options["config"].as_str().is_some_and(|path| path.ends_with("zhenggai.toml")), "{options}");
    assert_eq!(options["encoding"], "utf-8");
    assert!(stderr(&mut run(&["--resume"])).contains("沿用上次已读的通报 1 份"));
    folder.put("zhenggai.toml", "encoding = 'gb18030'\n");
    assert!(stderr(&mut run(&["--resume"])).contains("沿用上次已读的通报 0 份"), "another encoding, another text");
}

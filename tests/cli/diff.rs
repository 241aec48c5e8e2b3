//! `diff`: two runs side by side.

use crate::{Folder, NOTICE, json, stderr, stdout, zhenggai};

fn analyze(folder: &Folder, out: &str, extra: &[&str]) {
    let mut command = zhenggai();
    command.arg("analyze").arg(folder.path().join("in")).arg("-o").arg(folder.path().join(out)).args(extra);
    command.assert().code(0);
}

fn diff(folder: &Folder, args: &[&str]) -> assert_cmd::Command {
    let mut command = zhenggai();
    command.args(["--lang", "en", "diff"]).arg(folder.path().join("old")).arg(folder.path().join("new")).args(args);
    command
}

#[test]
fn other_dictionaries_show_where_they_changed_something() {
    let folder = Folder::new();
    folder.put("in/a.txt", NOTICE);
    analyze(&folder, "old", &[]);
    folder.put("dicts/aliases.tsv", "alias\tcanonical\tdomain\n学习通知\t文件通知\tours\n");
    let dicts = folder.path().join("dicts");
    analyze(&folder, "new", &["--dicts", dicts.to_str().unwrap()]);
    let found = json(&stdout(&mut diff(&folder, &["--format", "json"])));
    let fields = |list: &serde_json::Value| -> Vec<String> {
        list.as_array().unwrap().iter().map(|field| field["field"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(fields(&found["run"]), ["lexicon", "dictionaries.aliases.tsv", "options.dicts"]);
    let metrics = found["notices"][0]["metrics"].as_array().unwrap();
    assert_eq!(metrics.len(), 1, "{found}");
    assert_eq!(fields(&metrics[0]["fields"]), ["key"]);
    assert_eq!(found["summary"]["metrics"]["changed"], 1);
    let table = stdout(&mut diff(&folder, &[]));
    assert!(table.contains("metrics: 0 added, 0 removed, 1 changed"), "{table}");
    assert!(table.contains("文件通知"), "{table}");
}

#[test]
fn the_same_run_twice_has_no_difference() {
    let folder = Folder::new();
    folder.put("in/a.txt", NOTICE);
    analyze(&folder, "old", &[]);
    analyze(&folder, "new", &[]);
    assert_eq!(stdout(&mut diff(&folder, &[])), "both runs have the same results\n");
}

#[test]
fn a_folder_without_a_run_is_named() {
    let folder = Folder::new();
    diff(&folder, &[]).assert().code(2);
    assert!(stderr(&mut diff(&folder, &[])).contains("run.json: cannot be read"));
}

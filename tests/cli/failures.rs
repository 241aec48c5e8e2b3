//! What goes wrong: messages name the file and the remedy, exit codes tell, the rest goes on.

use crate::{Folder, NOTICE, json, stderr, stdout, zhenggai};
use assert_cmd::Command;

/// The command fails with code 2, and what it says holds each of `words`.
fn check(command: &mut Command, words: &[&str]) {
    let said = stderr(command);
    command.assert().code(2);
    for word in words {
        assert!(said.contains(word), "`{word}` not in: {said}");
    }
}

#[test]
fn a_missing_path() {
    check(zhenggai().args(["parse", "没有.txt"]), &["错误：没有.txt：没有这个文件", "检查路径"]);
    check(zhenggai().args(["tree", "没有.txt"]), &["没有.txt"]);
    check(zhenggai().args(["--lang", "en", "text", "no.txt"]), &["error: no.txt: no such file", "check the path"]);
}

#[test]
fn a_folder_without_notices() {
    let folder = Folder::new();
    folder.put("a.json", "{}");
    check(zhenggai().arg("metrics").arg(folder.path()), &["文件夹里没有可读的通报", ".txt"]);
    check(zhenggai().arg("tree").arg(folder.path()), &["这是文件夹"]);
}

/// A link to itself is closed to everyone, the superuser too.
#[cfg(unix)]
#[test]
fn an_unreadable_file() {
    let folder = Folder::new();
    folder.put("b.txt", NOTICE);
    let path = folder.path().join("a.txt");
    std::os::unix::fs::symlink(&path, &path).unwrap();
    check(zhenggai().arg("parse").arg(&path), &["a.txt：无法读取", "权限"]);
}

#[test]
fn formats_that_are_not_read_yet() {
    let folder = Folder::new();
    for (name, bytes, word) in [
        ("a.txt", &b"PK\x03\x04\x14\x00"[..], "Word"),
        ("b.txt", b"%PDF-1.7\n", "PDF"),
        ("c.txt", b"<!DOCTYPE html><p>", "网页"),
        ("d.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "WPS"),
        ("e.txt", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3e\0", "不是文本"),
    ] {
        let path = folder.put(name, bytes);
        check(zhenggai().arg("parse").arg(path), &[name, word]);
    }
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    let folder = Folder::new();
    folder.put("1.txt", NOTICE);
    folder.put("2.txt", "%PDF-1.7");
    folder.put("3.txt", NOTICE);
    let mut command = zhenggai();
    command.arg("parse").arg(folder.path()).arg("没有.txt");
    assert_eq!(stdout(&mut command).lines().count(), 2);
    check(&mut command, &["共 4 个输入，完成 2 个，失败 2 个", "2.txt", "\n  没有.txt"]);
    let quiet = stderr(command.arg("--quiet"));
    assert!(quiet.contains("PDF") && !quiet.contains("共 4 个"), "{quiet}");
}

#[test]
fn an_empty_file_is_a_notice_with_a_warning() {
    for text in ["", "\n  \u{3000}\n"] {
        let mut command = zhenggai();
        command.args(["parse", "-"]).write_stdin(text);
        command.assert().code(0);
        let warnings = json(&stdout(&mut command))["warnings"].clone();
        assert_eq!(warnings.as_array().unwrap().len(), 1, "{warnings}");
        assert_eq!(warnings[0]["code"], "empty-text");
    }
}

#[test]
fn wrong_arguments() {
    check(&mut zhenggai(), &["用法"]);
    check(zhenggai().arg("pars"), &["没有“pars”这个命令", "parse"]);
    check(zhenggai().arg("parse"), &["缺少参数"]);
    check(zhenggai().args(["parse", "a.txt", "--jobs", "0"]), &["--jobs", "不接受“0”"]);
    check(zhenggai().args(["parse", "a.txt", "--rejectd"]), &["不认识的参数", "--rejected"]);
    check(zhenggai().args(["metrics", "a.txt", "--format", "xls"]), &["--format", "xls", "csv"]);
    check(zhenggai().args(["parse", "a.txt", "--encoding", "klingon"]), &["不认识编码“klingon”", "gb18030"]);
    check(zhenggai().args(["schema", "tables"]), &["notice"]);
    check(zhenggai().args(["--lang", "en", "pars"]), &["unrecognized subcommand"]);
}

#[test]
fn faulty_dictionaries() {
    let folder = Folder::new();
    let notice = folder.put("a.txt", NOTICE);
    folder.put("bad/units.tsv", "unit\tdimension\tbase\tfactor\tnote\n盏\tcount\t\t一\t\n瓮\tcount\n");
    folder.put("odd/unit.tsv", "");
    check(
        zhenggai().args(["dict", "check"]).arg(folder.path().join("bad")),
        &["units.tsv:2", "“一”", "units.tsv:3：有 2 列"],
    );
    check(zhenggai().args(["dict", "check"]).arg(folder.path().join("odd")), &["unit.tsv", "units.tsv"]);
    check(zhenggai().args(["dict", "check"]).arg(folder.path()), &["没有词典", "units.tsv"]);
    check(zhenggai().args(["dict", "check", "--lang", "en"]).arg(folder.path()), &["no dictionary in this folder"]);
    check(zhenggai().arg("parse").arg(&notice).arg("--dicts").arg(folder.path().join("bad")), &["units.tsv:"]);
}

#[test]
fn outputs_that_cannot_be_written() {
    let folder = Folder::new();
    let notice = folder.put("a.txt", NOTICE);
    check(zhenggai().arg("parse").arg(&notice).arg("-o").arg(folder.path().join("no/a.json")), &["无法写入"]);
    check(zhenggai().arg("parse").arg(&notice).arg("-o").arg(&notice), &["既是输入又是输出"]);
    assert_eq!(std::fs::read_to_string(&notice).unwrap(), NOTICE);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk() {
    let folder = Folder::new();
    let notice = folder.put("a.txt", NOTICE);
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin!("zhenggai"));
    let output = command.args(["--lang", "en", "parse"]).arg(&notice).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("standard output: cannot be written"), "{said}");
}

#[test]
fn a_notice_without_metrics() {
    let folder = Folder::new();
    let poem = folder.put("a.txt", "床前明月光\n");
    let mut command = zhenggai();
    command.arg("metrics").arg(&poem);
    assert_eq!(stdout(&mut command), "");
    assert!(stderr(&mut command).contains("没有找到指标"));
    command.assert().code(0);
}

#[test]
fn a_failed_run_leaves_the_old_result() {
    let folder = Folder::new();
    let old = folder.put("old.json", "old");
    check(zhenggai().args(["parse", "没有.txt", "-o"]).arg(&old), &["没有.txt"]);
    assert_eq!(std::fs::read_to_string(&old).unwrap(), "old");
}

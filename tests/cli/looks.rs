//! What people see: snapshots of the tree, the table and the help.

use crate::{NOTICE, stdout, zhenggai};
use unicode_width::UnicodeWidthStr;

const CORPUS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/notices/");

#[test]
fn help() {
    for lang in ["zh", "en"] {
        let all = ["", "parse", "tree", "metrics", "text", "eval", "dict", "schema", "completions"].map(|name| {
            let arguments: Vec<_> =
                [name, "--help", "--lang", lang].into_iter().filter(|arg| !arg.is_empty()).collect();
            stdout(zhenggai().args(arguments))
        });
        insta::assert_snapshot!(format!("help_{lang}"), all.join("\n----\n"));
    }
}

#[test]
fn tree() {
    let draw = |lang| stdout(zhenggai().args(["tree", "-", "--width", "80", "--lang", lang]).write_stdin(NOTICE));
    insta::assert_snapshot!("tree_zh", draw("zh"));
    insta::assert_snapshot!("tree_en", draw("en"));
}

#[test]
fn no_line_is_wider_than_asked() {
    for name in ["anyang-gaoxin-2024.txt", "d06-huanbao-2023.txt"] {
        for width in ["40", "72", "120"] {
            let drawn = stdout(zhenggai().args(["tree", "--width", width]).arg(format!("{CORPUS}{name}")));
            for line in drawn.lines() {
                assert!(line.width() <= width.parse().unwrap(), "{name} {width}: {line}");
            }
        }
    }
}

#[test]
fn colours_only_where_wanted() {
    let draw = |arguments: &[&str], no_color: Option<&str>| {
        let mut command = zhenggai();
        no_color.map(|value| command.env("NO_COLOR", value));
        stdout(command.args(["tree", "-"]).args(arguments).write_stdin(NOTICE))
    };
    let coloured = draw(&["--color", "always"], None);
    assert!(coloured.contains('\u{1b}'));
    assert!(draw(&["--color", "always"], Some("1")).contains('\u{1b}'));
    for plain in [draw(&[], None), draw(&[], Some("1")), draw(&["--color", "never"], None)] {
        assert!(!plain.contains('\u{1b}'));
    }
}

#[test]
fn text_cannot_command_the_terminal() {
    let hostile = "关于巡察整改情况的通报\n一、\u{1b}[2J学习\u{202e}不够深入\n一是印发\u{7}通知2份。\n";
    let drawn = stdout(zhenggai().args(["tree", "-"]).write_stdin(hostile));
    assert!(!drawn.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{drawn:?}");
}

#[test]
fn table() {
    insta::assert_snapshot!(stdout(zhenggai().args(["metrics", "-", "--width", "80"]).write_stdin(NOTICE)));
}

#[test]
fn the_readme_shows_what_the_program_prints() {
    let drawn = stdout(zhenggai().arg("tree").arg(format!("{CORPUS}anyang-gaoxin-2024.txt")));
    let drawn: Vec<_> = drawn.lines().collect();
    for name in ["README.md", "README.zh-CN.md"] {
        let readme = std::fs::read_to_string(format!("{}/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let shown = readme.split("```console\n").nth(1).and_then(|rest| rest.split("\n```").next()).unwrap();
        for line in shown.lines().skip(1).filter(|line| !line.ends_with("…")) {
            assert!(drawn.contains(&line), "{name}: {line}");
        }
    }
}

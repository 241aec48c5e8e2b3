//! `zhenggai lint`, as a user runs it.

use crate::{Folder, json, stderr, stdout, zhenggai};
use unicode_width::UnicodeWidthStr;

/// More repeated letters than letters, and a measure that says nothing.
const FAULTY: &str = "关于巡察整改情况的通报
（一）信访办理不力
一是办结信访件。受理信访件21件，其中重复信访件25件。
（二）宗旨意识不强
一是进一步提高政治站位。不断强化责任意识，切实转变工作作风。
联系电话：0372-2998765
";

fn lint(folder: &Folder, arguments: &[&str]) -> assert_cmd::Command {
    let mut command = zhenggai();
    command.current_dir(folder.path()).args(["lint", "a.txt"]).args(arguments);
    command
}

fn faulty() -> Folder {
    let folder = Folder::new();
    folder.put("a.txt", FAULTY);
    folder
}

#[test]
fn carets_stand_under_the_words() {
    let drawn = stdout(&mut lint(&faulty(), &["--select", "N001"]));
    let lines: Vec<&str> = drawn.lines().collect();
    let at = lines.iter().position(|line| line.contains('^')).expect("carets");
    let carets = lines[at].find('^').expect("a caret");
    let source = lines[at - 1];
    let before: String = source
        .chars()
        .scan(0, |columns, c| {
            let here = *columns;
            *columns += c.to_string().width();
            (here < carets).then_some(c)
        })
        .collect();
    let rest = &source[before.len()..];
    assert!(rest.starts_with("重复信访件25件"), "{drawn}");
    assert_eq!(lines[at].matches('^').count(), "重复信访件25件".width(), "{drawn}");
    assert!(drawn.starts_with("错误[N001]") && drawn.contains("--> a.txt:3:"), "{drawn}");
}

#[test]
fn a_line_each() {
    let drawn =
        stdout(&mut lint(&faulty(), &["--select", "N001,V001", "--format", "concise", "--quiet", "--lang", "en"]));
    let lines: Vec<&str> = drawn.lines().collect();
    assert_eq!(lines.len(), 2, "{drawn}");
    assert!(lines[0].starts_with("a.txt:3:20: N001 error: the part 25件"), "{drawn}");
    assert!(lines[1].starts_with("a.txt:5:"), "{drawn}");
}

#[test]
fn exit_codes() {
    let folder = faulty();
    for (arguments, code) in [
        (&["--select", "N001"][..], 1),
        (&["--select", "N001", "--exit-zero"], 0),
        (&["--select", "V001", "--fail-on", "error"], 0),
        (&["--select", "V001"], 1),
        (&["--select", "V001", "--min-severity", "error"], 0),
        (&["--select", "N002"], 0),
        (&["--select", "N0001"], 2),
        (&["missing.txt", "--select", "N001"], 2),
    ] {
        lint(&folder, arguments).assert().code(code);
    }
    let said = stderr(&mut lint(&folder, &["--ignore", "vague-mesure"]));
    assert!(said.contains("没有规则“vague-mesure”，是否想写“vague-measure”？"), "{said}");
}

#[test]
fn json_in_one_piece_and_in_lines() {
    let folder = faulty();
    let whole = json(&stdout(&mut lint(&folder, &["--format", "json"])));
    let lines = stdout(&mut lint(&folder, &["--format", "jsonl"]));
    let lines: Vec<_> = lines.lines().map(json).collect();
    assert_eq!(whole["findings"].as_array(), Some(&lines));
    assert_eq!(whole["summary"]["findings"], lines.len());
    assert!(lines.iter().any(|finding| finding["rule"] == "N001"));
    let none = json(&stdout(&mut lint(&folder, &["--format", "json", "--select", "N002"])));
    assert_eq!(none["findings"].as_array().map(Vec::len), Some(0));
}

#[test]
fn sarif_has_what_its_schema_requires() {
    let log = json(&stdout(&mut lint(&faulty(), &["--format", "sarif"])));
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    assert_eq!(run["tool"]["driver"]["name"], "zhenggai");
    let results = run["results"].as_array().expect("results");
    assert!(!results.is_empty());
    for result in results {
        assert!(rules.iter().any(|rule| rule["id"] == result["ruleId"]), "{result}");
        assert!(["error", "warning", "note"].iter().any(|level| result["level"] == *level), "{result}");
        assert!(result["message"]["text"].is_string(), "{result}");
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "a.txt");
        let (start, length) = (&place["region"]["charOffset"], &place["region"]["charLength"]);
        let (start, length) = (start.as_u64().expect("offset"), length.as_u64().expect("length"));
        let words: String = FAULTY.chars().skip(start as usize).take(length as usize).collect();
        assert_eq!(place["region"]["snippet"]["text"], words.as_str());
        assert!(place["region"]["startLine"].as_u64() >= Some(1));
    }
}

#[test]
fn github_csv_and_counts() {
    let folder = faulty();
    let commands = stdout(&mut lint(&folder, &["--format", "github", "--select", "N001"]));
    assert!(commands.starts_with("::error file=a.txt,line=3,col=20,title=N001 part-exceeds-whole::"), "{commands}");
    let table = stdout(&mut lint(&folder, &["--format", "csv", "--select", "N001"]));
    assert!(table.starts_with("\u{feff}notice,line,") && table.lines().count() == 2, "{table}");
    let counts = stdout(&mut lint(&folder, &["--statistics", "--select", "N001,V001", "--lang", "en"]));
    assert!(counts.contains("N001  part-exceeds-whole"), "{counts}");
    assert!(counts.ends_with("2 findings in 1 notices (1 errors, 1 warnings, 0 infos)\n"), "{counts}");
}

#[test]
fn colours_and_hostile_text() {
    let folder = Folder::new();
    folder.put("a.txt", FAULTY.replace("重复", "\u{1b}[2J\u{202e}重复"));
    assert!(!stdout(&mut lint(&folder, &[])).contains(['\u{1b}', '\u{202e}']));
    assert!(stdout(&mut lint(&folder, &["--color", "always"])).contains("\u{1b}["));
}

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

#[test]
fn the_full_format_names_the_place_once() {
    let drawn = stdout(&mut lint(&faulty(), &["--select", "N001", "--quiet"]));
    assert!(drawn.contains("--> a.txt:3:20\n") && !drawn.contains(":::"), "{drawn}");
}

#[test]
fn a_settings_file_is_found_and_flags_beat_it() {
    let folder = faulty();
    folder.put("2019/a.txt", FAULTY);
    folder.put(
        "zhenggai.toml",
        "[lint]\nselect = ['N', 'V001']\nformat = 'concise'\nfail-on = 'error'\n[lint.per-path-ignores]\n'2019/**' = ['N']\n",
    );
    let rules = |path: &str, arguments: &[&str]| -> Vec<String> {
        let mut command = zhenggai();
        command.current_dir(folder.path().join("2019")).args(["lint", path, "--quiet"]).args(arguments);
        let lines = stdout(&mut command);
        lines.lines().filter_map(|line| Some(line.split(": ").nth(1)?.split(' ').next()?.to_owned())).collect()
    };
    assert_eq!(rules("../a.txt", &[]), ["N001", "V001"]);
    assert_eq!(rules("a.txt", &[]), ["V001"]);
    assert_eq!(rules("../a.txt", &["--select", "V001"]), ["V001"]);
    assert!(rules("../a.txt", &["--isolated", "--format", "concise"]).len() > 2);
    lint(&folder, &["--select", "V001"]).assert().code(0);
    lint(&folder, &["--select", "V001", "--fail-on", "warning"]).assert().code(1);
    let other = folder.put("other.toml", "[lint]\nignore = ['N01']\n");
    let said = stderr(lint(&folder, &["--lang", "en", "--config"]).arg(&other));
    assert!(said.contains("other.toml:2: `ignore` does not take `N01`, did you mean `N001`?"), "{said}");
    lint(&folder, &["--config"]).arg(&other).assert().code(2);
    folder.put("zhenggai.toml", "dict = 'a'\n");
    let said = stderr(&mut lint(&folder, &[]));
    assert!(said.contains("zhenggai.toml:1：不认识的键“dict”，是否想写“dicts”？"), "{said}");
}

#[test]
fn dictionaries_of_the_settings_file_count_for_every_command() {
    let folder = faulty();
    folder.put("词典/stops.tsv", "");
    folder.put("zhenggai.toml", "dicts = '词典'\n");
    for command in [&["parse", "a.txt"][..], &["lint", "a.txt"], &["rule", "N001"]] {
        let said = stderr(zhenggai().current_dir(folder.path()).args(command));
        assert!(said.contains("stops.tsv"), "{command:?}: {said}");
    }
}

#[test]
fn only_what_is_new_is_reported() {
    let folder = faulty();
    lint(&folder, &["--write-baseline", "known.json"]).assert().code(0);
    assert_eq!(stdout(&mut lint(&folder, &["--baseline", "known.json", "--quiet"])), "");
    lint(&folder, &["--baseline", "known.json"]).assert().code(0);
    folder.put(
        "a.txt",
        format!("关于整改的说明\n{FAULTY}")
            .replace("切实转变工作作风。", "切实转变工作作风。受理积案3件，其中重复积案5件。"),
    );
    let concise = ["--baseline", "known.json", "--format", "concise", "--select", "N", "--quiet"];
    let new = stdout(&mut lint(&folder, &concise));
    assert!(new.lines().count() == 1 && new.contains("N001 ") && new.contains("“5件”"), "{new}");
    folder.put("a.txt", FAULTY.replace("25件", "20件"));
    let gone = |arguments: &[&str]| {
        let said =
            stderr(zhenggai().current_dir(folder.path()).args(["lint", "--baseline", "known.json"]).args(arguments));
        said.contains("known.json") && said.contains("N001 ×1 重复信访件25件")
    };
    assert!(gone(&["."]));
    assert!(!gone(&["a.txt"]) && !gone(&[".", "--select", "V"]), "not looked for, so not gone");
    folder.put("known.json", "{}");
    let said = stderr(&mut lint(&folder, &["--baseline", "known.json", "--lang", "en"]));
    assert!(said.contains("known.json: no baseline"), "{said}");
}

#[test]
fn a_failed_input_leaves_the_baseline_alone() {
    let folder = faulty();
    lint(&folder, &["--write-baseline", "known.json"]).assert().code(0);
    let before = std::fs::read(folder.path().join("known.json")).expect("a baseline");
    let said = stderr(&mut lint(&folder, &["missing.txt", "--write-baseline", "known.json"]));
    assert!(said.contains("known.json：有文件未能读取"), "{said}");
    lint(&folder, &["missing.txt", "--write-baseline", "known.json"]).assert().code(2);
    assert_eq!(std::fs::read(folder.path().join("known.json")).expect("a baseline"), before);
}

#[test]
fn suppressions_are_found_beside_each_notice() {
    let folder = Folder::new();
    folder.put("2024/a.txt", FAULTY);
    folder.put("2024/suppressions.toml", "[[suppress]]\nrule = 'N001'\nwords = '信访件25件'\nreason = '已核'\n");
    for path in [".", "2024", "2024/a.txt"] {
        zhenggai().current_dir(folder.path()).args(["lint", path, "--select", "N"]).assert().code(0);
    }
    let mut piped = zhenggai();
    piped.current_dir(folder.path().join("2024")).args(["lint", "-", "--select", "N"]).write_stdin(FAULTY);
    piped.assert().code(1);
}

#[test]
fn what_is_excused_stays_with_its_reason() {
    let folder = faulty();
    folder.put(
        "suppressions.toml",
        "[[suppress]]\nrule = 'N001'\nwords = '信访件25件'\nreason = '口径不同，已核'\n[[suppress]]\nrule = 'V'\nwords = '没有这句'\nreason = '旧'\n",
    );
    lint(&folder, &["--select", "N"]).assert().code(0);
    let whole = json(&stdout(&mut lint(&folder, &["--select", "N", "--format", "json"])));
    assert_eq!(whole["findings"][0]["suppressed"], "口径不同，已核");
    assert_eq!((&whole["summary"]["findings"], &whole["summary"]["suppressed"]), (&0.into(), &1.into()));
    let sarif = json(&stdout(&mut lint(&folder, &["--select", "N", "--format", "sarif"])));
    assert_eq!(sarif["runs"][0]["results"][0]["suppressions"][0]["justification"], "口径不同，已核");
    let said = stderr(zhenggai().current_dir(folder.path()).args(["lint", "."]));
    assert!(said.contains("suppressions.toml:5") && !said.contains("suppressions.toml:1"), "{said}");
    let said = stderr(zhenggai().current_dir(folder.path()).args(["lint", ".", "--select", "N"]));
    assert!(!said.contains("suppressions.toml:5"), "its rules were not asked: {said}");
    folder.put("suppressions.toml", "[[suppress]]\nrule = 'N001'\nwords = '信访件25件'\n");
    let said = stderr(&mut lint(&folder, &["--lang", "en"]));
    assert!(said.contains("suppressions.toml:1: `reason` is missing"), "{said}");
}

#[test]
fn corrections_are_applied_before_the_rules() {
    let folder = faulty();
    let parsed = json(&stdout(zhenggai().current_dir(folder.path()).args(["parse", "a.txt"])));
    let hash = parsed["source"]["sha256"].as_str().expect("a checksum").to_owned();
    folder.put("corrections.toml", format!("[[metric]]\nnotice = '{hash}'\nquote = '重复信访件25件'\nvalue = 20\n"));
    lint(&folder, &["--select", "N001"]).assert().code(0);
    lint(&folder, &["--select", "N001", "--no-corrections"]).assert().code(1);
}

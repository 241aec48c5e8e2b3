//! Chinese and English: what people read follows the locale, what programs read does not.

use crate::{json, stdout, zhenggai};

fn help(locale: &str, arguments: &[&str]) -> String {
    stdout(zhenggai().env("LANG", locale).args(arguments))
}

#[test]
fn help_follows_the_locale() {
    assert!(help("zh_CN.UTF-8", &["--help"]).contains("用法："));
    assert!(help("C.UTF-8", &["--help"]).contains("用法："));
    assert!(help("en_US.UTF-8", &["--help"]).contains("Usage:"));
    assert!(help("en_US.UTF-8", &["--lang", "zh", "parse", "--help"]).contains("用法："));
    assert!(help("zh_CN.UTF-8", &["parse", "--lang=en", "--help"]).contains("Usage:"));
}

#[test]
fn every_subcommand_has_help_in_both_languages() {
    for name in ["parse", "tree", "metrics", "text", "schema", "dict", "eval", "completions"] {
        for (lang, word) in [("zh", "示例"), ("en", "Example")] {
            let said = help("C", &["--lang", lang, name, "--help"]);
            assert!(said.contains(word), "{name} {lang}: {said}");
            let chinese = said.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            assert_eq!(chinese, lang == "zh", "{name} {lang}: {said}");
        }
    }
}

#[test]
fn machine_formats_do_not_follow_the_locale() {
    let message = |locale: &str, arguments: &[&str]| {
        let mut command = zhenggai();
        command.env("LANG", locale).args(["parse", "-"]).args(arguments).write_stdin("");
        json(&stdout(&mut command))["warnings"][0]["message"].as_str().unwrap().to_owned()
    };
    assert_eq!(message("en_US.UTF-8", &[]), message("zh_CN.UTF-8", &[]));
    assert_eq!(message("zh_CN.UTF-8", &["--lang", "en"]), "the file holds no words");
}

//! From TOML to entries.

use super::Listed;
use super::entry::{Align, Anchor, Entry, MetricFix};
use crate::i18n::Text;
use crate::toml_file::{Table, TomlFault, TomlFile};
use std::path::Path;

const METRIC: &str = "metric";
const ALIGN: &str = "align";
const SECTIONS: &[&str] = &[METRIC, ALIGN];
const METRIC_KEYS: &[&str] = &["notice", "quote", "nth", "number", "name", "key", "role", "value", "drop", "reason"];
const ALIGN_KEYS: &[&str] = &["old", "new", "apart", "reason"];
const ANCHOR_KEYS: &[&str] = &["notice", "quote", "nth", "number"];

/// Digits of a checksum that are enough to name a notice.
const DIGITS: std::ops::RangeInclusive<usize> = 12..=64;

/// The entries of the file at `path`, in its order.
pub(super) fn entries(path: &Path, text: &str) -> Result<Vec<Listed>, TomlFault> {
    let file = TomlFile::read(path, text)?;
    let root = file.root();
    root.only(SECTIONS)?;
    let mut entries = Vec::new();
    let mut add = |table: &Table<'_>, entry| entries.push(Listed { path: path.to_owned(), line: table.line(), entry });
    for table in root.tables(METRIC)? {
        add(&table, Entry::Metric(metric(&table)?));
    }
    for table in root.tables(ALIGN)? {
        add(&table, Entry::Align(align(&table)?));
    }
    entries.sort_by_key(|listed| listed.line);
    Ok(entries)
}

fn metric(table: &Table<'_>) -> Result<MetricFix, TomlFault> {
    table.only(METRIC_KEYS)?;
    let fix = MetricFix {
        anchor: anchor(table)?,
        name: words(table, "name")?,
        key: words(table, "key")?,
        role: table.class("role")?,
        value: table.number("value")?,
        drop: table.flag("drop")?,
        reason: words(table, "reason")?,
    };
    let changes = fix.name.is_some() || fix.key.is_some() || fix.role.is_some() || fix.value.is_some();
    if changes == fix.drop {
        return Err(table.wrong("quote", &fix.anchor.quote, PURPOSE));
    }
    Ok(fix)
}

fn align(table: &Table<'_>) -> Result<Align, TomlFault> {
    table.only(ALIGN_KEYS)?;
    let side = |key| -> Result<Anchor, TomlFault> {
        let side = table.table(key)?.ok_or_else(|| table.wrong(key, "", SIDE))?;
        side.only(ANCHOR_KEYS)?;
        anchor(&side)
    };
    Ok(Align { old: side("old")?, new: side("new")?, apart: table.flag("apart")?, reason: words(table, "reason")? })
}

fn anchor(table: &Table<'_>) -> Result<Anchor, TomlFault> {
    let notice = table.required("notice")?.to_ascii_lowercase();
    if !DIGITS.contains(&notice.len()) || !notice.chars().all(|c| c.is_ascii_hexdigit()) {
        return Err(table.wrong("notice", &notice, CHECKSUM));
    }
    let quote = table.required("quote")?.to_owned();
    if quote.trim().is_empty() {
        return Err(table.wrong("quote", &quote, QUOTE));
    }
    Ok(Anchor { notice, quote, nth: table.count("nth")?, number: words(table, "number")? })
}

fn words(table: &Table<'_>, key: &str) -> Result<Option<String>, TomlFault> {
    match table.words(key)? {
        Some(words) if words.trim().is_empty() => Err(table.wrong(key, words, QUOTE)),
        words => Ok(words.map(str::to_owned)),
    }
}

const PURPOSE: Text = Text::new(
    "连同 name、key、role、value 中至少一项，或单独一个 drop = true",
    "together with one of name, key, role, value at least, or with drop = true alone",
);
const SIDE: Text = Text::new("{ notice = \"…\", quote = \"…\" }", "{ notice = \"…\", quote = \"…\" }");
const CHECKSUM: Text = Text::new(
    "通报文件的 SHA-256（见 JSON 的 source.sha256），至少写前 12 位",
    "the SHA-256 of the notice's file (source.sha256 in the JSON), its first 12 digits at least",
);
const QUOTE: Text = Text::new("不为空的文字", "words");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    const HASH: &str = "0123456789ab";

    fn read(text: &str) -> Result<Vec<Listed>, String> {
        let text = text.replace("HASH", HASH);
        entries(Path::new("c.toml"), &text).map_err(|fault| fault.message(Lang::En))
    }

    #[test]
    fn entries_come_in_the_order_of_the_file() {
        let found = read(
            "[[align]]\nold = { notice = 'HASH', quote = '98家' }\nnew = { notice = 'HASH', quote = '124家', nth = 2 }\n\
             [[metric]]\nnotice = 'HASH'\nquote = '124家'\nrole = 'target'\nvalue = 125.5\n",
        )
        .unwrap();
        assert!(matches!(&found[0].entry, Entry::Align(align) if align.new.nth == Some(2) && !align.apart));
        assert!(matches!(&found[1].entry, Entry::Metric(fix) if fix.value.unwrap().to_string() == "125.5"));
        assert_eq!(found[1].line, 4);
    }

    #[test]
    fn faults_are_named() {
        for (text, want) in [
            ("[[metrics]]\n", "c.toml:1: unknown key `metrics`, did you mean `metric`?"),
            (
                "[[metric]]\nnotice = 'HASH'\nquote = 'a'\nnames = 'b'",
                "c.toml:4: unknown key `names`, did you mean `name`?",
            ),
            ("[[metric]]\nquote = 'a'\nname = 'b'", "c.toml:1: `notice` is missing"),
            ("[[metric]]\nnotice = 'a.txt'\nquote = 'a'\nname = 'b'", "c.toml:2: `notice` does not take `a.txt`"),
            ("[[metric]]\nnotice = 'HASH'\nquote = 'a'", "c.toml:3: `quote` does not take `a`, but together with"),
            ("[[metric]]\nnotice = 'HASH'\nquote = 'a'\ndrop = true\nname = 'b'", "c.toml:3: `quote` does not take"),
            ("[[align]]\nold = { notice = 'HASH', quote = 'a' }", "c.toml:1: `new` does not take"),
        ] {
            let fault = read(text).expect_err(text);
            assert!(fault.starts_with(want), "{text}: {fault}");
        }
    }
}

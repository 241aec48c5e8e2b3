//! The documentation of the rules as Markdown: for the terminal, and for `docs/rules.md`.

use crate::Class;
use crate::i18n::{Lang, Text};
use crate::lint::{Card, Family};
use std::fmt::Write;

/// All rules, family by family.
#[must_use]
pub fn catalogue<'c>(cards: impl Iterator<Item = &'c Card>, lang: Lang) -> String {
    const TITLE: Text = Text::new("# 规则\n", "# Rules\n");
    let cards: Vec<&Card> = cards.collect();
    let mut out = TITLE.get(lang).to_owned();
    for (_, family) in Family::WORDS {
        let of_family: Vec<&&Card> = cards.iter().filter(|card| card.family() == Some(*family)).collect();
        if !of_family.is_empty() {
            let _ = writeln!(out, "\n# {} {}\n", family.word(), family.title().get(lang));
        }
        for card in of_family {
            out.push_str(&page(card, lang));
            out.push('\n');
        }
    }
    out.truncate(out.trim_end().len());
    out + "\n"
}

/// One rule.
#[must_use]
pub fn page(card: &Card, lang: Lang) -> String {
    const WHY: Text = Text::new("为什么", "Why it matters");
    const FLAGGED: Text = Text::new("会提示", "Fires on");
    const PASSES: Text = Text::new("不提示", "Stays quiet on");
    const CONFIGURE: Text = Text::new("如何配置", "How to configure");
    const SOURCE: Text = Text::new("依据", "Source");
    let docs = &card.docs;
    let mut out = format!("## {} {} ({})\n\n{}\n", card.code, card.name, card.severity.word(), docs.finds.get(lang));
    for (title, words) in [
        (WHY, docs.why.get(lang).to_owned()),
        (FLAGGED, quoted(&docs.flagged)),
        (PASSES, quoted(&docs.passes)),
        (CONFIGURE, docs.configure.get(lang).to_owned()),
        (SOURCE, docs.source.get(lang).to_owned()),
    ] {
        if !words.is_empty() {
            let _ = write!(out, "\n**{}**\n\n{}\n", title.get(lang), words);
        }
    }
    out
}

/// An example as a block of Markdown.
fn quoted(example: &str) -> String {
    format!("```text\n{example}\n```")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lexicon;
    use crate::lint::Registry;
    use std::path::Path;

    /// `docs/rules.md` and its Chinese twin are what the rules say; `UPDATE=1 cargo test` writes them.
    #[test]
    fn the_pages_are_up_to_date() {
        let registry = Registry::new(&Lexicon::builtin());
        for (file, lang) in [("rules.md", Lang::En), ("rules.zh-CN.md", Lang::Zh)] {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(file);
            let want = catalogue(registry.cards(), lang);
            if std::env::var_os("UPDATE").is_some() {
                assert!(std::fs::write(&path, &want).is_ok(), "{file} cannot be written");
            }
            let have = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
            assert!(have == want, "docs/{file} is out of date: UPDATE=1 cargo test --lib output::rules");
        }
    }

    #[test]
    fn a_page_has_its_headings_in_order() {
        let registry = Registry::new(&Lexicon::builtin());
        for card in registry.cards() {
            let page = page(card, Lang::En);
            let titles =
                ["**Why it matters**", "**Fires on**", "**Stays quiet on**", "**How to configure**", "**Source**"];
            let places: Vec<Option<usize>> = titles.iter().map(|title| page.find(title)).collect();
            assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{}: {places:?}", card.code);
        }
    }
}

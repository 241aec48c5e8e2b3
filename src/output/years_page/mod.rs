//! Comparisons as one HTML page that opens from the disk: no network, no script. Every word of a notice is escaped.

use super::wire::Comparison;
use crate::Class;
use crate::i18n::{Lang, Text};
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Error, UndefinedBehavior, Value, context};

const PAGE: &str = include_str!("page.html");
const STYLE: &str = include_str!("style.css");

/// The page of `comparisons` in `lang`.
///
/// # Errors
/// None in practice: the template is fixed.
pub fn page(comparisons: &[Comparison], lang: Lang) -> Result<String, Error> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment
        .add_function("t", move |zh: &str, en: &str| if lang == Lang::En { en.to_owned() } else { zh.to_owned() });
    environment.add_filter("word", move |word: &str| self::word(word, lang));
    environment.add_filter("bar", bar);
    environment.add_template("page", PAGE)?;
    // String keys and finite numbers only: a comparison always has a JSON form.
    let data = serde_json::to_value(comparisons).unwrap_or_default();
    environment.get_template("page")?.render(context! {
        lang => lang.word(),
        style => Value::from_safe_string(STYLE.to_owned()),
        comparisons => Value::from(Serde(data)),
    })
}

/// The words of the contract for the reader; one that has none here stands for itself.
fn word(word: &str, lang: Lang) -> String {
    let known = WORDS.iter().find(|(known, _)| *known == word);
    known.map_or_else(|| word.to_owned(), |(_, text)| text.get(lang).to_owned())
}

const WORDS: &[(&str, Text)] = &[
    ("matched", Text::new("对上", "matched")),
    ("added", Text::new("新增", "added")),
    ("dropped", Text::new("不再提", "dropped")),
    ("repeated", Text::new("再次出现", "repeated")),
    ("resolved", Text::new("不再提", "not named again")),
    ("new", Text::new("新出现", "new")),
    ("kept", Text::new("兑现", "kept")),
    ("missed", Text::new("未兑现", "missed")),
    ("silent", Text::new("未提及", "silent")),
];

/// `value|bar(other)`: its length in per cent of the longer of the two, for drawing.
fn bar(value: f64, other: f64) -> f64 {
    let longest = value.abs().max(other.abs());
    if longest > 0.0 { (value.abs() / longest * 1000.0).round() / 10.0 } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::Edition;
    use crate::{Document, Lexicon};

    fn shown(lang: Lang) -> String {
        let lexicon = Lexicon::builtin();
        let texts = [
            "一、对公车<b>监管不严的问题\n一是抓整改。清退\"公车\"3辆，投入350.5万元。",
            "一、对公车<b>监管不严的问题\n一是抓整改。清退\"公车\"8辆，投入701万元。",
        ];
        let documents = texts.map(Document::from_text);
        let notices = documents.each_ref().map(|document| crate::parse(document, &lexicon));
        let edition = |at: usize| Edition { document: &documents[at], notice: &notices[at] };
        page(&[Comparison::of(&edition(0), &edition(1), &lexicon, lang)], lang).unwrap()
    }

    #[test]
    fn words_of_a_notice_stay_words() {
        let page = shown(Lang::Zh);
        assert!(page.contains("公车&lt;b&gt;监管") && !page.contains("<b>监管"));
        assert!(page.contains("350.5") && page.contains("再次出现"), "{page}");
        assert!(!page.contains("<script") && !page.contains("://"));
    }

    #[test]
    fn both_languages() {
        assert!(shown(Lang::En).contains("Indicators"));
        assert!(page(&[], Lang::Zh).unwrap().contains("<html lang=\"zh\">"));
    }

    #[test]
    fn bars_are_drawn_to_one_scale() {
        assert_eq!((bar(3.0, 8.0), bar(8.0, 3.0), bar(-2.0, 1.0), bar(0.0, 0.0)), (37.5, 100.0, 100.0, 0.0));
    }
}

//! Header facts: dates, numbers and kinds must be the same, titles and bodies nearly so.

use super::card::{Card, Verdict};
use super::gold::{Fact, Facts};
use super::names::{dice, plain};
use super::tally::Figure;

/// Facts in other words: near likeness is enough.
const WORDED: &[&str] = &["title", "issuer", "inspected_body", "inspecting_team", "round"];

/// Least likeness of a worded fact.
const ALIKE: f64 = 0.9;

/// Judges every annotated fact.
pub(super) fn score(gold: &Facts, given: &Facts, card: &mut Card) {
    for (name, want) in gold {
        let got = given.get(name).and_then(Option::as_ref);
        let right = right_fact(name, want.as_ref(), got);
        card.judge(Figure::Header, right);
        if !right {
            card.note(Figure::Header, Verdict::wrong(shown(want.as_ref()), shown(got)), name, None);
        }
    }
}

fn right_fact(name: &str, want: Option<&Fact>, got: Option<&Fact>) -> bool {
    match (want, got) {
        (None, None) => true,
        (None, Some(Fact::Text(got))) => got.is_empty(),
        (Some(Fact::Text(want)), Some(Fact::Text(got))) => {
            plain(want) == plain(got) || (WORDED.contains(&name) && dice(got, want) >= ALIKE)
        }
        (Some(Fact::List(want)), Some(Fact::List(got))) => sorted(want) == sorted(got),
        (Some(Fact::List(want)), None) => want.is_empty(),
        _ => false,
    }
}

fn sorted(list: &[String]) -> Vec<String> {
    let mut list: Vec<String> = list.iter().map(|item| plain(item)).collect();
    list.sort_unstable();
    list
}

fn shown(fact: Option<&Fact>) -> String {
    match fact {
        None => "null".into(),
        Some(Fact::Text(text)) => text.clone(),
        Some(Fact::List(list)) => list.join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Option<Fact> {
        Some(Fact::Text(words.into()))
    }

    fn list(words: &[&str]) -> Option<Fact> {
        Some(Fact::List(words.iter().map(|word| (*word).to_owned()).collect()))
    }

    #[test]
    fn facts() {
        for (name, want, got, right) in [
            ("published", text("2025-02-10"), text("2025-02-10"), true),
            ("published", text("2025-02-10"), text("2025-02-1"), false),
            ("published", None, None, true),
            ("published", None, text("2025"), false),
            ("title", text("关于巡察整改进展情况的通报"), text("关于巡察整改进展情况通报"), true),
            ("kind", text("关于巡察整改进展情况的通报"), text("关于巡察整改进展情况通报"), false),
            ("title", text("关于巡察整改进展情况的通报"), None, false),
            ("phones", list(&["0390-6612083", "1"]), list(&["1", "03906612083"]), true),
            ("phones", list(&[]), None, true),
            ("phones", list(&["1"]), list(&[]), false),
        ] {
            assert_eq!(right_fact(name, want.as_ref(), got.as_ref()), right, "{name} {want:?} {got:?}");
        }
    }
}

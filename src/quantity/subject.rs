//! Verb and object in the words before a number: who acted is no part of the name (望川县填埋场积存渗滤液 → 积存渗滤液).

use super::page::Page;
use crate::Span;
use crate::lexicon::{NamingClass, Tagged};

/// `words` from the verb of the act on, where a subject or a causing verb stands before it.
pub(super) fn cut(page: &Page<'_>, words: Span) -> Span {
    let text = words.slice(page.text);
    if text.chars().count() < 5 {
        return words;
    }
    let tagged = page.lexicon.segmenter().tag(text);
    let mut at = 0;
    for (index, word) in tagged.iter().enumerate() {
        let here = at;
        at += word.word.len();
        if !is(page, NamingClass::Act, word.word) {
            continue;
        }
        let causes = is(page, NamingClass::Cause, word.word);
        if causes && later_act(page, &tagged[index + 1..]) {
            continue;
        }
        if here == 0 {
            return words;
        }
        let object = &tagged[index + 1..];
        let attached = text[..here].ends_with(['的', '、', '和', '及', '与', '“']);
        if attached || !takes(page, object) {
            return words;
        }
        return Span::new(words.lo() + here, words.hi());
    }
    words
}

/// The object of the verb that `words` begin with; `words` themselves where they begin with none. Empty for a bare verb.
pub(super) fn object(page: &Page<'_>, words: Span) -> Span {
    let text = words.slice(page.text);
    let tagged = page.lexicon.segmenter().tag(text);
    let mut at = 0;
    for word in &tagged {
        let verb = is(page, NamingClass::Act, word.word)
            || matches!(word.word, "、" | "已" | "新" | "再" | "了" | "出" | "并");
        if !verb {
            break;
        }
        at += word.word.len();
    }
    Span::new(words.lo() + at, words.hi())
}

/// Whether the words behind a verb are an object, not a noun of measure that makes verb and noun one name (出租率).
fn takes(page: &Page<'_>, object: &[Tagged<'_>]) -> bool {
    let nouns = object.iter().filter(|word| !matches!(word.word, "的" | "了" | "、")).collect::<Vec<_>>();
    !nouns.is_empty()
        && !nouns.iter().all(|word| is(page, NamingClass::Measure, word.word) || is(page, NamingClass::Act, word.word))
}

fn later_act(page: &Page<'_>, tagged: &[Tagged<'_>]) -> bool {
    tagged
        .iter()
        .enumerate()
        .any(|(index, word)| is(page, NamingClass::Act, word.word) && takes(page, &tagged[index + 1..]))
}

fn is(page: &Page<'_>, class: NamingClass, word: &str) -> bool {
    page.lexicon.naming.of(class).get(word).is_some()
}

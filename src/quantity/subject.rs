//! Verb and object in the words before a number: who acted is no part of the name (望川县填埋场积存渗滤液 → 积存渗滤液).

use super::noun::is_suffix;
use super::page::Page;
use super::words::Word;
use crate::Span;
use crate::lexicon::NamingClass;

/// `words` from the verb of the act on, where a subject, a circumstance or a causing verb stands before it.
pub(super) fn cut(page: &Page<'_>, words: Span) -> Span {
    let words = after_preposition(page, words);
    let text = words.slice(page.text);
    if text.chars().count() < 5 {
        return words;
    }
    let tagged = page.words(words);
    let compared = text.starts_with(['比', '较']) && !text.starts_with("比例") && !text.starts_with("比重");
    let circumstance = CIRCUMSTANCES.iter().any(|cue| page.text[..words.lo()].ends_with(cue));
    let mut at = 0;
    for (index, word) in tagged.iter().enumerate() {
        let here = at;
        at += word.word.len();
        let suffixed = tagged.get(index + 1).is_some_and(|next| is_suffix(next.word));
        if !word.is(NamingClass::Act) || suffixed {
            continue;
        }
        let object = &tagged[index + 1..];
        let causes = word.is(NamingClass::Cause) || here == 0 && circumstance;
        if causes && later_act(page, object) {
            continue;
        }
        if here == 0 {
            return words;
        }
        if NEGATIONS.iter().any(|word| text[..here].ends_with(word)) {
            return negated(words, here, text);
        }
        let attached = text[..here].ends_with(['的', '、', '和', '及', '与', '“']) && !compared;
        if attached || !(takes(page, object) || compared) {
            continue;
        }
        return Span::new(words.lo() + here, words.hi());
    }
    words
}

/// Words that make what follows a circumstance of the act behind it: 围绕整改主题开展集体学习.
const CIRCUMSTANCES: [&str; 10] = ["围绕", "针对", "对照", "对", "就", "在", "以", "向", "按", "为"];

/// Words that turn the act behind them into its opposite: no name may begin between the two.
const NEGATIONS: [&str; 3] = ["未", "不", "没有"];

/// 超期未发放案款, 逾期2年以上未结题: where the negated act at byte `here` of `text` is short enough, all of it.
fn negated(words: Span, here: usize, text: &str) -> Span {
    const SHORT: usize = 14;
    let negation = NEGATIONS.iter().find(|word| text[..here].ends_with(**word)).map_or(0, |word| word.len());
    if text.chars().count() <= SHORT { words } else { Span::new(words.lo() + here - negation, words.hi()) }
}

/// What stands behind 将 or 把: 单位已将滞留的非税收入….
fn after_preposition(page: &Page<'_>, words: Span) -> Span {
    let text = words.slice(page.text);
    if !text.contains(['将', '把', '照', '绕', '对', '就']) {
        return words;
    }
    for cue in ["已将", "将", "把", "对照", "围绕", "针对", "按照", "就"] {
        let Some(at) = text.rfind(cue).filter(|at| *at > 0) else { continue };
        let rest = &text[at + cue.len()..];
        let whole =
            page.words(words).iter().any(|word| word.span.lo() == words.lo() + at && cue.starts_with(word.word));
        if whole && rest.chars().count() >= 2 {
            return Span::new(words.lo() + at + cue.len(), words.hi());
        }
    }
    words
}

/// The last act in `words` with its adverbs, where they end with one: 省督察组反馈 → 反馈, 要求分阶段整改 as it is.
pub(super) fn closing_act(page: &Page<'_>, words: Span) -> Span {
    let text = words.slice(page.text);
    let tagged = page.words(words);
    let long = text.chars().nth(6).is_some();
    if !(long && tagged.last().is_some_and(|last| last.is(NamingClass::Act))) {
        return words;
    }
    let verbal = tagged.iter().rev().skip(1).take_while(|word| word.tagged(&['v', 'd', 'm', 'q', 'f', 'a']));
    let start = verbal.last().or(tagged.last()).map_or(words.lo(), |word| word.span.lo());
    Span::new(start, words.hi())
}

/// The object of the verb that `words` begin with; `words` themselves where they begin with none. Empty for a bare verb.
/// A verb that ends them is no part of it (档案专项审核 → 档案).
pub(super) fn object(page: &Page<'_>, words: Span) -> Span {
    let words = behind_verb(page, words);
    let mut end = words.hi();
    for word in page.words(words).iter().rev() {
        let loose = word.is(NamingClass::Act) || word.is(NamingClass::Manner) || word.word == "的";
        if !loose || word.span.lo() <= words.lo() && !word.is(NamingClass::Manner) {
            break;
        }
        end = word.span.lo();
    }
    Span::new(words.lo(), end)
}

/// `words` without subject and verb in front.
pub(super) fn behind_verb(page: &Page<'_>, words: Span) -> Span {
    let words = cut(page, words);
    let tagged = page.words(words);
    let verbs = tagged.iter().take_while(|word| {
        word.is(NamingClass::Act) || matches!(word.word, "、" | "已" | "新" | "再" | "了" | "出" | "并")
    });
    let start = verbs.last().map_or(words.lo(), |word| word.span.hi());
    Span::new(start, words.hi())
}

/// Whether the words behind a verb are an object, not a noun of measure that makes verb and noun one name (出租率, 办理平均时长).
fn takes(page: &Page<'_>, object: &[Word<'_>]) -> bool {
    let qualifies = |word: &&Word<'_>| matches!(word.word, "的" | "了" | "、" | "平均" | "年均" | "总");
    let Some(first) = object.iter().find(|word| !qualifies(word)) else { return false };
    let noun = Span::new(first.span.lo(), object[object.len() - 1].span.hi());
    let measure = page.lexicon.naming.classes_of(noun.slice(page.text)).has(NamingClass::Measure);
    !measure && !object.iter().filter(|word| !qualifies(word)).all(|word| word.is(NamingClass::Act))
}

fn later_act(page: &Page<'_>, tagged: &[Word<'_>]) -> bool {
    tagged.iter().enumerate().any(|(index, word)| word.is(NamingClass::Act) && takes(page, &tagged[index + 1..]))
}

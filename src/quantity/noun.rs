//! The words behind a number: the noun that it counts (18家规上工业企业), or what the counted did (12条正在施工).

use super::exclude::is_stop;
use super::page::Page;
use super::words::Word;
use crate::Span;
use crate::lexicon::NamingClass;

/// What stands behind a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Behind {
    /// Nothing: the number ends its clause or item.
    Nothing,
    /// The counted noun.
    Noun(Span),
    /// What the counted did, up to the next mark.
    Deed(Span),
}

/// Characters of the words behind a number that are looked at.
const REACH: usize = 30;

/// Reads the words behind a number from `from` to `limit`, where the clause ends or the next number begins (`runs_on`).
pub(super) fn behind(page: &Page<'_>, from: usize, limit: usize, runs_on: bool) -> Behind {
    let words = &page.text[from..limit];
    let from = from + (words.len() - words.trim_start_matches([' ', '\u{a0}', '\u{3000}']).len());
    let (end, marked) = end_of_item(page, from, limit);
    let words = &page.text[from..end];
    if words.is_empty() || page.change_follows(from) || is_locative(words) {
        return Behind::Nothing;
    }
    let (of, words, from) = match words.strip_prefix('的') {
        Some(rest) => (true, rest, from + "的".len()),
        None => (false, words, from),
    };
    let tagged = page.words(Span::new(from, end));
    let noun_end = Chunk { tagged: &tagged, runs_on: runs_on && !marked, relative: relative_clause(words) }.noun_end();
    if noun_end == 0 {
        let end = words.find(['，', '；', '。']).unwrap_or(words.len());
        return if of { Behind::Nothing } else { Behind::Deed(Span::new(from, from + end)) };
    }
    let noun = words[..noun_end].trim_end_matches(['中', '里', '等', '内', '的', ' ']);
    // 在33名基础上: the circumstance ends there, and is no part of what is counted.
    let noun =
        page.lexicon.naming.of(NamingClass::Cut).suffix_of(noun).map_or(noun, |(len, ())| &noun[..noun.len() - len]);
    if noun.is_empty() {
        return Behind::Nothing;
    }
    Behind::Noun(Span::new(from, from + noun.len()))
}

/// 中, 中有: only ties the number to its parts.
fn is_locative(words: &str) -> bool {
    matches!(
        words.trim_end(),
        "中" | "中有"
            | "大关"
            | "台阶"
            | "关口"
            | "门槛"
            | "中，"
            | "里"
            | "里有"
            | "中仅"
            | "中已有"
            | "中已"
            | "内"
            | "中的"
    )
}

/// The noun phrase at the beginning of segmented words.
struct Chunk<'a> {
    tagged: &'a [Word<'a>],
    /// Whether the words run into the next number without a mark: then they hold its predicate too.
    runs_on: bool,
    /// End of a relative clause that opens the noun phrase.
    relative: usize,
}

impl Chunk<'_> {
    /// Length in bytes of the noun phrase; 0 where the words open with a verb.
    fn noun_end(&self) -> usize {
        let halted = self.halt();
        let words = &self.tagged[..halted.unwrap_or(self.tagged.len())];
        let predicate = halted.is_none() && self.runs_on;
        let (mut reached, mut end, mut nouns) = (0, 0, 0);
        for (index, word) in words.iter().enumerate() {
            let verb = word.tag.starts_with('v') && word.tag != "vn";
            let next = words.get(index + 1);
            let compound = next.is_some_and(|next| {
                is_suffix(next.word) || index == 0 && (next.tag.starts_with('n') || next.tag == "vn")
            });
            if reached >= self.relative && !compound {
                let act = word.is(NamingClass::Act);
                let modifies = next.is_some_and(|next| next.is(NamingClass::Measure) || next.tag.starts_with("vn"));
                let opens = index == 0 && (act || verb) && !next.is_some_and(|n| n.tag.starts_with('n'));
                let acts = nouns > 0
                    && (act && !modifies || verb && predicate && !modifies)
                    && !(next.is_none() && halted.is_some());
                if opens || acts {
                    break;
                }
            }
            reached += word.word.len();
            if word.tag.starts_with(['n', 'j', 'l', 'i', 'x', 'e']) || matches!(word.tag, "vn" | "an") {
                nouns += 1;
            }
            let loose = verb && !compound && index + 1 == words.len() && nouns > 0 && halted.is_some();
            if !word.tag.starts_with('u') && !loose {
                end = reached;
            }
        }
        end
    }

    /// Index of the first word that ends any noun phrase.
    fn halt(&self) -> Option<usize> {
        let mut reached = 0;
        self.tagged.iter().enumerate().position(|(index, word)| {
            let here = reached;
            reached += word.word.len();
            here >= self.relative
                && (word.is(NamingClass::Halt)
                    || matches!(word.tag, "p" | "ul" | "uz" | "y")
                    || index > 0 && matches!(word.tag, "d" | "ad" | "r" | "i"))
        })
    }
}

/// A character that makes the verb before it a noun: 推进会, 培训班, 监测户.
pub(super) fn is_suffix(word: &str) -> bool {
    word.chars().nth(1).is_none()
        && matches!(
            word,
            "会" | "率"
                | "费"
                | "款"
                | "金"
                | "量"
                | "点"
                | "站"
                | "所"
                | "员"
                | "者"
                | "权"
                | "书"
                | "函"
                | "表"
                | "单"
                | "卡"
                | "证"
                | "班"
                | "课"
                | "户"
                | "组"
                | "人"
                | "额"
                | "物"
                | "期"
                | "线"
                | "区"
        )
}

/// Where a relative clause ends (有贷款需求的企业): the byte behind its 的, 0 where there is none.
fn relative_clause(words: &str) -> usize {
    let opens = words.starts_with('有') || words.starts_with('无');
    if !opens {
        return 0;
    }
    words.find('的').map_or(0, |at| at + "的".len())
}

/// The item's end and whether a mark ends it: a mark, a date, the end of the reach, or `limit`. Brackets without figures
/// belong to the noun, and so does a list of nouns that 等 closes.
fn end_of_item(page: &Page<'_>, from: usize, limit: usize) -> (usize, bool) {
    let mut at = from;
    let mut skip = from;
    for (count, c) in page.text[from..limit].chars().enumerate() {
        let here = at;
        at += c.len_utf8();
        if here < skip {
            continue;
        }
        if count >= REACH || here > from && page.dates.holds(here) {
            return (here, true);
        }
        if here > from && matches!(c, '（' | '(') {
            let inner = page.scan.marks.bracket_at(here);
            let part = inner.filter(|b| b.hi() <= limit && !b.slice(page.text).contains(|c: char| c.is_ascii_digit()));
            let Some(bracket) = part else { return (here, true) };
            skip = bracket.hi();
            continue;
        }
        if c == '、' && here > from && list_goes_on(&page.text[at..limit]) {
            continue;
        }
        if is_stop(c) && c != '”' {
            return (here, true);
        }
    }
    (limit, page.text[..limit].ends_with(['，', '。', '；', '：', '\n', ',', ';', ':']))
}

/// Whether 、 joins two nouns of one list: 等 closes it, or the clause ends without a further number.
fn list_goes_on(rest: &str) -> bool {
    let near: String =
        rest.chars().take(16).take_while(|c| !matches!(c, '，' | '。' | '；' | ',' | ';' | '\n')).collect();
    let digit = near.find(|c: char| c.is_ascii_digit()).unwrap_or(near.len());
    near.find('等').is_some_and(|at| at < digit)
}

//! The words behind a number: the noun that it counts (18家规上工业企业), or what the counted did (12条正在施工).

use super::exclude::is_stop;
use super::page::Page;
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

/// Reads the words behind a number from `from` to `limit`.
pub(super) fn behind(page: &Page<'_>, from: usize, limit: usize) -> Behind {
    let words = &page.text[from..limit];
    let from = from + (words.len() - words.trim_start_matches([' ', '\u{a0}', '\u{3000}']).len());
    let end = end_of_item(page, from, limit);
    let words = &page.text[from..end];
    if words.is_empty() {
        return Behind::Nothing;
    }
    let (of, words, from) = match words.strip_prefix('的') {
        Some(rest) => (true, rest, from + "的".len()),
        None => (false, words, from),
    };
    let tagged = page.lexicon.segmenter().tag(words);
    let halt = page.lexicon.naming.of(NamingClass::Halt);
    let act = page.lexicon.naming.of(NamingClass::Act);
    let relative = relative_clause(words);
    let mut reached = 0;
    let mut noun_end = 0;
    for (index, word) in tagged.iter().enumerate() {
        let last = reached + word.word.len() == words.len();
        let verb = word.tag.starts_with('v') && word.tag != "vn";
        let stops = reached >= relative
            && (halt.get(word.word).is_some()
                || matches!(word.tag.chars().next(), Some('p' | 'd' | 'r' | 'y'))
                || matches!(word.tag, "ul" | "uz" | "ad")
                || act.get(word.word).is_some() && (index == 0 || !(last || noun_follows(&tagged[index + 1..], halt))));
        if stops {
            break;
        }
        reached += word.word.len();
        if !verb || last {
            noun_end = reached;
        }
    }
    if noun_end == 0 {
        let end = words.find(['，', '；', '。']).unwrap_or(words.len());
        return if of { Behind::Nothing } else { Behind::Deed(Span::new(from, from + end)) };
    }
    Behind::Noun(Span::new(from, from + noun_end))
}

/// Whether the words run on to a noun before anything stops them: 改造 in 改造任务.
fn noun_follows(tagged: &[crate::lexicon::Tagged<'_>], halt: &crate::Words<()>) -> bool {
    tagged.first().is_some_and(|next| next.tag.starts_with('n') && halt.get(next.word).is_none()) && tagged.len() == 1
}

/// Where a relative clause ends (有贷款需求的企业): the byte behind its 的, 0 where there is none.
fn relative_clause(words: &str) -> usize {
    let opens = words.starts_with('有') || words.starts_with('无');
    if !opens {
        return 0;
    }
    words.find('的').map_or(0, |at| at + "的".len())
}

/// The item's end: a mark, the end of the reach, or `limit`. Brackets and quotations that belong to the noun are kept.
fn end_of_item(page: &Page<'_>, from: usize, limit: usize) -> usize {
    let mut at = from;
    for (count, c) in page.text[from..limit].chars().enumerate() {
        let here = at;
        if count >= REACH {
            return here;
        }
        if here > from && matches!(c, '（' | '(') {
            let inner = page.scan.marks.bracket_at(here);
            if let Some(bracket) =
                inner.filter(|b| b.hi() <= limit && !b.slice(page.text).contains(|c: char| c.is_ascii_digit()))
            {
                return bracket.hi();
            }
            return here;
        }
        if is_stop(c) && c != '”' {
            return here;
        }
        at += c.len_utf8();
    }
    at
}

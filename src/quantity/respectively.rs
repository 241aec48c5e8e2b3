//! 分别: several numbers aligned by order with several things named before (门诊、住院患者满意度分别为91.4分、93.7分), or with the
//! metrics just given (…5126元，同比分别下降2.1%、6.4%).

use super::change;
use super::mention::Mention;
use super::page::Page;
use super::slot::Slot;
use super::trim;
use crate::Span;
use memchr::memmem;

/// A list of mentions introduced by 分别.
#[derive(Debug)]
pub(super) struct Group {
    /// Index of the first mention.
    pub first: usize,
    /// How many.
    pub count: usize,
    /// Words of the clause before 分别.
    pub things: Span,
    /// Words between 分别 and the first number.
    pub verb: Span,
}

/// Most numbers that one 分别 aligns.
const LONGEST_LIST: usize = 24;

/// Words that align a list.
const CUES: [&str; 2] = ["分别", "依次"];

/// Length of each of them, in bytes.
const CUE_LEN: usize = "分别".len();

/// Where the words that align a list stand in `text`, in order.
fn cues(text: &str) -> Vec<usize> {
    let mut places: Vec<usize> = CUES.iter().flat_map(|cue| memmem::find_iter(text.as_bytes(), cue)).collect();
    places.sort_unstable();
    places
}

/// The last of `cues` that stands whole in `place`.
fn last_in(cues: &[usize], place: Span) -> Option<usize> {
    let next = cues.partition_point(|cue| cue + CUE_LEN <= place.hi());
    cues[..next].last().copied().filter(|cue| *cue >= place.lo())
}

/// Finds the groups, in order.
pub(super) fn groups(page: &Page<'_>, mentions: &[Mention<'_>], slots: &[Slot]) -> Vec<Group> {
    let mut found: Vec<Group> = Vec::new();
    let cues = cues(page.text);
    for first in 0..mentions.len() {
        if found.last().is_some_and(|group| first < group.first + group.count) {
            continue;
        }
        let slot = &slots[first];
        let Some(cue) = last_in(&cues, slot.left) else { continue };
        let count = 1
            + (first + 1..mentions.len().min(first + LONGEST_LIST))
                .take_while(|&next| {
                    slots[next].clause == slot.clause && joined(page, &mentions[next - 1], &mentions[next])
                })
                .count();
        if count < 2 {
            continue;
        }
        let verb = Span::new(cue + CUE_LEN, slot.left.hi());
        found.push(Group { first, count, things: things(page, mentions, first, slot, cue, count), verb });
    }
    found
}

/// The words before 分别; a summing count of the same size (两个项目分别) is passed over.
fn things(page: &Page<'_>, mentions: &[Mention<'_>], first: usize, slot: &Slot, cue: usize, count: usize) -> Span {
    let clause = page.clause(slot.clause).span;
    let sum = first.checked_sub(1).map(|i| &mentions[i]).filter(|m| m.span.lo() >= clause.lo());
    match sum {
        Some(sum) if sum.value == count.into() => Span::new(clause.lo(), sum.outer.lo()),
        _ => Span::new(slot.left.lo(), cue),
    }
}

/// Whether only a list mark stands between two mentions.
fn joined(page: &Page<'_>, one: &Mention<'_>, next: &Mention<'_>) -> bool {
    let between = page.text[one.outer.hi()..next.outer.lo()].trim_matches([' ', '\u{a0}']);
    matches!(between, "、" | "和" | "及" | "与" | "以及" | "," | "，" | "")
}

/// The things that the group's numbers are aligned with: one stretch each, or none where the words before hold no such list.
pub(super) fn items(page: &Page<'_>, group: &Group) -> Option<Vec<Item>> {
    let things = without_basis(page, group.things);
    let parts = split(page, things);
    if parts.len() < group.count {
        return None;
    }
    let parts = &parts[parts.len() - group.count..];
    let last = *parts.last()?;
    let shared = shared_head(page, parts[0], last);
    Some(parts.iter().map(|part| Item { own: *part, shared: shared.filter(|_| *part != last) }).collect())
}

/// `words` freed of a comparison behind them: 发文数、会议数同比.
pub(super) fn without_basis(page: &Page<'_>, words: Span) -> Span {
    let (subject, _) = change::without_basis(words.slice(page.text));
    trim::both(page, Span::new(words.lo(), words.lo() + subject.len()))
}

/// One of the aligned things.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item {
    pub own: Span,
    /// The head that the last item states for all: 患者满意度.
    pub shared: Option<Span>,
}

fn split(page: &Page<'_>, things: Span) -> Vec<Span> {
    let words = things.slice(page.text);
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, mark) in words.match_indices(['、', '和', '及', '与']) {
        let offset = things.lo() + at;
        let protected = page.scan.marks.quote_at(offset).is_some() || page.scan.marks.bracket_at(offset).is_some();
        // 及 in 普及率 is no list mark: it must stand as a word of its own.
        let inside =
            mark != "、" && !page.words(things).iter().any(|word| word.span.lo() == offset && word.word == mark);
        if protected || inside || at == start && mark != "、" {
            continue;
        }
        parts.push(Span::new(things.lo() + start, offset));
        start = at + mark.len();
    }
    parts.push(Span::new(things.lo() + start, things.hi()));
    parts.retain(|part| !part.is_empty());
    parts
}

/// The head that the last item has and the first one lacks: its words after the first one. `None` where the items are whole
/// names each.
fn shared_head(page: &Page<'_>, first: Span, last: Span) -> Option<Span> {
    let (one, other) = (first.slice(page.text), last.slice(page.text));
    let (short, long) = (one.chars().count(), other.chars().count());
    let same_end = one.chars().next_back() == other.chars().next_back();
    if same_end || long < short + 2 {
        return None;
    }
    let mut at = 0;
    for word in page.words(last).iter() {
        at += word.word.len();
        if other[..at].chars().count() >= short {
            break;
        }
    }
    (at < other.len()).then(|| Span::new(last.lo() + at, last.hi()))
}

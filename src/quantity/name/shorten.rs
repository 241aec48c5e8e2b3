//! Names freed of what later readers do not need: dates, the lists that 等方面 sums up, the inner verbs of a long object.

use crate::Span;
use crate::lexicon::NamingClass;
use crate::quantity::page::Page;
use crate::quantity::phrase::Phrase;
use crate::quantity::words::Word;

/// A name in front of a number, its verb apart where the words between verb and noun are left out.
pub(super) struct Shortened {
    verb: Option<Span>,
    rest: Span,
}

impl Shortened {
    pub fn last(&self) -> Span {
        self.rest
    }

    pub fn phrase(&self, page: &Page<'_>) -> Phrase {
        self.verb.map(Phrase::words).unwrap_or_default().then(&undated(page, self.rest))
    }
}

/// 发现收费、师资、消防等方面问题 → 发现问题; 举办学习贯彻党的二十大精神专题研讨班 → 举办专题研讨班.
pub(super) fn shortened(page: &Page<'_>, span: Span) -> Shortened {
    let words = span.slice(page.text);
    let tagged = page.words(span);
    let first = tagged.first().map_or(0, |tagged| tagged.word.len());
    let verb = Span::new(span.lo(), span.lo() + first);
    let summed = words.contains('等').then_some(["等方面", "等领域", "等环节"]);
    let list = summed.iter().flatten().find_map(|cue| words.find(cue).map(|at| at + cue.len()));
    if let Some(at) = list.filter(|at| *at < words.len() && words[..*at].contains('、')) {
        return Shortened { verb: Some(verb), rest: Span::new(span.lo() + at, span.hi()) };
    }
    let act = tagged.first().is_some_and(|word| word.is(NamingClass::Act));
    let nested = act && words.chars().count() > 14;
    match nested.then(|| last_noun(&tagged)).flatten().filter(|at| *at > first) {
        Some(at) => Shortened { verb: Some(verb), rest: Span::new(span.lo() + at, span.hi()) },
        None => Shortened { verb: None, rest: span },
    }
}

/// Where the noun phrase that ends segmented words begins: behind the last verb or 的 before it.
fn last_noun(tagged: &[Word<'_>]) -> Option<usize> {
    let mut ends = Vec::with_capacity(tagged.len());
    let mut at = 0;
    for word in tagged {
        at += word.word.len();
        ends.push(at);
    }
    let breaks = tagged.iter().enumerate().rev().skip(1).find(|(_, word)| word.tag == "v" || word.word == "的");
    let (index, _) = breaks?;
    let start = ends[index];
    let chars: usize = tagged[index + 1..].iter().map(|word| word.word.chars().count()).sum();
    if chars >= 3 { Some(start) } else { tagged.len().checked_sub(3).map(|index| ends[index]) }
}

/// `span` as a phrase, dates in it left out: 清查2016年以来扶贫项目资产.
pub(super) fn undated(page: &Page<'_>, span: Span) -> Phrase {
    if page.dates.within(span).next().is_none() {
        return Phrase::words(span);
    }
    let mut phrase = Phrase::default();
    let mut start = span.lo();
    for date in page.dates.within(span) {
        phrase = phrase.then(&Phrase::words(Span::new(start, date.lo())));
        start = date.hi();
        let tails = ["以来", "底前", "前", "底", "度"];
        start += tails.iter().find(|tail| page.text[start..span.hi()].starts_with(**tail)).map_or(0, |tail| tail.len());
    }
    phrase.then(&Phrase::words(Span::new(start, span.hi())))
}

/// The noun that later mentions may leave out: without the list that 等方面 sums up and without a size condition.
pub(super) fn plain_head(page: &Page<'_>, head: Span) -> Span {
    let words = head.slice(page.text);
    if !words.contains(['等', '以']) {
        return head;
    }
    let cues = ["等方面", "等领域", "等环节", "以上的", "以下的", "以内的", "以上", "以下", "以内"];
    let cut = cues.iter().filter_map(|cue| words.rfind(cue).map(|at| at + cue.len())).max();
    match cut.filter(|at| *at < words.len()) {
        Some(at) => Span::new(head.lo() + at, head.hi()),
        None => head,
    }
}

//! What a sentence says was done: acts, told from acts that are hoped for, named in passing or all but empty.

use super::Evidence;
use super::cues::{CLAUSE_ENDS, is_denied, is_noun};
use super::empty::{EmptyWord, moved};
use crate::Span;
use crate::class::classes;
use crate::lexicon::{DeedClass, StatusCue};

classes! {
    /// What the verbs of a sentence tell of.
    VerbKind {
        /// Something completed: 已退回.
        Completed = "completed",
        /// An act: 印发, 召开.
        Act = "act",
        /// Acts that say little: 解决, 建立.
        SlightAct = "slight-act",
        /// Aims and attitudes: 加强, 坚持.
        Attitude = "attitude",
        /// No verb that the dictionaries know.
        Unknown = "unknown",
    }
}

/// The deeds of a sentence.
#[derive(Debug, Clone)]
pub(super) struct Deeds {
    pub verb: VerbKind,
    /// The words that tell of them.
    pub acts: Vec<Span>,
    /// A slight act in a clause full of empty words.
    pub outweighed: bool,
}

/// Reads the deeds of the sentence `span`, whose empty words are `empty`.
pub(super) fn read(span: Span, empty: &[EmptyWord], evidence: &Evidence<'_>) -> Deeds {
    let words = span.slice(evidence.text);
    let said = evidence.lexicon.deeds.find_in(words).find(|(_, class)| **class == DeedClass::Speech);
    let said = said.map_or(words.len(), |(at, _)| at.lo());
    let mut reading = Reading { words, from: span, empty, evidence, clause: Span::new(0, 0), shadow: 0, said };
    let mut found = Found { aim: said < words.len(), ..Found::default() };
    for (at, cue) in evidence.lexicon.status.find_in(words) {
        reading.enter_clause(at.lo());
        reading.cue(at, *cue, &mut found);
    }
    let verb = match found {
        Found { completed: true, .. } => VerbKind::Completed,
        Found { act: true, .. } => VerbKind::Act,
        Found { slight: true, .. } => VerbKind::SlightAct,
        Found { aim: true, .. } => VerbKind::Attitude,
        _ => VerbKind::Unknown,
    };
    Deeds { verb, acts: found.acts, outweighed: found.outweighed }
}

#[derive(Default)]
struct Found {
    completed: bool,
    act: bool,
    slight: bool,
    aim: bool,
    outweighed: bool,
    acts: Vec<Span>,
}

struct Reading<'a> {
    words: &'a str,
    /// The sentence, of which all other places here are parts.
    from: Span,
    empty: &'a [EmptyWord],
    evidence: &'a Evidence<'a>,
    /// The clause of the last cue.
    clause: Span,
    /// To here acts are the object of an aim, or hoped for.
    shadow: usize,
    /// From here on the words tell what somebody said.
    said: usize,
}

impl Reading<'_> {
    /// Moves on to the clause of byte `at`, and looks at how it opens.
    fn enter_clause(&mut self, at: usize) {
        if at < self.clause.hi() {
            return;
        }
        let known = self.clause.hi();
        let start = self.words[known..at].rfind(CLAUSE_ENDS).map_or(known, |mark| known + mark);
        let start =
            start + self.words[start..].chars().next().filter(|c| CLAUSE_ENDS.contains(c)).map_or(0, char::len_utf8);
        let end = self.words[at..].find(CLAUSE_ENDS).map_or(self.words.len(), |mark| at + mark);
        self.clause = Span::new(start.min(at), end);
        if self.is_hope(self.clause.slice(self.words)) {
            self.shadow = end;
        }
    }

    /// Whether a clause says what is hoped for (`力求…`) or in what guise (`以…为抓手`).
    fn is_hope(&self, clause: &str) -> bool {
        let deeds = &self.evidence.lexicon.deeds;
        let is = |words, class| deeds.prefix_of(words).is_some_and(|(_, known)| *known == class);
        let guise = clause.starts_with('以')
            && clause.match_indices('为').any(|(at, by)| is(&clause[at + by.len()..], DeedClass::Guise));
        guise || is(clause, DeedClass::Purpose)
    }

    fn cue(&mut self, at: Span, cue: StatusCue, found: &mut Found) {
        let (before, after) = (&self.words[..at.lo()], &self.words[at.hi()..]);
        let already = at.slice(self.words).starts_with(['已', '均']);
        let open = at.lo() >= self.shadow && at.lo() < self.said && !self.is_quoted(at.lo());
        let told = (open || already) && !is_denied(before) && !self.describes(after);
        match cue {
            StatusCue::Done if told => {
                found.completed = true;
                found.acts.push(moved(at, self.from));
            }
            StatusCue::Act if told && !is_noun(after) => self.act(at, found),
            StatusCue::Ongoing if !after.starts_with('的') => {
                if at.slice(self.words).ends_with("开展") {
                    found.act = true;
                    found.acts.push(moved(at, self.from));
                }
                found.aim = true;
                if !self.is_attribute(after) {
                    self.shadow = self.clause.hi();
                }
            }
            StatusCue::Planned => found.aim = true,
            StatusCue::Aim if !is_denied(before) => {
                found.aim = true;
                // Who is led to do something does it: 引导小区成立业委会.
                if at.slice(self.words) != "引导" {
                    self.shadow = self.clause.hi();
                }
            }
            _ => {}
        }
    }

    /// Whether the words before `after` only describe a noun: 的 stands behind them, or behind the act that they belong to
    /// (`已完成的任务`).
    fn describes(&self, after: &str) -> bool {
        let next = self.evidence.lexicon.status.prefix_of(after).map_or(0, |(len, _)| len);
        after.starts_with('的') || next > 0 && after[next..].starts_with('的')
    }

    /// Whether an opening quotation mark of this clause still stands open at byte `at`: 落实“两个维护”.
    fn is_quoted(&self, at: usize) -> bool {
        let head = &self.words[self.clause.lo()..at];
        head.rfind('“').is_some_and(|open| !head[open..].contains('”'))
    }

    /// Whether what is under way only describes a noun near by: 正在实施建设的园区.
    fn is_attribute(&self, after: &str) -> bool {
        let near = after.chars().take(ATTRIBUTE).take_while(|c| !CLAUSE_ENDS.contains(c));
        near.into_iter().any(|c| c == '的')
    }

    fn act(&self, at: Span, found: &mut Found) {
        let place = moved(at, self.from);
        let class = self.evidence.lexicon.deeds.get(at.slice(self.words)).copied();
        let head = &self.words[self.clause.lo()..at.lo()];
        let hoped = self.evidence.lexicon.deeds.suffix_of(head).is_some_and(|(_, class)| *class == DeedClass::Purpose);
        let named = class == Some(DeedClass::Noun) && !opens(head);
        if hoped || named || self.is_empty_word(place) {
            return;
        }
        found.acts.push(place);
        if matches!(class, Some(DeedClass::Light | DeedClass::Noun)) {
            found.slight = true;
            found.outweighed = found.outweighed || self.is_full();
        } else {
            found.act = true;
        }
    }

    /// Whether an act is but a part of an empty word: 主动对接.
    fn is_empty_word(&self, place: Span) -> bool {
        let next = self.empty.partition_point(|word| word.span.lo() <= place.lo());
        next > 0 && self.empty[next - 1].span.contains(place)
    }

    /// Whether empty words outweigh a slight act in their clause.
    fn is_full(&self) -> bool {
        let clause = moved(self.clause, self.from);
        let first = self.empty.partition_point(|word| word.span.lo() < clause.lo());
        let inside = self.empty[first..].iter().take_while(|word| word.span.hi() <= clause.hi());
        let mut weight = 0;
        for word in inside {
            weight += u32::from(word.weight);
            if weight >= CLAUSE_WEIGHT || word.weight >= 3 && word.span.len() >= SET_PHRASE {
                return true;
            }
        }
        false
    }
}

/// Characters of an attribute before its 的.
const ATTRIBUTE: usize = 7;
/// Weight of empty words in a clause that a slight act does not hold against.
const CLAUSE_WEIGHT: u32 = 5;
/// Length of a set phrase, in bytes: four characters.
const SET_PHRASE: usize = 12;

/// Whether a verb that is as often a noun stands as a verb: at the head of its clause, or behind an adverb.
fn opens(head: &str) -> bool {
    const ADVERBS: [&str; 12] = ["进行", "先", "已", "新", "正在", "集中", "全部", "并", "先后", "共", "专题", "认真"];
    head.trim().is_empty() || ADVERBS.iter().any(|adverb| head.ends_with(adverb))
}

//! What a sentence says was done: acts, told from acts that are hoped for, named in passing or all but empty.

use super::Evidence;
use super::cues::{self, CLAUSE_ENDS};
use super::empty::{EmptyWord, moved};
use crate::class::classes;
use crate::lexicon::{DeedClass, StatusCue};
use crate::{Lexicon, Span};

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
    let mut found = Found { aim: said < words.len(), ..Found::default() };
    for place in clauses(words) {
        let clause = Clause { words: place.slice(words), place: moved(place, span), empty, lexicon: evidence.lexicon };
        clause.read(said.saturating_sub(place.lo()), &mut found);
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

/// The clauses of a sentence, without the marks that end them.
fn clauses(words: &str) -> impl Iterator<Item = Span> + '_ {
    let mut from = 0;
    let ends = words.match_indices(CLAUSE_ENDS).map(|(at, mark)| (at, at + mark.len()));
    ends.chain([(words.len(), words.len())]).filter_map(move |(end, next)| {
        let start = std::mem::replace(&mut from, next);
        (start < end).then(|| Span::new(start, end))
    })
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

/// A clause whose deeds are read; places in its words count from its start.
struct Clause<'a> {
    words: &'a str,
    /// Where it stands in the text.
    place: Span,
    /// The empty words of its sentence.
    empty: &'a [EmptyWord],
    lexicon: &'a Lexicon,
}

impl Clause<'_> {
    /// Adds what the clause tells of to `found`. Behind byte `said` it is somebody's speech.
    fn read(&self, said: usize, found: &mut Found) {
        let frame = self.frame();
        found.aim |= frame == Frame::Hope;
        // To here acts are the object of an aim, or hoped for.
        let mut shadow = if frame == Frame::Plain { 0 } else { self.words.len() };
        for (at, cue) in self.lexicon.status.find_in(self.words) {
            let (before, after) = (&self.words[..at.lo()], &self.words[at.hi()..]);
            let already = at.slice(self.words).starts_with(['已', '均']);
            let open = at.lo() >= shadow && at.lo() < said && !self.is_quoted(at.lo());
            let told = (open || already) && !cues::is_denied(before, self.lexicon) && !self.describes(after);
            match cue {
                StatusCue::Done if told => {
                    found.completed = true;
                    found.acts.push(moved(at, self.place));
                }
                StatusCue::Act if told && !self.is_named(after) => self.act(at, found),
                StatusCue::Ongoing if !after.starts_with('的') => {
                    if at.slice(self.words).ends_with("开展") {
                        found.act = true;
                        found.acts.push(moved(at, self.place));
                    }
                    found.aim = true;
                    if !is_attribute(after) {
                        shadow = self.words.len();
                    }
                }
                StatusCue::Planned => found.aim = true,
                StatusCue::Aim if !cues::is_denied(before, self.lexicon) => {
                    found.aim = true;
                    // Who is led to do something does it: 引导小区成立业委会.
                    if self.lexicon.deeds.get(at.slice(self.words)) != Some(&DeedClass::Lead) {
                        shadow = self.words.len();
                    }
                }
                _ => {}
            }
        }
    }

    /// How the clause opens.
    fn frame(&self) -> Frame {
        let deeds = &self.lexicon.deeds;
        let is = |words, class| deeds.prefix_of(words).is_some_and(|(_, known)| *known == class);
        let guise = |(at, by): (usize, &str)| is(&self.words[at + by.len()..], DeedClass::Guise);
        if is(self.words, DeedClass::Purpose)
            || self.words.starts_with('以') && self.words.match_indices('为').any(guise)
        {
            return Frame::Hope;
        }
        let ends = deeds.suffix_of(self.words).map(|(_, class)| *class);
        match ends {
            Some(DeedClass::Ground | DeedClass::Thing) if is(self.words, DeedClass::Basis) => Frame::Basis,
            _ => Frame::Plain,
        }
    }

    /// Whether the words before `after` only describe a noun: 的 stands behind them, or behind the act that they belong to
    /// (`已完成的任务`).
    fn describes(&self, after: &str) -> bool {
        let next = self.lexicon.status.prefix_of(after).map_or(0, |(len, _)| len);
        after.starts_with('的') || next > 0 && after[next..].starts_with('的')
    }

    /// Whether an act before `after` is only named, as part of a noun, alone or with the act that follows it
    /// (`立案登记制`).
    fn is_named(&self, after: &str) -> bool {
        let next =
            self.lexicon.status.prefix_of(after).filter(|(_, cue)| **cue == StatusCue::Act).map_or(0, |(len, _)| len);
        cues::is_noun(after, self.lexicon) || next > 0 && cues::is_noun(&after[next..], self.lexicon)
    }

    /// Whether an opening quotation mark still stands open at byte `at`: 落实“两个维护”.
    fn is_quoted(&self, at: usize) -> bool {
        let head = &self.words[..at];
        head.rfind('“').is_some_and(|open| !head[open..].contains('”'))
    }

    fn act(&self, at: Span, found: &mut Found) {
        let place = moved(at, self.place);
        let deeds = &self.lexicon.deeds;
        let class = deeds.get(at.slice(self.words)).copied();
        let before = deeds.suffix_of(&self.words[..at.lo()]).map(|(_, class)| *class);
        let opens = self.words[..at.lo()].trim().is_empty() || before == Some(DeedClass::Adverb);
        let named = class == Some(DeedClass::Noun) && !opens;
        if before == Some(DeedClass::Purpose) || named || self.is_empty_word(place) {
            return;
        }
        found.acts.push(place);
        match class {
            Some(DeedClass::Light | DeedClass::Noun) => {
                found.slight = true;
                found.outweighed = found.outweighed || self.is_full();
            }
            Some(DeedClass::Setup) if self.is_full() => (found.slight, found.outweighed) = (true, true),
            _ => found.act = true,
        }
    }

    /// Whether an act is but a part of an empty word: 主动对接.
    fn is_empty_word(&self, place: Span) -> bool {
        let next = self.empty.partition_point(|word| word.span.lo() <= place.lo());
        next > 0 && self.empty[next - 1].span.contains(place)
    }

    /// Whether empty words outweigh a slight act in the clause.
    fn is_full(&self) -> bool {
        let first = self.empty.partition_point(|word| word.span.lo() < self.place.lo());
        let inside = self.empty[first..].iter().take_while(|word| word.span.hi() <= self.place.hi());
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

/// What the way in which a clause opens makes of its acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Frame {
    /// They count.
    Plain,
    /// They are hoped for (`力求…`), or a guise (`以…为抓手`).
    Hope,
    /// They are what the sentence goes by: 结合外出考察了解到的情况.
    Basis,
}

/// Whether what is under way only describes a noun near by: 正在实施建设的园区.
fn is_attribute(after: &str) -> bool {
    after.chars().take(ATTRIBUTE).any(|c| c == '的')
}

/// Characters of an attribute before its 的.
const ATTRIBUTE: usize = 7;
/// Weight of empty words in a clause that a slight act does not hold against.
const CLAUSE_WEIGHT: u32 = 5;
/// Length of a set phrase, in bytes: four characters.
const SET_PHRASE: usize = 12;

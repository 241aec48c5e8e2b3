//! The sentences of many notices, close together in memory: their words in one string, their masked forms in one list.

use super::mask::Masked;
use super::read::{Reading, Sentence, is_word};
use crate::Span;
use crate::model::PartialDate;
use std::ops::Range;

/// Index of a sentence in its [`Corpus`].
pub(super) type SentenceId = u32;

/// The sentences that are compared with each other.
///
/// ```
/// use zhenggai::similar::{Corpus, Options, find, read};
/// use zhenggai::{Document, Lexicon, parse};
/// let lexicon = Lexicon::builtin();
/// let mut corpus = Corpus::default();
/// for text in ["一、学习不深入\n一是建立台账，逐项明确责任科室和完成时限。", "一、管理不严\n1.建立台账，逐项明确责任股室和完成时限。"] {
///     let document = Document::from_text(text);
///     corpus.add(&read(&document, &parse(&document, &lexicon), &lexicon));
/// }
/// let found = find(&corpus, &lexicon, &Options::default());
/// assert_eq!(found.pairs.len(), 1);
/// ```
#[derive(Debug, Default)]
pub struct Corpus {
    pub(super) notices: Vec<Entry>,
    sentences: Vec<Row>,
    clauses: Vec<ClauseRow>,
    codes: Vec<u16>,
    masked: Vec<Masked>,
    words: String,
    /// Sentences from here on are those of a reference set, which are not compared with each other.
    reference: Option<SentenceId>,
    /// Notices of the reference set, those of which nothing was loaded too.
    reference_notices: usize,
}

/// What is told of a notice.
#[derive(Debug, Default)]
pub(super) struct Entry {
    pub path: Box<str>,
    pub body: Option<Box<str>>,
    pub year: Option<i16>,
    pub date: Option<PartialDate>,
    /// Bytes and characters of its sentences.
    pub bytes: u32,
    pub chars: u32,
}

#[derive(Debug)]
struct Row {
    notice: u32,
    byte: u32,
    char: u32,
    words: u32,
    clauses: u32,
    masked: u32,
    node: Option<Box<str>>,
}

#[derive(Debug)]
struct ClauseRow {
    span: Span,
    /// First of its codes; they end where those of the next clause begin.
    codes: u32,
}

impl Corpus {
    /// Adds the sentences of a notice.
    pub fn add(&mut self, reading: &Reading) {
        let notice = self.add_notice(reading);
        reading.sentences.iter().for_each(|sentence| self.add_sentence(notice, sentence));
    }

    /// Adds a notice without sentences and gives its place.
    pub(super) fn add_notice(&mut self, reading: &Reading) -> u32 {
        self.notices.push(Entry {
            path: reading.path.as_str().into(),
            body: reading.body.as_deref().map(Into::into),
            year: reading.year,
            date: reading.date,
            bytes: 0,
            chars: 0,
        });
        (self.notices.len() - 1) as u32
    }

    /// From here on the sentences are those of a reference set of that many notices.
    #[cfg(feature = "tables")]
    pub(super) fn begin_reference(&mut self, notices: usize) {
        self.reference = Some(self.len());
        self.reference_notices = notices;
    }

    /// Adds a sentence of the notice added last.
    pub(super) fn add_sentence(&mut self, notice: u32, sentence: &Sentence) {
        let entry = &mut self.notices[notice as usize];
        entry.bytes += sentence.text.len() as u32;
        entry.chars += sentence.text.chars().count() as u32;
        self.sentences.push(Row {
            notice,
            byte: sentence.byte,
            char: sentence.char,
            words: self.words.len() as u32,
            clauses: self.clauses.len() as u32,
            masked: self.masked.len() as u32,
            node: sentence.node.clone(),
        });
        self.words.push_str(&sentence.text);
        self.masked.extend(&sentence.masked);
        let mut codes = self.codes.len() as u32;
        for clause in &sentence.clauses {
            self.clauses.push(ClauseRow { span: clause.span, codes });
            codes += clause.len;
        }
        self.codes.extend(&sentence.codes);
    }

    /// Number of sentences.
    #[must_use]
    pub fn len(&self) -> SentenceId {
        self.sentences.len() as SentenceId
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sentences.is_empty()
    }

    /// How many notices were compared.
    pub(super) fn notice_count(&self) -> usize {
        match self.reference {
            None => self.notices.len(),
            Some(_) => self.own_notices() + self.reference_notices,
        }
    }

    fn own_notices(&self) -> usize {
        let first = self.reference.and_then(|at| self.sentences.get(at as usize));
        first.map_or(self.notices.len(), |row| row.notice as usize)
    }

    /// Whether two sentences are compared at all: with a reference set, one of it with one that is not.
    pub(super) fn compared(&self, a: SentenceId, b: SentenceId) -> bool {
        self.reference.is_none_or(|reference| (a < reference) != (b < reference))
    }

    pub(super) fn notice_of(&self, sentence: SentenceId) -> u32 {
        self.sentences[sentence as usize].notice
    }

    pub(super) fn entry_of(&self, sentence: SentenceId) -> &Entry {
        &self.notices[self.notice_of(sentence) as usize]
    }

    pub(super) fn node_of(&self, sentence: SentenceId) -> Option<&str> {
        self.sentences[sentence as usize].node.as_deref()
    }

    /// The clauses of a sentence, as places in the list of all.
    fn clauses_of(&self, sentence: SentenceId) -> Range<usize> {
        let end = self.sentences.get(sentence as usize + 1).map_or(self.clauses.len(), |row| row.clauses as usize);
        self.sentences[sentence as usize].clauses as usize..end
    }

    /// How many clauses a sentence has: 1 to 32.
    pub(super) fn clause_count(&self, sentence: SentenceId) -> usize {
        self.clauses_of(sentence).len()
    }

    /// The masked form of a run of clauses.
    pub(super) fn codes(&self, run: Run) -> &[u16] {
        let first = self.sentences[run.sentence as usize].clauses as usize;
        let start = self.clauses[first + usize::from(run.first)].codes as usize;
        let next = self.clauses.get(first + usize::from(run.last) + 1);
        &self.codes[start..next.map_or(self.codes.len(), |clause| clause.codes as usize)]
    }

    /// Number of letters in a run, marks left out.
    pub(super) fn word_count(&self, run: Run) -> u32 {
        self.codes(run).iter().filter(|code| is_word(code)).count() as u32
    }

    /// All clauses of a sentence.
    pub(super) fn whole(&self, sentence: SentenceId) -> Run {
        Run { sentence, first: 0, last: (self.clause_count(sentence) - 1) as u8 }
    }

    /// The place of a run in its sentence, in bytes.
    fn span_in_sentence(&self, run: Run) -> Span {
        let first = self.sentences[run.sentence as usize].clauses as usize;
        self.clauses[first + usize::from(run.first)].span.to(self.clauses[first + usize::from(run.last)].span)
    }

    fn words_of(&self, sentence: SentenceId) -> &str {
        let end = self.sentences.get(sentence as usize + 1).map_or(self.words.len(), |row| row.words as usize);
        &self.words[self.sentences[sentence as usize].words as usize..end]
    }

    /// The words of a run.
    pub(super) fn words(&self, run: Run) -> &str {
        self.span_in_sentence(run).slice(self.words_of(run.sentence))
    }

    /// The place of a run in its notice, in bytes.
    pub(super) fn bytes(&self, run: Run) -> Span {
        let byte = self.sentences[run.sentence as usize].byte;
        let span = self.span_in_sentence(run);
        Span { start: byte + span.start, end: byte + span.end }
    }

    /// The place of a run in its notice, in characters.
    pub(super) fn chars(&self, run: Run) -> (usize, usize) {
        let words = self.words_of(run.sentence);
        let span = self.span_in_sentence(run);
        let start = self.sentences[run.sentence as usize].char as usize + words[..span.lo()].chars().count();
        (start, start + span.slice(words).chars().count())
    }

    /// What is masked in a run, spans counted from the run's start.
    pub(super) fn masked(&self, run: Run) -> impl Iterator<Item = Masked> + '_ {
        let at = run.sentence as usize;
        let end = self.sentences.get(at + 1).map_or(self.masked.len(), |row| row.masked as usize);
        let all = &self.masked[self.sentences[at].masked as usize..end];
        let span = self.span_in_sentence(run);
        let shift = move |part: Span| Span { start: part.start - span.start, end: part.end.min(span.end) - span.start };
        all.iter().filter(move |masked| span.contains(masked.span)).map(move |masked| Masked {
            span: shift(masked.span),
            shown: shift(masked.shown),
            name: masked.name,
        })
    }
}

/// Neighbouring clauses of one sentence of a [`Corpus`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Run {
    pub(super) sentence: SentenceId,
    /// First and last clause.
    pub(super) first: u8,
    pub(super) last: u8,
}

//! Generated notices in which a known share of sentences is a near copy of an earlier one.

use super::notices;

/// Sentences of a notice.
pub const SENTENCES: usize = 50;

/// One sentence in so many is a copy.
const COPIES: u64 = 20;
/// How many sentences back the original of a copy stands at most.
const BACK: u64 = 5_000;

const HEAD: &str = "一、学习不够深入的问题\n整改情况：\n1.健全制度。";

const VERBS: [&str; 24] = [
    "修订", "清理", "核查", "印发", "约谈", "追缴", "建成", "拆除", "培训", "走访", "办结", "公开", "督办", "移交",
    "整治", "新增", "归档", "化解", "检修", "盘活", "招录", "划转", "补发", "验收",
];

/// A place: notice and first byte of the sentence in it.
pub type Place = (usize, usize);

/// Notices one after the other, the same for the same seed.
pub struct Planted {
    seed: u64,
    letters: Vec<char>,
    /// The latest sentences with their places, the oldest overwritten first.
    latest: Vec<(String, Place)>,
    sentences: usize,
    /// Where each copy and its original stand.
    pub copies: Vec<(Place, Place)>,
}

impl Planted {
    /// Made of the characters of the corpus.
    pub fn new(seed: u64) -> Self {
        let texts = notices("").concat();
        let mut letters: Vec<char> = texts.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).collect();
        letters.sort_unstable();
        letters.dedup();
        letters.retain(|c| !"一二三四五六七八九十百千万亿两零半几第年月日其首再最".contains(*c));
        Self { seed, letters, latest: Vec::new(), sentences: 0, copies: Vec::new() }
    }

    /// The text of notice number `notice`.
    pub fn notice(&mut self, notice: usize) -> String {
        let mut text = HEAD.to_owned();
        for _ in 0..SENTENCES {
            let place = (notice, text.len());
            let sentence = if self.below(COPIES) == 0 && !self.latest.is_empty() {
                let which = self.below(self.latest.len() as u64) as usize;
                let (original, from) = self.latest[which].clone();
                self.copies.push((from, place));
                self.changed(&original)
            } else {
                self.sentence()
            };
            text.push_str(&sentence);
            text.push('。');
            self.keep(sentence, place);
        }
        text.push('\n');
        text
    }

    fn keep(&mut self, sentence: String, place: Place) {
        let at = self.sentences % BACK as usize;
        self.sentences += 1;
        if at < self.latest.len() {
            self.latest[at] = (sentence, place);
        } else {
            self.latest.push((sentence, place));
        }
    }

    /// Two to four clauses of a verb and some letters, the last with a figure: a line of figures is a copy only word for word.
    fn sentence(&mut self) -> String {
        let clauses: Vec<String> = (0..2 + self.below(3)).map(|_| self.clause()).collect();
        clauses.join("，") + &format!("{}项", 2 + self.below(900))
    }

    fn clause(&mut self) -> String {
        let mut clause = VERBS[self.below(VERBS.len() as u64) as usize].to_owned();
        for _ in 0..6 + self.below(6) {
            clause.push(self.letter());
        }
        clause
    }

    /// The same sentence with other figures and one letter in twelve another.
    fn changed(&mut self, sentence: &str) -> String {
        let changed = |c: char| {
            if c.is_ascii_digit() {
                char::from(b'1' + self.below(9) as u8)
            } else if c != '，' && self.below(12) == 0 {
                self.letter()
            } else {
                c
            }
        };
        sentence.chars().map(changed).collect()
    }

    fn letter(&mut self) -> char {
        let which = self.below(self.letters.len() as u64) as usize;
        self.letters[which]
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.seed = self.seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.seed >> 33) % limit
    }
}

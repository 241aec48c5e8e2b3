//! What differs between two copies: figures, names and words that stand in the same place.

use super::corpus::{Corpus, Run};

/// Words of one side longer than this are another text, not another word.
const LONGEST: usize = 12;

/// What stands in one place of two copies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// In the first.
    pub a: String,
    /// In the second.
    pub b: String,
}

/// A character or a masked stretch of a run.
#[derive(Clone, Copy)]
struct Piece<'t> {
    words: &'t str,
    shown: &'t str,
    mark: Option<bool>,
}

impl Piece<'_> {
    fn same_place(&self, other: &Self) -> bool {
        match (self.mark, other.mark) {
            (None, None) => self.words == other.words,
            (a, b) => a == b,
        }
    }
}

/// The differences between two runs, in the order of the first.
pub(super) fn differences(corpus: &Corpus, a: Run, b: Run) -> Vec<Difference> {
    let (a, b) = (pieces(corpus, a), pieces(corpus, b));
    let mut found = Vec::new();
    let (mut x, mut y) = (0, 0);
    for (i, j) in aligned(&a, &b).into_iter().chain([(a.len(), b.len())]) {
        replaced(&a[x..i], &b[y..j], &mut found);
        if let (Some(one), Some(other)) = (a.get(i), b.get(j))
            && one.words != other.words
        {
            found.push(Difference { a: one.shown.to_owned(), b: other.shown.to_owned() });
        }
        (x, y) = (i + 1, j + 1);
    }
    found
}

/// Words on both sides of one gap; words that only one side has are an addition, not a difference.
fn replaced(a: &[Piece<'_>], b: &[Piece<'_>], found: &mut Vec<Difference>) {
    // Only the last figure is shown with its unit: that of another one stands in the pieces behind it.
    let joined = |pieces: &[Piece<'_>]| {
        let (last, before) = pieces.split_last().map_or(("", &[][..]), |(last, before)| (last.shown, before));
        before.iter().map(|piece| piece.words).chain([last]).collect::<String>()
    };
    let short = |pieces: &[Piece<'_>]| (1..=LONGEST).contains(&pieces.len());
    if short(a) && short(b) {
        found.push(Difference { a: joined(a), b: joined(b) });
    }
}

/// Letters and masked stretches; punctuation is left out.
fn pieces(corpus: &Corpus, run: Run) -> Vec<Piece<'_>> {
    let words = corpus.words(run);
    let mut masked = corpus.masked(run).peekable();
    let mut pieces = Vec::new();
    let mut skip = 0;
    for (at, c) in words.char_indices() {
        if at < skip {
            continue;
        }
        if let Some(mark) = masked.next_if(|mark| mark.span.lo() <= at) {
            skip = mark.span.hi();
            let shown = mark.shown.slice(words);
            pieces.push(Piece { words: mark.span.slice(words), shown, mark: Some(mark.name) });
        } else if c.is_alphanumeric() {
            let letter = &words[at..at + c.len_utf8()];
            pieces.push(Piece { words: letter, shown: letter, mark: None });
        }
    }
    pieces
}

/// The places of a longest common subsequence. Runs hold at most a few hundred letters.
fn aligned(a: &[Piece<'_>], b: &[Piece<'_>]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut table = vec![0_u16; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            table[i * width + j] = if a[i].same_place(&b[j]) {
                table[(i + 1) * width + j + 1] + 1
            } else {
                table[(i + 1) * width + j].max(table[i * width + j + 1])
            };
        }
    }
    let mut places = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        if a[i].same_place(&b[j]) {
            places.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if table[(i + 1) * width + j] >= table[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::super::testing::corpus;
    use super::*;

    fn check(a: &str, b: &str, want: &[(&str, &str)]) {
        let corpus = corpus(&[a, b]);
        let found = differences(&corpus, corpus.whole(1), corpus.whole(corpus.len() - 1));
        let got: Vec<_> = found.iter().map(|d| (d.a.as_str(), d.b.as_str())).collect();
        assert_eq!(got, want, "{a} / {b}");
    }

    #[test]
    fn figures_and_words() {
        check("约谈企业35家，责令整改", "约谈企业12家，责令整改", &[("35家", "12家")]);
        check("对学校校长进行集体约谈", "对医院院长进行集体约谈", &[("学校校", "医院院")]);
        check("局党组听取汇报3次", "委党组听取汇报3次", &[("局党组", "委党组")]);
        check("公布监督举报电话", "各校公布监督举报电话", &[]);
        check("建立台账，销号管理", "建立台账、销号管理", &[]);
    }
}

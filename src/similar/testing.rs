//! Corpora for the tests of this room.

use super::{Corpus, read};
use crate::{Document, Lexicon, parse};

/// A corpus of one notice for each of `measures`: a heading, then the measure.
pub(super) fn corpus(measures: &[&str]) -> Corpus {
    let lexicon = Lexicon::builtin();
    let mut corpus = Corpus::default();
    for (at, measure) in measures.iter().enumerate() {
        let text = format!("一、学习不够深入的问题\n整改情况：\n1.健全制度。{measure}。\n");
        let document = Document::from_text(&text);
        let mut reading = read(&document, &parse(&document, &lexicon), &lexicon);
        reading.path = format!("{at}.txt");
        corpus.add(&reading);
    }
    corpus
}

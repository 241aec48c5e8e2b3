//! Word segmentation with parts of speech, by jieba with the domain's words on top. Loaded at first use: a text in which
//! every name is found by rule never pays for it.

use jieba_rs::Jieba;
use std::sync::OnceLock;

/// Cuts text into tagged words.
pub struct Segmenter {
    domain: Vec<(Box<str>, usize, Box<str>)>,
    jieba: OnceLock<Jieba>,
}

/// A word and its part of speech (`n`, `v`, … of jieba's tag set).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tagged<'t> {
    /// The word.
    pub word: &'t str,
    /// Its tag.
    pub tag: &'t str,
}

impl Segmenter {
    pub(super) fn new(domain: Vec<(Box<str>, usize, Box<str>)>) -> Self {
        Self { domain, jieba: OnceLock::new() }
    }

    /// The words of `text`, in order; joined they equal `text`.
    #[must_use]
    pub fn tag<'t>(&'t self, text: &'t str) -> Vec<Tagged<'t>> {
        self.jieba().tag(text, false).into_iter().map(|t| Tagged { word: t.word, tag: t.tag }).collect()
    }

    fn jieba(&self) -> &Jieba {
        self.jieba.get_or_init(|| {
            let mut jieba = Jieba::new();
            for (word, frequency, tag) in &self.domain {
                jieba.add_word(word, Some(*frequency), Some(tag));
            }
            jieba
        })
    }
}

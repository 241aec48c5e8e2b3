//! When two masked forms are near enough to be called a copy.

use super::Options;
use super::corpus::{Corpus, Run};
use super::lcs::Lcs;
use super::likeness::Likeness;
use super::read::is_word;

/// Letters below which a run is short: what short runs share by chance is more of them, so they must share more.
const SHORT: u32 = 14;
/// Added to the threshold of short runs, in thousandths.
const SHORT_EXTRA: u32 = 60;

/// Letters a figure below which a run is a line of figures (`立案29起、罚款47.5万元`): such lines share their template
/// whatever they count, so with other figures their words must be the same.
const DENSE: u32 = 11;
/// Threshold of lines of figures, in thousandths.
const DENSE_LEAST: u32 = 950;

/// How alike two runs of clauses are, if that makes them copies of each other. Marks must not carry a pair: its words alone
/// have to reach the threshold too.
pub(super) fn fit(corpus: &Corpus, a: Run, b: Run, options: &Options, lcs: &mut Lcs) -> Option<Likeness> {
    let (x, y) = (corpus.codes(a), corpus.codes(b));
    let total = (x.len() + y.len()) as u32;
    let likeness = Likeness { shared: lcs.of(x, y), total };
    if !likeness.reaches(options.threshold) {
        return None;
    }
    let (words_a, words_b) = (words(x), words(y));
    let shorter = words_a.len().min(words_b.len()) as u32;
    if (shorter as usize) < options.min_chars {
        return None;
    }
    let least = least(corpus, a, b, (words_a.len(), words_b.len()), options);
    let by_words = Likeness { shared: lcs.of(&words_a, &words_b), total: (words_a.len() + words_b.len()) as u32 };
    (likeness.reaches(least) && by_words.reaches(least)).then_some(likeness)
}

fn words(codes: &[u16]) -> Vec<u16> {
    codes.iter().copied().filter(is_word).collect()
}

/// The threshold of a pair with so many letters on either side.
fn least(corpus: &Corpus, a: Run, b: Run, words: (usize, usize), options: &Options) -> u32 {
    let marks = |run, words| (corpus.codes(run).len() - words) as u32;
    let (marks_a, marks_b) = (marks(a, words.0), marks(b, words.1));
    let dense = |words: usize, marks: u32| marks > 0 && (words as u32) < marks * DENSE;
    let both_marked = marks_a > 0 && marks_b > 0;
    if both_marked && (dense(words.0, marks_a) || dense(words.1, marks_b)) && !same_figures(corpus, a, b) {
        return options.threshold.max(DENSE_LEAST);
    }
    let short = (words.0.min(words.1) as u32) < SHORT;
    options.threshold + if short { SHORT_EXTRA } else { 0 }
}

/// Whether both state the same figures and names, in whatever order.
fn same_figures(corpus: &Corpus, a: Run, b: Run) -> bool {
    let stated = |run| {
        let words = corpus.words(run);
        let mut stated: Vec<_> = corpus.masked(run).map(|masked| masked.span.slice(words)).collect();
        stated.sort_unstable();
        stated
    };
    stated(a) == stated(b)
}

#[cfg(test)]
mod tests {
    use super::super::testing::corpus;
    use super::*;

    fn fits(a: &str, b: &str) -> bool {
        let corpus = corpus(&[a, b]);
        let last = corpus.len() - 1;
        let (a, b) = (corpus.whole(1), corpus.whole(last));
        fit(&corpus, a, b, &Options::default(), &mut Lcs::new()).is_some()
    }

    #[test]
    fn copies_and_near_misses() {
        for (a, b, want) in [
            ("对4所学校校长进行集体约谈，责令作出书面检查", "对5家医院院长进行集体约谈，责令作出书面检查", true),
            ("各校公布监督举报电话，主动接受社会监督", "公布监督举报电话，自觉接受社会监督", true),
            ("出让工业用地1宗、居住用地1宗，划拨3宗", "已出让居住用地1宗、工业用地1宗，划拨3宗", true),
            ("修订完善制度11项，追责问责9人，其中党纪处分2人", "修订完善制度23项，追责问责16人，其中党纪处分5人", true),
            ("立案查处29起、罚款47.5万元，整改到位", "行政处罚42起、罚款618万元，整改到位", false),
            ("第一产业增加值318765万元，增长3.9%", "第二产业增加值2204530万元，增长6.4%", false),
            ("发现资金管理方面问题3个", "发现项目建设方面问题5个", false),
            ("比学赶超氛围日益浓厚起来", "理论学习氛围日益浓厚起来", false),
            ("印发通知", "印发通知", false),
        ] {
            assert_eq!(fits(a, b), want, "{a} / {b}");
        }
    }
}

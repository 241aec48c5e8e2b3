//! A report as text for the terminal, in the reader's language.

use super::card::{Miss, Verdict};
use super::report::Report;
use super::tally::Score;
use crate::Class;
use comfy_table::{CellAlignment, Table, presets};

/// The words that a printed report is made of.
#[derive(Debug, Clone, Copy)]
pub struct Wording {
    /// After the number of notices.
    pub notices: &'static str,
    /// Heads of the columns: figure, F1, precision, recall, found, given, wanted.
    pub columns: [&'static str; 7],
    /// In the annotation only.
    pub missed: &'static str,
    /// In the prediction only.
    pub made_up: &'static str,
    /// Before what the annotation says.
    pub want: &'static str,
    /// Before what the prediction says.
    pub got: &'static str,
}

impl Wording {
    /// Chinese.
    pub const CHINESE: Self = Self {
        notices: "份通报",
        columns: ["项目", "F1", "精确率", "召回率", "找到", "给出", "应有"],
        missed: "遗漏",
        made_up: "多报",
        want: "应为",
        got: "得到",
    };
    /// English.
    pub const ENGLISH: Self = Self {
        notices: "notices",
        columns: ["figure", "F1", "precision", "recall", "found", "given", "wanted"],
        missed: "missed",
        made_up: "made up",
        want: "want",
        got: "got",
    };
}

impl Report {
    /// The figures as a table, columns aligned by display width; no line end at the last line.
    #[must_use]
    pub fn table(&self, wording: &Wording) -> String {
        let mut table = Table::new();
        table.load_style(presets::NOTHING).set_header(wording.columns);
        for (figure, score) in &self.figures {
            table.add_row(row(figure.word(), score));
        }
        for (at, column) in table.column_iter_mut().enumerate() {
            let (alignment, left) = if at == 0 { (CellAlignment::Left, 0) } else { (CellAlignment::Right, 2) };
            column.set_padding((left, 0)).set_cell_alignment(alignment);
        }
        format!("{} {}\n{}", self.notices.len(), wording.notices, table.trim_fmt())
    }

    /// One line per miss: notice, figure, what is wrong, tab-separated. Line ends in quoted words stand as `⏎`.
    #[must_use]
    pub fn miss_lines(&self, wording: &Wording) -> Vec<String> {
        self.misses.iter().map(|miss| line(miss, wording)).collect()
    }
}

fn row(figure: &str, score: &Score) -> [String; 7] {
    let three = |share: f64| format!("{share:.3}");
    [
        figure.to_owned(),
        three(score.f1),
        three(score.precision),
        three(score.recall),
        score.tp.to_string(),
        score.predicted.to_string(),
        score.gold.to_string(),
    ]
}

fn line(miss: &Miss, wording: &Wording) -> String {
    let words = one_line(&miss.words);
    let what = match &miss.verdict {
        Verdict::Missed => format!("{} {words}", wording.missed),
        Verdict::MadeUp => format!("{} {words}", wording.made_up),
        Verdict::Wrong { want, got } => {
            format!("{words}: {} {}, {} {}", wording.want, one_line(want), wording.got, one_line(got))
        }
    };
    format!("{}\t{}\t{what}", miss.notice, miss.figure.word())
}

fn one_line(words: &str) -> String {
    words.replace(['\n', '\t'], "⏎")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::eval::tally::Figure;

    #[test]
    fn printed() {
        let score = Score { f1: 0.8, precision: 1.0, recall: 0.6667, tp: 2, predicted: 2, gold: 3 };
        let wrong = Verdict::wrong("整改\n问题", "问题");
        let misses = vec![
            Miss { notice: "a".into(), figure: Figure::Named, verdict: wrong, words: "问题3个".into(), place: None },
            Miss {
                notice: "a".into(),
                figure: Figure::Detect,
                verdict: Verdict::Missed,
                words: "2家".into(),
                place: None,
            },
        ];
        let report = Report { notices: vec!["a".into()], figures: vec![(Figure::Detect, score)], misses };
        assert_eq!(
            report.table(&Wording::CHINESE),
            "1 份通报\n项目       F1  精确率  召回率  找到  给出  应有\ndetect  0.800   1.000   0.667     2     2     3"
        );
        assert_eq!(
            report.miss_lines(&Wording::ENGLISH),
            ["a\tnamed\t问题3个: want 整改⏎问题, got 问题", "a\tdetect\tmissed 2家"]
        );
    }
}

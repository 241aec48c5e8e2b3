//! A report as text for the terminal, in the reader's language.

use super::card::{Miss, Verdict};
use super::report::Report;
use super::tally::Score;
use crate::Class;
use crate::i18n::{Lang, Text};
use comfy_table::{CellAlignment, Table, presets};

const NOTICES: Text = Text::new("{0} 份通报", "{0} notices");
const COLUMNS: [Text; 7] = [
    Text::new("项目", "figure"),
    Text::new("F1", "F1"),
    Text::new("精确率", "precision"),
    Text::new("召回率", "recall"),
    Text::new("找到", "found"),
    Text::new("给出", "given"),
    Text::new("应有", "wanted"),
];
const MISSED: Text = Text::new("遗漏 {0}", "missed {0}");
const MADE_UP: Text = Text::new("多报 {0}", "made up {0}");
const WRONG: Text = Text::new("{0}：应为 {1}，得到 {2}", "{0}: want {1}, got {2}");

impl Report {
    /// The figures as a table, columns aligned by display width; no line end at the last line.
    #[must_use]
    pub fn table(&self, lang: Lang) -> String {
        let mut table = Table::new();
        table.load_style(presets::NOTHING).set_header(COLUMNS.map(|column| column.get(lang)));
        for (figure, score) in &self.figures {
            table.add_row(row(figure.word(), score));
        }
        for (at, column) in table.column_iter_mut().enumerate() {
            let (alignment, left) = if at == 0 { (CellAlignment::Left, 0) } else { (CellAlignment::Right, 2) };
            column.set_padding((left, 0)).set_cell_alignment(alignment);
        }
        format!("{}\n{}", NOTICES.fill(lang, &[&self.notices.len()]), table.trim_fmt())
    }

    /// One line per miss: notice, figure, what is wrong, tab-separated. Line ends in quoted words stand as `⏎`.
    #[must_use]
    pub fn miss_lines(&self, lang: Lang) -> Vec<String> {
        self.misses.iter().map(|miss| line(miss, lang)).collect()
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

fn line(miss: &Miss, lang: Lang) -> String {
    let words = one_line(&miss.words);
    let what = match &miss.verdict {
        Verdict::Missed => MISSED.fill(lang, &[&words]),
        Verdict::MadeUp => MADE_UP.fill(lang, &[&words]),
        Verdict::Wrong { want, got } => WRONG.fill(lang, &[&words, &one_line(want), &one_line(got)]),
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
            report.table(Lang::Zh),
            "1 份通报\n项目       F1  精确率  召回率  找到  给出  应有\ndetect  0.800   1.000   0.667     2     2     3"
        );
        assert_eq!(
            report.miss_lines(Lang::En),
            ["a\tnamed\t问题3个: want 整改⏎问题, got 问题", "a\tdetect\tmissed 2家"]
        );
    }
}

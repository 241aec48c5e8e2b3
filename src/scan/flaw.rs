//! Places where the text itself seems damaged: digits that were lost, marks without their mate.

use super::number::{Form, NumberToken};
use crate::charset::Chars;
use crate::lexicon::NamingClass;
use crate::model::{Dimension, Warning, WarningCode};
use crate::{Lexicon, Span};

/// Places of one kind that are listed one by one; the others are counted.
const LISTED: usize = 20;

/// Characters of a place that a warning quotes at most.
const QUOTED: usize = 24;

/// Warnings of the damage in `text`.
pub(super) fn flaws(
    text: &str,
    lines: &[Span],
    numbers: &[NumberToken],
    lost: LostFigures,
    unmated: Unmated,
) -> Vec<Warning> {
    let mut damaged = lost.found;
    damaged.extend(glued_dates(text, numbers));
    damaged.sort();
    let mut warnings = listed(WarningCode::DamagedNumber, text, lines, &damaged);
    warnings.extend(listed(WarningCode::UnbalancedMark, text, lines, &unmated.finish(text)));
    warnings
}

/// The first places as warnings of one kind, each with its words and its line from 1; then one with the number of others.
pub(crate) fn listed(code: WarningCode, text: &str, lines: &[Span], places: &[Span]) -> Vec<Warning> {
    let warning = |span, args| Warning { code, span, args };
    let mut warnings: Vec<Warning> = places
        .iter()
        .take(LISTED)
        .map(|place| {
            let line = lines.partition_point(|line| line.lo() <= place.lo());
            warning(Some(*place), vec![quoted(place.slice(text)), line.to_string()])
        })
        .collect();
    if places.len() > LISTED {
        warnings.push(warning(None, vec![(places.len() - LISTED).to_string()]));
    }
    warnings
}

/// The words, cut where they are long.
fn quoted(words: &str) -> String {
    match words.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}

/// Where a clause ends, the end of the text apart.
pub(super) const CLAUSE_ENDS: Chars =
    Chars { each: &['，', '。', '；', '、', '！', '？', ',', ';', '\n', '\r', '）', ')'], ranges: &[] };

/// Nouns of measure (完成率%, 资金万元) and verbs of change (增长%) with a unit directly behind them that closes the clause.
#[derive(Default)]
pub(super) struct LostFigures {
    found: Vec<Span>,
}

impl LostFigures {
    /// A clause ends at byte `end`.
    pub(super) fn clause_ends(&mut self, text: &str, end: usize, lexicon: &Lexicon) {
        let Some((len, unit)) = lexicon.units.suffix_of(&text[..end]) else { return };
        let share = matches!(unit.dimension, Dimension::Ratio | Dimension::PercentagePoint);
        let money = unit.dimension == Dimension::Money;
        let words = &text[..end - len];
        // 百万元 says its figure: a million.
        let figure = text[end - len..].starts_with(['十', '百', '千']) || words.ends_with(|c: char| c.is_ascii_digit());
        if figure || !(share || money) {
            return;
        }
        // 数万元: several, no noun.
        let noun = lexicon.naming.of(NamingClass::Measure).suffix_of(words).map(|(noun, ())| noun);
        let noun = noun.filter(|noun| share || !words.ends_with('数') || *noun > '数'.len_utf8());
        let verb = lexicon.change.suffix_of(words).map(|(verb, _)| verb).filter(|_| share);
        self.found.extend(noun.into_iter().chain(verb).map(|word| Span::new(words.len() - word, end)));
    }
}

/// Dates whose year has run into the month or the day: 202356日, 20235月6日.
fn glued_dates<'t>(text: &'t str, numbers: &'t [NumberToken]) -> impl Iterator<Item = Span> + 't {
    numbers.iter().filter_map(move |number| {
        if number.form != Form::Digits || !(5..=8).contains(&number.span.len()) {
            return None;
        }
        let digits = number.span.slice(text);
        let year = digits.starts_with("20") || digits.starts_with("199");
        let mark = text[number.span.hi()..].chars().next().filter(|c| matches!(c, '月' | '日'))?;
        // A full-width digit takes three bytes: such a number is no run of eight bytes that begins so.
        let rest = digits.get(4..).filter(|_| year)?;
        let glued = match mark {
            '月' => between(rest, 12),
            _ => (1..rest.len()).any(|month| between(&rest[..month], 12) && between(&rest[month..], 31)),
        };
        glued.then(|| Span::new(number.span.lo(), number.span.hi() + mark.len_utf8()))
    })
}

/// Whether the digits are a number from 1 to `most`, of at most two digits.
fn between(digits: &str, most: u8) -> bool {
    digits.len() <= 2 && digits.parse::<u8>().is_ok_and(|value| (1..=most).contains(&value))
}

const OPENING: [char; 6] = ['“', '「', '《', '（', '【', '〔'];

/// The kind of pair that a mark belongs to, and whether it opens it. A bracket may be closed in half width.
fn side(mark: char) -> Option<(usize, bool)> {
    const CLOSING: [char; 6] = ['”', '」', '》', '）', '】', '〕'];
    let kind = |marks: [char; 6], mark| marks.iter().position(|known| *known == mark);
    let (opens, closes) = match mark {
        '(' => ('（', mark),
        ')' => (mark, '）'),
        _ => (mark, mark),
    };
    kind(OPENING, opens).map(|kind| (kind, true)).or_else(|| kind(CLOSING, closes).map(|kind| (kind, false)))
}

/// Opening marks whose mate stands neither on their line nor on the next: a title or a sentence may be wrapped once.
#[derive(Default)]
pub(super) struct Unmated {
    alone: Vec<usize>,
    /// Marks of each kind that wait for their mate, and their lines.
    open: [Vec<(usize, usize)>; OPENING.len()],
    line: usize,
}

impl Unmated {
    /// The mark or line end `c` stands at byte `at`.
    pub(super) fn take(&mut self, at: usize, c: char) {
        if c == '\n' {
            for marks in &mut self.open {
                // Marks of one kind wait in the order of the text, so that those of an earlier line stand first.
                let waiting = marks.partition_point(|(_, of)| *of < self.line);
                self.alone.extend(marks.drain(..waiting).map(|(at, _)| at));
            }
            self.line += 1;
        } else if let Some((kind, opens)) = side(c) {
            if opens {
                self.open[kind].push((at, self.line));
            } else {
                self.open[kind].pop();
            }
        }
    }

    /// The marks that stand alone.
    fn finish(mut self, text: &str) -> Vec<Span> {
        self.alone.extend(self.open.iter().flatten().map(|(at, _)| *at));
        self.alone.sort_unstable();
        let mark = |at: usize| Span::new(at, at + text[at..].chars().next().map_or(0, char::len_utf8));
        self.alone.into_iter().map(mark).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(code: WarningCode, text: &str, want: &[&str]) {
        let scan = crate::scan::scan(text, &Lexicon::builtin());
        let got: Vec<_> = scan.warnings.iter().filter(|w| w.code == code).map(|w| w.args[0].as_str()).collect();
        assert_eq!(got, want, "{text}");
    }

    #[test]
    fn figures_are_lost() {
        for (text, want) in [
            ("任务完成率%。", &["率%"][..]),
            ("满意度％，", &["满意度％"]),
            ("整改完成率%", &["率%"]),
            ("追缴资金万元，", &["资金万元"]),
            ("涉及金额亿元；", &["金额亿元"]),
            ("同比增长%，", &["增长%"]),
            ("下降个百分点。", &["下降个百分点"]),
            // Near misses.
            ("完成率95%，追缴资金3万元，同比增长6.5%。", &[]),
            ("百分比%符号", &[]),
            ("完成率（%）\n占比：%\n单位：万元", &[]),
            ("投资亿元以上项目3个，", &[]),
            ("资金几万元、数万元，经费近百万元，追回数亿元。", &[]),
            ("完成率百分之九十五。", &[]),
            ("收入百万元。", &[]),
        ] {
            check(WarningCode::DamagedNumber, text, want);
        }
    }

    #[test]
    fn a_year_has_run_into_its_month() {
        for (text, want) in [
            ("202356日印发通知", &["202356日"][..]),
            ("20230506日", &["20230506日"]),
            ("20235月6日", &["20235月"]),
            // Near misses.
            ("2023年5月6日", &[]),
            ("20236人", &[]),
            ("202300日", &[]),
            ("2023640日", &[]),
            ("2023月", &[]),
            ("２０２日", &[]),
            ("30235月", &[]),
        ] {
            check(WarningCode::DamagedNumber, text, want);
        }
    }

    #[test]
    fn marks_have_lost_their_mate() {
        for (text, want) in [
            ("“三会一课制度\n二\n三", &["“"][..]),
            ("《关于（试行的通知》", &["（"]),
            ("“三会一课“", &["“", "“"]),
            ("（一）问题（二\n\n）", &["（"]),
            // Near misses.
            ("“三会一课”《通知》（试行)", &[]),
            ("1）2)3》", &[]),
            ("关于《工作\n方案》的通知", &[]),
            ("《关于“一老一小”的通知（试行）》", &[]),
        ] {
            check(WarningCode::UnbalancedMark, text, want);
        }
    }

    #[test]
    fn warnings_are_few() {
        let text = "（\n\n".repeat(1000);
        let warnings = crate::scan::scan(&text, &Lexicon::builtin()).warnings;
        assert_eq!(warnings.len(), LISTED + 1);
        assert_eq!(warnings[LISTED].args, ["980"]);
        assert_eq!(quoted(&"9".repeat(5000)).chars().count(), QUOTED + 1);
    }
}

//! A ledger (台账) exported as text: a head of label words, then rows, one cell a line or the cells of a row set apart by tabs.

use crate::Span;
use crate::lexicon::{LabelKind, Lexicon};
use crate::scan::{LabelToken, MarkerStyle, MarkerToken, Place};

/// Fewest label words in a row that make a head.
const COLUMNS: usize = 3;

/// A ledger in a run of lines.
pub(super) struct Ledger {
    /// Cells of the head.
    pub head: Vec<Span>,
    /// Cells of the rows, in each row the problem first.
    pub cells: Vec<Cell>,
    /// End of the last row.
    pub end: usize,
}

/// A cell of a row.
pub(super) struct Cell {
    /// The row's number, at its problem.
    pub marker: Option<MarkerToken>,
    /// What the column holds; its span is empty.
    pub label: LabelToken,
    /// Its lines.
    pub lines: Vec<Span>,
}

/// Reads the ledger that begins the lines, if one does.
pub(super) fn read(text: &str, lines: &[Span], lexicon: &Lexicon) -> Option<Ledger> {
    let cells: Vec<Span> = lines.iter().flat_map(|line| cells(text, *line)).collect();
    let columns: Vec<LabelKind> =
        cells.iter().map_while(|cell| lexicon.labels.get(cell.slice(text)).copied()).collect();
    let reports = columns.iter().any(|kind| matches!(kind, LabelKind::Measures | LabelKind::Progress));
    if columns.len() < COLUMNS || !columns.contains(&LabelKind::Problem) || !reports {
        return None;
    }
    let (head, body) = cells.split_at(columns.len());
    let numbered = matches!(head[0].slice(text), "序号" | "编号");
    let rows = if numbered { numbered_rows(text, body, columns.len()) } else { rows(text, body, columns.len()) };
    let end = rows.last().and_then(|row| row.last()).and_then(|cell| cell.last())?.hi();
    let cells = rows.into_iter().flat_map(|row| row_cells(text, row, &columns, numbered)).collect();
    Some(Ledger { head: head.to_vec(), cells, end })
}

fn cells(text: &str, line: Span) -> impl Iterator<Item = Span> + '_ {
    line.slice(text).split('\t').filter_map(move |cell| {
        let start = line.lo() + (cell.as_ptr() as usize - line.slice(text).as_ptr() as usize);
        Some(Span::new(start, start + cell.len()).trim(text)).filter(|cell| !cell.is_empty())
    })
}

/// A row: for each column the lines of its cell.
type Row = Vec<Vec<Span>>;

/// Rows that begin with their number.
fn numbered_rows(text: &str, cells: &[Span], columns: usize) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut next = 1;
    for cell in cells {
        if cell.slice(text).parse() == Ok(next) && rows.last().is_none_or(|row| row.len() == columns) {
            rows.push(vec![vec![*cell]]);
            next += 1;
        } else if let Some(row) = rows.last_mut() {
            put(text, row, *cell, columns);
        }
    }
    rows
}

/// Rows of as many cells as the head has.
fn rows(text: &str, cells: &[Span], columns: usize) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for cell in cells {
        match rows.last_mut() {
            Some(row) if row.len() < columns || continues(text, *cell) => put(text, row, *cell, columns),
            _ => rows.push(vec![vec![*cell]]),
        }
    }
    rows.retain(|row| row.len() == columns);
    rows
}

/// A cell begins the next column, unless it carries on a list or no column is left.
fn put(text: &str, row: &mut Row, line: Span, columns: usize) {
    let full = row.len() == columns;
    match row.last_mut() {
        Some(cell) if full || continues(text, line) => cell.push(line),
        _ => row.push(vec![line]),
    }
}

/// `2.…`, `（2）…`, `二是…`: a line that goes on with a list.
fn continues(text: &str, line: Span) -> bool {
    let words = line.slice(text).trim_start_matches(['（', '(']);
    let digit = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let number: u32 = words[..words.len() - digit.len()].parse().unwrap_or(0);
    let listed = digit
        .strip_prefix(['.', '、', '．', '）', ')'])
        .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()));
    let chained = ["二", "三", "四", "五", "六"]
        .iter()
        .any(|n| words.strip_prefix(n).is_some_and(|rest| rest.starts_with(['是', '要'])));
    number > 1 && listed || chained || words.starts_with(|c: char| ('②'..='⑳').contains(&c))
}

fn row_cells(text: &str, row: Row, columns: &[LabelKind], numbered: bool) -> Vec<Cell> {
    let number = numbered.then(|| row[0][0]);
    let ordinal = number.and_then(|cell| cell.slice(text).parse().ok()).unwrap_or(0);
    let marker =
        number.map(|span| MarkerToken { span, style: MarkerStyle::DigitComma, ordinal, place: Place::LineStart });
    let mut cells = Vec::new();
    for (lines, kind) in row.into_iter().zip(columns).skip(usize::from(numbered)) {
        let at = Span::new(lines[0].lo(), lines[0].lo());
        let label = LabelToken { span: at, kind: *kind, ordinal: None, place: Place::LineStart, cell: true };
        if *kind == LabelKind::Problem {
            cells.insert(0, Cell { marker, label, lines });
        } else {
            cells.push(Cell { marker: None, label, lines });
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, want: &[(&str, &[&str])]) {
        let lines: Vec<Span> = crate::scan::scan(text, &Lexicon::builtin()).lines;
        let ledger = read(text, &lines, &Lexicon::builtin());
        let cells = ledger.map(|ledger| ledger.cells).unwrap_or_default();
        let words = |cell: &Cell| cell.lines.iter().map(|line| line.slice(text)).collect::<Vec<_>>();
        let got: Vec<_> =
            cells.iter().map(|cell| (cell.marker.map_or("", |m| m.span.slice(text)), words(cell))).collect();
        let want: Vec<_> = want.iter().map(|(marker, lines)| (*marker, lines.to_vec())).collect();
        assert_eq!(got, want, "{text}");
    }

    #[test]
    fn one_cell_a_line() {
        check(
            "序号\n反馈问题\n整改措施\n进展\n1\n学习不深\n1.集中学习。\n2.督查。\n已完成\n2\n监管不力\n约谈3人\n推进中",
            &[
                ("1", &["学习不深"]),
                ("", &["1.集中学习。", "2.督查。"]),
                ("", &["已完成"]),
                ("2", &["监管不力"]),
                ("", &["约谈3人"]),
                ("", &["推进中"]),
            ],
        );
        check(
            "反馈问题\n整改措施\n责任单位\n学习不深\n集中学习\n党建办",
            &[("", &["学习不深"]), ("", &["集中学习"]), ("", &["党建办"])],
        );
    }

    #[test]
    fn cells_set_apart_by_tabs() {
        check("序号\t反馈问题\t整改措施\n1\t学习不深\t集中学习", &[("1", &["学习不深"]), ("", &["集中学习"])]);
    }

    #[test]
    fn near_misses() {
        check("反馈问题\n学习不深\n整改措施\n集中学习", &[]);
        check("责任单位\n责任人\n完成时限\n甲\n乙\n丙", &[]);
        check("序号\n反馈问题\n整改措施", &[]);
    }
}

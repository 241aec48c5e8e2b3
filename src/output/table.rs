//! The flat table in the terminal: the columns that fit a screen.

use super::columns::clean;
use super::rows::Row;
use super::terms;
use crate::Class;
use crate::i18n::{Lang, Text};
use crate::model::{Approx, Direction, Role};
use comfy_table::{CellAlignment, ContentArrangement, LineStyle, Table, TableStyle};

/// A column: heading, alignment, and what it shows of a row.
struct Column {
    heading: Text,
    align: CellAlignment,
    show: fn(&Row, Lang) -> String,
}

const COLUMNS: &[Column] = &[
    Column { heading: Text::new("通报", "notice"), align: CellAlignment::Left, show: file_name },
    Column {
        heading: Text::new("节点", "node"),
        align: CellAlignment::Left,
        show: |row, _| or_empty(row.node.as_ref()),
    },
    Column {
        heading: Text::new("问题", "problem"),
        align: CellAlignment::Left,
        show: |row, _| or_empty(row.problem.as_ref()),
    },
    Column { heading: Text::new("指标", "name"), align: CellAlignment::Left, show: |row, _| row.name.clone() },
    Column { heading: Text::new("数值", "value"), align: CellAlignment::Right, show: value },
    Column { heading: Text::new("单位", "unit"), align: CellAlignment::Left, show: |row, _| row.unit.clone() },
    Column { heading: Text::new("说明", "notes"), align: CellAlignment::Left, show: notes },
];

/// A line under the headings, and one at the end.
const STYLE: TableStyle = TableStyle::new()
    .header_separator(LineStyle::none().fill('─').junction('─'))
    .bottom_border(LineStyle::none().fill('─').junction('─'));

/// The rows as a table of at most `width` columns; of any width where `None`.
#[must_use]
pub fn table(rows: &[Row], width: Option<usize>, lang: Lang) -> String {
    let mut table = Table::new();
    table.load_style(STYLE);
    if let Some(width) = width {
        table.set_content_arrangement(ContentArrangement::Dynamic);
        table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    }
    table.set_header(COLUMNS.iter().map(|column| column.heading.get(lang)));
    for row in rows {
        table.add_row(COLUMNS.iter().map(|column| clean(&(column.show)(row, lang)).into_owned()));
    }
    for (at, column) in COLUMNS.iter().enumerate() {
        if let Some(shown) = table.column_mut(at) {
            shown.set_cell_alignment(column.align);
        }
    }
    table.trim_fmt()
}

fn or_empty(words: Option<&String>) -> String {
    words.cloned().unwrap_or_default()
}

fn file_name(row: &Row, _: Lang) -> String {
    let name = std::path::Path::new(&row.notice).file_stem().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn value(row: &Row, _: Lang) -> String {
    let sign = Approx::named(row.approx).map_or("", terms::approx);
    match row.upper {
        Some(upper) => format!("{sign}{}–{upper}", row.value),
        None => format!("{sign}{}", row.value),
    }
}

const CORRECTED: Text = Text::new("已更正", "corrected");

/// Threshold, rank, change and role, as far as there are any.
fn notes(row: &Row, lang: Lang) -> String {
    let role = Role::named(row.role).and_then(terms::role).map(|role| role.get(lang).to_owned());
    let corrected = row.corrected.as_ref().map(|_| CORRECTED.get(lang).to_owned());
    let notes = [row.threshold.clone(), row.rank.clone(), row.change.as_deref().map(change), role, corrected];
    notes.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn change(change: &str) -> String {
    let (direction, basis) = change.split_once(' ').unwrap_or((change, ""));
    format!("{basis}{}", Direction::named(direction).map_or("", terms::direction))
}

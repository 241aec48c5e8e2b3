//! Data sets as a workbook: a sheet each, with a frozen heading, filters, widths and number formats. Words never become
//! formulas or links; a link leads from a cell to a row of another sheet.

use super::dataset::{Cell, Column, Dataset, Kind, Record};
use crate::i18n::Lang;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Url, Workbook, Worksheet, XlsxError,
};

/// Rows below the heading that one sheet holds; more go on to a further sheet.
const ROWS: usize = 1_048_575;
/// Characters that a cell holds.
const CHARS: usize = 32_767;
/// Links that a sheet holds.
const LINKS: usize = 65_000;

/// A workbook that is being filled.
pub struct Xlsx {
    book: Workbook,
    formats: Formats,
    lang: Lang,
}

struct Formats {
    heading: Format,
    words: Format,
    count: Format,
    number: Format,
    day: Format,
    link: Format,
}

/// Links from the cells of one column to rows of another data set's sheet.
pub struct Links<'a> {
    /// The column whose cells are linked.
    pub column: &'a str,
    /// The data set that they lead to.
    pub to: &'a Dataset,
    /// For each record, the record of `to` that it leads to, if any.
    pub rows: &'a [Option<usize>],
}

impl Xlsx {
    /// An empty workbook with headings in that language.
    ///
    /// # Errors
    /// None in practice: the date of creation is fixed, so that the same input gives the same bytes.
    pub fn new(lang: Lang) -> Result<Self, XlsxError> {
        let mut book = Workbook::new();
        let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
        book.set_properties(&DocProperties::new().set_creation_datetime(&created));
        Ok(Self { book, formats: Formats::new(), lang })
    }

    /// Adds the sheet of a data set, or several where the records do not fit one.
    ///
    /// # Errors
    /// When the workbook is beyond what the format holds.
    pub fn sheet(&mut self, dataset: &Dataset, records: &[Record], links: Option<&Links<'_>>) -> Result<(), XlsxError> {
        let parts = records.len().div_ceil(ROWS).max(1);
        for part in 0..parts {
            let sheet = self.book.add_worksheet();
            sheet.set_name(sheet_name(dataset, part, self.lang))?;
            let first = part * ROWS;
            let records = &records[first..records.len().min(first + ROWS)];
            head(sheet, dataset, records.len(), &self.formats, self.lang)?;
            let linked = links.and_then(|links| {
                let column = dataset.columns.iter().position(|column| column.name == links.column)?;
                Some((column, links))
            });
            let mut made = 0;
            for (at, record) in records.iter().enumerate() {
                for (column, cell) in record.iter().enumerate() {
                    let goal = linked.filter(|(linked, _)| *linked == column && made < LINKS);
                    let goal =
                        goal.and_then(|(_, links)| Some(place(links.to, (*links.rows.get(first + at)?)?, self.lang)));
                    made += usize::from(goal.is_some());
                    let kind = dataset.columns[column].kind;
                    put(sheet, (row(at + 1), col(column)), cell, kind, goal.as_deref(), &self.formats)?;
                }
            }
        }
        Ok(())
    }

    /// The bytes of the workbook.
    ///
    /// # Errors
    /// When the workbook is beyond what the format holds.
    pub fn finish(mut self) -> Result<Vec<u8>, XlsxError> {
        self.book.save_to_buffer()
    }
}

impl Formats {
    fn new() -> Self {
        let words = || Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let number = |format: &str| Format::new().set_num_format(format).set_align(FormatAlign::Top);
        Self {
            heading: Format::new()
                .set_bold()
                .set_background_color(0x00E8_EEF4)
                .set_border_bottom(FormatBorder::Thin)
                .set_align(FormatAlign::VerticalCenter),
            words: words(),
            count: number("0"),
            number: number("General"),
            day: number("yyyy-mm-dd"),
            link: words().set_font_color(0x001F_4E9E),
        }
    }
}

/// Heading row, widths, filter.
fn head(sheet: &mut Worksheet, dataset: &Dataset, rows: usize, formats: &Formats, lang: Lang) -> Result<(), XlsxError> {
    for (at, Column { title, width, .. }) in dataset.columns.iter().enumerate() {
        sheet.write_string_with_format(0, col(at), title.get(lang), &formats.heading)?;
        sheet.set_column_width(col(at), f64::from(*width))?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, row(rows), col(dataset.columns.len().saturating_sub(1)))?;
    Ok(())
}

fn put(
    sheet: &mut Worksheet,
    (row, col): (u32, u16),
    cell: &Cell,
    kind: Kind,
    goal: Option<&str>,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match (cell, goal) {
        (Cell::Empty, _) => sheet,
        (Cell::Words(words), Some(goal)) => {
            let url = Url::new(goal).set_text(fitting(words));
            sheet.write_url_with_format(row, col, url, &formats.link)?
        }
        (Cell::Words(words), None) => match day(words).filter(|_| kind == Kind::Day) {
            Some(day) => sheet.write_datetime_with_format(row, col, day, &formats.day)?,
            None => sheet.write_string_with_format(row, col, fitting(words), &formats.words)?,
        },
        (Cell::Count(count), _) => sheet.write_number_with_format(row, col, *count as f64, &formats.count)?,
        // A sheet holds binary fractions only; the decimal's shortest form is what it shows.
        (Cell::Number(number), _) => {
            let number: f64 = number.normalize().to_string().parse().unwrap_or(f64::NAN);
            sheet.write_number_with_format(row, col, number, &formats.number)?
        }
    };
    Ok(())
}

/// The name of a data set's sheet; its further sheets are numbered.
fn sheet_name(dataset: &Dataset, part: usize, lang: Lang) -> String {
    let title = dataset.title.get(lang);
    if part == 0 { title.to_owned() } else { format!("{title} {}", part + 1) }
}

/// Where a record stands: its sheet and the first cell of its row.
fn place(dataset: &Dataset, record: usize, lang: Lang) -> String {
    format!("internal:'{}'!A{}", sheet_name(dataset, record / ROWS, lang), record % ROWS + 2)
}

/// The words as far as a cell holds them. The limit is one of UTF-16 units.
fn fitting(words: &str) -> String {
    if words.len() <= CHARS {
        return words.to_owned();
    }
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units < CHARS
    };
    let kept: String = words.chars().take_while(fits).collect();
    if kept.len() == words.len() { kept } else { kept + "…" }
}

/// A whole date, `2024-06-26`, as the sheet's own.
fn day(words: &str) -> Option<ExcelDateTime> {
    let mut parts = words.splitn(3, '-');
    let mut part = || parts.next()?.parse().ok();
    let (year, month, day): (u16, u8, u8) = (part()?, part()?.try_into().ok()?, part()?.try_into().ok()?);
    ExcelDateTime::from_ymd(year, month, day).ok()
}

/// Rows are split before they pass what the format counts with.
fn row(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn col(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_dates_become_dates() {
        for (words, want) in [("2024-06-26", true), ("2024-06", false), ("2023年11月底", false), ("2024-13-01", false)]
        {
            assert_eq!(day(words).is_some(), want, "{words}");
        }
    }

    #[test]
    fn long_words_are_cut_where_the_cell_ends() {
        let long = "改".repeat(CHARS + 5);
        assert_eq!(fitting(&long).chars().count(), CHARS);
        assert!(fitting(&long).ends_with('…'));
        assert_eq!(fitting(&"改".repeat(CHARS - 1)).chars().count(), CHARS - 1);
    }

    #[test]
    fn further_sheets_are_numbered() {
        use crate::output::dataset::ledger::LEDGER;
        assert_eq!(place(&LEDGER, 0, Lang::En), "internal:'ledger'!A2");
        assert_eq!(place(&LEDGER, ROWS, Lang::Zh), "internal:'整改台账 2'!A2");
    }
}

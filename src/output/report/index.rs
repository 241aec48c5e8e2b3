//! What every view needs to know of every notice: its name, body, year and file.

use super::embed::Part;
use crate::analyze::Analysis;
use serde::Serialize;

#[derive(Serialize)]
struct Index<'a> {
    notices: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    path: &'a str,
    title: Option<&'a str>,
    body: Option<&'a str>,
    year: Option<i16>,
}

pub fn part(analysis: &Analysis<'_>) -> Part {
    let entry = |parsed| {
        let parsed: &crate::analyze::Parsed = parsed;
        Entry {
            path: parsed.path(),
            title: parsed.notice.header.title.as_deref(),
            body: parsed.body(),
            year: parsed.notice.year,
        }
    };
    super::part("index".to_owned(), &Index { notices: analysis.notices.iter().map(entry).collect() })
}

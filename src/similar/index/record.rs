//! Rows of the index: sentences and notices as they are written and read back, each with a checksum.

use super::super::mask::Masked;
use super::super::read::{Clause, MOST_CLAUSES, Reading, Sentence};
use crate::Span;
use crate::model::PartialDate;
use rusqlite::{Connection, Row, params};
use sha2::{Digest, Sha256};

/// Bytes of a row's checksum.
const CHECKSUM: usize = 8;

/// A row that was read: none where its checksum or its form is wrong.
pub(super) type Checked<T> = Option<T>;

/// Clauses with the number of their codes, the codes, what is masked.
type Form = (Vec<(Span, u32)>, Vec<u16>, Vec<(Span, Span, bool)>);

/// The first bytes of the SHA-256 of `parts`, each with its length before it.
pub(super) fn checksum(parts: &[&[u8]]) -> [u8; CHECKSUM] {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    let digest = hasher.finalize();
    std::array::from_fn(|at| digest[at])
}

/// Writes the facts of a notice.
pub(super) fn write_notice(to: &Connection, id: i64, reading: &Reading) -> rusqlite::Result<()> {
    let date = reading.date.map(|date| json(&(date.year, date.month, date.day)));
    let sum = of_notice(id, &reading.path, reading.body.as_deref(), reading.year, date.as_deref());
    to.prepare_cached("INSERT INTO notices VALUES (?, ?, ?, ?, ?, ?)")?.execute(params![
        id,
        reading.path,
        reading.body,
        reading.year,
        date,
        sum
    ])?;
    Ok(())
}

/// A row of `notices`: the facts of a notice, without its sentences.
pub(super) fn read_notice(row: &Row<'_>) -> rusqlite::Result<Checked<Reading>> {
    let (path, date): (String, Option<String>) = (row.get(1)?, row.get(4)?);
    let (body, year): (Option<String>, Option<i16>) = (row.get(2)?, row.get(3)?);
    if of_notice(row.get(0)?, &path, body.as_deref(), year, date.as_deref()) != row.get::<_, [u8; CHECKSUM]>(5)? {
        return Ok(None);
    }
    let date = date.and_then(|date| serde_json::from_str(&date).ok());
    let date = date.map(|(year, month, day)| PartialDate { year, month, day });
    Ok(Some(Reading { path, body, year, date, sentences: Vec::new() }))
}

fn of_notice(id: i64, path: &str, body: Option<&str>, year: Option<i16>, date: Option<&str>) -> [u8; CHECKSUM] {
    let facts = json(&(id, body, year, date));
    checksum(&[path.as_bytes(), facts.as_bytes()])
}

/// Writes a sentence of a notice.
pub(super) fn write_sentence(to: &Connection, id: i64, notice: i64, sentence: &Sentence) -> rusqlite::Result<()> {
    let clauses = sentence.clauses.iter().map(|clause| (clause.span, clause.len));
    let masked = sentence.masked.iter().map(|masked| (masked.span, masked.shown, masked.name));
    let form: Form = (clauses.collect(), sentence.codes.clone(), masked.collect());
    let form = json(&form);
    let sum = of_sentence(id, notice, sentence, &form);
    to.prepare_cached("INSERT INTO sentences VALUES (?, ?, ?, ?, ?, ?, ?, ?)")?.execute(params![
        id,
        notice,
        sentence.node.as_deref(),
        sentence.byte,
        sentence.char,
        &*sentence.text,
        form,
        sum
    ])?;
    Ok(())
}

/// A row of `sentences`: its notice and itself.
pub(super) fn read_sentence(row: &Row<'_>) -> rusqlite::Result<Checked<(i64, Sentence)>> {
    let (notice, form): (i64, String) = (row.get(1)?, row.get(6)?);
    let node: Option<String> = row.get(2)?;
    let text: String = row.get(5)?;
    let mut sentence = Sentence {
        node: node.map(Into::into),
        byte: row.get(3)?,
        char: row.get(4)?,
        text: text.into(),
        ..Sentence::default()
    };
    if of_sentence(row.get(0)?, notice, &sentence, &form) != row.get::<_, [u8; CHECKSUM]>(7)? {
        return Ok(None);
    }
    let Ok((clauses, codes, masked)) = serde_json::from_str::<Form>(&form) else { return Ok(None) };
    if !is_whole(&sentence.text, &clauses, &codes) {
        return Ok(None);
    }
    sentence.clauses = clauses.into_iter().map(|(span, len)| Clause { span, len }).collect();
    sentence.codes = codes;
    sentence.masked = masked.into_iter().map(|(span, shown, name)| Masked { span, shown, name }).collect();
    Ok(Some((notice, sentence)))
}

/// Whether the clauses lie in the text and share out the codes: a checksum can be right on what no program of ours wrote.
fn is_whole(text: &str, clauses: &[(Span, u32)], codes: &[u16]) -> bool {
    let held: u64 = clauses.iter().map(|(_, len)| u64::from(*len)).sum();
    let inside = |(span, _): &(Span, u32)| text.get(span.start as usize..span.end as usize).is_some();
    (1..=MOST_CLAUSES).contains(&clauses.len()) && held == codes.len() as u64 && clauses.iter().all(inside)
}

fn of_sentence(id: i64, notice: i64, sentence: &Sentence, form: &str) -> [u8; CHECKSUM] {
    let facts = json(&(id, notice, &sentence.node, sentence.byte, sentence.char));
    checksum(&[facts.as_bytes(), sentence.text.as_bytes(), form.as_bytes()])
}

/// Numbers and strings always have a JSON form.
fn json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_share_out_the_codes() {
        let span = |start, end| Span { start, end };
        let codes = [0; 4];
        for (clauses, whole) in [
            (&[(span(0, 6), 2), (span(9, 15), 2)][..], true),
            (&[(span(0, 6), 2)], false),
            (&[(span(0, 7), 4)], false),
            (&[(span(0, 30), 4)], false),
            (&[(span(6, 0), 4)], false),
            (&[], false),
            (&[(span(0, 3), 0); MOST_CLAUSES + 1], false),
        ] {
            assert_eq!(is_whole("印发，通知", clauses, &codes), whole, "{clauses:?}");
        }
    }
}

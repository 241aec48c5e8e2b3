//! A reference set in a file: built once, added to, and asked without loading all of it.
//!
//! An SQLite database: from the keys of a unit's bands to units, from these to sentences, from these to notices. A query
//! reads the buckets that the new sentences fall into and the sentences found there, and hands them to the same exact search
//! that compares notices with each other. Sentences and notices that are read are held against their checksums; a bucket has none, since
//! whatever it leads to is weighed exactly: a damaged one can hide a copy, never make one up. Start with [`Index::open`] and
//! [`Builder::create`].

mod build;
mod error;
mod record;

pub use build::Builder;
pub use error::IndexError;

use super::corpus::{Corpus, Run, SentenceId};
use super::minhash::{BANDS, keys};
use super::units::runs;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Version of the format. Another way to mask, cut, or sign needs another number.
pub const FORMAT: u32 = 2;

/// Letters of the shortest passage that an index finds.
pub const LEAST: usize = 10;

/// `zgix`, in the header of the file.
const APPLICATION: u32 = 0x7a67_6978;

/// An open index.
pub struct Index {
    connection: Connection,
    path: PathBuf,
}

impl Index {
    /// Opens an index; reads its head only.
    ///
    /// # Errors
    /// When it is missing, no index, one of another version, or cut short.
    pub fn open(path: &Path) -> Result<Self, IndexError> {
        check_head(path)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(|error| damaged(path, &error))?;
        let index = Self { connection, path: path.to_owned() };
        index.notice_count()?;
        Ok(index)
    }

    /// How many notices it holds.
    ///
    /// # Errors
    /// When it is damaged.
    pub fn notice_count(&self) -> Result<usize, IndexError> {
        let count = self.connection.query_row("SELECT count(*) FROM notices", [], |row| row.get(0));
        count.map_err(|error| damaged(&self.path, &error))
    }

    /// Adds to `corpus` what may be a copy of its sentences, as the reference set that these alone are compared with.
    ///
    /// # Errors
    /// When what is read is damaged.
    pub fn load_like(&self, corpus: &mut Corpus) -> Result<(), IndexError> {
        let sentences = self.sentences_like(corpus).map_err(|error| damaged(&self.path, &error))?;
        corpus.begin_reference(self.notice_count()?);
        let mut notice = None;
        for id in sentences {
            let (of, sentence) =
                self.row("sentences", "SELECT * FROM sentences WHERE id = ?", id, record::read_sentence)?;
            let place = match notice {
                Some((known, place)) if known == of => place,
                _ => {
                    let facts = self.row("notices", "SELECT * FROM notices WHERE id = ?", of, record::read_notice)?;
                    corpus.add_notice(&facts)
                }
            };
            notice = Some((of, place));
            corpus.add_sentence(place, &sentence);
        }
        Ok(())
    }

    /// Sentences with a unit that meets one of `corpus` in a band, in order.
    fn sentences_like(&self, corpus: &Corpus) -> rusqlite::Result<BTreeSet<i64>> {
        let mut wanted = BTreeSet::new();
        for sentence in 0..corpus.len() {
            wanted.extend(units(corpus, sentence, LEAST).flat_map(|run| bucket_keys(corpus.codes(run))));
        }
        let mut found = BTreeSet::new();
        for key in wanted {
            let mut holders = self.connection.prepare_cached(
                "SELECT sentence FROM buckets JOIN holders ON holders.unit = buckets.unit WHERE key = ?",
            )?;
            for sentence in holders.query_map([key], |row| row.get(0))? {
                found.insert(sentence?);
            }
        }
        Ok(found)
    }

    fn row<T>(
        &self,
        table: &str,
        query: &str,
        id: i64,
        read: impl FnOnce(&rusqlite::Row<'_>) -> rusqlite::Result<record::Checked<T>>,
    ) -> Result<T, IndexError> {
        let place = |why: &str| IndexError::Damaged { path: self.path.clone(), place: format!("{table} {id}: {why}") };
        let row = self.connection.prepare_cached(query).and_then(|mut query| query.query_row([id], read));
        row.map_err(|error| place(&error.to_string()))?.ok_or_else(|| place("checksum"))
    }
}

/// Whether the file begins as an index of this version does.
fn check_head(path: &Path) -> Result<(), IndexError> {
    let unreadable = |source| IndexError::Unreadable { path: path.to_owned(), source };
    let mut head = Vec::new();
    File::open(path).and_then(|file| file.take(100).read_to_end(&mut head)).map_err(unreadable)?;
    let number = |at: usize| head.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map(u32::from_be_bytes);
    if !head.starts_with(b"SQLite format 3\0") || number(68) != Some(APPLICATION) {
        return Err(IndexError::Foreign { path: path.to_owned() });
    }
    match number(60) {
        Some(FORMAT) => Ok(()),
        found => Err(IndexError::Version { path: path.to_owned(), found: found.unwrap_or_default() }),
    }
}

/// What the database says of a file that it cannot read.
fn damaged(path: &Path, error: &rusqlite::Error) -> IndexError {
    match error.sqlite_error_code() {
        Some(ErrorCode::CannotOpen | ErrorCode::SystemIoFailure | ErrorCode::PermissionDenied) => {
            IndexError::Unreadable { path: path.to_owned(), source: std::io::Error::other(error.to_string()) }
        }
        _ => IndexError::Damaged { path: path.to_owned(), place: error.to_string() },
    }
}

fn units(corpus: &Corpus, sentence: SentenceId, least: usize) -> impl Iterator<Item = Run> + '_ {
    runs(corpus, corpus.whole(sentence), least)
}

/// What a unit is known by in the file.
fn unit_key(codes: &[u16]) -> i64 {
    let bytes: Vec<u8> = codes.iter().flat_map(|code| code.to_le_bytes()).collect();
    i64::from_le_bytes(record::checksum(&[&bytes]))
}

/// The buckets of a unit: one for each band.
fn bucket_keys(codes: &[u16]) -> impl Iterator<Item = i64> {
    (0_i64..).zip(keys::<BANDS>(codes, 0)).map(|(band, key)| band << 32 | i64::from(key))
}

#[cfg(test)]
mod tests {
    use super::super::{Options, find, read};
    use super::*;
    use crate::{Document, Lexicon, parse};

    fn reading(path: &str, measure: &str) -> super::super::Reading {
        let lexicon = Lexicon::builtin();
        let document = Document::from_text(&format!("一、学习不深入的问题\n整改情况：\n1.健全制度。{measure}。\n"));
        super::super::Reading { path: path.into(), ..read(&document, &parse(&document, &lexicon), &lexicon) }
    }

    fn build(path: &Path, measures: &[(&str, &str)]) {
        let mut builder = Builder::create(path).unwrap();
        measures.iter().for_each(|(name, measure)| assert!(builder.add(&reading(name, measure)).unwrap()));
        builder.finish().unwrap();
    }

    /// Words of the reference set that `measure` is a copy of.
    fn copies(path: &Path, measure: &str) -> Result<Vec<String>, IndexError> {
        let mut corpus = Corpus::default();
        corpus.add(&reading("new", measure));
        Index::open(path)?.load_like(&mut corpus)?;
        let found = find(&corpus, &Lexicon::builtin(), &Options::default());
        Ok(found.pairs.iter().map(|pair| found.passage(pair.b)).map(|b| format!("{} {}", b.path, b.words)).collect())
    }

    const OLD: [(&str, &str); 3] = [
        ("a", "召开党委会4次，逐项明确责任科室和完成时限"),
        ("b", "发放农机购置补贴三批，惠及种粮大户和合作社"),
        ("c", "召开党委会4次，逐项明确责任科室和完成时限"),
    ];

    #[test]
    fn copies_of_the_reference_set() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("old.zgi");
        build(&path, &OLD[..2]);
        let want = ["a 逐项明确责任科室和完成时限"];
        assert_eq!(copies(&path, "对照清单整改，逐项明确责任股室和完成时限").unwrap(), want);
        assert!(copies(&path, "真正让教师由学校人变为系统人").unwrap().is_empty());
    }

    #[test]
    fn adding_is_building_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let [path, whole] = ["old.zgi", "whole.zgi"].map(|name| folder.path().join(name));
        build(&path, &OLD[..2]);
        let mut builder = Builder::append(&path).unwrap();
        assert!(!builder.add(&reading("a", "另一份")).unwrap(), "a path that is there stays");
        assert!(builder.add(&reading(OLD[2].0, OLD[2].1)).unwrap());
        assert_eq!(
            Index::open(&path).unwrap().notice_count().unwrap(),
            2,
            "the old one stands until the new one is done"
        );
        assert_eq!(builder.finish().unwrap().0, 3);
        build(&whole, &OLD);
        let measure = "逐项明确责任股室和完成时限";
        assert_eq!(copies(&path, measure).unwrap(), copies(&whole, measure).unwrap());
        assert_eq!(copies(&path, measure).unwrap().len(), 2);
        assert_eq!(folder.path().read_dir().unwrap().count(), 2, "nothing is left beside them");
    }

    #[test]
    fn foreign_files_and_other_versions() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("old.zgi");
        assert!(matches!(Index::open(&path), Err(IndexError::Unreadable { .. })));
        for bytes in [&b""[..], b"SQLite format 3\0", "一、通报".as_bytes()] {
            std::fs::write(&path, bytes).unwrap();
            assert!(matches!(Index::open(&path), Err(IndexError::Foreign { .. })), "{bytes:?}");
        }
        build(&path, &OLD);
        let mut bytes = std::fs::read(&path).unwrap();
        bytes[63] = 9;
        std::fs::write(&path, bytes).unwrap();
        assert!(matches!(Index::open(&path), Err(IndexError::Version { found: 9, .. })));
    }

    #[test]
    fn damage_is_told_not_believed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("old.zgi");
        build(&path, &OLD);
        let whole = std::fs::read(&path).unwrap();
        let measure = "逐项明确责任股室和完成时限";
        let words = "逐项明确责任科室".as_bytes();
        let at = whole.windows(words.len()).position(|window| window == words).unwrap();
        let mut bytes = whole.clone();
        bytes[at..at + 3].copy_from_slice("三".as_bytes());
        std::fs::write(&path, &bytes).unwrap();
        let error = copies(&path, measure).unwrap_err().message(crate::i18n::Lang::En);
        assert!(error.contains("old.zgi") && error.contains("sentences ") && error.contains("checksum"), "{error}");
        std::fs::write(&path, &whole[..whole.len() / 2]).unwrap();
        assert!(matches!(copies(&path, measure), Err(IndexError::Damaged { .. })));
        // Wherever a byte is wrong, nothing that was not written is told.
        let right = {
            std::fs::write(&path, &whole).unwrap();
            copies(&path, measure).unwrap()
        };
        for at in (0..whole.len()).step_by(4093) {
            let mut bytes = whole.clone();
            bytes[at] ^= 0x55;
            std::fs::write(&path, &bytes).unwrap();
            if let Ok(found) = copies(&path, measure) {
                assert!(found.iter().all(|copy| right.contains(copy)), "{at}: {found:?}");
            }
        }
    }

    #[test]
    fn keys_belong_to_the_format() {
        let codes: Vec<u16> = "逐项明确责任科室和完成时限".encode_utf16().collect();
        let first = bucket_keys(&codes).next().unwrap();
        assert_eq!(
            (unit_key(&codes), first),
            (5_880_682_605_053_284_727, 1_011_549_976),
            "another key needs another FORMAT"
        );
    }
}

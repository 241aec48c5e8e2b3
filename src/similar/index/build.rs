//! Building an index, and adding to one.

use super::super::corpus::Corpus;
use super::super::read::Reading;
use super::{APPLICATION, FORMAT, Index, IndexError, LEAST, bucket_keys, record, unit_key, units};
use crate::batch::AtomicFile;
use rusqlite::{Connection, OptionalExtension, Result, params};
use std::path::{Path, PathBuf};

/// An index that is being written beside its goal; dropped before [`finish`](Self::finish), it leaves nothing behind.
pub struct Builder {
    connection: Connection,
    file: AtomicFile,
    path: PathBuf,
    notices: i64,
    sentences: i64,
}

impl Builder {
    /// Begins an index that will stand at `path` in the place of what stands there.
    ///
    /// # Errors
    /// When the folder is missing or does not allow new files.
    pub fn create(path: &Path) -> std::result::Result<Self, IndexError> {
        let file = AtomicFile::create(path).map_err(|error| unwritable(path, error))?;
        let begin = || {
            let connection = Connection::open(file.temporary())?;
            connection.execute_batch(&format!(
                "PRAGMA page_size = 8192; PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {FORMAT};"
            ))?;
            connection.execute_batch(include_str!("schema.sql"))?;
            Ok(connection)
        };
        let connection = begin().map_err(|error: rusqlite::Error| unwritable(path, error))?;
        Self::with(connection, file, path)
    }

    /// Begins with a copy of the index at `path`; the old one stays until the new one is finished.
    ///
    /// # Errors
    /// When there is none, it is none, or it is damaged; when its folder allows no new files.
    pub fn append(path: &Path) -> std::result::Result<Self, IndexError> {
        Index::open(path)?;
        let file = AtomicFile::create(path).map_err(|error| unwritable(path, error))?;
        std::fs::copy(path, file.temporary()).map_err(|error| unwritable(path, error))?;
        let connection = Connection::open(file.temporary()).map_err(|error| unwritable(path, error))?;
        Self::with(connection, file, path)
    }

    fn with(connection: Connection, file: AtomicFile, path: &Path) -> std::result::Result<Self, IndexError> {
        let prepare = || {
            // The file is a copy until it is renamed: a journal would guard nothing.
            connection.execute_batch(
                "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; BEGIN;",
            )?;
            let greatest = |query| connection.query_row(query, [], |row| row.get::<_, i64>(0));
            let notices = greatest("SELECT coalesce(max(id), 0) FROM notices")?;
            Ok((notices, greatest("SELECT coalesce(max(id), 0) FROM sentences")?))
        };
        let (notices, sentences) = prepare().map_err(|error: rusqlite::Error| unwritable(path, error))?;
        Ok(Self { connection, file, path: path.to_owned(), notices, sentences })
    }

    /// Adds a notice; says whether it was new: one whose path the index holds already is left as it is.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn add(&mut self, reading: &Reading) -> std::result::Result<bool, IndexError> {
        self.insert(reading).map_err(|error| unwritable(&self.path, error))
    }

    fn insert(&mut self, reading: &Reading) -> Result<bool> {
        let mut known = self.connection.prepare_cached("SELECT 1 FROM notices WHERE path = ?")?;
        if known.exists([&reading.path])? {
            return Ok(false);
        }
        self.notices += 1;
        record::write_notice(&self.connection, self.notices, reading)?;
        let mut corpus = Corpus::default();
        corpus.add(reading);
        for (at, sentence) in reading.sentences.iter().enumerate() {
            self.sentences += 1;
            record::write_sentence(&self.connection, self.sentences, self.notices, sentence)?;
            for run in units(&corpus, at as u32, LEAST) {
                self.hold(corpus.codes(run), self.sentences)?;
            }
        }
        Ok(true)
    }

    /// Writes that a sentence holds a unit, and the unit into its buckets if it is a new one.
    fn hold(&self, codes: &[u16], sentence: i64) -> Result<()> {
        let unit = unit_key(codes);
        let mut known = self.connection.prepare_cached("SELECT 1 FROM holders WHERE unit = ? LIMIT 1")?;
        if known.query_row([unit], |_| Ok(())).optional()?.is_none() {
            let mut insert = self.connection.prepare_cached("INSERT OR IGNORE INTO buckets VALUES (?, ?)")?;
            for key in bucket_keys(codes) {
                insert.execute(params![key, unit])?;
            }
        }
        let mut insert = self.connection.prepare_cached("INSERT OR IGNORE INTO holders VALUES (?, ?)")?;
        insert.execute(params![unit, sentence])?;
        Ok(())
    }

    /// Puts the index in its place and gives its number of notices and of sentences.
    ///
    /// # Errors
    /// When the rest cannot be written or the place cannot be taken.
    pub fn finish(self) -> std::result::Result<(u64, u64), IndexError> {
        let Self { connection, file, path, notices, sentences } = self;
        connection.execute_batch("COMMIT;").map_err(|error| unwritable(&path, error))?;
        connection.close().map_err(|(_, error)| unwritable(&path, error))?;
        file.finish().map_err(|error| unwritable(&path, error))?;
        Ok((notices as u64, sentences as u64))
    }
}

fn unwritable(path: &Path, source: impl std::error::Error + Send + Sync + 'static) -> IndexError {
    IndexError::Unwritable { path: path.to_owned(), source: Box::new(source) }
}

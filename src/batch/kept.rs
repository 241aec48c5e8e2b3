//! What a run has done so far, kept in a folder by key, so that the next run can go on from there.

use super::AtomicFile;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// Results by key, a file each. A file that was damaged, or is of another program, counts as none.
pub struct Kept {
    folder: PathBuf,
    /// What the keys are made from besides the caller's: a result is of use only where all of it is the same.
    made_by: String,
    used: Mutex<BTreeSet<String>>,
}

/// Characters of the checksum that a file begins with.
const CHECKSUM: usize = 64;

impl Kept {
    /// The results kept in `folder`, which is made if missing. `made_by` tells program, dictionaries and options.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn open(folder: PathBuf, made_by: &str) -> io::Result<Self> {
        std::fs::create_dir_all(&folder)?;
        Ok(Self { folder, made_by: made_by.to_owned(), used: Mutex::default() })
    }

    /// The result of that key, if there is one and it is whole.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<Vec<u8>> {
        let name = self.name(key);
        let mut bytes = std::fs::read(self.folder.join(&name)).ok()?;
        let (checksum, result) = bytes.split_at_checked(CHECKSUM)?;
        if checksum != hex(result).as_bytes() {
            return None;
        }
        self.use_of(name);
        bytes.drain(..CHECKSUM);
        Some(bytes)
    }

    /// Keeps a result.
    ///
    /// # Errors
    /// When the folder does not take it.
    pub fn put(&self, key: &str, result: &[u8]) -> io::Result<()> {
        let name = self.name(key);
        let mut file = AtomicFile::create(&self.folder.join(&name))?;
        file.write_all(hex(result).as_bytes())?;
        file.write_all(result)?;
        file.finish()?;
        self.use_of(name);
        Ok(())
    }

    /// Forgets what this run had no use for.
    ///
    /// # Errors
    /// When a file cannot be removed.
    pub fn forget_rest(&self) -> io::Result<()> {
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        for entry in self.folder.read_dir()? {
            let entry = entry?;
            if entry.file_name().to_str().is_none_or(|name| !used.contains(name)) {
                std::fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }

    fn name(&self, key: &str) -> String {
        hex(format!("{}\n{key}", self.made_by).as_bytes())
    }

    fn use_of(&self, name: String) {
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(name);
    }
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_is_found_by_its_key_and_maker() {
        let folder = tempfile::tempdir().unwrap();
        let open = |made_by| Kept::open(folder.path().join("kept"), made_by).unwrap();
        open("1.0").put("a", b"result").unwrap();
        assert_eq!(open("1.0").get("a").as_deref(), Some(&b"result"[..]));
        assert_eq!(open("1.0").get("b"), None);
        assert_eq!(open("1.1").get("a"), None);
    }

    #[test]
    fn a_damaged_result_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let kept = Kept::open(folder.path().to_owned(), "").unwrap();
        kept.put("a", b"result").unwrap();
        let path = folder.path().read_dir().unwrap().next().unwrap().unwrap().path();
        for damaged in [&b""[..], b"short", &[b'0'; 80]] {
            std::fs::write(&path, damaged).unwrap();
            assert_eq!(kept.get("a"), None);
        }
    }

    #[test]
    fn what_was_of_no_use_is_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let open = || Kept::open(folder.path().to_owned(), "").unwrap();
        let first = open();
        first.put("a", b"1").unwrap();
        first.put("b", b"2").unwrap();
        let second = open();
        assert!(second.get("b").is_some());
        second.forget_rest().unwrap();
        assert_eq!((open().get("a"), open().get("b").as_deref()), (None, Some(&b"2"[..])));
    }
}

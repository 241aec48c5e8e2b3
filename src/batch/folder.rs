//! A folder that a run fills.

use super::AtomicFile;
use super::atomic::PREFIX;
use crate::output::artefact::Store;
use std::fs::{File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A folder whose files appear whole, each replacing the one of its name; other files in it are left alone. One run at a
/// time fills it.
pub struct OutputFolder {
    path: PathBuf,
    /// Held until the end; the system lets go of it however the run ends.
    _lock: Option<File>,
}

/// What the runs keep for themselves.
const OWN: &str = ".zhenggai";

impl OutputFolder {
    /// Makes the folder, and those above it, where they are missing, and takes away what a run that was killed left there.
    ///
    /// # Errors
    /// When a file stands there, or the folder above does not allow it; [`io::ErrorKind::ResourceBusy`] while another run
    /// fills it.
    pub fn create(path: PathBuf) -> io::Result<Self> {
        let own = path.join(OWN);
        std::fs::create_dir_all(&own)?;
        let file = File::create(own.join("lock"))?;
        let lock = match file.try_lock() {
            Ok(()) => Some(file),
            Err(TryLockError::WouldBlock) => return Err(io::ErrorKind::ResourceBusy.into()),
            // Some network drives know no locks: better to work without.
            Err(TryLockError::Error(_)) => None,
        };
        if lock.is_some() {
            sweep(&path, 2)?;
        }
        Ok(Self { path, _lock: lock })
    }

    /// A folder in it for what the runs keep for themselves under that name.
    #[must_use]
    pub fn own(&self, name: &str) -> PathBuf {
        self.path.join(OWN).join(name)
    }
}

/// Removes half-written files from a folder and so many levels below it.
fn sweep(folder: &Path, levels: usize) -> io::Result<()> {
    for entry in folder.read_dir()? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            if levels > 0 {
                sweep(&entry.path(), levels - 1)?;
            }
        } else if entry.file_name().to_string_lossy().starts_with(PREFIX) {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

impl Store for OutputFolder {
    fn put(&mut self, name: &str, fill: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
        let path = self.path.join(name);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let mut file = AtomicFile::create(&path)?;
        fill(&mut file)?;
        file.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_fails_leaves_the_old_one() {
        let folder = tempfile::tempdir().unwrap();
        let mut out = OutputFolder::create(folder.path().join("a/b")).unwrap();
        out.put("c/d.txt", &mut |out| out.write_all(b"old")).unwrap();
        let fails = &mut |out: &mut dyn Write| {
            out.write_all(b"half")?;
            Err(io::Error::other("as the test wants"))
        };
        assert!(out.put("c/d.txt", fails).is_err());
        let path = folder.path().join("a/b/c");
        assert_eq!(std::fs::read(path.join("d.txt")).unwrap(), b"old");
        assert_eq!(path.read_dir().unwrap().count(), 1);
    }

    #[test]
    fn one_run_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let first = OutputFolder::create(folder.path().to_owned()).unwrap();
        let second = OutputFolder::create(folder.path().to_owned());
        assert_eq!(second.err().map(|error| error.kind()), Some(io::ErrorKind::ResourceBusy));
        drop(first);
        assert!(OutputFolder::create(folder.path().to_owned()).is_ok());
    }

    #[test]
    fn what_a_killed_run_left_is_taken_away() {
        let folder = tempfile::tempdir().unwrap();
        let (half, other) = (format!("report/{PREFIX}x1y2"), "report/mine.js");
        std::fs::create_dir(folder.path().join("report")).unwrap();
        for name in [&half, other] {
            std::fs::write(folder.path().join(name), "half").unwrap();
        }
        OutputFolder::create(folder.path().to_owned()).unwrap();
        assert!(!folder.path().join(half).exists());
        assert!(folder.path().join(other).exists());
    }
}

//! A file that appears whole or not at all.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tempfile::TempPath;

/// Begins the name of every half-written file.
pub(super) const PREFIX: &str = ".zhenggai-";

/// The half-written files of the program.
static HALF: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

fn half() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    // A set of paths is whole between any two of its changes.
    HALF.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Removes the half-written files: the program is about to be ended from outside. From now on no file can be begun or
/// finished; whoever tries waits until the program has ended.
pub fn abandon() {
    let half = half();
    for path in half.iter() {
        // One that is gone already, or cannot be removed now, must not keep the others.
        let _ = std::fs::remove_file(path);
    }
    std::mem::forget(half);
}

/// Written beside its goal under a temporary name, and renamed by [`finish`](Self::finish); dropped before that, it leaves
/// nothing behind.
pub struct AtomicFile {
    file: BufWriter<File>,
    temporary: Option<TempPath>,
    path: PathBuf,
}

impl AtomicFile {
    /// Begins a file that will stand at `path`.
    ///
    /// # Errors
    /// When the folder is missing or does not allow new files.
    pub fn create(path: &Path) -> io::Result<Self> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut builder = tempfile::Builder::new();
        builder.prefix(PREFIX);
        // A temporary file is private by default; this one becomes the user's and gets the usual rights.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let mut half = half();
        let (file, temporary) = builder.tempfile_in(folder)?.into_parts();
        half.insert(temporary.to_path_buf());
        Ok(Self { file: BufWriter::new(file), temporary: Some(temporary), path: path.to_owned() })
    }

    /// Where it stands until then: for a library that writes to paths only.
    #[must_use]
    pub fn temporary(&self) -> &Path {
        self.temporary.as_deref().unwrap_or(&self.path)
    }

    /// Puts the file in its place.
    ///
    /// # Errors
    /// When the rest cannot be written or the place cannot be taken.
    pub fn finish(mut self) -> io::Result<()> {
        self.file.flush()?;
        let Some(temporary) = self.temporary.take() else { return Ok(()) };
        let mut half = half();
        half.remove(temporary.as_ref() as &Path);
        temporary.persist(&self.path).map_err(|error| error.error)
    }
}

impl Drop for AtomicFile {
    fn drop(&mut self) {
        if let Some(temporary) = self.temporary.take() {
            half().remove(temporary.as_ref() as &Path);
        }
    }
}

impl Write for AtomicFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_appears_when_finished() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.csv");
        std::fs::write(&path, "old").unwrap();
        let mut dropped = AtomicFile::create(&path).unwrap();
        dropped.write_all(b"half").unwrap();
        drop(dropped);
        assert_eq!(std::fs::read(&path).unwrap(), b"old");
        let mut file = AtomicFile::create(&path).unwrap();
        file.write_all(b"new").unwrap();
        file.finish().unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"new");
        assert_eq!(folder.path().read_dir().unwrap().count(), 1);
    }
}

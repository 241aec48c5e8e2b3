//! A folder that a run fills.

use super::AtomicFile;
use crate::output::artefact::Store;
use std::io::{self, Write};
use std::path::PathBuf;

/// A folder whose files appear whole, each replacing the one of its name; other files in it are left alone.
pub struct OutputFolder {
    path: PathBuf,
}

impl OutputFolder {
    /// Makes the folder, and those above it, where they are missing.
    ///
    /// # Errors
    /// When a file stands there, or the folder above does not allow it.
    pub fn create(path: PathBuf) -> io::Result<Self> {
        std::fs::create_dir_all(&path)?;
        Ok(Self { path })
    }
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
}

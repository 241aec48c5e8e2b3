//! Where the result goes: standard output, or a file that appears when it is complete.

use super::Outcome;
use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::{Path, PathBuf};
use zhenggai::batch::AtomicFile;
use zhenggai::i18n::{Lang, Text};

/// An open output.
pub enum Sink {
    Stdout(BufWriter<StdoutLock<'static>>),
    File(AtomicFile, PathBuf),
}

impl Sink {
    /// Opens a file, or standard output where `path` is `None` or `-`. What is no ordinary file (a device, a pipe) is left
    /// in its place and written to through standard output's redirection only.
    ///
    /// # Errors
    /// When the file's folder is missing or closed to us.
    pub fn open(path: Option<&Path>, lang: Lang) -> anyhow::Result<Self> {
        match path.filter(|path| path.as_os_str() != "-") {
            None => Ok(Self::Stdout(BufWriter::with_capacity(1 << 16, io::stdout().lock()))),
            Some(path) => {
                let file = AtomicFile::create(path).map_err(|error| unwritable(path, &error, lang))?;
                Ok(Self::File(file, path.to_owned()))
            }
        }
    }

    /// Writes what is left and puts the file in its place; an old file stays when nothing was done.
    ///
    /// # Errors
    /// A full disk, a closed pipe.
    pub fn finish(self, outcome: Outcome, lang: Lang) -> anyhow::Result<Outcome> {
        match self {
            _ if outcome == Outcome::NothingDone => {}
            Self::Stdout(mut out) => out.flush()?,
            Self::File(file, path) => file.finish().map_err(|error| unwritable(&path, &error, lang))?,
        }
        Ok(outcome)
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stdout(out) => out.write(bytes),
            Self::File(file, _) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stdout(out) => out.flush(),
            Self::File(file, _) => file.flush(),
        }
    }
}

fn unwritable(path: &Path, error: &io::Error, lang: Lang) -> anyhow::Error {
    const UNWRITABLE: Text = Text::new(
        "{0}：无法写入（{1}）；请检查文件夹是否存在、有无写权限",
        "{0}: cannot be written ({1}); check that its folder exists and allows it",
    );
    anyhow::anyhow!(UNWRITABLE.fill(lang, &[&path.display(), error]))
}

//! Where the result goes: standard output, or a file that appears when it is complete.

use super::Outcome;
use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::{Path, PathBuf};
use zhenggai::batch::AtomicFile;
use zhenggai::i18n::{Lang, Text};

/// An open output, whose errors name it.
pub struct Sink {
    place: Place,
    lang: Lang,
}

enum Place {
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
        let place = match path.filter(|path| path.as_os_str() != "-") {
            None => Place::Stdout(BufWriter::with_capacity(1 << 16, io::stdout().lock())),
            Some(path) => {
                let file = AtomicFile::create(path).map_err(|error| unwritable(path, &error, lang))?;
                Place::File(file, path.to_owned())
            }
        };
        Ok(Self { place, lang })
    }

    /// Writes what is left and puts the file in its place; an old file stays when nothing was done.
    ///
    /// # Errors
    /// A full disk, a closed pipe.
    pub fn finish(mut self, outcome: Outcome) -> anyhow::Result<Outcome> {
        if outcome != Outcome::NothingDone {
            self.flush()?;
            if let Place::File(file, path) = self.place {
                file.finish().map_err(|error| unwritable(&path, &error, self.lang))?;
            }
        }
        Ok(outcome)
    }

    /// The error with the name of the output; its kind stays, so that a closed pipe is still known as one.
    fn named(&self, error: io::Error) -> io::Error {
        match &self.place {
            Place::Stdout(_) => unwritable(Path::new(STANDARD_OUTPUT.get(self.lang)), &error, self.lang),
            Place::File(_, path) => unwritable(path, &error, self.lang),
        }
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = match &mut self.place {
            Place::Stdout(out) => out.write(bytes),
            Place::File(file, _) => file.write(bytes),
        };
        written.map_err(|error| self.named(error))
    }

    fn flush(&mut self) -> io::Result<()> {
        let flushed = match &mut self.place {
            Place::Stdout(out) => out.flush(),
            Place::File(file, _) => file.flush(),
        };
        flushed.map_err(|error| self.named(error))
    }
}

const STANDARD_OUTPUT: Text = Text::new("标准输出", "standard output");

fn unwritable(path: &Path, error: &io::Error, lang: Lang) -> io::Error {
    const UNWRITABLE: Text = Text::new(
        "{0}：无法写入（{1}）；请检查文件夹是否存在、有无写权限、磁盘是否已满",
        "{0}: cannot be written ({1}); check that its folder exists and allows it, and that the disk is not full",
    );
    io::Error::new(error.kind(), UNWRITABLE.fill(lang, &[&path.display(), error]))
}

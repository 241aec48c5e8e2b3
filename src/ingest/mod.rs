//! Files and bytes to documents.
//!
//! Comes in: a path or bytes. Goes out: a [`Document`] (decoded text with the facts of its source), or an error that names
//! the file and the remedy. One file per format; it never interprets a notice's words. Start with [`read`].

mod decode;
mod document;
mod error;
mod format;
mod text;

pub use decode::ForcedEncoding;
pub use document::{Document, Source};
pub use error::IngestError;
pub use format::Format;

use sha2::{Digest, Sha256};
use std::io::{self, Read};
use std::path::Path;

/// Offsets are 32 bits wide: the longest text that they can count.
const LONGEST: u64 = u32::MAX as u64;

/// How files are read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// The encoding that the user says text has; found out where `None`.
    pub encoding: Option<ForcedEncoding>,
}

/// Reads a file.
///
/// # Errors
/// A file that is missing, unreadable, a folder, larger than 4 GiB, or of a format that is not read.
pub fn read(path: &Path, options: &Options) -> Result<Document, IngestError> {
    let unreadable = |source: io::Error| match source.kind() {
        io::ErrorKind::NotFound => IngestError::Missing { path: path.to_owned() },
        _ => IngestError::Unreadable { path: path.to_owned(), source },
    };
    if path.metadata().map_err(unreadable)?.is_dir() {
        return Err(IngestError::Folder { path: path.to_owned() });
    }
    read_from(std::fs::File::open(path).map_err(unreadable)?, path, options)
}

/// Reads to the end of `reader`, an open file or standard input, whose name is `path`.
///
/// # Errors
/// As [`read`].
pub fn read_from(reader: impl Read, path: &Path, options: &Options) -> Result<Document, IngestError> {
    let mut bytes = Vec::new();
    reader
        .take(LONGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(|source| IngestError::Unreadable { path: path.to_owned(), source })?;
    from_bytes(bytes, path, options)
}

/// A document of a file's bytes.
///
/// ```
/// use zhenggai::ingest::{self, Options};
/// let bytes = vec![0xd2, 0xbb, 0xa1, 0xa2, 0xd5, 0xfb, 0xb8, 0xc4];
/// let document = ingest::from_bytes(bytes, "a.txt".as_ref(), &Options::default()).unwrap();
/// assert_eq!(document.text(), "一、整改");
/// assert_eq!(document.source().encoding, "GB18030");
/// ```
///
/// # Errors
/// Bytes that are more than 4 GiB, no text, or of a format that is not read.
pub fn from_bytes(bytes: Vec<u8>, path: &Path, options: &Options) -> Result<Document, IngestError> {
    if bytes.len() as u64 > LONGEST {
        return Err(IngestError::TooLarge { path: path.to_owned() });
    }
    let format = Format::of_bytes(&bytes);
    let sha256 = hex(&Sha256::digest(&bytes));
    let source = |encoding: &str| Source {
        path: path.to_string_lossy().into_owned(),
        format: format.word().to_owned(),
        encoding: encoding.to_owned(),
        sha256,
    };
    match format {
        Format::Text => {
            let text = text::extract(bytes, options).ok_or_else(|| IngestError::Binary { path: path.to_owned() })?;
            Ok(Document::decoded(text.text, source(text.encoding), text.guessed))
        }
        Format::Html | Format::Docx | Format::Doc | Format::Pdf => {
            Err(IngestError::UnreadFormat { path: path.to_owned(), format })
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

//! What can be wrong with a folder of annotated notices.

use std::path::PathBuf;

/// Why no figures can be given.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EvalError {
    /// A file or folder cannot be read.
    #[error("{}: cannot be read", path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The text of an annotated notice is not UTF-8.
    #[error("{}: not UTF-8 from byte {offset} on; annotated notices are UTF-8 text", path.display())]
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// First byte that is not UTF-8.
        offset: usize,
    },
    /// The folder holds no annotated notice.
    #[error("{}: no annotated notice found; expected NAME.txt with NAME.json beside it", path.display())]
    NoNotices {
        /// The folder.
        path: PathBuf,
    },
    /// An annotation or a prediction is not of the expected form; the source gives line and column.
    #[error("{}: not of the expected form", path.display())]
    Form {
        /// The file.
        path: PathBuf,
        /// What was expected and what was found.
        source: serde_json::Error,
    },
    /// A parsed notice cannot be read back from its own JSON form.
    #[error("a parsed notice is not in the shape of the JSON contract")]
    Contract {
        /// What was expected and what was found.
        #[from]
        source: serde_json::Error,
    },
    /// A quote of an annotation does not stand in its text as often as it says.
    #[error("{}: {at}: occurrence {nth} of `{quote}` not found in {within}", path.display())]
    QuoteNotFound {
        /// The annotation.
        path: PathBuf,
        /// Path to the entry in the file, positions from 0: `metrics[3].num`.
        at: String,
        /// The words that were sought.
        quote: String,
        /// Which occurrence, from 1.
        nth: usize,
        /// What was searched: the text, or a quote.
        within: &'static str,
    },
}

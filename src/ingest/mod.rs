//! Files and bytes to documents.
//!
//! Comes in: a path or bytes. Goes out: a [`Document`] (decoded text with the facts of its source), or an error that names
//! the file and the remedy. One file per format; it never interprets a notice's words. Start with [`Document`].

mod document;

pub use document::{Document, Source};

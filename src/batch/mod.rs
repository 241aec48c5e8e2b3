//! Many files: which ones, in what order, with how many threads, and where the result is put.
//!
//! Comes in: the paths that a user gave. Goes out: inputs in a fixed order, the results of work on them in that order
//! however many threads did it, and files that appear whole or not at all. It knows nothing of notices. Start with
//! [`inputs`] and [`in_order`].

mod atomic;
mod folder;
mod inputs;
mod kept;
mod ordered;

pub use atomic::{AtomicFile, abandon};
pub use folder::OutputFolder;
pub use inputs::{Input, Inputs, inputs};
pub use kept::Kept;
pub use ordered::{in_order, with_threads};

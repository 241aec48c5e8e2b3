//! What `analyze` keeps while it reads, and takes from there when it is to go on.

use super::{Session, args};
use clap::ArgMatches;
use sha2::{Digest, Sha256};
use std::sync::atomic::{AtomicUsize, Ordering};
use zhenggai::analyze::{from_bytes, to_bytes};
use zhenggai::batch::{Kept, OutputFolder};
use zhenggai::i18n::Text;
use zhenggai::{Document, Lexicon, Notice};

pub const RESUME: &str = "resume";

/// Notices that were read before, by the checksum of their bytes.
pub struct Resume {
    kept: Option<Kept>,
    /// Whether to take from what is kept; it is added to in any case.
    take: bool,
    taken: AtomicUsize,
}

impl Resume {
    /// What is kept in the folder of the results. That it cannot be kept is no reason not to do the work.
    pub fn open(matches: &ArgMatches, session: &Session, folder: &OutputFolder, lexicon: &Lexicon) -> Self {
        let encoding = args::encoding_named(matches, &session.config).unwrap_or_default();
        let made_by = program().map(|program| format!("{program}\n{}\n{encoding}", lexicon.checksum()));
        Self {
            kept: made_by.and_then(|made_by| Kept::open(folder.own("notices"), &made_by).ok()),
            take: matches.get_flag(RESUME),
            taken: AtomicUsize::new(0),
        }
    }

    /// The notice of the document: as it was read before, else parsed now and kept.
    pub fn notice(&self, document: &Document, lexicon: &Lexicon) -> Notice {
        let key = &document.source().sha256;
        let known = || from_bytes(&self.kept.as_ref()?.get(key)?, document);
        if let Some(notice) = self.take.then(known).flatten() {
            self.taken.fetch_add(1, Ordering::Relaxed);
            return notice;
        }
        let notice = zhenggai::parse(document, lexicon);
        if let (Some(kept), Ok(bytes)) = (&self.kept, to_bytes(&notice)) {
            // A full disk shows when the results are written; here it only means that nothing can be taken up again.
            let _ = kept.put(key, &bytes);
        }
        notice
    }

    /// The run is complete: says how much was taken, and forgets what the run had no use for.
    pub fn finish(self, session: &Session) {
        if self.take {
            session.note(&TAKEN.fill(session.lang, &[&self.taken.into_inner()]));
        }
        if let Some(kept) = self.kept {
            let _ = kept.forget_rest();
        }
    }
}

const TAKEN: Text = Text::new("沿用上次已读的通报 {0} 份", "{0} notices taken from the run before");

/// The checksum of the program itself: what another build read is not taken.
fn program() -> Option<String> {
    let bytes = std::fs::read(std::env::current_exe().ok()?).ok()?;
    Some(Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect())
}

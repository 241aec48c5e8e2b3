//! The user's corrections: which files hold them, and what is told of entries that fit nothing.

use super::{Session, args, beside, settings};
use clap::{Arg, ArgMatches};
use std::collections::BTreeSet;
use std::path::PathBuf;
use zhenggai::batch::Input;
use zhenggai::corrections::{Corrections, FILE, Fate, Told};
use zhenggai::i18n::{Lang, Text};

pub const CORRECTIONS: &str = "corrections";
pub const NO_CORRECTIONS: &str = "no-corrections";

/// Where corrections come from.
pub fn options(lang: Lang) -> [Arg; 2] {
    const HELP: Text = Text::new(
        "更正文件；不写则用通报所在文件夹里的 corrections.toml",
        "file of corrections; by default corrections.toml beside the notices",
    );
    const NO_HELP: Text = Text::new("不用更正文件", "apply no corrections");
    [
        args::option(CORRECTIONS, args::VALUE_FILE, HELP, lang).value_parser(clap::value_parser!(PathBuf)),
        args::switch(NO_CORRECTIONS, NO_HELP, lang).conflicts_with(CORRECTIONS),
    ]
}

/// The corrections of a run.
pub struct InForce {
    pub corrections: Corrections,
    /// Whether entries that no notice of the run is meant by are worth a word: the run reads the whole folder of the file.
    whole: bool,
}

impl InForce {
    /// The file that was named, else the files beside `inputs`, which the arguments `paths` stand for.
    ///
    /// # Errors
    /// A file that cannot be read, or is at fault.
    pub fn load(matches: &ArgMatches, paths: &[PathBuf], inputs: &[&Input], session: &Session) -> anyhow::Result<Self> {
        let given = |name| matches.try_get_one::<PathBuf>(name).ok().flatten();
        let off = matches.try_get_one::<bool>(NO_CORRECTIONS).ok().flatten().is_some_and(|off| *off);
        let mut files = BTreeSet::new();
        match given(CORRECTIONS) {
            _ if off => {}
            Some(file) => drop(files.insert(file.clone())),
            None => files = beside::files(paths, inputs.iter().copied(), FILE),
        }
        let mut corrections = Corrections::default();
        for file in &files {
            let text = settings::text(file, session.lang)?;
            corrections.add(file, &text).map_err(|fault| anyhow::anyhow!(fault.message(session.lang)))?;
        }
        Ok(Self { corrections, whole: beside::is_whole(paths) })
    }

    /// Names the entries that were not applied.
    pub fn tell(&self, told: &[Told], session: &Session) {
        let worth = |told: &&Told| self.whole || told.fate != Fate::NoNotice;
        for message in told.iter().filter(worth).filter_map(|told| told.message(session.lang)) {
            session.note(&message);
        }
    }
}

//! The command line.
//!
//! Comes in: arguments. Goes out: what the library answers, written; messages on standard error; an exit code. One file per
//! subcommand, registered in [`SUBCOMMANDS`]; no knowledge of notices. Start with [`run`].
mod analyze;
mod args;
mod beside;
mod compare;
mod completions;
mod corrections;
mod dict;
mod diff;
mod dups;
mod each;
mod eval;
mod help;
mod index;
mod known;
mod lint;
mod metrics;
mod parse;
mod progress;
mod resume;
mod rule;
mod schema;
mod session;
mod settings;
mod sink;
mod text;
mod tree;
mod usage;

use clap::{ArgMatches, Command};
use session::Session;
use std::ffi::OsString;
use std::process::ExitCode;
use zhenggai::config::Config;
use zhenggai::i18n::Lang;

/// A subcommand: its arguments with their help, and what it does.
struct Subcommand {
    name: &'static str,
    command: fn(Lang) -> Command,
    run: fn(&ArgMatches, &Session) -> anyhow::Result<Outcome>,
}

/// Every subcommand, in the order of the help.
const SUBCOMMANDS: &[Subcommand] = &[
    analyze::SUBCOMMAND,
    parse::SUBCOMMAND,
    tree::SUBCOMMAND,
    metrics::SUBCOMMAND,
    lint::SUBCOMMAND,
    rule::SUBCOMMAND,
    dups::SUBCOMMAND,
    index::SUBCOMMAND,
    compare::SUBCOMMAND,
    diff::SUBCOMMAND,
    text::SUBCOMMAND,
    eval::SUBCOMMAND,
    dict::SUBCOMMAND,
    schema::SUBCOMMAND,
    completions::SUBCOMMAND,
];

/// Exit code of a run that was broken off from outside, as shells give it for Ctrl-C.
const INTERRUPTED: i32 = 130;

/// How a run ended that did not break off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Nothing to complain of.
    Clean,
    /// All was done, and something was found that the user wants to fail on.
    Found,
    /// An input failed; the others were done.
    InputFailed,
    /// Every input failed: there is no result.
    NothingDone,
}

/// Runs the program with these arguments, its own name first.
pub fn run(args: Vec<OsString>) -> ExitCode {
    let lang = session::language(&args);
    let matches = match help::root(lang).try_get_matches_from(args) {
        Ok(matches) => matches,
        Err(error) => return usage::report(&error, lang),
    };
    let config = matches.subcommand().map_or(Ok(Config::default()), |(_, matches)| settings::load(matches, lang));
    let config = match config {
        Ok(config) => config,
        Err(error) => {
            session::error(&format!("{error:#}"), lang);
            return ExitCode::from(2);
        }
    };
    let session = Session::new(&matches, lang, config);
    // Without a handler an interrupted run leaves a hidden file behind, no worse.
    let _ = ctrlc::set_handler(|| {
        zhenggai::batch::abandon();
        std::process::exit(INTERRUPTED);
    });
    let outcome = matches.subcommand().and_then(|(name, matches)| {
        let subcommand = SUBCOMMANDS.iter().find(|subcommand| subcommand.name == name)?;
        Some((subcommand.run)(matches, &session))
    });
    match outcome {
        Some(Ok(Outcome::Clean)) => ExitCode::SUCCESS,
        Some(Ok(Outcome::Found)) => ExitCode::FAILURE,
        Some(Err(error)) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Some(Err(error)) => {
            session.error(&format!("{error:#}"));
            ExitCode::from(2)
        }
        Some(Ok(Outcome::InputFailed | Outcome::NothingDone)) | None => ExitCode::from(2),
    }
}

/// Whether the reader of our output has gone away: the usual end of `zhenggai … | head`.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let closed = |error: &std::io::Error| error.kind() == std::io::ErrorKind::BrokenPipe;
    error.chain().any(|cause| cause.downcast_ref().is_some_and(closed))
}

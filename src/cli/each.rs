//! Every notice of a list of paths, parsed in parallel and taken in order; failures are told, and do not stop the rest.

use super::corrections::InForce;
use super::{Outcome, Session, args, beside};
use clap::ArgMatches;
use std::io;
use std::ops::ControlFlow;
use std::path::Path;
use zhenggai::batch::{self, Input};
use zhenggai::corrections::Told;
use zhenggai::i18n::{Lang, Text};
use zhenggai::ingest::IngestError;
use zhenggai::{Document, Lexicon, Notice};

/// A notice that was read, with what it was read from and by.
pub struct Read<'a> {
    pub document: &'a Document,
    pub notice: &'a Notice,
    pub lexicon: &'a Lexicon,
}

/// What happens on the way, for those who want to follow it.
pub enum Event<'a> {
    /// So many inputs will be read.
    Planned(usize),
    /// One was read and taken.
    Done,
    /// One failed, which is about to be told.
    Failed(&'a Path, &'a str),
    /// All were read; this became of the user's corrections, which is about to be told.
    Corrected(&'a [Told]),
}

/// Reads the notices that the arguments name. `render` makes of each what the output needs, in parallel; `take` writes it, in
/// the order of the arguments.
///
/// # Errors
/// A fault in arguments or dictionaries; output that cannot be written.
pub fn notice<R: Send>(
    matches: &ArgMatches,
    session: &Session,
    render: impl Fn(&Read<'_>) -> R + Sync,
    take: impl FnMut(R) -> io::Result<()>,
) -> anyhow::Result<Outcome> {
    let lexicon = session.lexicon(matches)?;
    watched(matches, session, &lexicon, zhenggai::parse, render, take, |_| {})
}

/// [`notice`] with a lexicon that outlives it and the user's own way to `parse`, telling `watch` what happens.
///
/// # Errors
/// As [`notice`].
pub fn watched<R: Send>(
    matches: &ArgMatches,
    session: &Session,
    lexicon: &Lexicon,
    parse: impl Fn(&Document, &Lexicon) -> Notice + Sync,
    render: impl Fn(&Read<'_>) -> R + Sync,
    mut take: impl FnMut(R) -> io::Result<()>,
    mut watch: impl FnMut(Event<'_>),
) -> anyhow::Result<Outcome> {
    let paths = beside::paths(matches);
    let inputs = batch::inputs(&paths);
    for (format, count) in &inputs.skipped {
        session.note(&SKIPPED.fill(session.lang, &[&format, count]));
    }
    if let Some(output) = args::path(matches, args::OUTPUT) {
        refuse_overwriting(output, &inputs.list, session.lang)?;
    }
    let options = args::ingest_options(matches, &session.config, session.lang)?;
    let found: Vec<&Input> = inputs.list.iter().filter_map(|input| input.as_ref().ok()).collect();
    let in_force = InForce::load(matches, &paths, &found, session)?;
    let work = |input: &Result<Input, IngestError>| -> Result<_, String> {
        let input = input.as_ref().map_err(|error| error.message(session.lang))?;
        let document = input.read(&options).map_err(|error| error.message(session.lang))?;
        let mut notice = parse(&document, lexicon);
        let fates = in_force.corrections.apply(&document, &mut notice, lexicon);
        Ok((render(&Read { document: &document, notice: &notice, lexicon }), fates))
    };
    let mut fates = Vec::new();
    let mut failed = Vec::new();
    let mut written = Ok(());
    watch(Event::Planned(inputs.list.len()));
    batch::in_order(&inputs.list, args::threads(matches), work, |input, result| {
        match result.unwrap_or_else(|_| Err(broken(input, session.lang))) {
            Ok((rendered, of_notice)) => {
                fates.extend(of_notice);
                written = take(rendered);
                watch(Event::Done);
            }
            Err(message) => {
                watch(Event::Failed(path_of(input), &message));
                session.error(&message);
                failed.push(path_of(input));
            }
        }
        if written.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    })?;
    written?;
    let told = in_force.corrections.told(&fates);
    watch(Event::Corrected(&told));
    in_force.tell(&told, session);
    if failed.is_empty() {
        return Ok(Outcome::Clean);
    }
    if inputs.list.len() > 1 {
        let list: String = failed.iter().map(|path| format!("\n  {}", path.display())).collect();
        let done = inputs.list.len() - failed.len();
        session.note(&(SUMMARY.fill(session.lang, &[&inputs.list.len(), &done, &failed.len()]) + &list));
    }
    Ok(if failed.len() == inputs.list.len() { Outcome::NothingDone } else { Outcome::InputFailed })
}

const SKIPPED: Text = Text::new(
    "提示：文件夹中有 {1} 个 {0} 格式的文件未读，目前只读 .txt",
    "note: {1} files of format {0} in the folders were left out, only .txt is read so far",
);
const SUMMARY: Text = Text::new("共 {0} 个输入，完成 {1} 个，失败 {2} 个：", "{0} inputs, {1} done, {2} failed:");
const BROKEN: Text = Text::new(
    "{0}：程序内部出错，此文件未处理；请把文件连同程序版本反馈给项目",
    "{0}: the program failed on this file; please report it with the file and the program's version",
);

fn path_of(input: &Result<Input, IngestError>) -> &Path {
    match input {
        Ok(input) => input.path(),
        Err(error) => error.path(),
    }
}

fn broken(input: &Result<Input, IngestError>, lang: Lang) -> String {
    BROKEN.fill(lang, &[&path_of(input).display()])
}

/// Notices are read, never written: an output that is one of them is a slip of the user's.
fn refuse_overwriting(output: &Path, inputs: &[Result<Input, IngestError>], lang: Lang) -> anyhow::Result<()> {
    const OVERWRITES: Text = Text::new(
        "{0}：既是输入又是输出；请换一个输出文件名",
        "{0}: is input and output at once; choose another output file",
    );
    let Ok(output) = output.canonicalize() else { return Ok(()) };
    let clash = inputs.iter().map(path_of).find(|path| path.canonicalize().is_ok_and(|path| path == output));
    match clash {
        Some(path) => anyhow::bail!(OVERWRITES.fill(lang, &[&path.display()])),
        None => Ok(()),
    }
}

//! What a run of `lint` knows already: the baseline that it reads, or the one that it writes.

use super::sink::Sink;
use super::{Outcome, Session, args, settings};
use clap::{Arg, ArgMatches};
use std::io::Write;
use std::path::PathBuf;
use zhenggai::config::LintConfig;
use zhenggai::i18n::{Lang, Text};
use zhenggai::lint::{Baseline, Row};
use zhenggai::output::wire::Finding;

const BASELINE: &str = "baseline";
const WRITE: &str = "write-baseline";

/// Known findings that did not come again and are named, at most.
const NAMED: usize = 10;

/// The flags.
pub fn options(lang: Lang) -> [Arg; 2] {
    const HELP: Text = Text::new(
        "只报这个基线文件里没有的提示（按规则和文字认，不按位置）",
        "report only findings that this baseline does not know, by rule and words, not by place",
    );
    const WRITE_HELP: Text =
        Text::new("把现有提示全部记入基线文件，以 0 退出", "write all present findings into a baseline, exit with 0");
    let file = |name, help| args::option(name, args::VALUE_FILE, help, lang).value_parser(clap::value_parser!(PathBuf));
    [file(BASELINE, HELP), file(WRITE, WRITE_HELP).conflicts_with(BASELINE)]
}

/// The baseline of a run.
pub enum Known {
    /// There is none.
    Nothing,
    /// What it holds is not reported.
    Read(PathBuf, Baseline),
    /// What is reported goes into it.
    Written(PathBuf, Baseline),
}

impl Known {
    /// The baseline of the flags, else of the settings file.
    ///
    /// # Errors
    /// A file that cannot be read, or is no baseline.
    pub fn load(matches: &ArgMatches, session: &Session, file: &LintConfig) -> anyhow::Result<Self> {
        if let Some(path) = args::path(matches, WRITE) {
            return Ok(Self::Written(path.to_owned(), Baseline::default()));
        }
        let Some(path) = args::path(matches, BASELINE).or(file.baseline.as_deref()) else { return Ok(Self::Nothing) };
        let baseline = Baseline::read(path, &settings::text(path, session.lang)?);
        let baseline = baseline.map_err(|fault| anyhow::anyhow!(fault.message(session.lang)))?;
        Ok(Self::Read(path.to_owned(), baseline))
    }

    /// Whether the finding is to be reported. One that is excused is no news and needs no baseline.
    pub fn is_new(&mut self, finding: &Finding) -> bool {
        match self {
            _ if finding.suppressed.is_some() => true,
            Self::Nothing => true,
            Self::Read(_, baseline) => !baseline.take(&finding.rule, &finding.quote),
            Self::Written(_, baseline) => {
                baseline.add(&finding.rule, &finding.quote);
                true
            }
        }
    }

    /// Writes the baseline, or names what did not come again of the rows that `looked_for` tells. Gives whether findings are no
    /// failure of this run. Where an input failed, an old baseline stays: a new one would not know what the input holds.
    ///
    /// # Errors
    /// A baseline that cannot be written.
    pub fn finish(
        self,
        session: &Session,
        outcome: Outcome,
        looked_for: impl Fn(&Row) -> bool,
    ) -> anyhow::Result<bool> {
        match self {
            Self::Nothing => Ok(false),
            Self::Read(path, baseline) => {
                let rows: Vec<Row> = baseline.rows().into_iter().filter(looked_for).collect();
                tell_stale(session, &path.display().to_string(), &rows);
                Ok(false)
            }
            Self::Written(path, _) if outcome != Outcome::Clean => {
                session.note(&KEPT.fill(session.lang, &[&path.display()]));
                Ok(true)
            }
            Self::Written(path, baseline) => {
                let mut sink = Sink::open(Some(&path), session.lang)?;
                sink.write_all(baseline.file().as_bytes())?;
                sink.finish(Outcome::Clean)?;
                let count: usize = baseline.rows().iter().map(|row| row.count).sum();
                session.note(&WRITTEN.fill(session.lang, &[&path.display(), &count]));
                Ok(true)
            }
        }
    }
}

fn tell_stale(session: &Session, path: &str, rows: &[Row]) {
    if rows.is_empty() {
        return;
    }
    let named: String =
        rows.iter().take(NAMED).map(|row| format!("\n  {} ×{} {}", row.rule, row.count, row.words)).collect();
    let count: usize = rows.iter().map(|row| row.count).sum();
    session.note(&(STALE.fill(session.lang, &[&path, &count]) + &named));
}

const WRITTEN: Text = Text::new("{0}：已记下 {1} 处提示", "{0}: {1} findings are known from now on");
const KEPT: Text = Text::new(
    "{0}：有文件未能读取，基线没有写；请先处理失败的文件",
    "{0}: not written, because an input failed; see to it first",
);
const STALE: Text = Text::new(
    "{0}：其中 {1} 处提示已不再出现，可以重新生成基线：",
    "{0}: {1} of its findings did not come again, the baseline can be written anew:",
);

//! What holds for the whole run: language, colour, how much to say.

use super::args;
use clap::ArgMatches;
use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use zhenggai::Lexicon;
use zhenggai::config::Config;
use zhenggai::i18n::{Lang, Text};

/// The settings of a run.
pub struct Session {
    /// Language of messages to the user.
    pub lang: Lang,
    /// Language of messages in machine formats, which do not follow the locale.
    pub machine_lang: Lang,
    /// What the user's settings file says.
    pub config: Config,
    quiet: bool,
    color: Option<bool>,
}

impl Session {
    /// The settings of the global options.
    pub fn new(matches: &ArgMatches, lang: Lang, config: Config) -> Self {
        Self {
            lang,
            config,
            machine_lang: if args::text(matches, args::LANG) == Some("en") { Lang::En } else { Lang::Zh },
            quiet: matches.get_flag(args::QUIET),
            color: match args::text(matches, args::COLOR) {
                Some("always") => Some(true),
                Some("never") => Some(false),
                _ => None,
            },
        }
    }

    /// Whether what goes to standard output is coloured.
    pub fn color(&self) -> bool {
        self.color.unwrap_or_else(|| {
            anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never
                && std::io::stdout().is_terminal()
        })
    }

    /// Columns of the terminal, if standard output is one.
    pub fn width(&self) -> Option<usize> {
        let (width, _) = terminal_size::terminal_size_of(std::io::stdout())?;
        Some(usize::from(width.0))
    }

    /// Whether nothing but errors is to be said.
    pub fn quiet(&self) -> bool {
        self.quiet
    }

    /// Says what went wrong.
    pub fn error(&self, message: &str) {
        error(message, self.lang);
    }

    /// Says what the user may want to know, unless asked to be quiet.
    pub fn note(&self, message: &str) {
        if !self.quiet {
            say(message);
        }
    }

    /// The built-in dictionaries with the user's on top.
    ///
    /// # Errors
    /// A fault in the user's dictionaries, with file and line.
    pub fn lexicon(&self, matches: &ArgMatches) -> anyhow::Result<Lexicon> {
        let set = self.config.dicts.as_deref();
        let Some(folder) = args::path(matches, args::DICTS).or(set) else { return Ok(Lexicon::builtin()) };
        Lexicon::with_overlay(folder).map_err(|error| anyhow::anyhow!(error.message(self.lang)))
    }
}

/// Says what went wrong, before there is a session too.
pub fn error(message: &str, lang: Lang) {
    say(&ERROR.fill(lang, &[&message]));
}

const ERROR: Text = Text::new("错误：{0}", "error: {0}");

/// Writes a line to standard error; that it is closed is no reason to stop.
fn say(message: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{message}");
}

/// The language that the arguments ask for, else the locale. It is needed before the arguments are read, for the help.
pub fn language(args: &[OsString]) -> Lang {
    let words: Vec<_> = args.iter().skip(1).filter_map(|arg| arg.to_str()).take_while(|arg| *arg != "--").collect();
    let joined = words.iter().find_map(|arg| arg.strip_prefix("--lang="));
    let asked = joined.or_else(|| words.windows(2).find_map(|pair| (pair[0] == "--lang").then_some(pair[1])));
    match asked {
        Some("en") => Lang::En,
        Some(_) => Lang::Zh,
        None => ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(|name| std::env::var(name).ok())
            .find(|value| !value.is_empty())
            .map_or(Lang::Zh, |locale| Lang::of_locale(&locale)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_found_before_the_arguments_are_read() {
        for (line, want) in [
            ("zhenggai --lang en parse a.txt", Lang::En),
            ("zhenggai parse --lang=en a.txt", Lang::En),
            ("zhenggai --lang zh", Lang::Zh),
            ("zhenggai --lang zh parse -- --lang=en", Lang::Zh),
        ] {
            let args: Vec<_> = line.split(' ').map(OsString::from).collect();
            assert_eq!(language(&args), want, "{line}");
        }
    }
}

//! `zhenggai completions`: what a shell needs to complete the arguments.

use super::{Outcome, Session, Subcommand, help};
use clap::{Arg, ArgMatches, Command, value_parser};
use clap_complete::Shell;
use std::io::Write;
use zhenggai::i18n::{Lang, Text};

pub const SUBCOMMAND: Subcommand = Subcommand { name: "completions", command, run };

const SHELL: &str = "SHELL";

fn command(lang: Lang) -> Command {
    let shell = Arg::new(SHELL)
        .value_name("SHELL")
        .required(true)
        .value_parser(value_parser!(Shell))
        .hide_possible_values(true)
        .help("bash, elvish, fish, powershell, zsh");
    help::subcommand("completions", ABOUT, Text::new("<SHELL>", "<SHELL>"), EXAMPLES, lang).arg(shell)
}

const ABOUT: Text = Text::new("输出命令行补全脚本", "print a completion script for a shell");
const EXAMPLES: Text = Text::new(
    "示例：
  zhenggai completions bash > ~/.local/share/bash-completion/completions/zhenggai",
    "Example:
  zhenggai completions bash > ~/.local/share/bash-completion/completions/zhenggai",
);

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    let mut script = Vec::new();
    if let Some(shell) = matches.get_one::<Shell>(SHELL) {
        clap_complete::generate(*shell, &mut help::root(session.lang), "zhenggai", &mut script);
    }
    std::io::stdout().lock().write_all(&script)?;
    Ok(Outcome::Clean)
}

//! `zhenggai dict`: the user's dictionaries.

use super::{Outcome, Session, Subcommand, args, help};
use clap::{ArgMatches, Command};
use std::path::Path;
use zhenggai::i18n::{Lang, Text};
use zhenggai::lexicon;

pub const SUBCOMMAND: Subcommand = Subcommand { name: "dict", command, run };

const CHECK: &str = "check";

fn command(lang: Lang) -> Command {
    let check = help::subcommand(CHECK, CHECK_ABOUT, Text::new("<文件夹>", "<DIR>"), EXAMPLES, lang)
        .override_usage(Text::new("zhenggai dict check <文件夹>", "zhenggai dict check <DIR>").get(lang))
        .arg(args::folder(FOLDER_HELP, lang));
    help::subcommand("dict", ABOUT, Text::new("check <文件夹>", "check <DIR>"), EXAMPLES, lang)
        .help_template(help::ROOT.get(lang))
        .subcommand_required(true)
        .subcommand(check)
}

const ABOUT: Text = Text::new("检查自己的词典", "check your own dictionaries");
const CHECK_ABOUT: Text = Text::new(
    "用程序自己的装载器检查词典，指出文件和行",
    "run the program's own loader over them; faults name file and line",
);
const FOLDER_HELP: Text = Text::new("放词典（.tsv）的文件夹", "folder of dictionaries (.tsv)");
const EXAMPLES: Text = Text::new(
    "示例：
  zhenggai dict check 我的词典/
通过之后：zhenggai parse 通报.txt --dicts 我的词典/",
    "Example:
  zhenggai dict check my-dicts/
Then: zhenggai parse notice.txt --dicts my-dicts/",
);

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    const FINE: Text = Text::new("{0}：词典无误", "{0}: no faults");
    let folder = matches.subcommand_matches(CHECK).and_then(|matches| args::path(matches, args::FOLDER));
    let folder = folder.unwrap_or(Path::new("."));
    let faults = lexicon::check(folder);
    for fault in &faults {
        session.error(&fault.message(session.lang));
    }
    if faults.is_empty() {
        session.note(&FINE.fill(session.lang, &[&folder.display()]));
        Ok(Outcome::Clean)
    } else {
        Ok(Outcome::InputFailed)
    }
}

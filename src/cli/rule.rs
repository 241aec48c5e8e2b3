//! `zhenggai rule`: what each rule is about.

use super::sink::Sink;
use super::{Outcome, Session, Subcommand, args, help};
use clap::{Arg, ArgMatches, Command};
use std::io::Write;
use zhenggai::i18n::{Lang, Text};
use zhenggai::lint::{Card, Registry};
use zhenggai::output::rules;

pub const SUBCOMMAND: Subcommand = Subcommand { name: "rule", command, run };

const CODE: &str = "CODE";
const ALL: &str = "all";

fn command(lang: Lang) -> Command {
    let code = Arg::new(CODE)
        .value_name(Text::new("代码", "CODE").get(lang))
        .num_args(1..)
        .required_unless_present(ALL)
        .conflicts_with(ALL)
        .help(Text::new("规则的代码或名称", "codes or names of rules").get(lang));
    help::subcommand("rule", ABOUT, Text::new("<代码>… | --all", "<CODE>… | --all"), EXAMPLES, lang)
        .arg(code)
        .arg(args::switch(ALL, Text::new("全部规则", "every rule"), lang))
        .args([args::output(lang), args::dicts(lang)])
}

const ABOUT: Text = Text::new("说明规则：查什么、为什么、正反例", "explain a rule: what it finds, why, examples");
const EXAMPLES: Text = Text::new(
    "示例：
  zhenggai rule N003
  zhenggai rule ratio-mismatch
  zhenggai rule --all -o 规则.md",
    "Examples:
  zhenggai rule N003
  zhenggai rule ratio-mismatch
  zhenggai rule --all -o rules.md",
);

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    let registry = Registry::new(&session.lexicon(matches)?);
    let mut sink = Sink::open(args::path(matches, args::OUTPUT), session.lang)?;
    if matches.get_flag(ALL) {
        sink.write_all(rules::catalogue(registry.cards(), session.lang).as_bytes())?;
    } else {
        for code in matches.get_many::<String>(CODE).into_iter().flatten() {
            sink.write_all(rules::page(card(&registry, code, session.lang)?, session.lang).as_bytes())?;
        }
    }
    sink.finish(Outcome::Clean)
}

fn card<'r>(registry: &'r Registry, code: &str, lang: Lang) -> anyhow::Result<&'r Card> {
    const UNKNOWN: Text =
        Text::new("没有规则“{0}”；全部规则：zhenggai rule --all", "no rule `{0}`; every rule: zhenggai rule --all");
    registry.get(code).map(|rule| rule.card()).ok_or_else(|| anyhow::anyhow!(UNKNOWN.fill(lang, &[&code])))
}

//! `zhenggai schema`: the JSON Schema of an output.

use super::sink::Sink;
use super::{Outcome, Session, Subcommand, args, help};
use clap::{Arg, ArgMatches, Command};
use std::io::Write;
use zhenggai::diff::Difference;
use zhenggai::i18n::{Lang, Text};
use zhenggai::output::{run, summary, wire};

pub const SUBCOMMAND: Subcommand = Subcommand { name: "schema", command, run };

const NAME: &str = "NAME";

fn command(lang: Lang) -> Command {
    let name = Arg::new(NAME)
        .value_name(Text::new("名称", "NAME").get(lang))
        .required(true)
        .value_parser(["notice", "findings", "duplicates", "comparison", "run", "summary", "difference"])
        .hide_possible_values(true)
        .help(HELP.get(lang));
    help::subcommand("schema", ABOUT, Text::new("<名称>", "<NAME>"), EXAMPLES, lang).args([name, args::output(lang)])
}

const HELP: Text = Text::new(
    "notice：parse 的输出；findings：lint 的输出；duplicates：dups 的输出；comparison：compare 的输出；run、summary：analyze 的 run.json、summary.json；difference：diff 的输出",
    "notice: what `parse` prints; findings: what `lint` prints; duplicates: what `dups` prints; comparison: what `compare` prints; run, summary: run.json and summary.json of `analyze`; difference: what `diff` prints",
);
const ABOUT: Text = Text::new("输出格式的 JSON Schema", "print the JSON Schema of an output");
const EXAMPLES: Text = Text::new(
    "示例：
  zhenggai schema notice -o notice.schema.json",
    "Example:
  zhenggai schema notice -o notice.schema.json",
);

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    let mut sink = Sink::open(args::path(matches, args::OUTPUT), session.lang)?;
    let schema = match args::text(matches, NAME) {
        Some("findings") => schemars::schema_for!(wire::Findings),
        Some("duplicates") => schemars::schema_for!(wire::Duplicates),
        Some("comparison") => schemars::schema_for!(wire::Comparison),
        Some("run") => schemars::schema_for!(run::Run),
        Some("summary") => schemars::schema_for!(summary::Summary),
        Some("difference") => schemars::schema_for!(Difference),
        _ => schemars::schema_for!(wire::Notice),
    };
    serde_json::to_writer_pretty(&mut sink, &schema).map_err(std::io::Error::from)?;
    writeln!(sink)?;
    sink.finish(Outcome::Clean)
}

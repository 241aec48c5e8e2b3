//! The command line.
#![allow(clippy::print_stdout, reason = "the binary prints its result")]

fn main() -> anyhow::Result<()> {
    let path = std::env::args().nth(2).unwrap_or_default();
    let lexicon = zhenggai::Lexicon::builtin();
    let document = zhenggai::Document::from_text(&std::fs::read_to_string(path)?);
    let notice = zhenggai::parse(&document, &lexicon);
    let options = zhenggai::output::wire::Options { rejected: true };
    println!("{}", serde_json::to_string(&zhenggai::output::wire::notice(&document, &notice, &lexicon, &options))?);
    Ok(())
}

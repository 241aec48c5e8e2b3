//! The level that the program has reached on the sample notices, and what it says of them.
//!
//! `floors.tsv` holds the least F1 of each figure: the reached level less one point. A figure that is raised for good gets
//! a higher floor. `golden/NAME.tsv` holds what is read from a notice, one node or metric a line, so that a change of the
//! program shows as a diff: `UPDATE=1 cargo test --test corpus` rewrites them; an empty file of that name adds a notice.

mod support;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use zhenggai::eval::{Figure, Report, evaluate};
use zhenggai::output::wire;
use zhenggai::{Class, Document};

struct Floor {
    folder: String,
    figure: Figure,
    f1: f64,
}

#[test]
fn the_reached_level_is_kept() {
    let floors = floors();
    let mut sunk = String::new();
    for folder in ["notices", "pages"] {
        let report = evaluate(&support::corpus(folder), support::lexicon()).unwrap();
        for floor in floors.iter().filter(|floor| floor.folder == folder) {
            let reached = report.get(floor.figure).map_or(0.0, |score| score.f1);
            if reached < floor.f1 {
                writeln!(sunk, "{folder} {}: {reached}, floor {}", floor.figure.word(), floor.f1).unwrap();
                list_misses(&report, floor.figure, &mut sunk);
            }
        }
    }
    assert!(sunk.is_empty(), "below the reached level:\n{sunk}");
}

/// The first misses of a figure, to start from.
fn list_misses(report: &Report, figure: Figure, into: &mut String) {
    for miss in report.misses.iter().filter(|miss| miss.figure == figure).take(10) {
        writeln!(into, "  {} {:?} {}", miss.notice, miss.verdict, miss.words).unwrap();
    }
}

fn floors() -> Vec<Floor> {
    let text = std::fs::read_to_string(tests_folder().join("floors.tsv")).unwrap();
    let lines = text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')).skip(1);
    lines.map(|(at, line)| floor(line).unwrap_or_else(|| panic!("floors.tsv:{}: `{line}`", at + 1))).collect()
}

fn floor(line: &str) -> Option<Floor> {
    let [folder, figure, f1] = line.split('\t').collect::<Vec<_>>()[..] else { return None };
    Some(Floor { folder: folder.into(), figure: Figure::named(figure)?, f1: f1.parse().ok()? })
}

#[test]
fn what_is_read_is_what_was_read() {
    let golden = tests_folder().join("golden");
    let texts = [support::texts("notices"), support::texts("pages")].concat();
    let mut changed = String::new();
    let mut compared = 0;
    for (name, text) in texts {
        let path = golden.join(format!("{name}.tsv"));
        let Ok(before) = std::fs::read_to_string(&path) else { continue };
        compared += 1;
        let now = reading(&text);
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, now).unwrap();
        } else if before != now {
            writeln!(changed, "{name}:\n{}", difference(&before, &now)).unwrap();
        }
    }
    assert!(compared > 0, "no golden file in {}", golden.display());
    assert!(
        changed.is_empty(),
        "another reading than before; `UPDATE=1 cargo test --test corpus` accepts it\n{changed}"
    );
}

/// What is read from a text, one node or metric a line, in the order of the JSON.
fn reading(text: &str) -> String {
    let document = Document::from_text(text);
    let notice = zhenggai::parse(&document, support::lexicon());
    let options = wire::Options::default();
    let printed = wire::notice(&document, &notice, support::lexicon(), &options);
    let mut lines = String::from("# what\tnode\tplace\twords\tread as\n");
    printed.outline.iter().for_each(|node| list_node(node, &mut lines));
    for metric in &printed.metrics {
        let wire::Metric { node, quantity, name, key, value, upper, unit, approx, role, part_of, .. } = metric;
        let value = upper.map_or(value.0.to_string(), |upper| format!("{}—{}", value.0, upper.0));
        let node = node.as_deref().unwrap_or("-");
        let whole = printed.metrics.iter().find(|whole| part_of.as_ref() == Some(&whole.id));
        let part = whole.map(|whole| format!(", part of {}", whole.quantity.text)).unwrap_or_default();
        let read = format!("{name} [{key}] = {value} {unit}, {approx}, {role}{part}");
        writeln!(lines, "metric\t{node}\t{}\t{}\t{read}", quantity.span.start, one_line(&metric.text)).unwrap();
    }
    lines
}

fn list_node(node: &wire::Node, lines: &mut String) {
    let wire::Node { id, kind, heading_span, heading, status, specificity, children, .. } = node;
    let read = status.or(*specificity).unwrap_or("-");
    writeln!(lines, "{kind}\t{id}\t{}\t{}\t{read}", heading_span.start, one_line(heading)).unwrap();
    children.iter().for_each(|child| list_node(child, lines));
}

fn one_line(words: &str) -> String {
    words.replace(['\n', '\t'], "⏎")
}

/// Lines that one of two texts has and the other has not.
fn difference(before: &str, now: &str) -> String {
    let only = |a: &str, b: &str, sign: char| -> String {
        let known: std::collections::HashSet<&str> = b.lines().collect();
        a.lines().filter(|line| !known.contains(line)).map(|line| format!("{sign} {line}\n")).collect()
    };
    only(before, now, '-') + &only(now, before, '+')
}

fn tests_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

//! Notices of many layouts, each with the tree that a careful reader draws.
//!
//! A case is a file in `layouts/`: the text, a line of `====`, the tree. A line of a tree: two spaces for each level, S, P, M
//! or I (section, problem, measure, inline problem), the marker, and the first words of the heading. Behind `@` stand the
//! responsible bodies, behind `~` the time limit, behind `=` the stated status.

use crate::model::{Node, NodeId, NodeKind, Outline};
use crate::{Lexicon, scan::scan};
use std::fmt::Write;

/// Draws the text of a case and compares its tree with the one below it.
fn check(case: &str) {
    let (text, want) = case.split_once("\n====\n").expect("a text, ====, a tree");
    let lexicon = Lexicon::builtin();
    let drawing = super::draw(text, &scan(text, &lexicon), &lexicon);
    let mut got = String::new();
    for root in &drawing.outline.roots {
        show(text, &drawing.outline, *root, 0, &mut got);
    }
    assert_eq!(got.trim_end(), want.trim_end(), "\n{got}");
}

fn show(text: &str, outline: &Outline, id: NodeId, depth: usize, out: &mut String) {
    let node = outline.get(id);
    if node.kind == NodeKind::Action {
        return;
    }
    let kind = match node.kind {
        NodeKind::Problem if node.inline => 'I',
        NodeKind::Section => 'S',
        NodeKind::Problem => 'P',
        _ => 'M',
    };
    let marker = node.marker.map_or("", |marker| marker.slice(text));
    let heading: String = node.heading.slice(text).replace('\n', "⏎").chars().take(14).collect();
    let _ = writeln!(out, "{:width$}{kind}{marker} {heading}{}", "", fields(text, node), width = depth * 2);
    for child in &node.children {
        show(text, outline, *child, depth + 1, out);
    }
}

fn fields(text: &str, node: &Node) -> String {
    let mut shown: String = node.responsible.iter().map(|body| format!(" @{}", body.slice(text))).collect();
    if let Some(deadline) = &node.deadline {
        let _ = write!(shown, " ~{}", deadline.span.slice(text));
    }
    if let Some(status) = node.stated_status {
        let _ = write!(shown, " ={}", status.slice(text));
    }
    shown
}

/// A test for each case.
macro_rules! layouts {
    ($($name:ident)*) => {$(
        #[test]
        fn $name() {
            check(include_str!(concat!("layouts/", stringify!($name), ".txt")));
        }
    )*};
}

layouts! {
    half_width_marks
    ordinal_words_over_order_words
    han_brackets_as_top_level
    labels_in_brackets
    digits_over_brackets_over_circles
    ledger_one_cell_a_line
    numbered_labels
    comma_and_dot_as_two_levels
    whole_notice_on_one_line
    skipped_levels_and_restarts
    long_headings_without_a_mark
    audit_report
    headings_without_markers
    fields_of_measures_and_of_problems
    labels_alone_on_their_lines
    flat_list_of_measures
    labels_below_named_problems
    problems_first_measures_after
    bare_sections_over_numbered_problems
    parts_over_questions
    list_behind_a_comma_and_numbered_fields
    labels_on_the_line_of_their_item
    symptoms_of_one_problem
    numbers_that_run_on_across_headings
}

#[test]
fn every_case_is_run() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/outline/layouts");
    let files = std::fs::read_dir(folder).expect("the folder of cases").filter_map(Result::ok);
    let stems = files.filter_map(|file| file.path().file_stem().map(|stem| stem.to_string_lossy().into_owned()));
    let unlisted: Vec<_> =
        stems.filter(|stem| !include_str!("layouts.rs").contains(&format!("    {stem}\n"))).collect();
    assert_eq!(unlisted, [""; 0]);
}

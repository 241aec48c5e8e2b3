use super::*;
use crate::analyze::{Analysis, Parsed};
use crate::i18n::Lang;
use crate::lint::Settings;
use crate::output::artefact::{ARTEFACTS, Options};
use crate::output::results::Results;
use crate::{Lexicon, Notice};
use std::collections::BTreeMap;
use std::path::Path;

const TEXT: &str = "一、招商不力\n一是抓招商。签约项目37个，其中外资6个。\n二是抓服务。走访企业37家。\n";

/// A run over texts, each by its path, with a hand in what was read.
fn side(texts: &[(&str, &str)], edit: impl Fn(&mut Notice)) -> Side {
    let lexicon = Lexicon::builtin();
    let parsed = |(path, text): &(&str, &str)| {
        let document = crate::ingest::from_bytes((*text).into(), Path::new(path), &Default::default()).unwrap();
        let mut notice = crate::parse(&document, &lexicon);
        edit(&mut notice);
        Parsed::new(document, notice)
    };
    let analysis = Analysis::new(&lexicon, texts.iter().map(parsed).collect(), Vec::new(), &Settings::default());
    let options = Options {
        lang: Lang::Zh,
        report_lang: Lang::Zh,
        templates: BTreeMap::new(),
        report_limit: usize::MAX,
        chosen: BTreeMap::new(),
    };
    let results = Results::new(&analysis, Lang::Zh);
    let mut store: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for artefact in ARTEFACTS.iter().filter(|artefact| artefact.file.contains(".json")) {
        (artefact.write)(&results, &options, &mut store).unwrap();
    }
    let text = |name: &str| String::from_utf8(store[name].clone()).unwrap();
    Side::read(&text("run.json"), &text("notices.jsonl"), &text("findings.jsonl")).unwrap()
}

fn statuses(changes: &[Change]) -> Vec<(Status, &str)> {
    changes.iter().map(|change| (change.status, change.words.as_str())).collect()
}

#[test]
fn nothing_changed_is_nothing_told() {
    let run = || side(&[("a.txt", TEXT)], |_| {});
    let found = diff(&run(), &run());
    assert_eq!((found.run.len(), found.notices.len(), found.summary.same), (0, 0, 1));
}

#[test]
fn a_metric_that_reads_otherwise_is_told_by_its_fields() {
    let new = side(&[("a.txt", TEXT)], |notice| {
        notice.metrics[0].name = "新签项目".into();
        notice.metrics.remove(2);
    });
    let found = diff(&side(&[("a.txt", TEXT)], |_| {}), &new);
    let metrics = &found.notices[0].metrics;
    let fields: Vec<_> = metrics[0].fields.iter().map(|field| (field.field.as_str(), &field.new)).collect();
    assert_eq!(fields, [("name", &Value::from("新签项目"))]);
    assert_eq!(metrics[1].fields[0].field, "part_of");
    assert_eq!(statuses(&metrics[2..]), [(Status::Removed, "走访企业37家")]);
    assert_eq!(found.summary.metrics, Counts { added: 0, removed: 1, changed: 2 });
}

#[test]
fn a_notice_is_known_by_its_bytes_then_by_its_path() {
    let edited = TEXT.replace("走访企业37家", "走访企业38家，培训12人次");
    let old = side(&[("a.txt", TEXT), ("b.txt", "二、作风不实\n"), ("c.txt", "三、其他\n")], |_| {});
    let new = side(&[("moved.txt", "二、作风不实\n"), ("a.txt", &edited), ("d.txt", "四、新的\n")], |_| {});
    let found = diff(&old, &new);
    let notices: Vec<_> = found.notices.iter().map(|of| (of.path.as_str(), of.status, of.text_changed)).collect();
    assert_eq!(
        notices,
        [("a.txt", Status::Changed, true), ("d.txt", Status::Added, false), ("c.txt", Status::Removed, false)]
    );
    assert_eq!(found.summary.same, 1);
    let words = statuses(&found.notices[0].metrics);
    assert!(words.contains(&(Status::Removed, "走访企业37家")), "{words:?}");
    assert!(!words.iter().any(|(_, words)| words.contains("签约")), "what stands in both is not told: {words:?}");
}

#[test]
fn a_node_that_moved_or_changed_its_kind_is_told() {
    use crate::model::NodeKind;
    let new = side(&[("a.txt", TEXT)], |notice| {
        let root = notice.outline.roots[0];
        notice.outline.nodes[root.0 as usize].kind = NodeKind::Section;
    });
    let found = diff(&side(&[("a.txt", TEXT)], |_| {}), &new);
    let node = &found.notices[0].nodes[0];
    assert_eq!((node.words.as_str(), node.fields[0].field.as_str()), ("招商不力", "kind"));
    assert_eq!(found.summary.nodes.changed, 1);
}

#[test]
fn a_file_that_is_no_json_is_named() {
    let fault = Side::read("{}", "{}\n{\n", "").unwrap_err();
    assert!(fault.message(Lang::En).starts_with("notices.jsonl:2: not the JSON"));
}

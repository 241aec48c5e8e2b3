//! The figures of `eval` are those of the annotation's own scoring script, to the last digit.
//!
//! `score.py` is a copy of the script that came with the annotated notices. Both score the same predictions: what the
//! program says of `corpus/notices` and `corpus/pages`, as it is and with seeded damage, so that every figure has hits,
//! misses and inventions. Needs `python3`.

mod support;

use serde_json::{Map, Value};
use std::path::Path;
use std::process::Command;
use support::Random;
use zhenggai::Notice;
use zhenggai::eval::{Case, evaluate, evaluate_predictions};
use zhenggai::i18n::Lang;
use zhenggai::lint::{Parsed, Registry, Settings, lint};
use zhenggai::output::wire;

#[test]
fn figures_equal_those_of_the_script() {
    for folder in ["notices", "pages"] {
        let gold = support::corpus(folder);
        for damage in [None, Some(1), Some(2), Some(3)] {
            let predictions = predict(&gold, damage);
            let report = evaluate_predictions(&gold, predictions.path()).unwrap();
            let ours = serde_json::to_value(&report).unwrap()["figures"].take();
            assert_eq!(ours, script(&gold, predictions.path()), "{folder}, damage {damage:?}");
        }
    }
}

#[test]
fn a_parse_and_its_printed_form_score_the_same() {
    let gold = support::corpus("notices");
    let direct = evaluate(&gold, support::lexicon()).unwrap();
    let printed = evaluate_predictions(&gold, predict(&gold, None).path()).unwrap();
    assert_eq!(direct.figures, printed.figures);
    assert_eq!(direct.misses, printed.misses);
}

/// Writes `NAME.pred.json` for every annotated notice.
fn predict(gold: &Path, damage: Option<u64>) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for case in Case::read_folder(gold).unwrap() {
        let notice = zhenggai::parse(&case.document, support::lexicon());
        let options = wire::Options::default();
        let mut printed =
            serde_json::to_value(wire::notice(&case.document, &notice, support::lexicon(), &options)).unwrap();
        printed["findings"] = findings(&case, &notice);
        if let Some(seed) = damage {
            Damage(Random::new(seed)).notice(&mut printed);
        }
        let write = |ending, json: &Value| {
            std::fs::write(folder.path().join(format!("{}.{ending}.json", case.name)), json.to_string()).unwrap();
        };
        write("pred", &printed);
        write("lint", &printed["findings"]);
    }
    folder
}

/// What the rules find in a notice.
fn findings(case: &Case, notice: &Notice) -> Value {
    let (document, lexicon) = (&case.document, support::lexicon());
    let found = lint(&[Parsed { document, notice, lexicon }], &Registry::new(lexicon), &Settings::default());
    let writer = wire::FindingWriter::new(document, notice, Lang::Zh);
    serde_json::to_value(found.iter().map(|finding| writer.finding(finding)).collect::<Vec<_>>()).unwrap()
}

fn script(gold: &Path, predictions: &Path) -> Value {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/score.py");
    let mut python = Command::new("python3");
    python.arg(script).arg(gold).arg("--pred").arg(predictions).arg("--json");
    let lint = format!(r#"sh -c 'cat "$0/$(basename "$1" .txt).lint.json"' {} {{file}}"#, predictions.display());
    python.arg("--lint").arg(lint);
    let run = python.output().expect("this test needs python3 on the PATH: it compares with tests/score.py");
    assert!(run.status.success(), "score.py failed: {}", String::from_utf8_lossy(&run.stderr));
    serde_json::from_slice(&run.stdout).unwrap()
}

/// Makes predictions worse in every way that a figure can see.
struct Damage(Random);

impl Damage {
    fn notice(&mut self, notice: &mut Value) {
        for fact in notice["header"].as_object_mut().unwrap().values_mut() {
            self.fact(fact);
        }
        self.nodes(notice["outline"].as_array_mut().unwrap());
        let metrics = notice["metrics"].as_array_mut().unwrap();
        metrics.retain(|_| !self.0.one_in(12));
        for metric in metrics {
            self.metric(metric.as_object_mut().unwrap());
        }
        let findings = notice["findings"].as_array_mut().unwrap();
        findings.retain(|_| !self.0.one_in(5));
        findings.iter_mut().for_each(|finding| self.finding(finding));
    }

    fn finding(&mut self, finding: &mut Value) {
        match self.0.below(6) {
            0 => finding["name"] = "sum-mismatch".into(),
            1 => finding["suppressed"] = "核过".into(),
            2 => shift(&mut finding["span"], 40),
            _ => {}
        }
    }

    fn fact(&mut self, fact: &mut Value) {
        match self.0.below(6) {
            0 => *fact = Value::Null,
            1 => *fact = "关于整改情况".into(),
            2 if fact.is_string() => *fact = format!("{}的", fact.as_str().unwrap()).into(),
            _ => {}
        }
    }

    fn nodes(&mut self, nodes: &mut Vec<Value>) {
        nodes.retain(|_| !self.0.one_in(15));
        for node in nodes {
            match self.0.below(20) {
                0 => node["kind"] = "measure".into(),
                1 => node["inline"] = true.into(),
                2 => node["heading_span"] = Value::Null,
                3 => shift(&mut node["heading_span"], 1),
                4 => node["status"] = "planned".into(),
                5 => node["specificity"] = "vague".into(),
                6 => shift(&mut node["span"], 5),
                _ => {}
            }
            self.nodes(node["children"].as_array_mut().unwrap());
        }
    }

    fn metric(&mut self, metric: &mut Map<String, Value>) {
        match self.0.below(24) {
            0 => metric["value"] = 1.into(),
            1 => metric["upper"] = 12.5.into(),
            2 => metric["unit"] = format!("万{}", metric["unit"].as_str().unwrap()).into(),
            3 => metric["approx"] = "over".into(),
            4 => metric["name"] = format!("{}数量", metric["name"].as_str().unwrap()).into(),
            5 => metric["name"] = format!("新增{}", metric["name"].as_str().unwrap()).into(),
            6 => metric["node"] = "1".into(),
            7 => metric["node"] = Value::Null,
            8 => metric["threshold"] = serde_json::json!({"op": ">=", "value": 1, "unit": "亿元"}),
            9 => metric["threshold"] = Value::Null,
            10 => metric["part_of"] = "m3".into(),
            11 => metric["part_of"] = Value::Null,
            12 => metric["rank"] = serde_json::json!({"position": 1, "scope": null}),
            13 => metric["change"] = serde_json::json!({"direction": "up", "basis": null}),
            14 => metric["change"] = Value::Null,
            15 => metric["role"] = "target".into(),
            16 => shift(&mut metric["quantity"]["span"], 1),
            17 => shift(&mut metric["quantity"]["span"], 9),
            _ => {}
        }
    }
}

fn shift(span: &mut Value, by: u64) {
    for end in ["start", "end"] {
        if let Some(at) = span.get(end).and_then(Value::as_u64) {
            span[end] = (at + by).into();
        }
    }
}

//! `metrics`: the flat table in all its formats.

use crate::{Folder, NOTICE, json, stdout, zhenggai};
use zhenggai::output::dataset::metrics::METRICS;

fn records(csv: &str) -> Vec<Vec<String>> {
    let text = csv.strip_prefix('\u{feff}').unwrap_or(csv);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn column(name: &str) -> usize {
    METRICS.headings().position(|column| column == name).unwrap()
}

#[test]
fn csv_opens_in_spreadsheets() {
    let folder = Folder::new();
    let notice = folder.put("通报.txt", NOTICE);
    let out = folder.path().join("指标.csv");
    zhenggai().arg("metrics").arg(&notice).arg("-o").arg(&out).assert().code(0);
    let csv = std::fs::read_to_string(&out).unwrap();
    assert!(csv.starts_with('\u{feff}'));
    let records = records(&csv);
    assert!(records[0].iter().map(String::as_str).eq(METRICS.headings()));
    let values: Vec<_> = records.iter().map(|record| record[column("value")].as_str()).collect();
    assert!(values.contains(&"12") && values.contains(&"6.5"), "{values:?}");
    assert!(records.iter().all(|record| record.len() == METRICS.columns.len()));
    let mut names: Vec<_> = folder.path().read_dir().unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["指标.csv", "通报.txt"]);
}

#[test]
fn the_byte_order_mark_can_be_left_out() {
    let csv = stdout(zhenggai().args(["metrics", "-", "--format", "csv", "--no-bom"]).write_stdin(NOTICE));
    assert!(csv.starts_with("notice,body,year,node"));
}

#[test]
fn no_cell_starts_a_formula() {
    let notice = "一、管理不严\n=HYPERLINK(\"http://a\")+整改问题12个，+增加35个，-减少6个，@完成7项。\n";
    let csv = stdout(zhenggai().args(["metrics", "-", "--format", "csv"]).write_stdin(notice));
    let records = records(&csv);
    assert!(records.len() > 2, "{records:?}");
    for cell in records.iter().flatten() {
        let number = cell.parse::<f64>().is_ok();
        assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
    }
}

#[test]
fn json_rows_have_the_columns_of_the_table() {
    let array = json(&stdout(zhenggai().args(["metrics", "-", "--format", "json"]).write_stdin(NOTICE)));
    let lines = stdout(zhenggai().args(["metrics", "-", "--format", "jsonl"]).write_stdin(NOTICE));
    let rows = array.as_array().unwrap();
    assert_eq!(rows.len(), lines.lines().count());
    for (row, line) in rows.iter().zip(lines.lines()) {
        assert_eq!(*row, json(line));
        let mut fields: Vec<_> = row.as_object().unwrap().keys().map(String::as_str).collect();
        let mut columns: Vec<_> = METRICS.headings().collect();
        fields.sort_unstable();
        columns.sort_unstable();
        assert_eq!(fields, columns);
    }
    assert_eq!(stdout(zhenggai().args(["metrics", "-", "--format", "json"]).write_stdin("诗")), "[]\n");
}

#[test]
fn numbers_keep_their_digits() {
    let notice = "一、管理不严\n一是抓好整改。投入资金9876543.21万元，完成率60.950%。\n";
    let lines = stdout(zhenggai().args(["metrics", "-", "--format", "jsonl"]).write_stdin(notice));
    assert!(lines.contains("\"value\":9876543.21,") && lines.contains("\"value\":60.95,"), "{lines}");
}

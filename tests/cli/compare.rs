//! `compare`: two years of one body.

use crate::{Folder, json, stderr, stdout, zhenggai};

fn notice(year: u16, measures: &str) -> String {
    format!(
        "关于巡察整改情况的通报\n{year}年6月26日，县委第二巡察组向岚溪县水利局党组反馈了巡察意见。\n\
         一、水库除险加固滞后的问题\n{measures}\n岚溪县水利局党组\n{year}年12月20日\n"
    )
}

fn folder() -> Folder {
    let folder = Folder::new();
    folder.put("b.txt", notice(2024, "一是加快进度。加固水库46座，投入资金0.2亿元。培训巡查员120人次。"));
    folder.put(
        "a.txt",
        notice(2023, "一是加快进度。加固水库35座，投入资金1500万元。下一步，将于2024年6月底前加固水库46座。"),
    );
    folder
}

#[test]
fn a_folder_is_compared_in_the_order_of_years() {
    let folder = folder();
    let found = json(&stdout(zhenggai().args(["compare", "--format", "json"]).arg(folder.path())));
    assert_eq!((&found["old"]["year"], &found["new"]["year"]), (&2023.into(), &2024.into()));
    let metrics = found["metrics"].as_array().unwrap();
    let by = |status: &str| metrics.iter().filter(|metric| metric["status"] == status).collect::<Vec<_>>();
    let money = by("matched").into_iter().find(|metric| metric["new"]["unit"] == "亿元").expect("money in two units");
    assert_eq!(money["delta"], 0.05);
    assert_eq!(money["ratio"], 1.333);
    assert!(by("added").iter().all(|metric| metric["old"].is_null()));
    assert!(by("added").iter().any(|metric| metric["new"]["unit"] == "人次"), "{found}");
    let problem = &found["problems"][0];
    assert_eq!(problem["status"], "repeated");
    assert!(problem["old_span"]["start"].as_u64() < problem["old_span"]["end"].as_u64());
    assert!(!found["promises"].as_array().unwrap().is_empty(), "{found}");
}

#[test]
fn two_files_are_compared_as_given() {
    let folder = folder();
    let run = |format: &str| {
        let mut command = zhenggai();
        command.args(["compare", "--format", format]);
        stdout(command.arg(folder.path().join("b.txt")).arg(folder.path().join("a.txt")))
    };
    assert_eq!(json(&run("json"))["old"]["year"], 2024);
    assert!(run("csv").starts_with("\u{feff}body,status,key"));
    assert!(run("table").contains("2024 → 2023"));
    let page = run("html");
    assert!(
        page.starts_with("<!doctype html>") && page.contains("岚溪县水利局党组") && page.contains("1500 万元"),
        "{page}"
    );
}

#[test]
fn nothing_to_compare_is_an_error() {
    let folder = Folder::new();
    folder.put("a.txt", notice(2023, "一是加快进度。"));
    let mut command = zhenggai();
    command.args(["--lang", "en", "compare"]).arg(folder.path());
    assert!(stderr(&mut command).contains("nothing to compare"));
    command.assert().code(2);
}

#[test]
fn a_workbook_by_the_name_of_the_file() {
    let folder = folder();
    let book = folder.path().join("years.xlsx");
    zhenggai().arg("compare").arg(folder.path()).arg("-o").arg(&book).assert().code(0);
    assert!(std::fs::read(book).unwrap().starts_with(b"PK"));
}

//! `zhenggai analyze` over a thousand generated notices: time and peak memory, beside `parse` alone.
//!
//! ```sh
//! cargo bench --bench analyze                          # 1,000 notices
//! BENCH_NOTICES=200 cargo bench --bench analyze
//! ```
//! Writes the notices to a temporary folder and runs the program on it: `parse` into one file, `analyze`, and `analyze
//! --resume` over what is done. Peaks (`VmHWM`) are read from `/proc` until each run ends; so Linux only.
#![allow(clippy::print_stdout, reason = "a benchmark prints its table")]

mod support;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use support::{Set, high_water, notices, row, setting};

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (from, out) = (folder.path().join("in"), folder.path().join("out"));
    let bytes = write(&notices(""), setting("BENCH_NOTICES", 1000), &from);
    println!("{} notices, {:.1} MiB", setting("BENCH_NOTICES", 1000), bytes as f64 / f64::from(1 << 20));
    row(&["", "time", "peak"].map(String::from));
    let lines = folder.path().join("all.jsonl");
    let runs: [(&str, &[&str], &Path); 3] = [
        ("parse", &["parse"], &lines),
        ("analyze", &["analyze"], &out),
        ("analyze --resume", &["analyze", "--resume"], &out),
    ];
    let times = runs.map(|(name, arguments, output)| {
        let (time, peak) = run(arguments, &from, output);
        row(&[name.to_owned(), format!("{:.1} s", time.as_secs_f64()), format!("{:.0} MiB", peak as f64 / 1024.0)]);
        time
    });
    println!("analyze takes {:.1}× the time of parse", times[1].as_secs_f64() / times[0].as_secs_f64());
}

/// Writes so many notices, and says how many bytes they have.
fn write(from: &[String], count: usize, folder: &Path) -> usize {
    std::fs::create_dir_all(folder).expect("a folder");
    let texts = Set::new(from, usize::MAX).take(count).enumerate();
    texts
        .map(|(at, text)| {
            std::fs::write(folder.join(format!("{at:05}.txt")), &text).expect("a file");
            text.len()
        })
        .sum()
}

/// Time of a run, and its peak resident memory in KiB.
fn run(arguments: &[&str], from: &Path, output: &Path) -> (Duration, u64) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_zhenggai"));
    let start = Instant::now();
    let mut child = program
        .args(arguments)
        .arg(from)
        .arg("-o")
        .arg(output)
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let mut peak = 0;
    loop {
        peak = peak.max(high_water(&child).unwrap_or(0));
        match child.try_wait().expect("the program's state") {
            Some(status) if status.success() => return (start.elapsed(), peak),
            Some(status) => panic!("zhenggai {} failed: {status}", arguments.join(" ")),
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    }
}

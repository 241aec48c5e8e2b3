//! Peak memory of `zhenggai parse` over many notices: it does not grow with their number.
//!
//! ```sh
//! cargo bench --bench memory                           # 64 and 512 MiB
//! BENCH_SMALL_MIB=8 BENCH_LARGE_MIB=64 cargo bench --bench memory
//! ```
//! Writes each set to a temporary folder, one file a notice, runs the program on it and reads the child's peak (`VmHWM`)
//! from `/proc` until it ends; so Linux only.
#![allow(clippy::print_stdout, reason = "a benchmark prints its table")]

mod support;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use support::{Set, high_water, notices, row, setting};

fn main() {
    let from = notices("");
    let sizes = [setting("BENCH_SMALL_MIB", 64), setting("BENCH_LARGE_MIB", 512)];
    row(&["", "notices", "peak"].map(String::from));
    let peaks = sizes.map(|mib| {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let count = write(&from, mib << 20, folder.path());
        let peak = peak(folder.path());
        row(&[format!("{mib} MiB"), count.to_string(), format!("{:.1} MiB", peak as f64 / 1024.0)]);
        peak
    });
    println!("large set takes {:.2}× the memory of the small one", peaks[1] as f64 / peaks[0] as f64);
}

/// Writes a set, and says how many notices it has. A folder holds a thousand.
fn write(from: &[String], bytes: usize, folder: &Path) -> usize {
    let mut count = 0;
    for (at, text) in Set::new(from, bytes).enumerate() {
        let part = folder.join(format!("{:03}", at / 1000));
        std::fs::create_dir_all(&part).expect("a folder");
        std::fs::write(part.join(format!("{:03}.txt", at % 1000)), text).expect("a file");
        count += 1;
    }
    count
}

/// Peak resident memory in KiB of the program over a folder.
fn peak(folder: &Path) -> u64 {
    let mut program = Command::new(env!("CARGO_BIN_EXE_zhenggai"));
    let mut child = program.arg("parse").arg(folder).stdout(Stdio::null()).spawn().expect("the program starts");
    let mut peak = 0;
    loop {
        peak = peak.max(high_water(&child).unwrap_or(0));
        match child.try_wait().expect("the program's state") {
            Some(status) if status.success() => return peak,
            Some(status) => panic!("zhenggai parse failed: {status}"),
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    }
}

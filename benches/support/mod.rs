//! What the benchmarks share: sets of notices made from the corpus, time, and columns.
#![allow(dead_code, reason = "each benchmark uses its part")]
#![allow(clippy::print_stdout, reason = "a benchmark prints its table")]

pub mod plant;

use std::path::Path;
use std::process::Child;
use std::time::{Duration, Instant};

/// A number from the environment, or what the benchmark runs with by default.
pub fn setting(name: &str, default: usize) -> usize {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(default)
}

/// The texts of the annotated notices whose name begins so, by name.
pub fn notices(prefix: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/notices");
    let entries = std::fs::read_dir(folder).expect("corpus/notices").map(|entry| entry.expect("an entry").path());
    let mut paths: Vec<_> = entries
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(prefix)))
        .collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).expect("a UTF-8 text")).collect()
}

/// Notices of `bytes` bytes together: the texts of `from` in turn with their digits varied, so that no two are the same.
/// Numbers of dates and documents stay, and so does every zero: lengths and forms are those of the corpus.
pub struct Set<'a> {
    from: &'a [String],
    left: usize,
    at: usize,
    seed: u64,
}

impl<'a> Set<'a> {
    pub fn new(from: &'a [String], bytes: usize) -> Self {
        Self { from, left: bytes, at: 0, seed: 42 }
    }

    fn vary(&mut self, text: &str) -> String {
        let mut varied = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
            let (before, number) = rest.split_at(at);
            let end = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
            let (digits, after) = number.split_at(end);
            varied.push_str(before);
            if after.starts_with(['年', '月', '日', '号', '〕']) {
                varied.push_str(digits);
            } else {
                varied.extend(digits.chars().map(|digit| self.digit(digit)));
            }
            rest = after;
        }
        varied + rest
    }

    fn digit(&mut self, digit: char) -> char {
        if digit == '0' {
            return digit;
        }
        self.seed = self.seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        char::from(b'1' + ((self.seed >> 33) % 9) as u8)
    }
}

impl Iterator for Set<'_> {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        if self.left == 0 {
            return None;
        }
        let from = self.from;
        let text = &from[self.at % from.len()];
        self.at += 1;
        self.left = self.left.saturating_sub(text.len());
        Some(self.vary(text))
    }
}

/// How long `work` takes.
pub fn time(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// The middle one of several durations.
pub fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// Prints a row, the first column left, the others right.
pub fn row(cells: &[String]) {
    let (first, rest) = cells.split_first().expect("a row has cells");
    let rest: String = rest.iter().map(|cell| format!("{cell:>14}")).collect();
    println!("{first:<26}{rest}");
}

/// Peak resident memory of a running program so far, in KiB (Linux only).
pub fn high_water(child: &Child) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}

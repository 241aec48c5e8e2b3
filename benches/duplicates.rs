//! The search for copies among many sentences: time, memory, and how many planted copies it finds.
//!
//! ```sh
//! cargo bench --bench duplicates                       # 100,000, 300,000 and 1,000,000 sentences
//! BENCH_SENTENCES=20000 cargo bench --bench duplicates # that many alone
//! ```
//! One sentence in twenty is a near copy of an earlier one: other figures, one letter in twelve another. Each size runs in a
//! process of its own; memory is the peak of that process, dictionaries and reading included, and for each sentence what it has
//! above the texts (Linux only). The last column is the exponent of the growth of time from the row before.
#![allow(clippy::print_stdout, reason = "a benchmark prints its table")]

mod support;

use rayon::prelude::*;
use std::collections::{BTreeMap, HashSet};
use std::process::{Command, Stdio};
use support::plant::{Place, Planted, SENTENCES};
use support::{high_water, row, setting, time};
use zhenggai::similar::{Corpus, Findings, Options, Run, find, read};
use zhenggai::{Document, Lexicon, parse};

/// Says that this process is to run one size.
const CHILD: &str = "BENCH_CHILD";

/// Notices read at a time.
const AT_ONCE: usize = 2_000;

fn main() {
    if std::env::var_os(CHILD).is_some() {
        return measure(setting("BENCH_SENTENCES", 0));
    }
    row(&["sentences", "search", "peak", "bytes each", "found", "growth"].map(String::from));
    let sizes = match setting("BENCH_SENTENCES", 0) {
        0 => vec![100_000, 300_000, 1_000_000],
        one => vec![one],
    };
    let mut before: Option<(usize, f64)> = None;
    for size in sizes {
        let (seconds, peak, text, found) = in_child(size);
        let growth = before.map(|(less, took)| (seconds / took).ln() / (size as f64 / less as f64).ln());
        row(&[
            size.to_string(),
            format!("{seconds:.1} s"),
            format!("{:.0} MiB", peak / f64::from(1 << 20)),
            format!("{:.0}", (peak - text) / size as f64),
            format!("{found:.4}"),
            growth.map_or_else(String::new, |growth| format!("n^{growth:.2}")),
        ]);
        before = Some((size, seconds));
    }
}

/// Seconds of the search, peak and text in bytes, share of the copies found.
fn in_child(size: usize) -> (f64, f64, f64, f64) {
    let mut program = Command::new(std::env::current_exe().expect("this program"));
    program.env(CHILD, "1").env("BENCH_SENTENCES", size.to_string()).stdout(Stdio::piped());
    let mut child = program.spawn().expect("the benchmark starts");
    let mut peak = 0;
    while child.try_wait().expect("its state").is_none() {
        peak = peak.max(high_water(&child).unwrap_or(0));
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    let output = child.wait_with_output().expect("its output");
    let told: Vec<f64> = String::from_utf8_lossy(&output.stdout)
        .split_whitespace()
        .map(|number| number.parse().expect("a number"))
        .collect();
    let [seconds, text, found] = told[..] else { panic!("the child printed {told:?}") };
    (seconds, peak as f64 * 1024.0, text, found)
}

/// Prints seconds of the search, bytes of text, and share of the copies found.
fn measure(sentences: usize) {
    let lexicon = Lexicon::builtin();
    let mut planted = Planted::new(42);
    let (mut corpus, mut bytes) = (Corpus::default(), 0);
    for from in (0..sentences / SENTENCES).step_by(AT_ONCE) {
        let numbers = from..(from + AT_ONCE).min(sentences / SENTENCES);
        let texts: Vec<(usize, String)> = numbers.map(|at| (at, planted.notice(at))).collect();
        bytes += texts.iter().map(|(_, text)| text.len()).sum::<usize>();
        let readings: Vec<_> = texts.into_par_iter().map(|(at, text)| reading(at, &text, &lexicon)).collect();
        readings.iter().for_each(|reading| corpus.add(reading));
    }
    let mut findings = None;
    let took = time(|| findings = Some(find(&corpus, &lexicon, &Options::default())));
    let findings = findings.expect("the search ran");
    println!("{} {bytes} {}", took.as_secs_f64(), share_found(&findings, &planted.copies));
}

fn reading(at: usize, text: &str, lexicon: &Lexicon) -> zhenggai::similar::Reading {
    let document = Document::from_text(text);
    let mut reading = read(&document, &parse(&document, lexicon), lexicon);
    reading.path = at.to_string();
    reading
}

/// Share of the planted copies that a pair tells, or that stand in one cluster with their original.
fn share_found(findings: &Findings<'_>, copies: &[(Place, Place)]) -> f64 {
    let starts: BTreeMap<Place, ()> = copies.iter().flat_map(|(a, b)| [(*a, ()), (*b, ())]).collect();
    let place = |run: Run| {
        let passage = findings.passage(run);
        let notice = passage.path.parse().expect("a number");
        let (place, ()) = starts.range(..=(notice, passage.bytes.lo())).next_back()?;
        (place.0 == notice).then_some(*place)
    };
    let told: HashSet<(usize, Place)> = findings
        .pairs
        .iter()
        .flat_map(|pair| [place(pair.a), place(pair.b)].map(|place| place.map(|place| (pair.cluster, place))))
        .flatten()
        .collect();
    let mut clusters: BTreeMap<Place, Vec<usize>> = BTreeMap::new();
    told.iter().for_each(|(cluster, place)| clusters.entry(*place).or_default().push(*cluster));
    let together = |(a, b): &&(Place, Place)| {
        clusters.get(a).is_some_and(|of_a| of_a.iter().any(|cluster| told.contains(&(*cluster, *b))))
    };
    copies.iter().filter(together).count() as f64 / copies.len().max(1) as f64
}

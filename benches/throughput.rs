//! Throughput against word segmentation: `parse`, and `parse` with its JSON, over the same text and in the same run as
//! `jieba_rs::Jieba::cut(text, true)`, on one thread and on two.
//!
//! ```sh
//! cargo bench --bench throughput                       # 64 MiB, 5 rounds
//! BENCH_MIB=8 BENCH_ROUNDS=3 cargo bench --bench throughput
//! ```
//! Two mixes: `dense`, all notices of the corpus in turn, and `real`, the public notice alone; digits are varied. The rounds
//! of the three works alternate and their medians are compared, so that a slow minute of the machine hits all alike.
#![allow(clippy::print_stdout, reason = "a benchmark prints its table")]

mod support;

use jieba_rs::Jieba;
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::hint::black_box;
use std::time::Duration;
use support::{Set, median, notices, row, setting, time};
use zhenggai::output::wire;
use zhenggai::{Document, Lexicon, parse};

/// A work over one notice.
type Work<'a> = (&'static str, Box<dyn Fn(&Document) -> usize + Sync + 'a>);

fn main() {
    let bytes = setting("BENCH_MIB", 64) << 20;
    let rounds = setting("BENCH_ROUNDS", 5);
    let (jieba, lexicon) = (Jieba::new(), Lexicon::builtin());
    let works = works(&jieba, &lexicon);
    for (mix, from) in [("dense", notices("")), ("real", notices("anyang"))] {
        let set: Vec<Document> = Set::new(&from, bytes).map(|text| Document::from_text(&text)).collect();
        let size: usize = set.iter().map(|document| document.text().len()).sum();
        println!("\n{mix}: {} notices, {:.1} MiB, median of {rounds} rounds", set.len(), mib(size));
        let one = measure(&works, &set, 1, rounds);
        let two = measure(&works, &set, 2, rounds);
        print_table(&works, size, &one, &two);
    }
}

fn works<'a>(jieba: &'a Jieba, lexicon: &'a Lexicon) -> [Work<'a>; 3] {
    let json = |document: &Document| {
        let notice = parse(document, lexicon);
        let printed = wire::notice(document, &notice, lexicon, &wire::Options::default());
        serde_json::to_vec(&printed).expect("a notice prints").len()
    };
    [
        ("jieba cut, hmm", Box::new(|document| jieba.cut(document.text(), true).len())),
        ("parse", Box::new(|document| parse(document, lexicon).metrics.len())),
        ("parse and JSON", Box::new(json)),
    ]
}

/// The median time of each work over the set.
fn measure(works: &[Work<'_>], set: &[Document], threads: usize, rounds: usize) -> Vec<Duration> {
    let pool = ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
    // Dictionaries that are built at first use are built before the clock runs.
    works.iter().for_each(|(_, work)| run(&pool, &set[..set.len().min(16)], work));
    let mut times = vec![Vec::new(); works.len()];
    for _ in 0..rounds {
        for ((_, work), times) in works.iter().zip(&mut times) {
            times.push(time(|| run(&pool, set, work)));
        }
    }
    times.iter_mut().map(|times| median(times)).collect()
}

fn run(pool: &ThreadPool, set: &[Document], work: &(impl Fn(&Document) -> usize + Sync)) {
    black_box(pool.install(|| set.par_iter().map(work).sum::<usize>()));
}

fn print_table(works: &[Work<'_>], size: usize, one: &[Duration], two: &[Duration]) {
    row(&["", "1 thread", "of jieba", "2 threads", "of jieba", "gain", "of jieba's"].map(String::from));
    let gain = |at: usize| one[at].as_secs_f64() / two[at].as_secs_f64();
    for (at, (name, _)) in works.iter().enumerate() {
        let speed = |time: Duration| format!("{:.2} MiB/s", mib(size) / time.as_secs_f64());
        let ratio = |times: &[Duration]| format!("{:.2}×", times[0].as_secs_f64() / times[at].as_secs_f64());
        row(&[
            (*name).to_owned(),
            speed(one[at]),
            ratio(one),
            speed(two[at]),
            ratio(two),
            format!("{:.2}×", gain(at)),
            format!("{:.2}", gain(at) / gain(0)),
        ]);
    }
}

fn mib(bytes: usize) -> f64 {
    bytes as f64 / f64::from(1 << 20)
}

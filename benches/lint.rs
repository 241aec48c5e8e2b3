//! What linting adds to reading: `parse`, and `parse` with every rule, over the same notices in the same run.
//!
//! ```sh
//! cargo bench --bench lint                             # 16 MiB, 5 rounds
//! ```
//! The last column is the time that linting adds as a share of the time of `parse`; the bar is 40 %.
#![allow(clippy::print_stdout, reason = "a benchmark prints its table")]

mod support;

use std::hint::black_box;
use support::{Set, median, notices, setting, time};
use zhenggai::lint::{Parsed, Registry, Settings, lint};
use zhenggai::{Document, Lexicon, parse};

fn main() {
    let bytes = setting("BENCH_MIB", 16) << 20;
    let rounds = setting("BENCH_ROUNDS", 5);
    let lexicon = Lexicon::builtin();
    let (rules, settings) = (Registry::new(&lexicon), Settings::default());
    for (mix, from) in [("dense", notices("")), ("real", notices("anyang"))] {
        let set: Vec<Document> = Set::new(&from, bytes).map(|text| Document::from_text(&text)).collect();
        let read = |document: &Document| {
            black_box(parse(document, &lexicon).metrics.len());
        };
        let check = |document: &Document| {
            let notice = parse(document, &lexicon);
            black_box(lint(&[Parsed { document, notice: &notice, lexicon: &lexicon }], &rules, &settings).len());
        };
        let (mut reading, mut checking) = (Vec::new(), Vec::new());
        for _ in 0..rounds {
            reading.push(time(|| set.iter().for_each(&read)));
            checking.push(time(|| set.iter().for_each(&check)));
        }
        let (reading, checking) = (median(&mut reading), median(&mut checking));
        let added = (checking.as_secs_f64() / reading.as_secs_f64() - 1.0) * 100.0;
        println!("{mix}: parse {reading:.2?}, with lint {checking:.2?}, added {added:.0} %");
    }
}

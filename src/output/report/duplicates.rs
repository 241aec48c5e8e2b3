//! Passages that say the same, as the list of duplicates sets them side by side; and who shares how much, for the overview.

use super::embed::Part;
use super::places::Places;
use crate::output::decimal::Exact;
use crate::output::results::Results;
use crate::output::wire;
use serde::Serialize;

/// Most rows of the overview's table of shares.
const MOST: usize = 20;

/// Two passages: a row of the list.
#[derive(Serialize)]
struct Entry<'a> {
    a: Passage<'a>,
    b: Passage<'a>,
    similarity: Exact,
    scope: &'static str,
    boilerplate: bool,
    /// Words of the one and of the other that differ, in the order of the passage.
    differs: Vec<[&'a str; 2]>,
}

#[derive(Serialize)]
struct Passage<'a> {
    /// Place of its notice.
    n: usize,
    /// First and end character.
    span: [usize; 2],
    text: &'a str,
}

/// How much of a notice stands in another one.
#[derive(Serialize)]
pub struct Share {
    /// Place of the notice.
    n: usize,
    /// Place of the one it is found in.
    other: usize,
    chars: usize,
    of: usize,
}

pub fn part(results: &Results<'_>) -> Part {
    let places = Places::of(results.analysis);
    let pairs = results.duplicates().duplicates.iter();
    let entries: Vec<Entry<'_>> = pairs.filter_map(|pair| entry(pair, &places)).collect();
    super::part("duplicates".to_owned(), &entries)
}

fn entry<'a>(pair: &'a wire::Duplicate, places: &Places<'_>) -> Option<Entry<'a>> {
    Some(Entry {
        a: passage(&pair.a, places)?,
        b: passage(&pair.b, places)?,
        similarity: pair.similarity,
        scope: pair.scope,
        boilerplate: pair.boilerplate,
        differs: pair.differs.iter().map(|difference| [difference.a.as_str(), difference.b.as_str()]).collect(),
    })
}

fn passage<'a>(place: &'a wire::Place, places: &Places<'_>) -> Option<Passage<'a>> {
    Some(Passage { n: places.get(&place.notice)?, span: [place.span.start, place.span.end], text: &place.text })
}

/// The largest shares, each notice with the one that it shares most with.
pub fn shares(results: &Results<'_>) -> Vec<Share> {
    let places = Places::of(results.analysis);
    let share = |overlap: &wire::Overlap| {
        let (n, other) = (places.get(&overlap.notice)?, places.get(&overlap.other)?);
        (n != other && overlap.of > 0).then_some(Share { n, other, chars: overlap.chars, of: overlap.of })
    };
    let mut shares: Vec<Share> = results.duplicates().matrix.iter().filter_map(share).collect();
    // a.chars / a.of against b.chars / b.of, without a division.
    shares.sort_by_key(|share| (share.n, share.other));
    shares.sort_by(|a, b| (b.chars * a.of).cmp(&(a.chars * b.of)));
    let mut seen = rustc_hash::FxHashSet::default();
    shares.retain(|share| seen.insert(share.n));
    shares.truncate(MOST);
    shares
}

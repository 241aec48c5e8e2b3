//! The headings above a metric, and how near those of two notices come.

use super::Edition;
use super::bag::{Bag, Index, Rarity};
use super::kin;
use crate::Lexicon;
use crate::model::{NodeId, NodeKind};
use rustc_hash::FxHashMap;

/// Headings of the other notice that are looked at for each.
const NEAREST: usize = 24;

/// Likeness of the headings of two notices, 0 where none was found.
pub(super) struct Headings {
    likeness: FxHashMap<(NodeId, NodeId), f64>,
}

impl Headings {
    pub fn of(old: &Edition<'_>, new: &Edition<'_>, lexicon: &Lexicon) -> Self {
        let (olds, news) = (headings(old, lexicon), headings(new, lexicon));
        let rarity = Rarity::of(olds.iter().chain(&news).map(|(_, bag)| bag));
        let index = Index::new(news.iter().map(|(_, bag)| bag), &rarity);
        let mut likeness = FxHashMap::default();
        for (id, bag) in &olds {
            for at in index.nearest(bag, NEAREST) {
                let (other, near) = &news[at];
                likeness.insert((*id, *other), rarity.dice(bag, near));
            }
        }
        Self { likeness }
    }

    pub fn likeness(&self, old: NodeId, new: NodeId) -> f64 {
        self.likeness.get(&(old, new)).copied().unwrap_or(0.0)
    }

    /// The best that any heading above one comes to any above the other.
    pub fn best(&self, old: &[NodeId], new: &[NodeId]) -> f64 {
        let pairs = old.iter().flat_map(|old| new.iter().map(move |new| (*old, *new)));
        pairs.map(|(old, new)| self.likeness(old, new)).fold(0.0, f64::max)
    }
}

/// Sections and problems with the words of their headings, less the words that only say that something is wrong.
fn headings(edition: &Edition<'_>, lexicon: &Lexicon) -> Vec<(NodeId, Bag)> {
    let outline = &edition.notice.outline;
    let named = |id: &NodeId| matches!(outline.get(*id).kind, NodeKind::Problem | NodeKind::Section);
    let text = edition.document.text();
    outline.ids().filter(named).map(|id| (id, Bag::of(&topic(outline.get(id).heading.slice(text), lexicon)))).collect()
}

/// A heading without the words that all problems share.
pub(super) fn topic(heading: &str, lexicon: &Lexicon) -> String {
    let mut topic = String::new();
    let mut reached = 0;
    for (span, _) in lexicon.deficiency.find_in(heading) {
        topic.push_str(&heading[reached..span.lo()]);
        reached = span.hi();
    }
    topic.push_str(&heading[reached..]);
    for word in ["针对", "关于", "问题", "的"] {
        topic = topic.replace(word, "");
    }
    kin::reword(&topic, lexicon)
}

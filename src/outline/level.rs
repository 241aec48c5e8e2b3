//! The level of an item, by the items that are open and the styles seen first, not by a fixed table.

use crate::lexicon::LabelKind;
use crate::scan::{MarkerStyle, Place};
use rustc_hash::FxHashSet;

/// What an item's level goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Style {
    /// A list marker.
    Marker(MarkerStyle),
    /// A problem's or measure's label (反馈问题1：).
    Label(LabelKind),
    /// A heading without a marker.
    Plain,
}

/// Deepest nesting that is followed.
pub(super) const DEEPEST: usize = 12;

/// An item that is open.
#[derive(Debug, Clone, Copy)]
pub(super) struct Open {
    /// Its place in the builder's list.
    pub id: usize,
    /// What its level goes by.
    pub style: Style,
    /// Its number, 0 where it has none.
    pub ordinal: u32,
    /// Whether it is a bare heading so far, with nothing below it in the current scope.
    pub bare: bool,
    /// Whether its heading names a deficiency.
    pub deficient: bool,
}

/// The new item.
#[derive(Debug, Clone, Copy)]
pub(super) struct Arrival {
    pub style: Style,
    pub ordinal: u32,
    pub place: Place,
    pub deficient: bool,
}

/// Which style was seen below which.
#[derive(Debug, Default)]
pub(super) struct Levels {
    below: FxHashSet<(Style, Style)>,
}

impl Levels {
    /// How many of the open items stay open as ancestors of the new one.
    pub fn depth(&self, open: &[Open], new: &Arrival) -> usize {
        if open.len() < DEEPEST && open.last().is_some_and(|last| opens_below(open, last, new)) {
            return open.len();
        }
        let depth = self.sibling(open, new).unwrap_or_else(|| self.child(open, new));
        depth.min(DEEPEST)
    }

    /// Remembers the nesting of `style` below the open items.
    pub fn note(&mut self, open: &[Open], style: Style) {
        for ancestor in open {
            if ancestor.style != style {
                self.below.insert((style, ancestor.style));
            }
        }
    }

    /// The level of an open item of the same list.
    fn sibling(&self, open: &[Open], new: &Arrival) -> Option<usize> {
        let same = |o: &Open| o.style == new.style;
        let successor = |o: &Open| new.ordinal > 0 && new.ordinal == o.ordinal + 1;
        let mut exact = open.iter().enumerate().rev().filter(|(_, o)| same(o) && successor(o));
        if let Some((inner, item)) = exact.next() {
            // Two lists of one style are open, and both go on here: a deficiency continues the list of deficiencies.
            let outer = exact.find(|(_, o)| o.deficient && new.deficient && !item.deficient);
            return Some(outer.map_or(inner, |(at, _)| at));
        }
        let any = open.iter().rposition(same);
        let varied = open.iter().rposition(|o| !same(o) && list(o.style) == list(new.style) && successor(o));
        match (any, varied) {
            (None, varied) => varied,
            (Some(same), Some(varied)) if varied > same => Some(varied),
            (same, _) => same,
        }
    }

    /// Below the innermost open item, unless the style is known, or by custom, to stand above it.
    fn child(&self, open: &[Open], new: &Arrival) -> usize {
        let above = |o: &Open| {
            if self.below.contains(&(o.style, new.style)) {
                return true;
            }
            let known = self.below.contains(&(new.style, o.style));
            !known && !o.bare && new.place == Place::LineStart && custom(new.style) < custom(o.style)
        };
        open.iter().position(above).unwrap_or(open.len())
    }
}

/// Whether the new item begins a list directly below the bare heading `last`. A list may have its heading's own style, where
/// the heading names a deficiency and stands on its line.
fn opens_below(open: &[Open], last: &Open, new: &Arrival) -> bool {
    let own = last.style == new.style && last.deficient && new.place == Place::LineStart;
    last.bare && new.ordinal == 1 && (own || !open.iter().any(|o| o.style == new.style))
}

/// The style that stands for all that a careless writer mixes in one list: `1、` `2．`, `一是` `二要`, `（1）` `2）`.
pub(super) fn list(style: Style) -> Style {
    use MarkerStyle::{Chain, ChainMust, DigitComma, DigitDot, DigitHalfParen, DigitParen};
    match style {
        Style::Marker(DigitComma) => Style::Marker(DigitDot),
        Style::Marker(ChainMust) => Style::Marker(Chain),
        Style::Marker(DigitHalfParen) => Style::Marker(DigitParen),
        other => other,
    }
}

fn custom(style: Style) -> u8 {
    match style {
        Style::Marker(style) => rank(style),
        Style::Label(LabelKind::Problem) => 3,
        Style::Plain => 2,
        Style::Label(_) => 7,
    }
}

/// Customary level of a style, 1 the highest (GB/T 9704: 一、（一）1. （1）).
pub(super) fn rank(style: MarkerStyle) -> u8 {
    match style {
        MarkerStyle::Part => 0,
        MarkerStyle::HanComma | MarkerStyle::Roman => 1,
        MarkerStyle::HanParen => 2,
        MarkerStyle::DigitDot | MarkerStyle::DigitComma => 4,
        MarkerStyle::DigitParen | MarkerStyle::DigitHalfParen => 5,
        MarkerStyle::Circled | MarkerStyle::Letter => 6,
        MarkerStyle::Ordinal | MarkerStyle::Order | MarkerStyle::OneOf => 7,
        MarkerStyle::Chain | MarkerStyle::ChainMust | MarkerStyle::Bullet => 8,
    }
}

//! Parts that add up: the numbers behind a whole that together make exactly it (案件87件，判决46件、调解8件、撤诉33件), where the
//! words tie them to nothing. Here the values are evidence, so that it takes a list or figures too fine to agree by chance.

use super::{REACH, Weaver, is_mark, scaled};
use crate::model::{BlockKind, Dimension};
use rust_decimal::Decimal;

impl Weaver<'_> {
    /// Ties the members of lists to the wholes that they make, inner lists before those that hold them.
    pub(super) fn add_up(&mut self) {
        for whole in (0..self.done.len()).rev() {
            for part in self.makes(whole).unwrap_or_default() {
                self.done[part] = Some(whole);
            }
        }
    }

    /// The mentions behind `whole` that make it.
    fn makes(&self, whole: usize) -> Option<Vec<usize>> {
        let goal = scaled(&self.figures.mentions[whole]);
        // 应征1.12亿元，实征9870万元，少征1330万元: what was due is balanced by the others, not made of them.
        if goal <= Decimal::ONE || !self.can_be_part(whole) || !self.usable(whole) || self.own(whole).starts_with('应')
        {
            return None;
        }
        // What a deficiency counts and what its measures reached are two statements, though they may balance.
        let (problem, described) = (self.problem(whole), self.is_described(whole));
        let (mut parts, mut sum) = (Vec::new(), Decimal::ZERO);
        for part in whole + 1..self.done.len().min(whole + REACH) {
            if !self.kin(part, whole) || !self.usable(part) || self.is_inner(part, whole) {
                continue;
            }
            if self.problem(part) != problem
                || self.is_described(part) != described
                || !self.can_be_part(part)
                || self.is_taken(part, whole)
            {
                break;
            }
            sum = sum.saturating_add(scaled(&self.figures.mentions[part]));
            parts.push(part);
            if sum >= goal {
                break;
            }
        }
        (sum == goal && parts.len() >= 2 && self.told_together(whole, &parts)).then_some(parts)
    }

    /// A part of one of the parts. A remainder is tied to a part of its sort only for want of the whole.
    fn is_inner(&self, index: usize, whole: usize) -> bool {
        let rest = self.figures.names[index].rest;
        self.done[index].is_some_and(|inner| inner > whole && !(rest && self.kin(index, inner)))
    }

    /// A part of another whole, of which `whole` is none.
    fn is_taken(&self, index: usize, whole: usize) -> bool {
        self.done[index].is_some_and(|other| other < whole && self.done[whole] != Some(other))
    }

    /// Whether more than the sum says that the parts belong together: figures too fine for chance, a list, a remainder, words
    /// that name nothing of their own.
    fn told_together(&self, whole: usize, parts: &[usize]) -> bool {
        const FEW: i64 = 5;
        let value = self.figures.mentions[whole].value;
        let fine = value >= Decimal::ONE_HUNDRED || value.scale() > 0;
        let rest = parts.iter().any(|&part| self.figures.names[part].rest);
        let bare = !self.bare(whole) && parts.iter().all(|&part| self.bare(part) && !self.nouns[part]);
        let listed = parts.windows(2).all(|pair| self.joined(pair[0], pair[1])) && !self.joined(whole, parts[0]);
        let counted = self.figures.mentions[whole].dimension() == Dimension::Count;
        let few = value < FEW.into() && value.scale() == 0;
        rest || bare && counted || fine || listed && !few
    }

    fn is_described(&self, index: usize) -> bool {
        let at = self.figures.mentions[index].span.lo();
        self.figures.page.blocks.kind_at(at) == Some(BlockKind::Description)
    }

    /// Whether 、 or 和 stands between two mentions, and no other mark.
    fn joined(&self, one: usize, next: usize) -> bool {
        let (one, next) = (&self.figures.mentions[one], &self.figures.mentions[next]);
        let between = self.figures.page.text.get(one.outer.hi()..next.outer.lo()).unwrap_or_default().trim_start();
        let rest = between.strip_prefix(['、', '和', '及', '与']);
        rest.is_some_and(|rest| !rest.contains(|c: char| is_mark(c)))
    }
}

//! One-to-one assignment of the greatest total weight, over the pairs that are worth a look.
//!
//! The shortest augmenting paths of Jonker and Volgenant on a sparse graph: each row has, beside its candidates, a place of
//! its own at weight zero, so that it may stay alone. Weights are whole numbers: no sum depends on the order of adding. A
//! dense solver (`pathfinding`'s `kuhn_munkres`) wants the whole matrix and time that grows with its cube; here a row has a
//! handful of candidates, and 2,000 rows take milliseconds.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A candidate: row, column, and what the pair is worth (above zero).
pub(super) type Edge = (usize, usize, i64);

const NONE: usize = usize::MAX;
const FAR: i64 = i64::MAX / 4;

/// The column of each row, `None` for one that stays alone. Of several best assignments always the same is taken.
pub(super) fn assign(rows: usize, columns: usize, edges: &[Edge]) -> Vec<Option<usize>> {
    Solver::new(rows, columns, edges).run()
}

struct Solver {
    columns: usize,
    /// Columns and costs of each row; the row's own place comes last.
    adjacent: Vec<Vec<(usize, i64)>>,
    /// What each column costs beyond its pair, so that taken columns are not taken for nothing.
    price: Vec<i64>,
    row_price: Vec<i64>,
    owner: Vec<usize>,
    column: Vec<usize>,
}

impl Solver {
    fn new(rows: usize, columns: usize, edges: &[Edge]) -> Self {
        let mut adjacent = vec![Vec::new(); rows];
        for &(row, column, weight) in edges {
            debug_assert!(row < rows && column < columns && weight > 0);
            adjacent[row].push((column, -weight));
        }
        for (row, list) in adjacent.iter_mut().enumerate() {
            list.sort_unstable();
            list.push((columns + row, 0));
        }
        let places = columns + rows;
        let row_price = adjacent.iter().map(|list| list.iter().map(|(_, cost)| *cost).min().unwrap_or(0)).collect();
        Self {
            columns,
            adjacent,
            price: vec![0; places],
            row_price,
            owner: vec![NONE; places],
            column: vec![NONE; rows],
        }
    }

    fn run(mut self) -> Vec<Option<usize>> {
        for row in 0..self.adjacent.len() {
            self.settle(row);
        }
        let taken = |column: usize| (column < self.columns).then_some(column);
        self.column.into_iter().map(taken).collect()
    }

    /// Gives `root` a place by the cheapest chain of changes, and keeps the prices such that no pair is under its cost.
    fn settle(&mut self, root: usize) {
        let mut distance = vec![FAR; self.owner.len()];
        let mut from = vec![NONE; self.owner.len()];
        let mut closed = Vec::new();
        let mut done = vec![false; self.owner.len()];
        let mut queue = BinaryHeap::new();
        let (mut row, mut base) = (root, 0);
        let end = loop {
            for &(place, cost) in &self.adjacent[row] {
                let reach = base + cost - self.row_price[row] - self.price[place];
                if !done[place] && reach < distance[place] {
                    distance[place] = reach;
                    from[place] = row;
                    // A free place of the same distance ends the search, so it is looked at first.
                    queue.push(Reverse((reach, self.owner[place] != NONE, place)));
                }
            }
            let next = loop {
                let Some(Reverse((reach, _, place))) = queue.pop() else { break None };
                if !done[place] && reach == distance[place] {
                    break Some(place);
                }
            };
            // The row's own place is always reachable, so there is a next one.
            let Some(place) = next else { return };
            done[place] = true;
            base = distance[place];
            if self.owner[place] == NONE {
                break place;
            }
            closed.push(place);
            row = self.owner[place];
        };
        let total = distance[end];
        self.row_price[root] += total;
        for place in closed {
            let gain = total - distance[place];
            self.row_price[self.owner[place]] += gain;
            self.price[place] -= gain;
        }
        let mut place = end;
        loop {
            let row = from[place];
            let before = std::mem::replace(&mut self.column[row], place);
            self.owner[place] = row;
            if row == root {
                return;
            }
            place = before;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn total(assigned: &[Option<usize>], edges: &[Edge]) -> i64 {
        let weight = |row: usize, column: usize| edges.iter().find(|e| (e.0, e.1) == (row, column)).map_or(0, |e| e.2);
        assigned.iter().enumerate().filter_map(|(row, column)| column.map(|column| weight(row, column))).sum()
    }

    /// Tries everything.
    fn best(row: usize, rows: usize, edges: &[Edge], taken: &mut Vec<usize>) -> i64 {
        if row == rows {
            return 0;
        }
        let mut most = best(row + 1, rows, edges, taken);
        for &(_, column, weight) in edges.iter().filter(|edge| edge.0 == row) {
            if !taken.contains(&column) {
                taken.push(column);
                most = most.max(weight + best(row + 1, rows, edges, taken));
                taken.pop();
            }
        }
        most
    }

    #[test]
    fn the_best_sum_is_not_the_best_first() {
        // Taking the pair of weight 9 first leaves 1 for the other row; 8 + 7 is more.
        let edges = [(0, 0, 9), (0, 1, 8), (1, 0, 7), (1, 1, 1)];
        assert_eq!(assign(2, 2, &edges), [Some(1), Some(0)]);
        assert_eq!(assign(2, 1, &[(0, 0, 3), (1, 0, 5)]), [None, Some(0)]);
        assert_eq!(assign(1, 0, &[]), [None]);
    }

    #[test]
    fn many_equal_pairs_are_no_trouble() {
        let edges: Vec<_> =
            (0..2000).flat_map(|row| (0..2000).step_by(100).map(move |step| (row, (row + step) % 2000, 5))).collect();
        assert!(assign(2000, 2000, &edges).iter().all(Option::is_some));
    }

    proptest! {
        #[test]
        fn no_assignment_is_worth_more(weights in proptest::collection::vec(0_i64..6, 30)) {
            let all = weights.iter().enumerate().map(|(at, weight)| (at / 6, at % 6, *weight));
            let edges: Vec<_> = all.filter(|edge| edge.2 > 0).collect();
            let assigned = assign(5, 6, &edges);
            let columns: Vec<_> = assigned.iter().flatten().collect();
            let distinct: std::collections::BTreeSet<_> = columns.iter().collect();
            prop_assert_eq!(columns.len(), distinct.len());
            prop_assert_eq!(total(&assigned, &edges), best(0, 5, &edges, &mut Vec::new()));
        }
    }
}

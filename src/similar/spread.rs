//! Work over many items, spread over the threads where that is worth it: a single notice is done sooner than it is handed
//! out.

use super::lcs::AT_A_TIME;
use rayon::prelude::*;

/// Items of little work that are not handed out.
pub(super) const LIGHT: usize = 4_096;
/// Items of much work that are not handed out.
pub(super) const HEAVY: usize = 64;

/// What `work` makes of the items `0..count`, in order; each thread makes a state of its own. Up to `few` are not handed out.
pub(super) fn over<S, T: Send, I: IntoIterator<Item = T> + Send>(
    count: usize,
    few: usize,
    state: impl Fn() -> S + Sync + Send,
    work: impl Fn(&mut S, usize) -> I + Sync + Send,
) -> Vec<T> {
    if count <= few {
        let mut state = state();
        return (0..count).flat_map(|at| work(&mut state, at)).collect();
    }
    (0..count).into_par_iter().with_min_len(AT_A_TIME).map_init(state, work).flatten_iter().collect()
}

/// Sorts `items`; equal ones cannot be told apart.
pub(super) fn sort<T: Ord + Send>(items: &mut [T]) {
    if items.len() <= LIGHT {
        items.sort_unstable();
    } else {
        items.par_sort_unstable();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn handed_out_or_not_it_is_the_same() {
        let twice = |_: &mut (), at: usize| [at, at];
        let want: Vec<usize> = (0..300).flat_map(|at| [at, at]).collect();
        assert_eq!(over(300, HEAVY, || (), twice), want);
        assert_eq!(over(300, LIGHT, || (), twice), want);
        let mut items: Vec<usize> = (0..10_000).map(|at| at * 7_919 % 10_007).collect();
        sort(&mut items);
        assert!(items.is_sorted());
    }
}

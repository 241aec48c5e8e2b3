//! Work in parallel, results in order, memory bounded.

use std::any::Any;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError, mpsc};

/// Results that may wait for an earlier one, per thread.
const WINDOW: usize = 8;

/// Stack of a worker: the tree of a notice is written by recursion, and a text may nest its markers deep.
const STACK: usize = 16 << 20;

/// Does `work` with that many threads at hand for what is parallel inside it.
///
/// # Errors
/// When the threads cannot be started.
pub fn with_threads<R: Send>(
    jobs: NonZeroUsize,
    work: impl FnOnce() -> R + Send,
) -> Result<R, rayon::ThreadPoolBuildError> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs.get()).stack_size(STACK).build()?;
    Ok(pool.install(work))
}

/// Does `work` on every item in `jobs` threads and hands the results to `take`, on the calling thread, in the order of the
/// items. A thread that is far ahead waits, so no more than a fixed number of results exist at a time. A panic of `work` is
/// that item's result. Stops early when `take` says so.
///
/// # Errors
/// When the threads cannot be started.
pub fn in_order<'i, T: Sync, R: Send>(
    items: &'i [T],
    jobs: NonZeroUsize,
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(&'i T, Result<R, Box<dyn Any + Send>>) -> ControlFlow<()>,
) -> Result<(), rayon::ThreadPoolBuildError> {
    let jobs = jobs.get().min(items.len());
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs).stack_size(STACK).build()?;
    let queue = Queue::new(items.len(), jobs * WINDOW);
    let (send, results) = mpsc::channel();
    pool.in_place_scope(|scope| {
        for _ in 0..jobs {
            let (send, queue, work) = (send.clone(), &queue, &work);
            scope.spawn(move |_| {
                while let Some(at) = queue.next() {
                    let result = catch_unwind(AssertUnwindSafe(|| work(&items[at])));
                    if send.send((at, result)).is_err() {
                        break;
                    }
                }
            });
        }
        drop(send);
        let mut waiting = std::collections::BTreeMap::new();
        let mut taken = 0;
        for (at, result) in results {
            waiting.insert(at, result);
            while let Some(result) = waiting.remove(&taken) {
                if take(&items[taken], result).is_break() {
                    queue.close();
                    return;
                }
                taken += 1;
                queue.release();
            }
        }
    });
    Ok(())
}

/// Hands out the places of the items, in order, never more than a window ahead of what was taken.
struct Queue {
    state: Mutex<State>,
    moved: Condvar,
}

struct State {
    next: usize,
    /// First place that may not be handed out yet.
    limit: usize,
    end: usize,
}

impl Queue {
    fn new(end: usize, window: usize) -> Self {
        Self { state: Mutex::new(State { next: 0, limit: window, end }), moved: Condvar::new() }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing between lock and unlock can leave the three numbers half changed.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn next(&self) -> Option<usize> {
        let mut state = self
            .moved
            .wait_while(self.state(), |state| state.next >= state.limit && state.next < state.end)
            .unwrap_or_else(PoisonError::into_inner);
        let at = state.next;
        state.next += 1;
        (at < state.end).then_some(at)
    }

    fn release(&self) {
        self.state().limit += 1;
        self.moved.notify_one();
    }

    fn close(&self) {
        self.state().end = 0;
        self.moved.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(count: usize, jobs: usize, work: impl Fn(usize) -> usize + Sync) -> Vec<Option<usize>> {
        let items: Vec<_> = (0..count).collect();
        let mut taken = Vec::new();
        let jobs = NonZeroUsize::new(jobs).unwrap();
        in_order(
            &items,
            jobs,
            |at| work(*at),
            |_, result| {
                taken.push(result.ok());
                ControlFlow::Continue(())
            },
        )
        .unwrap();
        taken
    }

    #[test]
    fn results_come_in_order() {
        let slow_first = |at: usize| {
            if at.is_multiple_of(50) {
                std::thread::sleep(std::time::Duration::from_millis(5));
            }
            at * 2
        };
        let want: Vec<_> = (0..500).map(|at| Some(at * 2)).collect();
        for jobs in [1, 2, 8] {
            assert_eq!(run(500, jobs, slow_first), want);
        }
        assert!(run(0, 4, |at| at).is_empty());
    }

    #[test]
    fn a_panic_is_that_items_result() {
        let taken = run(5, 2, |at| if at == 3 { panic!("as the test wants") } else { at });
        assert_eq!(taken, [Some(0), Some(1), Some(2), None, Some(4)]);
    }

    #[test]
    fn stops_when_told() {
        let items: Vec<_> = (0..10_000).collect();
        let mut taken = 0;
        let take = |_: &i32, _: Result<(), _>| {
            taken += 1;
            if taken == 10 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        in_order(&items, NonZeroUsize::new(4).unwrap(), |_| (), take).unwrap();
        assert_eq!(taken, 10);
    }
}

//! How far a long run has come, on standard error: one line that renews itself on a terminal, a line now and then elsewhere.

use super::Session;
use std::io::{IsTerminal, Write, stderr};
use std::time::{Duration, Instant};
use zhenggai::i18n::Text;

/// Time between two renewals of the line on a terminal.
const RENEW: Duration = Duration::from_millis(100);

/// Plain lines of a run, at most.
const LINES: usize = 10;

/// Counts towards a total.
pub struct Progress<'s> {
    session: &'s Session,
    doing: &'static Doing,
    terminal: bool,
    began: Instant,
    shown: Option<Instant>,
    total: usize,
    done: usize,
}

impl<'s> Progress<'s> {
    /// Begins to count to `total`.
    pub fn new(session: &'s Session, doing: &'static Doing, total: usize) -> Self {
        Self { session, doing, terminal: stderr().is_terminal(), began: Instant::now(), shown: None, total, done: 0 }
    }

    /// One more.
    pub fn step(&mut self) {
        self.done += 1;
        if self.terminal {
            self.renew();
        } else if self.done == self.total || self.done.is_multiple_of(self.total.div_ceil(LINES).max(LINES)) {
            self.session.note(&self.doing.count.fill(self.session.lang, &[&self.done, &self.total]));
        }
    }

    /// One more that a message follows on.
    pub fn pass(&mut self) {
        self.done += 1;
        self.clear();
    }

    /// Makes room for another message, and for what comes after the run.
    pub fn clear(&mut self) {
        if self.terminal && self.shown.take().is_some() {
            write("\r\x1b[K");
        }
    }

    fn renew(&mut self) {
        if self.session.quiet() || self.shown.is_some_and(|shown| shown.elapsed() < RENEW) {
            return;
        }
        self.shown = Some(Instant::now());
        let left = remaining(self.began.elapsed(), self.done, self.total);
        let line = self.doing.left.fill(self.session.lang, &[&self.done, &self.total, &left.as_secs()]);
        write(&format!("\r\x1b[K{line}"));
    }
}

impl Drop for Progress<'_> {
    fn drop(&mut self) {
        self.clear();
    }
}

/// The time that the rest will take if it takes as long as what is done.
fn remaining(spent: Duration, done: usize, total: usize) -> Duration {
    let rest = total.saturating_sub(done);
    spent.mul_f64(rest as f64 / done.max(1) as f64)
}

/// That standard error is closed is no reason to stop.
fn write(words: &str) {
    let mut out = stderr().lock();
    let _ = out.write_all(words.as_bytes()).and_then(|()| out.flush());
}

/// What is counted: how many of how many, and the same with the seconds that are left.
pub struct Doing {
    count: Text,
    left: Text,
}

pub const READ: Doing = Doing {
    count: Text::new("已读 {0}/{1}", "read {0}/{1}"),
    left: Text::new("已读 {0}/{1}，约剩 {2} 秒", "read {0}/{1}, about {2} s left"),
};
pub const WRITTEN: Doing = Doing {
    count: Text::new("已写出 {0}/{1} 个文件", "written {0}/{1} files"),
    left: Text::new("已写出 {0}/{1} 个文件，约剩 {2} 秒", "written {0}/{1} files, about {2} s left"),
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_takes_as_long_as_what_is_done() {
        let seconds = Duration::from_secs;
        assert_eq!(remaining(seconds(10), 50, 200), seconds(30));
        assert_eq!(remaining(seconds(10), 200, 200), seconds(0));
        assert_eq!(remaining(seconds(10), 0, 3), seconds(30));
    }
}

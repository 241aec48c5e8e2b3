//! One line a finding, as editors and `grep` like it: `path:line:column: code severity: message`.

use super::{Format, Run, Shown, closing, nothing};
use crate::Class;
use crate::output::columns::clean;

pub const FORMAT: Format = Format { name: "concise", opening: nothing, finding, between: "", closing };

fn finding(shown: &Shown<'_>, run: &Run<'_>) -> Vec<u8> {
    let (finding, wire) = (shown.finding, shown.wire);
    if wire.suppressed.is_some() {
        return Vec::new();
    }
    let message = finding.message.text(run.lang);
    let line = format!(
        "{}:{}:{}: {} {}: {} [{}]",
        wire.notice,
        wire.line,
        wire.column,
        wire.rule,
        finding.severity.word(),
        message,
        wire.name
    );
    format!("{}\n", clean(&line)).into_bytes()
}

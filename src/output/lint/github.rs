//! Workflow commands, which GitHub shows beside the lines of a change.

use super::{Format, Run, Shown, nothing};
use crate::model::Severity;

pub const FORMAT: Format =
    Format { name: "github", opening: nothing, finding, between: "", closing: |_, _| Vec::new() };

fn finding(shown: &Shown<'_>, run: &Run<'_>) -> Vec<u8> {
    let (finding, wire) = (shown.finding, shown.wire);
    if wire.suppressed.is_some() {
        return Vec::new();
    }
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let title = property(&format!("{} {}", wire.rule, wire.name));
    let message = data(&finding.message.text(run.lang));
    let (file, line, column) = (property(&wire.notice), wire.line, wire.column);
    format!("::{command} file={file},line={line},col={column},title={title}::{message}\n").into_bytes()
}

/// Words of a message, in which a line break would end the command.
fn data(words: &str) -> String {
    words.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Words of a property, in which `:` and `,` would end it.
fn property(words: &str) -> String {
    data(words).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_ends_the_command() {
        assert_eq!(property("a,b:50%\n"), "a%2Cb%3A50%25%0A");
        assert_eq!(data("完成率120%，请核对\n::error::"), "完成率120%25，请核对%0A::error::");
    }
}

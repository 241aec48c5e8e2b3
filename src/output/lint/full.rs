//! The line of the notice with carets under the words, as a compiler shows it.

use super::{Format, Run, Shown, closing, nothing};
use crate::Span;
use crate::i18n::{Lang, Text};
use crate::model::Severity;
use crate::output::columns::{clean, trim};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use std::ops::Range;

pub const FORMAT: Format = Format { name: "full", opening: nothing, finding, between: "", closing };

/// Bytes of a line that are looked at on each side of the words: a notice may be one line of megabytes.
const AROUND: usize = 600;
/// Bytes of the words that are underlined.
const LONGEST: usize = 240;
/// Other passages that are quoted.
const QUOTED: usize = 4;

const RELATED: Text = Text::new("相关", "see also");
const AT_LINE: Text = Text::new("第{0}行：{1}", "line {0}: {1}");
const MORE: Text = Text::new("另有 {0} 处", "and {0} more");
const EXPLAIN: Text = Text::new("说明", "note");

fn finding(shown: &Shown<'_>, run: &Run<'_>) -> Vec<u8> {
    let (finding, wire) = (shown.finding, shown.wire);
    if wire.suppressed.is_some() {
        return Vec::new();
    }
    let window = window(shown.text, finding.span);
    let inside = |span: Span| (span.lo() >= window.start && span.hi() <= window.end).then(|| shift(span, &window));
    let words = shift(Span::new(finding.span.lo(), finding.span.hi().min(window.end)), &window);
    let mut snippet = Snippet::source(&shown.text[window.clone()])
        .line_start(wire.line)
        .path(&*wire.notice)
        .annotation(AnnotationKind::Primary.span(cut(&shown.text[window.clone()], words)));
    let mut elsewhere = Vec::new();
    for (related, quoted) in finding.related.iter().zip(&wire.related) {
        match inside(related.span).filter(|_| related.notice == finding.notice && related.span.len() <= LONGEST) {
            Some(span) => snippet = snippet.annotation(AnnotationKind::Context.span(span)),
            None => {
                elsewhere.push(AT_LINE.fill(run.lang, &[&quoted.line, &trim(&clean(&quoted.quote), run.width / 2)]))
            }
        }
    }
    let more = elsewhere.len().saturating_sub(QUOTED);
    elsewhere.truncate(QUOTED);
    if more > 0 {
        elsewhere.push(MORE.fill(run.lang, &[&more]));
    }
    let message = finding.message.text(run.lang);
    let explain = format!("{}, zhenggai rule {}", wire.name, wire.rule);
    let title = level(finding.severity, run.lang).primary_title(&*message).id(&*wire.rule);
    let mut group = Group::with_title(title).element(snippet);
    for passage in &elsewhere {
        group = group.element(Level::NOTE.with_name(RELATED.get(run.lang)).message(&**passage));
    }
    group = group.element(Level::NOTE.with_name(EXPLAIN.get(run.lang)).message(&*explain));
    let renderer = if run.color { Renderer::styled() } else { Renderer::plain() };
    (renderer.term_width(run.width).render(&[group]) + "\n\n").into_bytes()
}

/// The stretch of the first line of `span` that is shown.
fn window(text: &str, span: Span) -> Range<usize> {
    let low = floor(text, span.lo().saturating_sub(AROUND));
    let high = floor(text, (span.lo() + AROUND + LONGEST).min(text.len()));
    let start = text[low..span.lo()].rfind('\n').map_or(low, |at| low + at + 1);
    let end = text[span.lo()..high].find('\n').map_or(high, |at| span.lo() + at);
    start..end
}

/// The nearest character boundary at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

fn shift(span: Span, window: &Range<usize>) -> Range<usize> {
    span.lo() - window.start..span.hi().max(span.lo()) - window.start
}

/// The words as far as they are underlined.
fn cut(text: &str, words: Range<usize>) -> Range<usize> {
    let end = floor(text, words.end.min(words.start + LONGEST));
    words.start..end.max(words.start)
}

fn level(severity: Severity, lang: Lang) -> Level<'static> {
    match (severity, lang) {
        (Severity::Error, Lang::En) => Level::ERROR,
        (Severity::Error, Lang::Zh) => Level::ERROR.with_name("错误"),
        (Severity::Warning, Lang::En) => Level::WARNING,
        (Severity::Warning, Lang::Zh) => Level::WARNING.with_name("提醒"),
        (Severity::Info, Lang::En) => Level::INFO,
        (Severity::Info, Lang::Zh) => Level::INFO.with_name("提示"),
    }
}

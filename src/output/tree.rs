//! The tree of a notice for the eye: problem → measure → metrics, in the columns of a terminal.

use super::columns::{clean, pad, trim, width, wrap};
use super::{rows, terms, warnings};
use crate::i18n::{Lang, Text};
use crate::model::{Metric, MetricId, Node, NodeId, NodeKind, Status};
use crate::{Class, Document, Notice};
use anstyle::{AnsiColor, Style};

/// How the tree is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Layout {
    /// Columns of a line.
    pub width: usize,
    /// Whether to colour.
    pub color: bool,
    /// Language of the words that are not the notice's.
    pub lang: Lang,
}

/// Draws `notice`, which was parsed from `document`. Actions are not drawn: their metrics stand under their measure.
#[must_use]
pub fn tree(document: &Document, notice: &Notice, layout: &Layout) -> String {
    let layout = Layout { width: layout.width.max(NARROWEST), ..*layout };
    let text = document.text();
    let mut hanging = vec![Vec::new(); notice.outline.nodes.len()];
    let mut opening = Vec::new();
    for (at, metric) in notice.metrics.iter().enumerate() {
        match metric.node.map(|id| shown(notice, id)) {
            Some(NodeId(id)) => hanging[id as usize].push(at),
            None => opening.push(at),
        }
    }
    let mut drawing = Drawing { text, notice, layout, hanging, out: String::new() };
    drawing.head();
    drawing.opening(&opening);
    for (at, id) in notice.outline.roots.iter().enumerate() {
        drawing.node(*id, "", at + 1 == notice.outline.roots.len());
    }
    drawing.foot();
    drawing.out
}

/// The node that `id`'s metrics are drawn under: an action's measure.
fn shown(notice: &Notice, id: NodeId) -> NodeId {
    notice.outline.ancestry(id).find(|id| is_shown(notice.outline.get(*id))).unwrap_or(id)
}

fn is_shown(node: &Node) -> bool {
    node.kind != NodeKind::Action
}

/// Fewer columns than this leave no room for words.
const NARROWEST: usize = 40;
/// Columns between a name and its value.
const GAP: usize = 2;
/// Columns kept free behind a value, for its unit and a short note.
const RIGHT: usize = 14;
/// Nodes deeper than this are drawn at this depth.
const DEEPEST: usize = 6;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const PROBLEM: Style = AnsiColor::Red.on_default();
const MEASURE: Style = AnsiColor::Green.on_default();
const VALUE: Style = AnsiColor::Cyan.on_default();
const WARNING: Style = AnsiColor::Yellow.on_default();

struct Drawing<'a> {
    text: &'a str,
    notice: &'a Notice,
    layout: Layout,
    /// Places of the metrics under each node.
    hanging: Vec<Vec<usize>>,
    out: String,
}

impl Drawing<'_> {
    fn head(&mut self) {
        let header = &self.notice.header;
        let title = header.title.as_deref().map(clean).unwrap_or_else(|| UNTITLED.get(self.layout.lang).into());
        for line in wrap(&title, self.layout.width) {
            let line = self.paint(BOLD, line);
            self.line(&line);
        }
        let date = header.published.or(header.feedback_date).map(|date| date.to_string());
        let facts = [
            header.inspected_body.clone().or_else(|| header.issuer.clone()),
            header.kind.map(|kind| kind.word().to_owned()),
            header.round.clone(),
            date.or_else(|| self.notice.year.map(|year| year.to_string())),
        ];
        let facts: Vec<_> = facts.into_iter().flatten().collect();
        if !facts.is_empty() {
            self.wrapped(&facts.join(" · "), "", "", DIM);
        }
        self.line("");
    }

    /// A node with everything under it. `lead` stands before its line, and before the lines under it.
    fn node(&mut self, id: NodeId, lead: &str, last: bool) {
        let outline = &self.notice.outline;
        let node = outline.get(id);
        let children: Vec<_> = node.children.iter().copied().filter(|id| is_shown(outline.get(*id))).collect();
        let deep = width(lead) >= DEEPEST * 3;
        let (first, below) = match (deep, last) {
            (true, _) => (lead.to_owned(), lead.to_owned()),
            (false, true) => (format!("{lead}└─ "), format!("{lead}   ")),
            (false, false) => (format!("{lead}├─ "), format!("{lead}│  ")),
        };
        // Wrapped lines and metrics keep the line down to the first child.
        let inner = if children.is_empty() { format!("{below}   ") } else { format!("{below}│  ") };
        self.heading(node, &first, &inner);
        self.fields(node, &inner);
        let hanging = std::mem::take(&mut self.hanging[id.0 as usize]);
        self.metrics(&hanging, &inner);
        for (at, child) in children.iter().enumerate() {
            self.node(*child, &below, at + 1 == children.len());
        }
    }

    fn heading(&mut self, node: &Node, first: &str, inner: &str) {
        let lang = self.layout.lang;
        let kind = terms::kind(node.kind).get(lang);
        let marker = node.marker.map_or("", |span| span.slice(self.text));
        let said = format!("{kind} {marker}{}", clean(node.heading.slice(self.text)));
        let (tail, tail_style) = self.tail(node);
        let room = self.layout.width - width(inner);
        let mut lines = wrap(&said, room);
        // The tail is not broken: it stands behind the last line, or below it.
        if lines.last().is_some_and(|line| width(line) + 1 + width(&tail) > room) {
            lines.push("");
        }
        let last = lines.len() - 1;
        for (at, line) in lines.into_iter().enumerate() {
            let mut painted = self.paint(DIM, if at == 0 { first } else { inner });
            let (label, body) = if at == 0 { line.split_at(kind.len()) } else { ("", line) };
            painted += &self.paint(kind_style(node.kind), label);
            painted += &if node.kind == NodeKind::Measure { body.to_owned() } else { self.paint(BOLD, body) };
            if at == last {
                painted += if line.is_empty() || tail.is_empty() { "" } else { " " };
                painted += &self.paint(tail_style, &tail);
            }
            self.line(painted.trim_end());
        }
    }

    /// What is said behind a heading: a measure's status, or that a problem stands in the words of a measure.
    fn tail(&self, node: &Node) -> (String, Style) {
        let lang = self.layout.lang;
        match node.status.filter(|_| node.kind == NodeKind::Measure) {
            Some(status) => (format!("〔{}〕", terms::status(status).get(lang)), status_style(status)),
            None if node.inline => (INLINE.get(lang).to_owned(), DIM),
            None => (String::new(), DIM),
        }
    }

    fn fields(&mut self, node: &Node, lead: &str) {
        let lang = self.layout.lang;
        let deadline = node.deadline.as_ref().map(|deadline| DEADLINE.fill(lang, &[&deadline.span.slice(self.text)]));
        let responsible: Vec<_> = node.responsible.iter().map(|span| span.slice(self.text)).collect();
        let responsible = (!responsible.is_empty()).then(|| RESPONSIBLE.fill(lang, &[&responsible.join("、")]));
        let stated = node.stated_status.map(|span| STATED.fill(lang, &[&span.slice(self.text)]));
        let fields: Vec<_> = [deadline, responsible, stated].into_iter().flatten().collect();
        if !fields.is_empty() {
            self.wrapped(&fields.join(" · "), lead, lead, DIM);
        }
    }

    /// Metrics one below the other, their values ending in one column.
    fn metrics(&mut self, places: &[usize], lead: &str) {
        let metrics: Vec<_> = places.iter().map(|at| &self.notice.metrics[*at]).collect();
        let said: Vec<_> = metrics.iter().map(|metric| (clean(&metric.name), value(metric))).collect();
        let widest = said.iter().map(|(name, value)| width(name) + GAP + width(value)).max().unwrap_or(0);
        let room = widest.min(self.layout.width.saturating_sub(width(lead) + BULLET.len() + RIGHT));
        for (metric, (name, value)) in metrics.into_iter().zip(said) {
            let name_room = room.saturating_sub(width(&value) + GAP);
            let name = pad(&trim(&name, name_room), name_room);
            let unit = clean(&metric.quantity.unit).into_owned();
            let used = width(lead) + BULLET.len() + width(&name) + GAP + width(&value) + 1 + width(&unit) + 2;
            let notes = self.notes(metric).join(" · ");
            let notes = match self.layout.width.saturating_sub(used) {
                0..4 => String::new(),
                left => trim(&notes, left).into_owned(),
            };
            let painted = [
                self.paint(DIM, &format!("{lead}{BULLET}")),
                format!("{name}{:GAP$}", ""),
                self.paint(VALUE, &format!("{value} {unit}")),
                "  ".to_owned(),
                self.paint(DIM, &notes),
            ];
            self.line(painted.concat().trim_end());
        }
    }

    /// The metrics that stand before the first node.
    fn opening(&mut self, places: &[usize]) {
        if !places.is_empty() {
            let label = self.paint(DIM, OPENING.get(self.layout.lang));
            self.line(&label);
            self.metrics(places, "");
            self.line("");
        }
    }

    fn notes(&self, metric: &Metric) -> Vec<String> {
        let lang = self.layout.lang;
        let whole = metric.part_of.and_then(|MetricId(at)| self.notice.metrics.get(at as usize));
        let notes = [
            metric.threshold.as_ref().map(rows::threshold),
            metric.change.map(|change| {
                format!("{}{}", change.basis.map_or("", Class::word), terms::direction(change.direction))
            }),
            metric.rank.as_ref().map(|rank| rows::rank(rank, self.text)),
            terms::role(metric.role).map(|role| role.get(lang).to_owned()),
            metric.period.map(|period| period.span.slice(self.text).to_owned()),
            metric.corrected.is_some().then(|| CORRECTED.get(lang).to_owned()),
            whole.map(|whole| PART_OF.fill(lang, &[&whole.name, &whole.quantity.span.slice(self.text)])),
        ];
        notes.into_iter().flatten().map(|note| clean(&note).into_owned()).collect()
    }

    fn foot(&mut self) {
        let lang = self.layout.lang;
        let count = |kind| self.notice.outline.nodes.iter().filter(|node| node.kind == kind).count();
        let summary = SUMMARY.fill(
            lang,
            &[
                &count(NodeKind::Problem),
                &count(NodeKind::Measure),
                &self.notice.metrics.len(),
                &self.notice.documents.len(),
            ],
        );
        self.line("");
        let summary = self.paint(DIM, &summary);
        self.line(&summary);
        let lines = LineNumbers::new(self.text);
        for warning in &self.notice.warnings {
            let message = clean(&warnings::message(warning, lang)).into_owned();
            let said = match warning.span {
                Some(span) => AT_LINE.fill(lang, &[&lines.of(span.lo()), &message]),
                None => message,
            };
            self.wrapped(&said, "! ", "  ", WARNING);
        }
    }

    fn wrapped(&mut self, words: &str, first: &str, lead: &str, style: Style) {
        let words = clean(words);
        for (at, line) in wrap(&words, self.layout.width - width(lead)).into_iter().enumerate() {
            let painted = self.paint(DIM, if at == 0 { first } else { lead }) + &self.paint(style, line);
            self.line(&painted);
        }
    }

    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn paint(&self, style: Style, words: &str) -> String {
        match self.layout.color && !words.is_empty() {
            true => format!("{}{words}{}", style.render(), style.render_reset()),
            false => words.to_owned(),
        }
    }
}

/// A metric's number as the tree shows it: `>60`, `5–10`.
fn value(metric: &Metric) -> String {
    let sign = terms::approx(metric.quantity.approx);
    let value = metric.quantity.value.normalize();
    match metric.quantity.upper {
        Some(upper) => format!("{sign}{value}–{}", upper.normalize()),
        None => format!("{sign}{value}"),
    }
}

/// Turns places into line numbers.
struct LineNumbers(Vec<usize>);

impl LineNumbers {
    fn new(text: &str) -> Self {
        Self(memchr::memchr_iter(b'\n', text.as_bytes()).collect())
    }

    /// The line that holds the byte, from 1.
    fn of(&self, byte: usize) -> usize {
        self.0.partition_point(|end| *end < byte) + 1
    }
}

fn kind_style(kind: NodeKind) -> Style {
    match kind {
        NodeKind::Problem => PROBLEM,
        NodeKind::Measure => MEASURE,
        NodeKind::Section | NodeKind::Action => DIM,
    }
}

fn status_style(status: Status) -> Style {
    match status {
        Status::Done => MEASURE,
        Status::Ongoing | Status::Planned | Status::Mixed => WARNING,
    }
}

const BULLET: &str = "- ";
const UNTITLED: Text = Text::new("（无标题）", "(no title)");
const OPENING: Text = Text::new("开头", "opening");
const INLINE: Text = Text::new("（文中提及）", "(named in the text)");
const DEADLINE: Text = Text::new("时限：{0}", "deadline: {0}");
const RESPONSIBLE: Text = Text::new("责任：{0}", "responsible: {0}");
const STATED: Text = Text::new("自述状态：{0}", "stated status: {0}");
const PART_OF: Text = Text::new("属{0}{1}", "of {0}{1}");
const CORRECTED: Text = Text::new("已更正", "corrected");
const AT_LINE: Text = Text::new("第{0}行：{1}", "line {0}: {1}");
const SUMMARY: Text = Text::new(
    "问题 {0}　措施 {1}　指标 {2}　引用文件 {3}",
    "{0} problems, {1} measures, {2} metrics, {3} cited documents",
);

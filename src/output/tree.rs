//! The tree of a notice for the eye: problem → measure → metrics, in the columns of a terminal.

use super::columns::{clean, pad, pad_left, trim, width, wrap};
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
    let mut drawing = Drawing { text, notice, layout, hanging, value_column: 0, out: String::new() };
    drawing.value_column = drawing.find_value_column(&opening);
    drawing.head();
    drawing.metrics(&opening, "");
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
/// Columns that a value and its unit need.
const VALUE: usize = 14;
/// Nodes deeper than this are drawn at this depth.
const DEEPEST: usize = 6;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const PROBLEM: Style = AnsiColor::Red.on_default();
const MEASURE: Style = AnsiColor::Green.on_default();
const VALUE_STYLE: Style = AnsiColor::Cyan.on_default();
const WARNING: Style = AnsiColor::Yellow.on_default();

struct Drawing<'a> {
    text: &'a str,
    notice: &'a Notice,
    layout: Layout,
    /// Places of the metrics under each node.
    hanging: Vec<Vec<usize>>,
    /// Column at which values end.
    value_column: usize,
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
        let marker = node.marker.map_or("", |span| span.slice(self.text));
        let heading = clean(node.heading.slice(self.text));
        let kind = terms::kind(node.kind).get(lang);
        let status = node.status.filter(|_| node.kind == NodeKind::Measure);
        let tail = match (node.inline, status) {
            (true, _) => format!(" {}", INLINE.get(lang)),
            (_, Some(status)) => format!(" 〔{}〕", terms::status(status).get(lang)),
            _ => String::new(),
        };
        let said = format!("{kind} {marker}{heading}{tail}");
        let lines = wrap(&said, self.layout.width - width(first));
        let count = lines.len();
        for (at, line) in lines.into_iter().enumerate() {
            let mut painted = self.paint(DIM, if at == 0 { first } else { inner });
            let (body, tail) = match line.strip_suffix(tail.trim_start()) {
                Some(body) if at + 1 == count && !tail.is_empty() => (body, tail.trim_start()),
                _ => (line, ""),
            };
            let (label, body) = match body.strip_prefix(kind) {
                Some(body) if at == 0 => (kind, body),
                _ => ("", body),
            };
            painted += &self.paint(kind_style(node.kind), label);
            painted += &if node.kind == NodeKind::Measure { body.to_owned() } else { self.paint(BOLD, body) };
            painted += &self.paint(status.map_or(DIM, status_style), tail);
            self.line(&painted);
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

    fn metrics(&mut self, places: &[usize], lead: &str) {
        for at in places {
            let line = self.metric(&self.notice.metrics[*at], lead);
            self.line(&line);
        }
        if lead.is_empty() && !places.is_empty() {
            self.line("");
        }
    }

    fn metric(&self, metric: &Metric, lead: &str) -> String {
        let quantity = &metric.quantity;
        let sign = terms::approx(quantity.approx);
        let value = quantity.value.normalize();
        let value = match quantity.upper {
            Some(upper) => format!("{sign}{value}–{}", upper.normalize()),
            None => format!("{sign}{value}"),
        };
        let lead_width = width(lead);
        let room = self.value_column.saturating_sub(lead_width + BULLET.len() + width(&value) + 1);
        let name = clean(&metric.name);
        let name = pad(&trim(&name, room), room);
        let unit = clean(&quantity.unit);
        let mut line = format!(
            "{}{}{name} {} {}",
            self.paint(DIM, lead),
            self.paint(DIM, BULLET),
            self.paint(VALUE_STYLE, &pad_left(&value, 1)),
            self.paint(VALUE_STYLE, &unit)
        );
        let notes = self.notes(metric).join(" · ");
        let left = self.layout.width.saturating_sub(self.value_column + 1 + width(&unit) + 2);
        if !notes.is_empty() && left >= 4 {
            line += "  ";
            line += &self.paint(DIM, &trim(&notes, left));
        }
        line.trim_end().to_owned()
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
            whole.map(|whole| PART_OF.fill(lang, &[&whole.name, &whole.quantity.span.slice(self.text)])),
        ];
        notes.into_iter().flatten().map(|note| clean(&note).into_owned()).collect()
    }

    /// The column at which values end, so that the longest name fits, within half of the line.
    fn find_value_column(&self, opening: &[usize]) -> usize {
        let outline = &self.notice.outline;
        let depth = |id: u32| outline.ancestry(NodeId(id)).count().min(DEEPEST + 1);
        let wanted =
            |at: &usize, lead: usize| lead + BULLET.len() + width(&self.notice.metrics[*at].name) + 1 + VALUE / 2;
        let hanging = (0..).zip(&self.hanging).filter(|(_, places)| !places.is_empty());
        let nodes = hanging.flat_map(|(id, places)| {
            let lead = (depth(id) + 1) * 3;
            places.iter().map(move |at| wanted(at, lead))
        });
        let widest = nodes.chain(opening.iter().map(|at| wanted(at, 0))).max().unwrap_or(0);
        widest.min(self.layout.width / 2)
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
const INLINE: Text = Text::new("（文中提及）", "(named in the text)");
const DEADLINE: Text = Text::new("时限：{0}", "deadline: {0}");
const RESPONSIBLE: Text = Text::new("责任：{0}", "responsible: {0}");
const STATED: Text = Text::new("自述状态：{0}", "stated status: {0}");
const PART_OF: Text = Text::new("属{0}{1}", "of {0}{1}");
const AT_LINE: Text = Text::new("第{0}行：{1}", "line {0}: {1}");
const SUMMARY: Text = Text::new(
    "问题 {0}　措施 {1}　指标 {2}　引用文件 {3}",
    "{0} problems, {1} measures, {2} metrics, {3} cited documents",
);

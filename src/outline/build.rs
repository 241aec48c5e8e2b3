//! Pieces to a raw tree: each item under the item it belongs to, paragraphs and fields with their owner. What kind of node an
//! item is, `kind` says later.

use super::field::{self, Fields};
use super::heading::{Headings, is_short, names_problem};
use super::level::{Arrival, Levels, Open, Style, rank};
use super::piece::{self, Piece, is_field};
use crate::Span;
use crate::lexicon::{LabelKind, Lexicon};
use crate::scan::{MarkerStyle, Place, Scan, ends_sentence};

/// An item, before its kind is known.
#[derive(Debug)]
pub(super) struct Raw {
    pub parent: Option<usize>,
    pub children: Vec<usize>,
    pub marker: Option<Span>,
    pub style: Style,
    pub ordinal: u32,
    /// From marker or label to the end of the item's own words.
    pub own: Span,
    pub heading: Span,
    /// Words behind the heading in the same piece; empty where there are none.
    pub rest: Span,
    /// Whether the heading fills its line.
    pub alone: bool,
    pub deficient: bool,
    /// Index of the parent's scope that the item stands in.
    pub scope: usize,
    /// Stretches opened by labels; the first has none.
    pub scopes: Vec<Scope>,
    pub fields: Fields,
    /// End of all that belongs to the item.
    pub end: usize,
}

/// What stands under one label of an item, or before the first.
#[derive(Debug, Default)]
pub(super) struct Scope {
    pub kind: Option<LabelKind>,
    pub paragraphs: Vec<Span>,
    pub items: usize,
}

/// The raw tree, and the stretches that are labels and fields.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub items: Vec<Raw>,
    pub roots: Vec<usize>,
    pub labels: Vec<Span>,
    pub fields: Vec<Span>,
}

/// Builds the raw tree.
pub(super) fn build(text: &str, scan: &Scan, pieces: &[Piece], lexicon: &Lexicon) -> Tree {
    let mut builder = Builder {
        text,
        headings: Headings { text, scan, lexicon },
        tree: Tree::default(),
        open: Vec::new(),
        levels: Levels::default(),
        field: None,
    };
    for (at, piece) in pieces.iter().enumerate() {
        builder.take(piece, &pieces[at + 1..]);
    }
    builder.close_ends();
    builder.tree
}

/// Longest heading without a marker, in bytes.
const PLAIN_HEADING: usize = 120;

/// Most fields in a row that are looked past for the next measure.
const FIELDS: usize = 12;

/// A field that numbered lines may continue (`整改目标：1.…2.…`).
struct OpenField {
    owner: usize,
    style: Option<MarkerStyle>,
    ordinal: u32,
}

struct Builder<'a> {
    text: &'a str,
    headings: Headings<'a>,
    tree: Tree,
    open: Vec<Open>,
    levels: Levels,
    field: Option<OpenField>,
}

impl Builder<'_> {
    fn take(&mut self, piece: &Piece, next: &[Piece]) {
        if self.continues_field(piece) {
            return;
        }
        self.field = None;
        match piece.label.map(|label| label.kind) {
            Some(kind) if is_field(kind) => self.field(piece, kind, next),
            Some(LabelKind::Problem) => self.problem_label(piece, next),
            Some(kind) => self.measure_label(piece, kind),
            None if piece.marker.is_some() => {
                self.item(piece);
            }
            None if self.headings.plain_problem(piece.text) => {
                self.item(piece);
            }
            None if self.plain_heading(piece, next) => {
                self.item(piece);
            }
            None => self.paragraph(piece.text),
        }
    }

    /// Numbered lines behind a field's label belong to the field.
    fn continues_field(&mut self, piece: &Piece) -> bool {
        let (Some(field), Some(marker), None) = (&mut self.field, piece.marker, piece.label) else { return false };
        let first = field.style.is_none() && marker.ordinal == 1;
        if !(first || field.style == Some(marker.style) && marker.ordinal == field.ordinal + 1) {
            return false;
        }
        field.style = Some(marker.style);
        field.ordinal = marker.ordinal;
        let span = Span::new(marker.span.lo(), piece.text.hi());
        self.tree.fields.push(span);
        let owner = &mut self.tree.items[field.owner];
        owner.end = owner.end.max(span.hi());
        owner.fields.extend_target(span);
        true
    }

    fn field(&mut self, piece: &Piece, kind: LabelKind, next: &[Piece]) {
        let span = Span::new(piece.lo(), piece.text.hi().max(piece.label.map_or(0, |label| label.span.hi())));
        self.tree.fields.push(span);
        let Some(owner) = self.field_owner(next) else { return };
        let item = &mut self.tree.items[owner];
        item.fields.add(self.text, kind, piece.text);
        item.end = item.end.max(span.hi());
        if piece.text.is_empty() || kind == LabelKind::Target {
            self.field = Some(OpenField { owner, style: None, ordinal: 0 });
        }
    }

    /// A field belongs to the problem, unless each measure of the list carries its own.
    fn field_owner(&self, next: &[Piece]) -> Option<usize> {
        let last = self.open.last()?;
        let problem = self.innermost_problem();
        let item = &self.tree.items[last.id];
        if problem == Some(last.id) || problem.is_none() {
            return Some(last.id);
        }
        let elder = item.parent.and_then(|parent| {
            let siblings = &self.tree.items[parent].children;
            siblings.iter().rev().skip(1).map(|id| &self.tree.items[*id]).find(|elder| elder.scope == item.scope)
        });
        let own = match elder {
            _ if !item.fields.is_empty() => true,
            Some(elder) => !elder.fields.is_empty(),
            None => next
                .iter()
                .take(FIELDS)
                .find(|piece| !piece.label.is_some_and(|label| is_field(label.kind)))
                .and_then(|piece| piece.marker)
                .is_some_and(|m| Style::Marker(m.style) == item.style && m.ordinal == item.ordinal + 1),
        };
        if own { Some(last.id) } else { problem }
    }

    /// The innermost open item that a label of measures can belong to.
    fn innermost_problem(&self) -> Option<usize> {
        let owns = |open: &&Open| open.deficient && !self.in_measures(open.id) && !self.later_symptom(open.id);
        self.open.iter().rev().find(owns).map(|open| open.id)
    }

    /// Whether the item is one of several symptoms of a problem (`具体表现：1.…2.…`), which share its measures.
    fn later_symptom(&self, id: usize) -> bool {
        let item = &self.tree.items[id];
        let Some(parent) = item.parent.map(|parent| &self.tree.items[parent]) else { return false };
        let told = parent.scopes.get(item.scope).is_some_and(|scope| scope.kind == Some(LabelKind::Problem));
        let elder = parent.children.iter().rev().nth(1).map(|elder| &self.tree.items[*elder]);
        told && elder.is_some_and(|elder| elder.scope == item.scope && elder.scopes.len() == 1)
    }

    fn in_measures(&self, id: usize) -> bool {
        let item = &self.tree.items[id];
        let scope = item.parent.and_then(|parent| self.tree.items[parent].scopes.get(item.scope));
        scope.is_some_and(|scope| matches!(scope.kind, Some(LabelKind::Measures | LabelKind::Progress)))
    }

    fn problem_label(&mut self, piece: &Piece, next: &[Piece]) {
        let Some(label) = piece.label else { return };
        let part = piece.marker.is_some() && self.one_of_parts(piece, next);
        if label.ordinal.is_some() || piece.marker.is_some() && !part && !piece.text.is_empty() {
            let id = self.item(piece);
            self.mark_deficient(id);
            return;
        }
        if piece.marker.is_some() && !part {
            // （一）存在的问题: a heading over problems.
            self.item(&Piece { label: None, text: label.span, ..*piece });
            self.scope(LabelKind::Problem);
            return;
        }
        self.tree.labels.push(piece.marker.map_or(label.span, |marker| marker.span.to(label.span)));
        self.leave_measures();
        let described = self.open.last().is_some_and(|open| open.deficient && open.bare);
        if described {
            self.scope(LabelKind::Problem);
            self.paragraph(piece.text);
        } else if let Some(open) =
            self.open.last().copied().filter(|open| open.bare && self.tree.items[open.id].heading.is_empty())
        {
            self.name(open.id, piece);
        } else if !piece.text.is_empty() {
            let id = self.item(piece);
            self.mark_deficient(id);
        }
    }

    /// `1.存在问题：…` `2.整改措施：…` below a problem's heading: numbered parts of what is said of it, no items.
    fn one_of_parts(&self, piece: &Piece, next: &[Piece]) -> bool {
        let headed = self.open.last().is_some_and(|open| open.deficient && open.bare);
        let style = piece.marker.map(|marker| marker.style);
        let follows = next.iter().find(|piece| piece.marker.is_some_and(|marker| Some(marker.style) == style));
        headed
            && follows
                .and_then(|piece| piece.label)
                .is_some_and(|label| matches!(label.kind, LabelKind::Measures | LabelKind::Progress))
    }

    /// Closes what a new problem cannot stand in: the problem before it, its measures.
    fn leave_measures(&mut self) {
        if let Some(at) = self.open.iter().rposition(|open| open.style == Style::Label(LabelKind::Problem)) {
            self.open.truncate(at + 1);
            return;
        }
        while self.open.last().is_some_and(|open| self.in_measures(open.id)) {
            self.open.pop();
        }
        if self.open.last().is_some_and(|open| !open.bare && open.deficient) {
            self.open.pop();
        }
    }

    /// Gives an item that was a mere number its heading.
    fn name(&mut self, id: usize, piece: &Piece) {
        let (heading, rest) = piece::heading(self.headings, piece);
        let item = &mut self.tree.items[id];
        item.heading = heading;
        item.rest = rest;
        item.own = item.own.to(piece.text);
        item.end = item.end.max(piece.text.hi());
        self.mark_deficient(id);
    }

    fn mark_deficient(&mut self, id: usize) {
        self.tree.items[id].deficient = true;
        if let Some(open) = self.open.last_mut().filter(|open| open.id == id) {
            open.deficient = true;
        }
    }

    fn measure_label(&mut self, piece: &Piece, kind: LabelKind) {
        let Some(label) = piece.label else { return };
        let owner = self.same_line(piece).or_else(|| self.innermost_problem()).or_else(|| self.label_owner());
        let Some(owner) = owner.filter(|owner| piece.marker.is_none() || self.tree.items[*owner].deficient) else {
            self.item(&Piece { label: None, text: label.span.to(piece.text), ..*piece });
            return;
        };
        self.close_to(owner);
        self.tree.labels.push(piece.marker.map_or(label.span, |marker| marker.span.to(label.span)));
        let continued = label.ordinal.is_some()
            && self.tree.items[owner].scopes.last().is_some_and(|scope| scope.kind == Some(kind));
        if !continued {
            self.scope(kind);
        }
        if label.ordinal.is_some() && kind == LabelKind::Measures {
            self.item(piece);
            return;
        }
        let words = self.stated_status(owner, piece.text);
        self.paragraph(words);
    }

    /// The item on whose line a label of measures stands: `1.扩大范围发放补贴。整改情况：…`.
    fn same_line(&self, piece: &Piece) -> Option<usize> {
        let open = self.open.last().filter(|_| !piece.starts_line && piece.marker.is_none())?;
        (matches!(open.style, Style::Marker(style) if rank(style) < 7) && !self.in_measures(open.id)).then_some(open.id)
    }

    /// The item that a label of measures belongs to where no problem is open.
    fn label_owner(&self) -> Option<usize> {
        let in_scope = |open: &&Open| !self.in_measures(open.id);
        let heading = |open: &&Open| !matches!(open.style, Style::Marker(MarkerStyle::Chain | MarkerStyle::ChainMust));
        self.open.iter().rev().filter(in_scope).find(heading).or(self.open.first()).map(|open| open.id)
    }

    /// Takes `已完成，长期坚持。` from the head of a progress report; returns the words behind it.
    fn stated_status(&mut self, owner: usize, words: Span) -> Span {
        let Some(status) = field::status_phrase(self.text, words) else { return words };
        let item = &mut self.tree.items[owner];
        item.fields.status.get_or_insert(status);
        item.end = item.end.max(words.hi());
        self.tree.fields.push(status);
        let rest = self.text[status.hi()..words.hi()].trim_start_matches(['。', '；', '，', ';']);
        Span::new(words.hi() - rest.len(), words.hi()).trim(self.text)
    }

    fn scope(&mut self, kind: LabelKind) {
        let Some(open) = self.open.last_mut() else { return };
        open.bare = true;
        let item = &mut self.tree.items[open.id];
        item.scopes.push(Scope { kind: Some(kind), ..Scope::default() });
        if let Some(label) = self.tree.labels.last() {
            item.end = item.end.max(label.hi());
        }
    }

    fn close_to(&mut self, id: usize) {
        while self.open.last().is_some_and(|open| open.id != id) {
            self.open.pop();
        }
    }

    /// A short line without marker or sentence that names a deficiency, or, where headings have no markers, a topic.
    fn plain_heading(&self, piece: &Piece, next: &[Piece]) -> bool {
        let words = piece.text.slice(self.text);
        let short = piece.starts_line && piece.ends_line && words.len() <= PLAIN_HEADING;
        let bare = !words.contains(|c: char| ends_sentence(c) || matches!(c, '：' | ':' | '\n') || c.is_ascii_digit());
        if !short || !bare || !next.first().is_some_and(|next| next.starts_line) {
            return false;
        }
        let unmarked = self.open.first().is_none_or(|open| open.style == Style::Plain);
        self.headings.deficient(piece.text) || unmarked && is_short(words) && self.headings.ends_in_topic(piece.text)
    }

    /// A paragraph belongs to the innermost open item.
    fn paragraph(&mut self, words: Span) {
        let Some(open) = self.open.last_mut() else { return };
        if words.is_empty() {
            return;
        }
        open.bare = false;
        let item = &mut self.tree.items[open.id];
        item.end = item.end.max(words.hi());
        if let Some(scope) = item.scopes.last_mut() {
            scope.paragraphs.push(words);
        }
    }

    /// Opens an item.
    fn item(&mut self, piece: &Piece) -> usize {
        let (heading, rest) = piece::heading(self.headings, piece);
        let deficient = self.headings.deficient(heading) || names_problem(heading.slice(self.text));
        let (style, ordinal) = style(piece);
        let place = if piece.starts_line { Place::LineStart } else { Place::Stop };
        let arrival = Arrival { style, ordinal, place, deficient };
        let depth = self.levels.depth(&self.open, &arrival);
        self.open.truncate(depth);
        self.levels.note(&self.open, style);
        let marker = piece.marker.map(|m| m.span).or(piece.label.filter(|l| l.ordinal.is_some()).map(|l| l.span));
        let id = self.tree.items.len();
        let parent = self.open.last().map(|open| open.id);
        self.attach(id, parent);
        self.tree.items.push(Raw {
            parent,
            children: Vec::new(),
            marker,
            style,
            ordinal,
            own: Span::new(piece.lo(), piece.text.hi().max(piece.lo())),
            heading,
            rest,
            alone: piece.starts_line && piece.ends_line && rest.is_empty(),
            deficient,
            scope: parent.map_or(0, |parent| self.tree.items[parent].scopes.len() - 1),
            scopes: vec![Scope::default()],
            fields: Fields::default(),
            end: piece.text.hi(),
        });
        let bare = rest.is_empty();
        self.open.push(Open { id, style, ordinal, bare, deficient });
        if !bare {
            self.paragraph(rest);
        }
        id
    }

    fn attach(&mut self, id: usize, parent: Option<usize>) {
        let Some(parent) = parent else {
            self.tree.roots.push(id);
            return;
        };
        if let Some(open) = self.open.last_mut() {
            open.bare = false;
        }
        let item = &mut self.tree.items[parent];
        item.children.push(id);
        if let Some(scope) = item.scopes.last_mut() {
            scope.items += 1;
        }
    }

    /// An item reaches as far as its children.
    fn close_ends(&mut self) {
        for id in (0..self.tree.items.len()).rev() {
            let end = self.tree.items[id].end;
            if let Some(parent) = self.tree.items[id].parent {
                let parent = &mut self.tree.items[parent];
                parent.end = parent.end.max(end);
            }
        }
    }
}

fn style(piece: &Piece) -> (Style, u32) {
    match (piece.marker, piece.label) {
        (Some(marker), _) => (Style::Marker(marker.style), marker.ordinal),
        (None, Some(label)) => (Style::Label(label.kind), label.ordinal.unwrap_or(0)),
        (None, None) => (Style::Plain, 0),
    }
}

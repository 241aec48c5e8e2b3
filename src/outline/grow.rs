//! The raw tree to the outline: nodes with their kinds and spans, measures without markers, actions, inline problems; and
//! what each stretch of the text is.

use super::build::{Raw, Tree};
use super::heading::Headings;
use super::inline::Inline;
use super::sentence::{bare, sentences};
use crate::Span;
use crate::lexicon::LabelKind;
use crate::model::{Block, BlockKind, Deadline, Node, NodeId, NodeKind, Outline};

/// Grows the outline; adds what its stretches are to `blocks`.
pub(super) fn grow(headings: Headings<'_>, tree: &Tree, kinds: &[NodeKind], blocks: &mut Vec<Block>) -> Outline {
    let mut grower = Grower {
        text: headings.text,
        headings,
        inline: Inline::new(headings),
        tree,
        kinds,
        blocks,
        outline: Outline::default(),
        sentences: Vec::new(),
    };
    for root in &tree.roots {
        grower.item(*root, None, None);
    }
    grower.outline
}

/// What stands below a node, to be put in the order of the text.
enum Part {
    Item(usize),
    Measure(Span, Option<LabelKind>),
    Action(Span),
    Inline(Span),
}

impl Part {
    fn lo(&self, tree: &Tree) -> usize {
        match self {
            Self::Item(id) => tree.items[*id].own.lo(),
            Self::Measure(span, _) | Self::Action(span) | Self::Inline(span) => span.lo(),
        }
    }
}

struct Grower<'a> {
    text: &'a str,
    headings: Headings<'a>,
    inline: Inline<'a>,
    tree: &'a Tree,
    kinds: &'a [NodeKind],
    blocks: &'a mut Vec<Block>,
    outline: Outline,
    /// Those of the stretch at hand.
    sentences: Vec<Span>,
}

impl Grower<'_> {
    fn item(&mut self, id: usize, parent: Option<NodeId>, label: Option<LabelKind>) {
        let raw = &self.tree.items[id];
        let kind = self.kinds[id];
        let mut node = Node::new(kind, raw.heading);
        node.marker = raw.marker;
        node.span = Span::new(raw.own.lo(), raw.end.max(raw.heading.hi())).trim(self.text);
        node.label = label.filter(|_| kind == NodeKind::Measure);
        fill(&mut node, raw);
        let node = self.add(node, parent);
        let mut parts = Vec::new();
        match kind {
            NodeKind::Measure => self.measure_parts(raw, &mut parts),
            _ => self.heading_parts(raw, &mut parts),
        }
        for child in &raw.children {
            if self.is_symptom(raw, *child) {
                self.block(BlockKind::Description, self.tree.items[*child].own);
            } else {
                parts.push(Part::Item(*child));
            }
        }
        self.parts(node, raw, parts);
    }

    /// A bare item under a label of problems, below a heading that names the deficiency, only describes it.
    fn is_symptom(&self, parent: &Raw, child: usize) -> bool {
        let item = &self.tree.items[child];
        let told = parent.scopes.get(item.scope).is_some_and(|scope| scope.kind == Some(LabelKind::Problem));
        let bare = item.children.is_empty() && item.scopes.len() == 1 && item.scopes[0].paragraphs.is_empty();
        told && parent.deficient && bare
    }

    /// Paragraphs below a heading: measures, or words that describe it.
    fn heading_parts(&mut self, raw: &Raw, parts: &mut Vec<Part>) {
        let head = Span::new(raw.own.lo(), raw.heading.hi().max(raw.own.lo()));
        self.block(BlockKind::Heading, head);
        let told = raw.scopes.iter().skip(1).any(|scope| scope.kind != Some(LabelKind::Problem));
        for (at, scope) in raw.scopes.iter().enumerate() {
            let described = scope.items > 0 || scope.kind == Some(LabelKind::Problem) || at == 0 && told;
            for paragraph in &scope.paragraphs {
                if described {
                    self.block(BlockKind::Description, *paragraph);
                } else {
                    parts.push(Part::Measure(*paragraph, scope.kind));
                }
            }
        }
    }

    /// Sentences of a marked measure.
    fn measure_parts(&mut self, raw: &Raw, parts: &mut Vec<Part>) {
        let rest = raw.scopes.iter().flat_map(|scope| &scope.paragraphs);
        let more = raw.scopes.iter().any(|scope| !scope.paragraphs.is_empty());
        let head = Span::new(raw.own.lo(), raw.heading.hi().max(raw.own.lo()));
        self.block(if more && raw.marker.is_some() { BlockKind::Heading } else { BlockKind::Action }, head);
        let end = if raw.rest.is_empty() { raw.own.hi() } else { raw.rest.lo() };
        self.actions(Span::new(raw.heading.lo(), end.max(raw.heading.hi())), parts, false);
        for paragraph in rest {
            self.actions(*paragraph, parts, true);
        }
    }

    /// Sentences of a stretch, and the deficiencies that they name.
    fn actions(&mut self, span: Span, parts: &mut Vec<Part>, claim: bool) {
        sentences(self.text, span, &self.headings.scan.stops, &mut self.sentences);
        for sentence in &self.sentences {
            if claim {
                self.blocks.push(Block { kind: BlockKind::Action, span: *sentence });
            }
            parts.push(Part::Action(*sentence));
            parts.extend(self.inline.problems(*sentence).into_iter().map(Part::Inline));
        }
    }

    fn parts(&mut self, node: NodeId, raw: &Raw, mut parts: Vec<Part>) {
        parts.sort_by_key(|part| part.lo(self.tree));
        for part in parts {
            match part {
                Part::Item(id) => {
                    let scope = self.tree.items[id].scope;
                    let label = raw.scopes.get(scope).and_then(|scope| scope.kind);
                    let label = label.or(self.outline.get(node).label);
                    self.item(id, Some(node), label);
                }
                Part::Measure(paragraph, label) => self.paragraph(paragraph, node, label),
                Part::Action(sentence) => {
                    let mut action = Node::new(NodeKind::Action, bare(self.text, sentence));
                    action.span = sentence;
                    self.add(action, Some(node));
                }
                Part::Inline(name) => {
                    let mut problem = Node::new(NodeKind::Problem, name);
                    problem.inline = true;
                    self.add(problem, Some(node));
                }
            }
        }
    }

    /// A measure without a marker.
    fn paragraph(&mut self, paragraph: Span, parent: NodeId, label: Option<LabelKind>) {
        let (heading, _) = self.headings.split(paragraph);
        let mut node = Node::new(NodeKind::Measure, heading);
        node.span = paragraph;
        node.label = label;
        let node = self.add(node, Some(parent));
        let mut parts = Vec::new();
        self.actions(paragraph, &mut parts, true);
        parts.sort_by_key(|part| part.lo(self.tree));
        for part in parts {
            let (mut child, span) = match part {
                Part::Inline(name) => (Node::new(NodeKind::Problem, name), name),
                Part::Action(span) => (Node::new(NodeKind::Action, bare(self.text, span)), span),
                Part::Item(_) | Part::Measure(..) => continue,
            };
            child.inline = child.kind == NodeKind::Problem;
            child.span = span;
            self.add(child, Some(node));
        }
    }

    fn add(&mut self, mut node: Node, parent: Option<NodeId>) -> NodeId {
        let id = NodeId(self.outline.nodes.len() as u32);
        node.parent = parent;
        match parent {
            Some(parent) => self.outline.nodes[parent.0 as usize].children.push(id),
            None => self.outline.roots.push(id),
        }
        self.outline.nodes.push(node);
        id
    }

    fn block(&mut self, kind: BlockKind, span: Span) {
        self.blocks.push(Block { kind, span });
    }
}

fn fill(node: &mut Node, raw: &Raw) {
    node.responsible.clone_from(&raw.fields.responsible);
    node.deadline = raw.fields.deadline.map(|span| Deadline { span, date: None });
    node.target = raw.fields.target;
    node.stated_status = raw.fields.status;
}

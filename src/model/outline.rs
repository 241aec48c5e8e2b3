//! The tree section/problem → measure → action, and the partition of the text into blocks.

use super::PartialDate;
use crate::Span;
use crate::class::classes;
use crate::lexicon::LabelKind;
use serde::{Deserialize, Serialize};

/// Index of a node in its [`Outline`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct NodeId(pub u32);

/// The tree of a notice: an arena in reading order (every parent stands before its children).
#[derive(Debug, Default, Clone, Serialize, Deserialize)]
pub struct Outline {
    /// All nodes; a node's place is its [`NodeId`].
    pub nodes: Vec<Node>,
    /// Nodes without a parent, in reading order.
    pub roots: Vec<NodeId>,
}

classes! {
    /// What a node is.
    NodeKind {
        /// A heading that names no deficiency.
        Section = "section",
        /// A heading, or a quoted or named deficiency, that says what is wrong.
        Problem = "problem",
        /// What was, is or will be done.
        Measure = "measure",
        /// One sentence of a measure.
        Action = "action",
    }
}

classes! {
    /// How far a measure has come, from its words.
    Status {
        /// 已完成, or acts in the plain form.
        Done = "done",
        /// 正在, 推进中, 持续.
        Ongoing = "ongoing",
        /// 将, 拟, 计划.
        Planned = "planned",
        /// Sentences of more than one of these.
        Mixed = "mixed",
    }
}

classes! {
    /// How checkable a sentence is.
    Specificity {
        /// Names something that an outsider could check.
        Specific = "specific",
        /// A recognisable act with nothing to check it by.
        Partial = "partial",
        /// Intent, attitude or direction only.
        Vague = "vague",
    }
}

/// A stated time limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// The words.
    pub span: Span,
    /// The last day that they allow, if they name one.
    pub date: Option<PartialDate>,
}

/// A node of the tree.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// The node it hangs under.
    pub parent: Option<NodeId>,
    /// Its children, in reading order.
    pub children: Vec<NodeId>,
    /// The marker as printed (`（一）`, `1.`, `一是`).
    pub marker: Option<Span>,
    /// Title after the marker and any label, without the mark that ends it.
    pub heading: Span,
    /// Everything that belongs to the node, from marker to the end of its last child or paragraph.
    pub span: Span,
    /// A deficiency named inside a measure's words.
    pub inline: bool,
    /// How far it has come.
    pub status: Option<Status>,
    /// How checkable it is (actions).
    pub specificity: Option<Specificity>,
    /// Stated time limit.
    pub deadline: Option<Deadline>,
    /// Responsible bodies or persons.
    pub responsible: Vec<Span>,
    /// Text of 整改目标.
    pub target: Option<Span>,
    /// Status words of the ledger (`已完成，长期坚持`).
    pub stated_status: Option<Span>,
    /// The label that a measure stands under: `Measures` (整改措施) announces plans, `Progress` (整改情况) what was done.
    pub label: Option<LabelKind>,
}

impl Node {
    /// A node without parent, marker or attributes, its span that of its heading.
    #[must_use]
    pub fn new(kind: NodeKind, heading: Span) -> Self {
        Self {
            kind,
            parent: None,
            children: Vec::new(),
            marker: None,
            heading,
            span: heading,
            inline: false,
            status: None,
            specificity: None,
            deadline: None,
            responsible: Vec::new(),
            target: None,
            stated_status: None,
            label: None,
        }
    }
}

/// Siblings before an offset that can hold it: the last one, or one before the inline problems that follow it.
const NEAREST: usize = 16;

impl Outline {
    /// The node with that id.
    #[must_use]
    pub fn get(&self, id: NodeId) -> &Node {
        &self.nodes[id.0 as usize]
    }

    /// Ids of all nodes in reading order.
    pub fn ids(&self) -> impl Iterator<Item = NodeId> + use<> {
        (0..self.nodes.len() as u32).map(NodeId)
    }

    /// The path of every node: its 1-based positions from the root, `2.1.3`.
    #[must_use]
    pub fn paths(&self) -> Vec<String> {
        let mut paths = vec![String::new(); self.nodes.len()];
        for (at, root) in self.roots.iter().enumerate() {
            paths[root.0 as usize] = (at + 1).to_string();
        }
        for id in self.ids() {
            for (at, child) in self.get(id).children.iter().enumerate() {
                paths[child.0 as usize] = format!("{}.{}", paths[id.0 as usize], at + 1);
            }
        }
        paths
    }

    /// The innermost node whose span holds `offset` (a byte of the text); inline problems are passed over.
    #[must_use]
    pub fn innermost(&self, offset: usize) -> Option<NodeId> {
        let inside = |id: &NodeId| {
            let node = self.get(*id);
            !node.inline && node.span.lo() <= offset && offset < node.span.hi()
        };
        let mut found = None;
        let mut level: &[NodeId] = &self.roots;
        // Siblings stand in order of place; only inline problems, passed over here, overlap others.
        while let Some(&id) = {
            let next = level.partition_point(|id| self.get(*id).span.lo() <= offset);
            level[..next].iter().rev().take(NEAREST).find(|id| inside(id))
        } {
            found = Some(id);
            level = &self.get(id).children;
        }
        found
    }

    /// The node and its ancestors, innermost first.
    pub fn ancestry(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(Some(id), |id| self.get(*id).parent)
    }
}

/// A stretch of the text and what it is. Blocks partition the text: every character that is not white space lies in exactly
/// one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands.
    pub span: Span,
}

classes! {
    /// Kinds of blocks.
    BlockKind {
        /// The notice's title.
        Title = "title",
        /// Opening paragraphs.
        Intro = "intro",
        /// Heading of a section, problem or measure, with its marker.
        Heading = "heading",
        /// A label (`整改情况：`).
        Label = "label",
        /// A labelled field (`责任单位：…`), label and text.
        Field = "field",
        /// Text that describes a problem.
        Description = "description",
        /// A sentence of a measure.
        Action = "action",
        /// Contact lines, signature, date.
        Closing = "closing",
        /// Portal debris, page numbers.
        Noise = "noise",
    }
}

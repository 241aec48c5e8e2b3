//! What an item of the raw tree is: section, problem or measure.

use super::build::{Raw, Tree};
use super::heading::{Headings, names_problem};
use super::level::Style;
use crate::lexicon::{DeficiencyClass, LabelKind};
use crate::model::NodeKind;
use crate::scan::MarkerStyle;
use rustc_hash::FxHashMap;

/// The kinds of all items.
pub(super) fn kinds(headings: Headings<'_>, tree: &Tree) -> Vec<NodeKind> {
    let headed = tree.roots.iter().any(|root| !tree.items[*root].children.is_empty());
    let judge = Judge { headings, tree, headed };
    let mut kinds: Vec<NodeKind> = Vec::with_capacity(tree.items.len());
    // A parent stands before its children.
    for item in &tree.items {
        let parent = item.parent.map(|parent| (&tree.items[parent], kinds[parent]));
        kinds.push(judge.kind(item, parent));
    }
    judge.follow_elders(&mut kinds);
    judge.follow_cousins(&mut kinds);
    kinds
}

struct Judge<'a> {
    headings: Headings<'a>,
    tree: &'a Tree,
    /// Whether the notice has headings at its top level at all.
    headed: bool,
}

impl Judge<'_> {
    fn kind(&self, item: &Raw, parent: Option<(&Raw, NodeKind)>) -> NodeKind {
        let below = parent.map(|(_, kind)| kind);
        let scope = parent.and_then(|(parent, _)| parent.scopes.get(item.scope)).and_then(|scope| scope.kind);
        if let Some(kind) = self.by_label(item, scope, below) {
            return kind;
        }
        let answered = item.scopes.iter().skip(1).any(|scope| scope.kind != Some(LabelKind::Problem));
        if answered && !deepest(item.style) && !self.headings.ends_in_topic(item.heading) {
            return NodeKind::Problem;
        }
        if item.deficient && self.reads_as_problem(item, below) {
            return NodeKind::Problem;
        }
        if below == Some(NodeKind::Section) && parent.is_some_and(|(section, _)| self.listed_problem(item, section)) {
            return NodeKind::Problem;
        }
        if below == Some(NodeKind::Problem) || deepest(item.style) {
            return NodeKind::Measure;
        }
        let topic = item.alone && has_body(item) && self.headings.ends_in_topic(item.heading);
        if !item.children.is_empty() || topic || below.is_none() && self.titles_section(item) {
            NodeKind::Section
        } else {
            NodeKind::Measure
        }
    }

    /// What a label above or before the item decides.
    fn by_label(&self, item: &Raw, scope: Option<LabelKind>, below: Option<NodeKind>) -> Option<NodeKind> {
        match (item.style, scope) {
            (Style::Label(LabelKind::Problem), _) | (_, Some(LabelKind::Problem)) => Some(NodeKind::Problem),
            (Style::Label(_), _) => Some(NodeKind::Measure),
            _ if below == Some(NodeKind::Measure) => Some(NodeKind::Measure),
            (_, Some(LabelKind::Measures | LabelKind::Progress)) if below == Some(NodeKind::Problem) => {
                let named = names_problem(self.heading(item)) && !item.children.is_empty();
                Some(if named { NodeKind::Problem } else { NodeKind::Measure })
            }
            _ => None,
        }
    }

    /// Whether an item whose words say what is wrong is a problem: not where it is a measure that only mentions it.
    fn reads_as_problem(&self, item: &Raw, below: Option<NodeKind>) -> bool {
        let full = has_body(item);
        if names_problem(self.heading(item)) {
            return full || !deepest(item.style);
        }
        if below == Some(NodeKind::Problem) && self.listed_act(item) {
            return false;
        }
        if deepest(item.style) {
            return below != Some(NodeKind::Problem) && (!item.children.is_empty() || item.alone && full);
        }
        full || below != Some(NodeKind::Problem) || !self.among_measures(item)
    }

    /// Whether an item with text on its line stands in a list of such items that name acts: `①起底实验室隐患。邀请…` beside
    /// `②开展心理健康教育。…`.
    fn listed_act(&self, item: &Raw) -> bool {
        let items = &self.tree.items;
        let siblings = item.parent.map_or(&self.tree.roots, |parent| &items[parent].children);
        let at = siblings.partition_point(|id| items[*id].own.lo() < item.own.lo());
        let near = &siblings[at.saturating_sub(3)..siblings.len().min(at + 4)];
        !item.alone
            && near.iter().any(|id| items[*id].style == item.style && !items[*id].deficient && !items[*id].alone)
    }

    /// Whether a bare item stands in a list of acts, or tells a result in figures.
    fn among_measures(&self, item: &Raw) -> bool {
        let items = &self.tree.items;
        let siblings = item.parent.map_or(&self.tree.roots, |parent| &items[parent].children);
        let at = siblings.partition_point(|id| items[*id].own.lo() < item.own.lo());
        let near = &siblings[at.saturating_sub(3)..siblings.len().min(at + 4)];
        let of_list = |id: &&usize| items[**id].style == item.style && items[**id].scope == item.scope;
        self.heading(item).contains(|c: char| c.is_ascii_digit())
            || near.iter().filter(of_list).any(|id| !items[*id].deficient && !has_body(&items[*id]))
    }

    /// Whether an item is a problem because its section's heading announces problems (`审计查出问题的整改情况`).
    fn listed_problem(&self, item: &Raw, section: &Raw) -> bool {
        let announced = self.heading(section);
        let heading = self.heading(item);
        let opening = self.headings.lexicon.deficiency.prefix_of(heading);
        let act = opening.is_some_and(|(_, class)| *class == DeficiencyClass::Cure);
        announced.contains("问题")
            && !announced.contains("问题线索")
            && has_body(item)
            && !act
            && !deepest(item.style)
            && !self.headings.ends_in_topic(item.heading)
    }

    /// Whether a heading of the top level that names no deficiency stands over paragraphs.
    fn titles_section(&self, item: &Raw) -> bool {
        let topic = self.headings.ends_in_topic(item.heading);
        (item.alone || topic || item.style == Style::Plain) && (topic || has_body(item) || self.headed)
    }

    /// A heading that stands in a list of problems, with a body below it as they have, is one of them, whatever its words.
    fn follow_elders(&self, kinds: &mut [NodeKind]) {
        let lists = self.tree.items.iter().map(|item| (&item.children, false)).chain([(&self.tree.roots, true)]);
        for (list, root) in lists {
            let problems = list.iter().filter(|id| kinds[**id] == NodeKind::Problem).count();
            let others: Vec<usize> = list.iter().copied().filter(|id| self.heads(*id, root, kinds)).collect();
            if problems > others.len() || problems > 0 && problems == others.len() && !root {
                for id in others {
                    kinds[id] = NodeKind::Problem;
                    self.lower_sections(id, kinds);
                }
            }
        }
    }

    /// A bare heading with a list of acts below it, at a level that elsewhere in the notice holds problems built the same way,
    /// is one of them: （1）科研成果“沉睡” beside （1）学风建设抓得不紧 under another heading.
    fn follow_cousins(&self, kinds: &mut [NodeKind]) {
        let place = |item: &Raw| (item.style, item.parent.map(|parent| self.tree.items[parent].style));
        let headed = |id: usize| self.tree.items[id].alone && !self.tree.items[id].children.is_empty();
        let mut problems: FxHashMap<_, usize> = FxHashMap::default();
        for (id, item) in self.tree.items.iter().enumerate() {
            if kinds[id] == NodeKind::Problem && headed(id) {
                *problems.entry(place(item)).or_default() += 1;
            }
        }
        for (id, item) in self.tree.items.iter().enumerate() {
            let below = item.parent.is_some_and(|parent| kinds[parent] == NodeKind::Problem);
            let many = problems.get(&place(item)).is_some_and(|count| *count >= 2);
            if kinds[id] == NodeKind::Measure
                && below
                && headed(id)
                && many
                && !self.headings.ends_in_topic(item.heading)
            {
                kinds[id] = NodeKind::Problem;
            }
        }
    }

    /// Whether an item is built like the problems of its list. Sections stand beside problems at the top level by custom.
    fn heads(&self, id: usize, root: bool, kinds: &[NodeKind]) -> bool {
        let item = &self.tree.items[id];
        let built = match kinds[id] {
            NodeKind::Section => !root,
            NodeKind::Measure => item.alone && has_body(item),
            NodeKind::Problem | NodeKind::Action => false,
        };
        built && !self.headings.ends_in_topic(item.heading)
    }

    /// What was a section only for want of a problem above it is a measure.
    fn lower_sections(&self, id: usize, kinds: &mut [NodeKind]) {
        for child in &self.tree.items[id].children {
            if kinds[*child] == NodeKind::Section {
                kinds[*child] = NodeKind::Measure;
                self.lower_sections(*child, kinds);
            }
        }
    }

    fn heading(&self, item: &Raw) -> &str {
        item.heading.slice(self.headings.text)
    }
}

/// Whether anything stands below the heading.
fn has_body(item: &Raw) -> bool {
    !item.children.is_empty() || item.scopes.iter().any(|scope| !scope.paragraphs.is_empty()) || item.scopes.len() > 1
}

/// Styles in which acts are listed, hardly ever problems.
fn deepest(style: Style) -> bool {
    use MarkerStyle::{Bullet, Chain, ChainMust, OneOf, Order, Ordinal};
    matches!(style, Style::Marker(Chain | ChainMust | Order | Ordinal | OneOf | Bullet))
}

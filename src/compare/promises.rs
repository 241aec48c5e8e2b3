//! What the old notice planned, and what the new one says of it.
//!
//! Three sorts of promises: figures (`力争覆盖率达到90%以上`) are looked for among the results of the new notice and compared
//! as numbers; sentences without a figure (`2022年10月底前完工`) are looked for among its sentences; problems with a time
//! limit that were not done (整改时限) are missed where the new notice names the problem again. A promise that is not found
//! is silent: no verdict is drawn from silence.

use super::align::align;
use super::bag::{Bag, Index, Rarity};
use super::headings::Headings;
use super::kin;
use super::profile::Profile;
use super::result::{ProblemChange, ProblemStatus, Promise, PromiseStatus};
use super::{Edition, Sides};
use crate::lexicon::{ChangeClass, StatusCue};
use crate::model::{Approx, Message, Metric, NodeId, NodeKind, Specificity, Status};
use std::collections::BTreeSet;

/// Sentences of the new notice that are looked at for each promise.
const NEAREST: usize = 8;
/// Share of a promise's words that a sentence must hold to speak of it.
const SPOKEN_OF: f64 = 0.6;
/// Characters of a sentence that are quoted.
const QUOTE: usize = 40;

/// The promises, in the order of the old notice.
pub(super) fn promises(sides: &Sides<'_>, problems: &[ProblemChange]) -> Vec<Promise> {
    let (mut promises, told) = sides.figures();
    promises.extend(sides.sentences(&told));
    promises.extend(sides.time_limits(problems));
    promises.sort_by_key(|promise| (promise.old_span.lo(), promise.old_span.hi()));
    promises
}

impl Sides<'_> {
    /// Promises that state a figure, and the nodes that hold them.
    fn figures(&self) -> (Vec<Promise>, BTreeSet<NodeId>) {
        let targets: Vec<_> =
            self.old.profiles.iter().filter(|profile| profile.is_target() && self.is_planned(profile.metric)).collect();
        let as_results: Vec<_> = targets.iter().map(|profile| profile.as_result()).collect();
        let results: Vec<_> =
            self.new.profiles.iter().filter(|profile| !profile.is_target()).map(Profile::as_result).collect();
        let mut found = vec![None; targets.len()];
        for pair in align(&as_results, &results, Headings::of(self.old.edition, self.new.edition, self.lexicon)) {
            found[pair.old] = Some(results[pair.new].metric);
        }
        let promises = targets.iter().zip(found).filter_map(|(target, found)| self.figure(target.metric, found));
        (promises.collect(), targets.iter().filter_map(|target| target.metric.node).collect())
    }

    fn is_planned(&self, metric: &Metric) -> bool {
        let outline = &self.old.edition.notice.outline;
        metric.node.is_some_and(|id| {
            let measure = outline.ancestry(id).find(|id| outline.get(*id).kind == NodeKind::Measure);
            let status = measure.and_then(|id| outline.get(id).status);
            status == Some(Status::Planned) || self.plans(outline.get(id).span.slice(self.old.edition.document.text()))
        })
    }

    /// Whether the words plan, by a cue such as 力争.
    fn plans(&self, words: &str) -> bool {
        self.lexicon.status.find_in(words).any(|(_, cue)| *cue == StatusCue::Planned)
    }

    fn figure(&self, target: &Metric, found: Option<&Metric>) -> Option<Promise> {
        let text = self.old.edition.document.text();
        let promised = target.span.slice(text).to_owned();
        let node = target.node?;
        let Some(result) = found else {
            return Some(self.silent(node, target.span, promised));
        };
        let (goal, value) = (target.quantity.base.value, result.quantity.base.value);
        let at_most = self.is_ceiling(target);
        let kept = if at_most { value <= goal } else { value >= goal };
        let why = if kept {
            Message::new("承诺：{promised}；新通报为{found}", "promised: {promised}; the new notice has {found}")
        } else {
            Message::new(
                "承诺：{promised}；新通报为{found}，未达到",
                "promised: {promised}; the new notice has {found}, short of it",
            )
        };
        Some(Promise {
            status: if kept { PromiseStatus::Kept } else { PromiseStatus::Missed },
            old: node,
            old_span: target.span,
            new: result.node,
            why: why.with("promised", promised).with("found", self.quote(result.span)),
        })
    }

    /// Whether the target is not to be exceeded: 控制在2%以内, 降至5.5%.
    fn is_ceiling(&self, target: &Metric) -> bool {
        let words = target.span.slice(self.old.edition.document.text());
        let falls = || self.lexicon.change.find_in(words).any(|(_, class)| *class == ChangeClass::Down);
        match target.quantity.approx {
            Approx::Under => true,
            Approx::Over => false,
            Approx::Exact | Approx::About => falls(),
        }
    }

    /// Planned sentences that can be checked and state no figure that was told already.
    fn sentences(&self, told: &BTreeSet<NodeId>) -> Vec<Promise> {
        let outline = &self.old.edition.notice.outline;
        let text = self.old.edition.document.text();
        let checkable = |id: &NodeId| {
            let node = outline.get(*id);
            node.kind == NodeKind::Action && node.specificity == Some(Specificity::Specific) && !told.contains(id)
        };
        let planned = outline.ids().filter(checkable).filter(|id| {
            let measure = node_of_kind(self.old.edition, *id, NodeKind::Measure).and_then(|id| outline.get(id).status);
            let words = outline.get(*id).span.slice(text);
            measure == Some(Status::Planned) && !self.says_done(words)
                || measure == Some(Status::Mixed) && self.plans(words)
        });
        let planned: Vec<_> = planned.map(|id| (id, self.content(outline.get(id).heading.slice(text)))).collect();
        let said = self.new_sentences();
        let rarity = Rarity::of(planned.iter().chain(&said).map(|(_, bag)| bag));
        let index = Index::new(said.iter().map(|(_, bag)| bag), &rarity);
        let promises = planned.iter().map(|(id, bag)| {
            let share = |at: usize| rarity.shared(bag, &said[at].1) / rarity.total(bag).max(f64::MIN_POSITIVE);
            let near = index.nearest(bag, NEAREST).into_iter().map(|at| (share(at), at));
            let best = near.rev().max_by(|a, b| a.0.total_cmp(&b.0)).filter(|(share, _)| *share >= SPOKEN_OF);
            self.sentence(*id, best.map(|(_, at)| said[at].0))
        });
        promises.collect()
    }

    fn sentence(&self, id: NodeId, found: Option<NodeId>) -> Promise {
        let span = self.old.edition.notice.outline.get(id).heading;
        let promised = clipped(span.slice(self.old.edition.document.text()));
        let Some(new) = found else { return self.silent(id, span, promised) };
        let outline = &self.new.edition.notice.outline;
        let words = outline.get(new).heading;
        let status = node_of_kind(self.new.edition, new, NodeKind::Measure).and_then(|id| outline.get(id).status);
        let done = self.says_done(words.slice(self.new.edition.document.text())) || status == Some(Status::Done);
        let (status, why) = if done {
            (PromiseStatus::Kept, Message::new("新通报称：{found}", "the new notice says: {found}"))
        } else if matches!(status, Some(Status::Planned | Status::Ongoing)) {
            (
                PromiseStatus::Missed,
                Message::new("新通报仍在推进：{found}", "still under way in the new notice: {found}"),
            )
        } else {
            (
                PromiseStatus::Silent,
                Message::new(
                    "新通报提及，未说是否完成：{found}",
                    "named in the new notice, which does not say whether it was done: {found}",
                ),
            )
        };
        Promise { status, old: id, old_span: span, new: Some(new), why: why.with("found", self.quote(words)) }
    }

    fn says_done(&self, words: &str) -> bool {
        self.lexicon.status.find_in(words).any(|(_, cue)| *cue == StatusCue::Done)
    }

    fn new_sentences(&self) -> Vec<(NodeId, Bag)> {
        let outline = &self.new.edition.notice.outline;
        let text = self.new.edition.document.text();
        let actions = outline.ids().filter(|id| outline.get(*id).kind == NodeKind::Action);
        actions.map(|id| (id, self.content(outline.get(id).heading.slice(text)))).collect()
    }

    /// The words of a sentence less figures and the cues that plan.
    fn content(&self, sentence: &str) -> Bag {
        let mut words = String::new();
        let mut reached = 0;
        for (span, cue) in self.lexicon.status.find_in(sentence) {
            words.push_str(&sentence[reached..span.lo()]);
            if *cue != StatusCue::Planned {
                words.push_str(span.slice(sentence));
            }
            reached = span.hi();
        }
        words.push_str(&sentence[reached..]);
        words.retain(|c| !c.is_numeric() && !matches!(c, '年' | '月' | '日' | '底' | '前'));
        Bag::of(&kin::reword(&words, self.lexicon))
    }

    /// Problems whose time limit came before the new notice and that it names again.
    fn time_limits(&self, problems: &[ProblemChange]) -> Vec<Promise> {
        let outline = &self.old.edition.notice.outline;
        let (header, text) = (&self.new.edition.notice.header, self.old.edition.document.text());
        let Some(today) = header.published.or(header.feedback_date) else { return Vec::new() };
        let again = problems.iter().filter(|problem| problem.status == ProblemStatus::Repeated);
        let late = again.filter_map(|problem| {
            let (old, new) = (problem.old?, problem.new?);
            let deadline = outline.get(old).deadline.as_ref()?;
            let date = deadline.date.filter(|date| *date < today)?;
            Some(Promise {
                status: PromiseStatus::Missed,
                old,
                old_span: deadline.span,
                new: Some(new),
                why: Message::new(
                    "时限为{date}，新通报再次列出此类问题：{found}",
                    "due on {date}, and the new notice names the problem again: {found}",
                )
                .with("date", date)
                .with("promised", deadline.span.slice(text).to_owned())
                .with("found", self.quote(self.new.edition.notice.outline.get(new).heading)),
            })
        });
        late.collect()
    }

    fn silent(&self, old: NodeId, old_span: crate::Span, promised: String) -> Promise {
        let why =
            Message::new("承诺：{promised}；新通报未提及", "promised: {promised}; the new notice does not speak of it");
        Promise { status: PromiseStatus::Silent, old, old_span, new: None, why: why.with("promised", promised) }
    }

    fn quote(&self, span: crate::Span) -> String {
        clipped(span.slice(self.new.edition.document.text()))
    }
}

fn node_of_kind(edition: &Edition<'_>, id: NodeId, kind: NodeKind) -> Option<NodeId> {
    let outline = &edition.notice.outline;
    outline.ancestry(id).find(|id| outline.get(*id).kind == kind)
}

fn clipped(words: &str) -> String {
    match words.char_indices().nth(QUOTE) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}

//! What a metric says in the notice: a result, a target, the size of a deficiency, how far a measure reaches, or what is
//! left over.
//!
//! Where the number stands decides first (a field 整改目标, the description of a problem), then the words around it.

use super::figures::Figures;
use super::trim;
use crate::Span;
use crate::lexicon::{NamingClass, RoleCue, StatusCue};
use crate::model::{BlockKind, Dimension, NamedBy, Node, NodeId, NodeKind, Role};

/// The role of each mention. `wholes` gives the whole that each is a part of.
pub(super) fn roles(figures: Figures<'_>, wholes: &[Option<usize>]) -> Vec<Role> {
    let count = figures.mentions.len();
    let mut has_parts = vec![false; count];
    for whole in wholes.iter().flatten() {
        has_parts[*whole] = true;
    }
    let caster = Caster { figures, wholes, has_parts, plans: plans(figures) };
    let mut roles: Vec<Role> = (0..count).map(|index| caster.role(index)).collect();
    for index in (1..count).rev() {
        if let Some(role) = caster.lent(index, roles[index]).filter(|_| roles[index - 1] == Role::Achieved) {
            roles[index - 1] = role;
        }
    }
    for index in 1..count {
        let takes = caster.companion(index) || roles[index - 1] == Role::Scope && caster.strung(index);
        if roles[index] == Role::Achieved && takes {
            roles[index] = roles[index - 1];
        }
    }
    roles
}

/// Bytes of a sentence before a number that are looked through for the words of a plan.
const LOOK_BACK: usize = 600;

struct Caster<'a> {
    figures: Figures<'a>,
    wholes: &'a [Option<usize>],
    has_parts: Vec<bool>,
    /// For each node whether it is a section of plans.
    plans: Vec<bool>,
}

/// Which sections announce plans in their headings (下一步打算).
fn plans(figures: Figures<'_>) -> Vec<bool> {
    let Figures { page, .. } = figures;
    let planned = |heading: &str| page.lexicon.status.find_in(heading).any(|(_, cue)| *cue == StatusCue::Planned);
    let nodes = page.outline.nodes.iter();
    nodes.map(|node| node.kind == NodeKind::Section && planned(node.heading.slice(page.text))).collect()
}

impl Caster<'_> {
    fn role(&self, index: usize) -> Role {
        if self.figures.names[index].from || self.figures.names[index].rest {
            return Role::Other;
        }
        if self.described(index) {
            return if self.frames(index) { Role::Scope } else { Role::Problem };
        }
        if self.planned(index) {
            return Role::Target;
        }
        if self.unfinished(index) {
            return Role::Other;
        }
        if self.deficient(index) {
            return Role::Problem;
        }
        if self.outlook(index) {
            return Role::Target;
        }
        if self.reaches(index) {
            return Role::Scope;
        }
        Role::Achieved
    }

    fn at(&self, index: usize) -> usize {
        self.figures.mentions[index].span.lo()
    }

    /// Whether the number stands in a problem's heading or in the description of one.
    fn described(&self, index: usize) -> bool {
        let at = self.at(index);
        if self.figures.page.blocks.kind_at(at) == Some(BlockKind::Description) {
            return true;
        }
        let Some(node) = self.node(index) else { return false };
        node.kind == NodeKind::Problem && node.heading.lo() <= at && at < node.heading.hi()
    }

    /// 全市现有焦化企业11家, 28项年度任务有9项未完成: in a description the frame that the deficiency is measured in.
    fn frames(&self, index: usize) -> bool {
        let words = self.around(index);
        let faulty = self.cue(words, RoleCue::Problem) || self.cue(words, RoleCue::Fault);
        let stock = self.cue(words, RoleCue::Scope);
        !faulty && (stock || self.has_parts[index] && self.wholes[index].is_none())
    }

    /// 力争…达到98%以上; a field 整改目标; under a plan.
    fn planned(&self, index: usize) -> bool {
        let Figures { page, cues, .. } = self.figures;
        let at = self.at(index);
        let mut targets = self.nodes(index).filter_map(|id| page.outline.get(id).target);
        if targets.any(|target| target.lo() <= at && at < target.hi()) {
            return true;
        }
        let far = (at.saturating_sub(LOOK_BACK)..=at).find(|&far| page.text.is_char_boundary(far)).unwrap_or(at);
        let before = Span::new(self.figures.slots[index].sentence.max(far).min(at), at);
        let planned = cues.status.last(before, StatusCue::Planned).map(|cue| cue.hi());
        let target = cues.role.last(before, RoleCue::Target).map(|cue| cue.hi());
        let last = planned.max(target).max(self.horizon(before.lo(), at)).max(self.intent(before));
        // 已 behind the cue tells of what has been done meanwhile.
        last.is_some_and(|end| !page.text[end..at].contains('已')) || self.task(index)
    }

    /// The end of a verb 计划 in `before`: it opens a clause or follows its subject or date, and an act or a date follows it
    /// (计划新建, 计划6月底前完成). 计划完成率 and 年度培训计划 hold the noun.
    fn intent(&self, before: Span) -> Option<usize> {
        const WORD: &str = "计划";
        let words = self.text(before);
        let at = words.rfind(WORD)?;
        let end = before.lo() + at + WORD.len();
        let opens = words[..at].trim_end().is_empty()
            || words[..at]
                .ends_with(['，', ',', '。', '；', ';', '、', '：', '年', '月', '原', '共', '还', '均', '明', '前']);
        let follows = Span::new(end, before.hi());
        let acts = self.figures.page.words(follows).first().is_some_and(|word| word.is(NamingClass::Act));
        (opens && acts && !self.text(follows).contains('率') || opens && self.dated(end)).then_some(end)
    }

    /// Whether a date begins at `at`.
    fn dated(&self, at: usize) -> bool {
        let dates = &self.figures.page.scan.dates;
        dates.get(dates.partition_point(|date| date.span.lo() < at)).is_some_and(|date| date.span.lo() == at)
    }

    /// The end of a date that opens a plan: 到2026年底 (截至2024年底 looks back, 由…到2025年 is a stretch).
    fn horizon(&self, start: usize, at: usize) -> Option<usize> {
        const NEAR: usize = 4;
        let dates = &self.figures.page.scan.dates;
        let next = dates.partition_point(|date| date.span.hi() <= at);
        let near = dates[next.saturating_sub(NEAR)..next].iter().rev().take_while(|date| date.span.lo() >= start);
        let opens = |date: usize| {
            let before = self.figures.page.text[start..date].strip_suffix('到');
            before.is_some_and(|words| {
                words.trim_end().is_empty() || words.ends_with(['，', ',', '。', '；', ';', '、', '：'])
            })
        };
        near.map(|date| date.span).find(|span| opens(span.lo())).map(|span| span.hi())
    }

    /// A heading of the first level that counts its task: 四、改造城镇老旧小区46个。完工39个.
    fn task(&self, index: usize) -> bool {
        let at = self.at(index);
        let Some(node) = self.node(index) else { return false };
        let heads = node.heading.lo() <= at && at < node.heading.hi();
        heads && node.parent.is_none() && node.marker.is_some() && node.kind != NodeKind::Problem
    }

    /// Under a section of plans (下一步打算), or a norm with room in it (每村储备2—3名).
    fn outlook(&self, index: usize) -> bool {
        let plans = self.nodes(index).any(|id| self.plans[id.0 as usize]);
        plans || self.figures.mentions[index].upper.is_some() && self.text(self.own(index)).contains('每')
    }

    /// 正在办理7件, 3个正在编制: a part that is still under way.
    fn unfinished(&self, index: usize) -> bool {
        self.wholes[index].is_some() && !self.own_noun(index) && {
            let words = [self.own(index), self.behind(index)];
            words
                .into_iter()
                .any(|words| self.figures.cues.status.has(words, StatusCue::Ongoing) || self.cue(words, RoleCue::Other))
        }
    }

    /// 发现问题76个, 违规收取的费用, 对漏报瞒报的14人: what was found wanting.
    fn deficient(&self, index: usize) -> bool {
        let own = self.own(index);
        let found = self.cue(own, RoleCue::Problem);
        let counted = self.figures.texts[index].as_str();
        let in_name = || self.figures.page.lexicon.role.find_in(counted).any(|(_, cue)| *cue == RoleCue::Fault);
        let fault = || self.cue(own, RoleCue::Fault) || in_name();
        if self.text(own).ends_with('的') {
            return found || fault();
        }
        if self.wholes[index].is_some() && self.figures.names[index].by == NamedBy::Elided {
            return false;
        }
        let named = || self.own_noun(index) && ["问题", "隐患"].iter().any(|noun| counted.ends_with(noun));
        found || named() || self.wholes[index].is_none() && fault() && !self.acts(index)
    }

    /// Whether the words before the number begin with an act: 清退违规收费.
    fn acts(&self, index: usize) -> bool {
        let left = trim::both(self.figures.page, self.figures.slots[index].left);
        self.figures.page.words(left).first().is_some_and(|word| word.is(NamingClass::Act))
    }

    /// 对18家企业制定计划, 覆盖19家卫生院, 全县327个村卫生室…率由68%提高至94.5%.
    fn reaches(&self, index: usize) -> bool {
        let counted = self.figures.mentions[index].dimension() == Dimension::Count;
        let noun = self.own_noun(index) || self.figures.names[index].by == NamedBy::HeadAndVerb;
        if !counted || !noun || self.cue(self.behind(index), RoleCue::Achieved) {
            return false;
        }
        self.governed(index) || self.subject(index)
    }

    /// Whether a preposition or verb of reach governs the count: nothing done stands between the two (面向社会招聘9名).
    fn governed(&self, index: usize) -> bool {
        let left = self.figures.slots[index].left;
        let Some(cue) = self.figures.cues.role.last(left, RoleCue::Scope) else { return false };
        let modifiers = Span::new(cue.hi(), left.hi());
        let relative = self.text(modifiers).trim_end().ends_with('的');
        let persons = matches!(self.figures.mentions[index].unit.as_ref(), "人" | "名" | "位");
        let done_to = persons && self.text(cue) == "对";
        !done_to && (relative || !self.figures.page.words(modifiers).iter().any(|word| word.is(NamingClass::Act)))
    }

    /// A count before its noun at the head of a clause that goes on to say something of it in figures.
    fn subject(&self, index: usize) -> bool {
        let own = self.text(self.own(index));
        let heads = own.is_empty() || own.starts_with('全') && own.chars().count() <= 2;
        let next = index + 1;
        heads
            && self.figures.names[index].by == NamedBy::HeadAfter
            && self.figures.slots.get(next).is_some_and(|slot| slot.clause == self.figures.slots[index].clause)
            && self.figures.page.text[self.figures.mentions[index].outer.hi()..self.figures.mentions[next].outer.lo()]
                .chars()
                .count()
                >= 6
            && self.wholes[next] != Some(index)
    }

    /// A count that runs on into the next one (4个方面35个问题) has its role.
    fn lent(&self, index: usize, role: Role) -> Option<Role> {
        let before = index - 1;
        let between = self.figures.page.text
            [self.figures.mentions[before].outer.hi()..self.figures.mentions[index].outer.lo()]
            .trim();
        let runs_on = self.figures.slots[before].clause == self.figures.slots[index].clause
            && between.chars().count() <= 6
            && !between.contains(['，', '；', '。', '已', '仅', '有', '中', '（', '共'])
            && self.figures.mentions[before].dimension() == Dimension::Count
            && (self.own_noun(before) && self.own_noun(index) || between.is_empty());
        (runs_on && matches!(role, Role::Problem | Role::Scope | Role::Target)).then_some(role)
    }

    /// 抽查6个街道、4家建设单位和320户家庭: counts of one list reach as far as the first.
    fn strung(&self, index: usize) -> bool {
        let between = self.figures.page.text
            [self.figures.mentions[index - 1].outer.hi()..self.figures.mentions[index].outer.lo()]
            .trim();
        self.own_noun(index)
            && self.figures.slots[index].clause == self.figures.slots[index - 1].clause
            && between.chars().count() <= 12
            && (between.contains('、') || between.ends_with(['和', '及', '与']) || between.chars().count() <= 3)
    }

    /// 图斑23个、面积58.7亩; 问题53个，涉及金额312.8万元: a second measure of what was just counted.
    fn companion(&self, index: usize) -> bool {
        let between = self.figures.page.text
            [self.figures.mentions[index - 1].outer.hi()..self.figures.mentions[index].outer.lo()]
            .trim();
        let between = between.trim_start_matches(['、', '，', ',', ' ']);
        let concerned = between.starts_with("涉及") && between.chars().count() <= 8;
        (concerned
            || matches!(
                between,
                "" | "面积" | "金额" | "共" | "涉及金额" | "涉及资金" | "涉及面积" | "合计" | "总面积"
            ))
            && self.figures.slots[index].clause <= self.figures.slots[index - 1].clause + 1
            && self.figures.slots[index].sentence == self.figures.slots[index - 1].sentence
    }

    fn cue(&self, words: Span, cue: RoleCue) -> bool {
        self.figures.cues.role.has(words, cue)
    }

    fn text(&self, words: Span) -> &str {
        words.slice(self.figures.page.text)
    }

    /// Words of the clause before the number.
    fn own(&self, index: usize) -> Span {
        let left = self.figures.slots[index].left;
        let is_edge = |c: char| c.is_whitespace() || matches!(c, '，' | ',' | '；' | ';' | '、' | '。' | '：' | ':');
        let words = self.text(left).trim_end_matches(is_edge);
        let end = left.lo() + words.len();
        Span::new(end - words.trim_start_matches(is_edge).len(), end)
    }

    /// Words of the clause behind the number.
    fn behind(&self, index: usize) -> Span {
        let slot = &self.figures.slots[index];
        let end = self.figures.page.clause(slot.clause).span.hi().min(slot.limit);
        let from = self.figures.mentions[index].outer.hi();
        Span::new(from, end.max(from))
    }

    /// The words before and behind the number.
    fn around(&self, index: usize) -> Span {
        let from = self.figures.slots[index].left.lo();
        Span::new(from, self.figures.slots[index].limit.max(self.figures.mentions[index].outer.hi()))
    }

    /// Innermost node that the number stands in.
    fn node(&self, index: usize) -> Option<&Node> {
        self.figures.slots[index].node.map(|id| self.figures.page.outline.get(id))
    }

    /// That node and its ancestors.
    fn nodes(&self, index: usize) -> impl Iterator<Item = NodeId> + '_ {
        let node = self.figures.slots[index].node;
        node.into_iter().flat_map(|id| self.figures.page.outline.ancestry(id))
    }

    fn own_noun(&self, index: usize) -> bool {
        matches!(self.figures.names[index].by, NamedBy::HeadAfter | NamedBy::VerbAndHead)
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::shown;
    use crate::Class;
    use crate::model::Role;

    /// The metrics whose role is not that of a result.
    fn check(cases: &[(&str, &[&str])]) {
        for (text, want) in cases {
            let other = |role: Role| (role != Role::Achieved).then(|| role.word().to_owned());
            assert_eq!(shown(text, |_, metric| other(metric.role)), *want, "{text}");
        }
    }

    #[test]
    fn targets() {
        check(&[
            ("力争大班额比例控制在2%以内，覆盖率达到90%以上。", &["2% target", "90% target"]),
            ("到2026年底，建成充电桩1200个、充电站35座。", &["1200个 target", "35座 target"]),
            ("截至2024年底，建成充电桩1200个。", &[]),
            ("年度培训计划完成率达到98%。", &[]),
            ("计划新建站点5个。", &["5个 target"]),
            ("2025年计划培训教师300人次，计划6月底前加固堤防3公里。", &["300人次 target", "3公里 target"]),
            ("计划完成率98%，招生计划增加40人，按计划建成站点6个。", &[]),
            ("原计划改造管网12公里，已改造11公里。", &["12公里 target"]),
            ("将反馈意见分解为16条举措。", &[]),
        ]);
    }

    #[test]
    fn deficiencies() {
        check(&[
            ("针对反馈的4个方面35个问题，制定措施108条。", &["4个 problem", "35个 problem"]),
            ("检查发现隐患96处，整改95处。", &["96处 problem"]),
            ("清退违规收费32万元，收回闲置资金5.4亿元。", &[]),
            ("对漏报瞒报的14人严肃处理。", &["14人 problem"]),
        ]);
    }

    #[test]
    fn reach() {
        check(&[
            ("对18家企业制定培育计划。", &["18家 scope"]),
            ("面向社会招聘9名专业人才。", &[]),
            ("对3名责任人给予政务处分。", &[]),
        ]);
    }

    #[test]
    fn remainders_and_starting_values() {
        check(&[
            ("37个问题已整改33个，其余4个正在推进。", &["37个 problem", "4个 other"]),
            ("集中收集率由57%提高至73.5%。", &["57% other"]),
        ]);
    }
}

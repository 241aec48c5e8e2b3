//! The sentence that tells of the inspection: who, whom, from when to when; and the day of the feedback.

use super::region::Regions;
use crate::Span;
use crate::model::PartialDate;
use crate::scan::{DateKind, DateToken};

/// Longest name of a team or a body, in characters.
const LONGEST: usize = 50;

/// Characters of a team that is named by its kind alone (巡察组).
const UNNAMED: usize = 3;

/// Teams of one sentence that are tried.
const MOST_TEAMS: usize = 8;

/// Furthest that the body stands behind the team, in characters, brackets and dates apart.
const GAP: usize = 14;

/// What an inspecting team does.
const ACTS: [&str; 8] = ["巡察", "巡视", "督察", "督查", "督导", "审计", "检查", "巡查"];

/// What the opening says of the inspection.
#[derive(Default)]
pub(super) struct Inspection {
    pub team: Option<String>,
    pub body: Option<String>,
    pub start: Option<PartialDate>,
    pub end: Option<PartialDate>,
    pub feedback: Option<PartialDate>,
}

impl Inspection {
    /// Whether the opening tells of an inspection at all.
    pub(super) fn is_stated(&self) -> bool {
        self.team.is_some() || self.start.is_some() || self.feedback.is_some()
    }
}

/// Reads the inspection from the opening paragraphs.
pub(super) fn read(regions: &Regions<'_>, opening: Span, title: Span) -> Inspection {
    let sentences = sentences(regions.text, opening);
    let told = |sentence: &Span| Sentence { regions, span: *sentence }.told();
    let mut found = sentences.iter().find_map(|s| told(s).filter(|told| told.team.is_some() && told.body.is_some()));
    found = found.or_else(|| sentences.iter().find_map(|s| told(s).filter(|told| told.body.is_some())));
    found = found.or_else(|| sentences.iter().find_map(|s| told(s).filter(|told| told.start.is_some())));
    let mut inspection = found.or_else(|| sentences.iter().find_map(told)).unwrap_or_default();
    for sentence in &sentences {
        let sentence = Sentence { regions, span: *sentence };
        if inspection.feedback.is_none() {
            let stated = || sentence.early_feedback(inspection.start);
            inspection.feedback = sentence.feedback(inspection.end).or_else(stated);
        }
        if inspection.body.is_none() {
            inspection.body = sentence.told_body();
        }
    }
    if inspection.team.as_ref().is_none_or(|team| team.chars().count() <= UNNAMED) {
        let named = Sentence { regions, span: title };
        inspection.team = named.teams().first().map(|team| named.team_name(*team)).or(inspection.team);
    }
    inspection
}

/// The sentences of `span`.
fn sentences(text: &str, span: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = span.lo();
    for (at, mark) in span.slice(text).match_indices(['。', '；', '\n', '！']) {
        let end = span.lo() + at;
        found.push(Span::new(start, end));
        start = end + mark.len();
    }
    found.push(Span::new(start, span.hi()));
    found
}

struct Sentence<'a> {
    regions: &'a Regions<'a>,
    span: Span,
}

impl<'a> Sentence<'a> {
    fn words(&self) -> &'a str {
        self.span.slice(self.regions.text)
    }

    fn dates(&self) -> &'a [DateToken] {
        self.regions.dates(self.span)
    }

    /// What this sentence says of the inspection, if it speaks of it.
    fn told(&self) -> Option<Inspection> {
        let words = self.words();
        if !ACTS.iter().any(|act| words.contains(act)) {
            return None;
        }
        let teams = self.teams();
        let with_body = |team: &Span| {
            let (body, at) = self.body_after(team.hi()).or_else(|| self.body_that_received(team.lo()))?;
            Some((Some(*team), Some(body), at))
        };
        let alone = || self.body_alone().map(|(body, at)| (None, Some(body), at));
        let named = teams.first().map(|team| (Some(*team), None, self.span.hi()));
        let (team, body, until) = teams.iter().find_map(with_body).or_else(alone).or(named)?;
        let (start, end) = self.period(until, team);
        Some(Inspection { team: team.map(|team| self.team_name(team)), body, start, end, feedback: None })
    }

    /// The inspecting teams that the sentence names, in order.
    fn teams(&self) -> Vec<Span> {
        const ENDS: [&str; 13] = [
            "巡察组",
            "巡视组",
            "督察组",
            "督导组",
            "督查组",
            "检查组",
            "巡查组",
            "审计组",
            "审计局",
            "审计厅",
            "审计署",
            "审计部",
            "特派员办事处",
        ];
        const OFFICERS: [&str; 8] = ["局长", "厅长", "组长", "副组长", "副局长", "主任", "署长", "长"];
        let words = self.words();
        let plain = ENDS.iter().flat_map(|end| words.match_indices(end).map(|(at, end)| at + end.len()));
        let mut ends: Vec<usize> = plain
            .chain(["巡察", "巡视", "督察", "督导", "检查"].iter().flat_map(|kind| numbered_ends(words, kind)))
            .collect();
        ends.retain(|end| !OFFICERS.iter().any(|officer| words[*end..].starts_with(officer)));
        ends.sort_unstable();
        let span = |end: usize| Span::new(self.name_start(self.span.lo() + end), self.span.lo() + end);
        ends.into_iter().map(span).filter(|team| !team.is_empty()).take(MOST_TEAMS).collect()
    }

    /// Where the name that ends at `end` begins: after a mark, a date or a word that no name contains.
    fn name_start(&self, end: usize) -> usize {
        const BEFORE: [&str; 14] = [
            "由",
            "接受了",
            "接受",
            "根据",
            "按照",
            "随后",
            "配合",
            "期间",
            "安排",
            "部署",
            "对",
            "派出",
            "要求",
            "向",
        ];
        let text = self.regions.text;
        let words = &text[self.span.lo()..end];
        let date =
            self.dates().iter().map(|date| date.span.hi()).filter(|hi| *hi < end).max().unwrap_or(self.span.lo());
        let mark = |c: char| c.is_whitespace() || "，,。；;：:、（）()“”《》".contains(c);
        let mark = words.char_indices().rev().find(|(_, c)| mark(*c)).map_or(0, |(at, c)| at + c.len_utf8());
        let mut start = date.max(self.span.lo() + mark);
        for word in BEFORE {
            if let Some(at) = text[start..end].rfind(word) {
                start += at + word.len();
            }
        }
        start
    }

    /// The team's name without the round that may stand before it (`十三届县委第四轮巡察第四巡察组`).
    fn team_name(&self, team: Span) -> String {
        let words = team.slice(self.regions.text).trim_start_matches(['起', '间', '至']);
        let after_round = words.rfind('轮').map(|at| {
            let rest = &words[at + '轮'.len_utf8()..];
            ["常规", "专项", "提级", "机动"].iter().find_map(|manner| rest.strip_prefix(manner)).unwrap_or(rest)
        });
        let name = after_round.map(|rest| {
            ["巡察", "巡视", "督察"]
                .iter()
                .find_map(|act| rest.strip_prefix(act).filter(|name| !name.starts_with('组')))
                .unwrap_or(rest)
        });
        name.unwrap_or(words).to_owned()
    }

    /// `…对县教育局党组（以下简称…）开展了常规巡察`: the body, and where it begins.
    fn body_after(&self, from: usize) -> Option<(String, usize)> {
        let rest = &self.regions.text[from..self.span.hi()];
        let (at, prefix) = ["对", "进驻", "巡察了", "巡视了", "审计了"]
            .iter()
            .filter_map(|word| Some((rest.find(word)?, *word)))
            .min_by_key(|(at, _)| *at)?;
        let dated: usize = self.regions.dates(Span::new(from, from + at)).iter().map(|token| token.span.len()).sum();
        let gap = without_brackets(&rest[..at]);
        if gap.contains("反馈") || gap.len().saturating_sub(dated) > 3 * GAP {
            return None;
        }
        let words = &rest[at + prefix.len()..];
        Some((body_name(words, prefix.ends_with('了'))?, from + at))
    }

    /// `县林业局党组接受了县委第一巡察组的常规巡察`: the body, and where the team begins.
    fn body_that_received(&self, team: usize) -> Option<(String, usize)> {
        let before = &self.regions.text[self.span.lo()..team];
        let at = before.rfind("接受")?;
        let end = self.span.lo() + at;
        let start = self.name_start(end);
        let body = without_brackets(&self.regions.text[start..end]);
        named(&body).then_some((body, team))
    }

    /// `对县教育局党组开展了巡察` where no team is named.
    fn body_alone(&self) -> Option<(String, usize)> {
        let words = self.words();
        words.match_indices('对').find_map(|(at, _)| {
            let rest = &words[at + '对'.len_utf8()..];
            let act = ["巡察", "巡视", "督察", "审计", "督导"].iter().filter_map(|act| rest.find(act)).min()?;
            let verb = ["进行", "开展", "实施"].iter().filter_map(|verb| rest.find(verb)).min()?;
            (verb < act && act - verb < 60)
                .then(|| body_name(rest, false))
                .flatten()
                .map(|body| (body, self.span.lo() + at))
        })
    }

    /// `向县教育局党组反馈了巡察意见`.
    fn told_body(&self) -> Option<String> {
        let words = self.words();
        let at = words.find('向')?;
        let rest = &words[at + '向'.len_utf8()..];
        let end = rest.find("反馈")?;
        let told = &rest[..end];
        let told = ["集中", "正式", "书面", "进行"].iter().find_map(|manner| told.strip_suffix(manner)).unwrap_or(told);
        let body = without_brackets(told);
        let body = cut_at_company(&body).to_owned();
        named(&body).then_some(body)
    }

    /// First and last day, stated before byte `until`: where the body begins, so that an audited period is none.
    fn period(&self, until: usize, team: Option<Span>) -> (Option<PartialDate>, Option<PartialDate>) {
        let before = |token: &&DateToken| {
            let dated = token.kind != DateKind::Clock && token.start.is_some_and(|date| date.month.is_some());
            dated && token.span.lo() < until
        };
        let told: Vec<_> = self.dates().iter().filter(before).collect();
        if let Some(range) = told.iter().find(|token| token.kind == DateKind::Range) {
            return (range.start, range.end);
        }
        match told.as_slice() {
            [first, second, ..] if self.between(first.span.hi(), second.span.lo()).contains(['至', '到']) => {
                (first.start, second.start)
            }
            [.., last] if self.begins(last, team) => (last.start, None),
            _ => (None, None),
        }
    }

    fn between(&self, from: usize, until: usize) -> &'a str {
        &self.regions.text[from..until.max(from)]
    }

    /// Whether the inspection began on this single date: it stands right before or behind the team, or 起 says so.
    fn begins(&self, token: &DateToken, team: Option<Span>) -> bool {
        let Some(team) = team else { return false };
        let after = self.between(token.span.hi(), self.span.hi());
        let gap = |from, until| self.between(from, until).chars().filter(|c| !"，, 于在自从起".contains(*c)).count();
        let behind = token.span.lo() >= team.hi() && gap(team.hi(), token.span.lo()) == 0;
        let ahead = token.span.hi() <= team.lo() && gap(token.span.hi(), team.lo()) == 0;
        !self.tells_feedback(token) && (after.starts_with('起') || behind || ahead)
    }

    fn tells_feedback(&self, token: &DateToken) -> bool {
        let after = &self.regions.text[token.span.hi()..self.span.hi()];
        after.trim_start_matches(['，', ',']).starts_with("反馈")
    }

    /// Where the sentence says that feedback was given.
    fn gives_feedback(&self) -> Option<usize> {
        let words = self.words();
        let (at, _) = words.match_indices("反馈").find(|(at, _)| {
            let after = &words[at + "反馈".len()..];
            !after.starts_with("的") && !after.starts_with("问题") || words[..*at].contains("向")
        })?;
        Some(self.span.lo() + at)
    }

    /// A day of the feedback that lies before the inspection: an error of the writer's, and still what the text states. It
    /// names its year and stands in the clause before 反馈 or opens it.
    fn early_feedback(&self, inspection_start: Option<PartialDate>) -> Option<PartialDate> {
        let at = self.gives_feedback()?;
        let token = self.dates().iter().rfind(|token| token.span.hi() <= at)?;
        let clauses = self.between(token.span.hi(), at).matches(['，', ',']).count();
        let words = token.span.slice(self.regions.text);
        let whole = token.kind == DateKind::Date && words.contains('年') && words.contains('日');
        token.start.filter(|date| whole && clauses <= 1 && inspection_start.is_some_and(|start| *date < start))
    }

    /// The day of the feedback: the last day named before 反馈, not before the inspection's end.
    fn feedback(&self, inspection_end: Option<PartialDate>) -> Option<PartialDate> {
        let at = self.gives_feedback()?;
        let day =
            |token: &&DateToken| token.kind == DateKind::Date && token.start.is_some_and(|date| date.month.is_some());
        let told = self.dates().iter().filter(day).filter(|token| token.span.hi() <= at);
        let late =
            |date: &PartialDate| inspection_end.is_none_or(|end| (date.year, date.month) >= (end.year, end.month));
        told.rev().find_map(|token| {
            let date = token.start?;
            let inherited = !token.span.slice(self.regions.text).contains('年');
            let turned = PartialDate { year: date.year + 1, ..date };
            if late(&date) { Some(date) } else { (inherited && late(&turned)).then_some(turned) }
        })
    }
}

/// Ends of names such as 巡察三组, 督察第二组.
fn numbered_ends<'w>(words: &'w str, kind: &'w str) -> impl Iterator<Item = usize> + 'w {
    words.match_indices(kind).filter_map(|(at, kind)| {
        let rest = &words[at + kind.len()..];
        let rest = rest.strip_prefix('第').unwrap_or(rest);
        let number = rest.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
        let end = number.strip_prefix('组').filter(|_| number.len() < rest.len())?;
        Some(words.len() - end.len())
    })
}

/// The body's name at the start of `words`, which go on with what was done to it, or end with a mark if `bare`.
fn body_name(words: &str, bare: bool) -> Option<String> {
    const VERBS: [&str; 10] =
        ["进行", "开展", "实施", "作了", "展开", "常规巡", "专项巡", "提级巡", "机动巡", "政治巡"];
    let reach: usize = words.chars().take(2 * LONGEST + 40).map(char::len_utf8).sum();
    let words = without_brackets(&words[..reach]);
    let verb = VERBS.iter().filter_map(|verb| words.find(verb)).min();
    let end = if bare { words.find(['，', '。', ',']).or(Some(words.len())) } else { verb }?;
    let told = ["全面", "同步", "集中", "首次", "交叉", "联合", "依法", "组织"]
        .iter()
        .find_map(|manner| words[..end].strip_suffix(manner));
    let body = cut_at_company(cut_at_period(told.unwrap_or(&words[..end]))).trim().to_owned();
    named(&body).then_some(body)
}

/// The name before an audited period (`县民政局2023年度预算执行情况`) or matter.
fn cut_at_period(body: &str) -> &str {
    const MATTERS: [&str; 9] =
        ["预算执行", "财政财务", "财务收支", "党政主要", "主要负责人", "主要领导", "原党", "原主要", "原书记"];
    let digit = body.find(|c: char| c.is_ascii_digit() || matches!(c, '０'..='９'));
    let matter = MATTERS.iter().filter_map(|matter| body.find(matter)).min();
    match digit.into_iter().chain(matter).filter(|at| *at > 0).min() {
        Some(at) => body[..at].trim_end_matches(['及', '和', '等', '、', '的']),
        None => body,
    }
}

/// The name before those inspected along with it (`及所辖村党组织`, `并延伸…`).
fn cut_at_company(body: &str) -> &str {
    const COMPANY: [&str; 9] = ["及其", "及所", "及下", "及班子", "以及", "并", "和所", "和下", "领导班子"];
    let at = COMPANY.iter().filter_map(|word| body.find(word)).filter(|at| *at > 0).min();
    at.map_or(body, |at| &body[..at]).trim_end_matches(['，', '、', ',', '等'])
}

/// The words without what stands in brackets.
fn without_brackets(words: &str) -> String {
    let mut depth = 0_usize;
    let mut kept = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept
}

/// Whether this can be the name of a body.
fn named(body: &str) -> bool {
    let count = body.chars().count();
    (2..=LONGEST).contains(&count)
        && !body.contains(['。', '；', '：', '，', ',', '“'])
        && !body.starts_with("巡察")
        && !body.starts_with("巡视")
}

//! Kind, level and round of the inspection.

use crate::lexicon::{HeaderCue, Lexicon};
use crate::model::{InspectionKind, InspectionLevel};

/// Words that may say so, the surest first.
pub(super) struct Sources<'a> {
    pub team: &'a str,
    pub title: &'a str,
    pub opening: &'a str,
}

/// Characters of the opening in which kind and level are looked for.
const OPENING: usize = 400;

impl Sources<'_> {
    fn in_order(&self) -> [&str; 3] {
        let end = self.opening.char_indices().nth(OPENING).map_or(self.opening.len(), |(at, _)| at);
        [self.team, self.title, &self.opening[..end]]
    }
}

/// What kind of inspection the notice answers.
pub(super) fn kind(sources: &Sources<'_>) -> Option<InspectionKind> {
    use InspectionKind::{Audit, CentralInspection, LocalInspection, Other, Supervision};
    const WORDS: [(&str, InspectionKind); 7] = [
        ("巡察", LocalInspection),
        ("巡视", CentralInspection),
        ("督察", Supervision),
        ("督查", Supervision),
        ("督导", Supervision),
        ("审计", Audit),
        ("特派员办事处", Audit),
    ];
    let first = |words: &&str| {
        WORDS.iter().filter_map(|(word, kind)| Some((words.find(word)?, *kind))).min_by_key(|(at, _)| *at)
    };
    let found = sources.in_order().iter().find_map(first).map(|(_, kind)| kind);
    let about = ["整改", "检查", "审议", "检视", "整治", "评估", "考核", "办理", "落实"]
        .iter()
        .any(|word| sources.title.contains(word));
    found.or(about.then_some(Other))
}

/// The level of the inspecting body: by the level word that stands last in the team's name, else first in the title or the
/// opening (根据县委统一部署).
pub(super) fn level(sources: &Sources<'_>, lexicon: &Lexicon) -> Option<InspectionLevel> {
    let [team, title, opening] = sources.in_order();
    let cues = |words: &'_ str| lexicon.header.find_in(words).filter_map(|(_, cue)| of_cue(*cue)).collect::<Vec<_>>();
    let by_place = || team.chars().rev().find_map(of_place);
    let round = round(sources).map(|round| cues(&round)).unwrap_or_default();
    cues(team)
        .last()
        .copied()
        .or_else(by_place)
        .or_else(|| round.first().copied())
        .or_else(|| announced(title, lexicon))
        .or_else(|| announced(opening, lexicon))
}

/// The level whose body inspects by these words: one that 巡察, 部署, 反馈… follow soon after.
fn announced(words: &str, lexicon: &Lexicon) -> Option<InspectionLevel> {
    const ACTS: [&str; 9] = ["巡察", "巡视", "督察", "督查", "督导", "审计", "统一部署", "工作部署", "审议"];
    lexicon.header.find_in(words).find_map(|(span, cue)| {
        let level = of_cue(*cue)?;
        let after: String = words[span.hi()..].chars().take(10).collect();
        let congress = span.slice(words).ends_with("人大") && words.contains("审议");
        (congress || ACTS.iter().any(|act| after.contains(act))).then_some(level)
    })
}

fn of_cue(cue: HeaderCue) -> Option<InspectionLevel> {
    Some(match cue {
        HeaderCue::LevelCentral => InspectionLevel::Central,
        HeaderCue::LevelProvince => InspectionLevel::Province,
        HeaderCue::LevelCity => InspectionLevel::City,
        HeaderCue::LevelCounty => InspectionLevel::County,
        HeaderCue::LevelTownship => InspectionLevel::Township,
        HeaderCue::LevelUnit => InspectionLevel::Unit,
        _ => return None,
    })
}

fn of_place(c: char) -> Option<InspectionLevel> {
    Some(match c {
        '省' => InspectionLevel::Province,
        '市' | '州' | '盟' => InspectionLevel::City,
        '县' | '区' | '旗' => InspectionLevel::County,
        '镇' | '乡' => InspectionLevel::Township,
        _ => return None,
    })
}

/// The round as printed (`十三届县委第四轮`, `第二轮`); one that names the committee is preferred.
pub(super) fn round(sources: &Sources<'_>) -> Option<String> {
    let rounds: Vec<&str> = [sources.title, sources.opening].iter().flat_map(|words| rounds(words)).collect();
    let full =
        rounds.iter().find(|round| round.contains('届')).or_else(|| rounds.iter().find(|round| round.contains('委')));
    full.or(rounds.first()).map(|round| (*round).to_owned())
}

fn rounds(words: &str) -> Vec<&str> {
    const NUMERALS: &str = "〇一二三四五六七八九十百0123456789０１２３４５６７８９";
    words
        .match_indices('轮')
        .filter_map(|(at, _)| {
            let number = words[..at].trim_end_matches(|c| NUMERALS.contains(c));
            let before = number.strip_suffix('第').filter(|_| number.len() < at)?;
            let end = at + '轮'.len_utf8();
            let end = batch(&words[end..]).map_or(end, |length| end + length);
            let after: String = words[end..].chars().take(12).collect();
            let inspects = ["巡察", "巡视", "督察", "审计", "督导"].iter().any(|act| after.contains(act));
            inspects.then(|| &words[committee_start(before)..end])
        })
        .collect()
}

/// `第三批` after a round.
fn batch(words: &str) -> Option<usize> {
    let end = words.find('批').filter(|end| *end <= 12)?;
    words.starts_with('第').then_some(end + '批'.len_utf8())
}

/// Where the committee that holds the round begins: `十三届县委`, `市委2024年`, `中央`; the end of `before` if none is named.
fn committee_start(before: &str) -> usize {
    let undated = before.strip_suffix('年').map_or(before, |b| b.trim_end_matches(|c: char| c.is_ascii_digit()));
    if !["委", "中央", "党组", "委员会", "工委"].iter().any(|end| undated.ends_with(end)) {
        return before.len();
    }
    let stop = |c: char| c.is_whitespace() || "，,。；;：:、（）()“”《》关于对照按根据在经年".contains(c);
    let start = undated.char_indices().rev().take(16).find(|(_, c)| stop(*c)).map(|(at, c)| at + c.len_utf8());
    let start = start.unwrap_or_else(|| undated.char_indices().rev().take(16).last().map_or(0, |(at, _)| at));
    let phrase = &before[start..];
    let lead = phrase.find('届').map_or(0, |at| {
        let number = phrase[..at].trim_end_matches(|c| "一二三四五六七八九十".contains(c));
        number.strip_suffix('第').unwrap_or(number).len()
    });
    start + lead
}

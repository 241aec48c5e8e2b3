//! Signature: the signing body and the day of publication.

use super::region::Regions;
use crate::Span;
use crate::lexicon::HeaderCue;
use crate::model::PartialDate;
use crate::scan::{DateKind, DateToken};

/// Longest signing body, in characters.
const LONGEST: usize = 45;

/// Lines that one signing body may take.
const LINES: usize = 3;

/// Who signed, and when.
#[derive(Default)]
pub(super) struct Signature {
    pub issuer: Option<String>,
    pub published: Option<PartialDate>,
}

/// Reads the signature; the day also from 发布时间 or from the bracket under the title.
pub(super) fn read(regions: &Regions<'_>) -> Signature {
    let signed = regions.tail.iter().rposition(|line| date_at_end(regions, *line).is_some());
    let mut signature = signed.map_or_else(Signature::default, |at| {
        let date = date_at_end(regions, regions.tail[at]);
        Signature { issuer: issuer(regions, at), published: date.and_then(|(token, _)| token.start) }
    });
    if signed.is_none() {
        signature.issuer = undated(regions);
    }
    signature.published = signature.published.or_else(|| stated(regions)).or_else(|| under_title(regions));
    signature
}

/// The date that a signature line ends with, and the words before it: nothing, or a body.
fn date_at_end<'a>(regions: &Regions<'a>, line: Span) -> Option<(&'a DateToken, Span)> {
    let token = regions.dates(line).last().filter(|token| token.kind == DateKind::Date)?;
    let after = Span::new(token.span.hi(), line.hi()).slice(regions.text);
    let before = Span::new(line.lo(), token.span.lo()).trim(regions.text);
    let words = before.slice(regions.text);
    let closed = after.chars().all(|c| c.is_whitespace() || "）)】]。".contains(c));
    let alone = words.chars().all(|c| "（([【—-".contains(c)) || is_body(words) || after_sentence(words).is_some();
    let known = token.start.is_some_and(|date| date.month.is_some());
    (closed && alone && known).then_some((token, before))
}

/// The body after the last sentence of a line that the signature was glued to.
fn after_sentence(words: &str) -> Option<&str> {
    let at = words.rfind(['。', '；', '！'])?;
    let mark = words[at..].chars().next().map_or(0, char::len_utf8);
    let rest = words[at + mark..].trim();
    is_body(rest).then_some(rest)
}

/// The signing body: before the date on its line, or on the lines above.
fn issuer(regions: &Regions<'_>, at: usize) -> Option<String> {
    let (_, before) = date_at_end(regions, regions.tail[at])?;
    let words = before.slice(regions.text);
    if let Some(body) = after_sentence(words).or_else(|| Some(words).filter(|words| is_body(words))) {
        return Some(closed_up(body));
    }
    let above = &regions.tail[..at];
    let last = above.last()?.slice(regions.text);
    if let Some(body) = after_sentence(last) {
        return Some(closed_up(body));
    }
    if !is_body(last) {
        return None;
    }
    let part = |line: &&Span| is_part(line.slice(regions.text));
    let more = above[..above.len() - 1].iter().rev().take(LINES - 1).take_while(part).count();
    let lines = &above[above.len() - 1 - more..];
    Some(lines.iter().map(|line| closed_up(line.slice(regions.text))).collect())
}

/// A signing body without a date, on the last line.
fn undated(regions: &Regions<'_>) -> Option<String> {
    let last = regions.tail.last()?.slice(regions.text);
    let signed = regions.tail.len() > 2 && last.starts_with("中共") && is_body(last);
    signed.then(|| closed_up(last))
}

/// Whether the words can be a signing body.
fn is_body(words: &str) -> bool {
    const ENDS: [&str; 30] = [
        "委员会",
        "党组",
        "党委",
        "工委",
        "支部",
        "总支",
        "局",
        "厅",
        "部",
        "办公室",
        "政府",
        "院",
        "学校",
        "大学",
        "学院",
        "中学",
        "小学",
        "公司",
        "集团",
        "银行",
        "行",
        "联社",
        "医院",
        "中心",
        "办事处",
        "会",
        "署",
        "小组",
        "处",
        "园",
    ];
    is_short(words) && ENDS.iter().any(|end| words.ends_with(end))
}

/// Whether the line can be the first part of a body that goes on below: no body by itself.
fn is_part(words: &str) -> bool {
    is_short(words) && !is_body(words) && (words.starts_with("中共") || words.ends_with("工作"))
}

fn is_short(words: &str) -> bool {
    let count = words.chars().count();
    (3..=LONGEST).contains(&count)
        && !words.contains(['。', '；', '：', ':', '，', ',', '！', '？', '>', '|', '【'])
        && !words.starts_with(|c: char| c.is_ascii_digit())
}

/// The words without spaces, which signatures are spread with.
fn closed_up(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The day after 发布时间 and the like, near either end of the text.
fn stated(regions: &Regions<'_>) -> Option<PartialDate> {
    regions.debris.iter().chain(&regions.head).chain(&regions.tail).find_map(|line| {
        let words = line.slice(regions.text);
        regions.fields(words).filter(|(_, cue)| *cue == HeaderCue::Published).find_map(|(span, _)| {
            let value = line.lo() + span.hi();
            let token = regions.dates(Span::new(value, line.hi())).first()?;
            let at_once =
                regions.text[value..token.span.lo()].trim_matches([' ', '\u{3000}', '\u{a0}', '[', '【']).is_empty();
            token.start.filter(|date| at_once && token.kind == DateKind::Date && date.day.is_some())
        })
    })
}

/// A date in a bracket of its own near the start (`（2025年4月）`), or of the meeting that heard the report
/// (`——2024年12月26日在…会议上`).
fn under_title(regions: &Regions<'_>) -> Option<PartialDate> {
    regions.head.iter().find_map(|line| {
        let words = line.slice(regions.text);
        if let Some(heard) = words.strip_prefix("——").or_else(|| words.strip_prefix("--")) {
            let token = regions.dates(*line).first()?;
            return token.start.filter(|_| heard.starts_with(token.span.slice(regions.text)) && heard.contains("会"));
        }
        let inner = words.strip_prefix(['（', '('])?.strip_suffix(['）', ')'])?;
        let token = regions.dates(*line).first()?;
        (token.span.slice(regions.text) == inner.trim()).then_some(token.start).flatten()
    })
}

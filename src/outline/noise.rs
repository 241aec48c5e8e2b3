//! Portal debris: navigation, counters, print buttons, page numbers; whole lines, or stretches glued to other text.

use crate::Span;
use crate::lexicon::NoiseClass;
use crate::scan::{Scan, Stop};

/// Longest line, in bytes, that is debris as a whole because of its first words.
const SHORT: usize = 240;

/// Longest line, in bytes, that is debris as a whole because it holds a cue and no sentence.
const LONG: usize = 600;

/// The stretches of debris in `text`, in order, none overlapping.
pub(super) fn noise(text: &str, scan: &Scan) -> Vec<Span> {
    let all = scan.words.noise.within(Span::new(0, text.len()));
    let mut cues = all.filter(|(_, class)| *class != NoiseClass::Closing).peekable();
    let mut found = Vec::new();
    let mut here = Vec::new();
    for line in &scan.lines {
        here.clear();
        while let Some(cue) = cues.next_if(|(span, _)| span.lo() < line.hi()) {
            here.push(cue);
        }
        let words = line.trim(text);
        if words.is_empty() {
            continue;
        }
        if whole_line(words, words.slice(text), scan.stops.within(words), &here) {
            found.push(words);
        } else {
            glued(text, words, &here, &mut found);
        }
    }
    found
}

fn whole_line(line: Span, words: &str, stops: &[Stop], cues: &[(Span, NoiseClass)]) -> bool {
    let sentence = stops.iter().any(|stop| matches!(stop.mark, '。' | '；'));
    let starts = cues.iter().any(|(cue, class)| *class == NoiseClass::LineStart && cue.lo() == line.lo());
    let holds = cues.iter().any(|(_, class)| *class == NoiseClass::Inside);
    let breadcrumb = stops.iter().filter(|stop| matches!(stop.mark, '>' | '＞' | '»')).count() >= 2;
    page_number(words) == Some(words.len())
        || !sentence && (starts && words.len() <= SHORT || breadcrumb && words.len() <= SHORT)
        || !sentence && holds && words.len() <= LONG && !titled(line, words, cues)
}

/// A title to which the portal's fields are glued: `…的公告发布时间:…`.
fn titled(line: Span, words: &str, cues: &[(Span, NoiseClass)]) -> bool {
    let before = cues.first().map_or(0, |(cue, _)| cue.lo() - line.lo());
    before > 30 && !words[..before].contains(['：', ':', '【'])
}

/// Debris inside a line: from a run of at least two cues, or of a page number, to the end of the last value.
fn glued(text: &str, line: Span, cues: &[(Span, NoiseClass)], found: &mut Vec<Span>) {
    let mut at = line.lo();
    if let [(first, _), .., (last, _)] = cues
        && last.lo() - first.lo() <= LONG
    {
        let end = value_end(text, last.hi(), line.hi());
        found.push(Span::new(first.lo(), end).trim(text));
        at = end;
    }
    let words = &text[at..line.hi()];
    let paged = words.trim_end().ends_with('页').then(|| words.rfind('第')).flatten();
    let tail = paged.filter(|from| page_number(&words[*from..]) == Some(words.len() - from));
    if let Some(from) = tail {
        found.push(Span::new(at + from, line.hi()).trim(text));
    }
}

/// Where the value of a portal's field ends that begins at `at`: behind its buttons in brackets, or at white space.
fn value_end(text: &str, at: usize, end: usize) -> usize {
    let mut reached = at;
    let mut rest = &text[at..end];
    loop {
        rest = rest.trim_start_matches(['：', ':', '】', ']', ' ']);
        let Some(close) = rest.starts_with(['【', '[']).then(|| rest.find(['】', ']'])).flatten() else { break };
        let close = close + rest[close..].chars().next().map_or(0, char::len_utf8);
        rest = &rest[close..];
        reached = end - rest.len();
    }
    if reached > at {
        return reached;
    }
    let value = rest.find(|c: char| c.is_whitespace() || c > '\u{7f}').unwrap_or(rest.len());
    end - rest.len() + value
}

/// Length of the page number that fills `words`: `— 3 —`, `- 3 -`, `第 3 页 共 7 页`, `3/7`.
fn page_number(words: &str) -> Option<usize> {
    if words.len() > 60 || !words.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let bare: String = words.chars().filter(|c| !c.is_whitespace()).collect();
    let is_digits = |part: &str| !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
    let dashes = ['—', '-', '－', '–', '─', '·'];
    let dashed = bare.starts_with(dashes) && bare.ends_with(dashes) && is_digits(bare.trim_matches(dashes));
    let paged = bare.strip_prefix('第').and_then(|rest| rest.split_once('页')).is_some_and(|(page, rest)| {
        let total = rest.trim_start_matches(['，', ',', '/']);
        let total = total.strip_prefix('共').and_then(|total| total.strip_suffix('页'));
        is_digits(page) && (rest.is_empty() || total.is_some_and(is_digits))
    });
    let slashed = bare.split_once('/').is_some_and(|(page, total)| is_digits(page) && is_digits(total));
    (dashed || paged || slashed).then_some(words.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, want: &[&str]) {
        let lexicon = crate::Lexicon::builtin();
        let found = noise(text, &crate::scan::scan(text, &lexicon));
        let got: Vec<_> = found.iter().map(|span| span.slice(text)).collect();
        assert_eq!(got, want, "{text}");
    }

    #[test]
    fn whole_lines() {
        for line in [
            "当前位置：首页 > 政务公开 > 通知公告",
            "信息来源：党政办　发布时间：2023-09-21　浏览次数：1087 次　字号：[ 大 中 小 ]",
            "上一篇：惠农补贴发放公示",
            "【打印本页】【关闭窗口】　主办：镇政府　网站标识码：4309260017　第 3 页 共 7 页",
            "— 3 —",
            "- 12 -",
            "第 3 页 共 7 页",
        ] {
            check(line, &[line]);
        }
    }

    #[test]
    fn glued_to_other_text() {
        check(
            "结果的公告发布时间:2024-11-22来源:审计局字体:【大】【中】【小】根据计划，审计。",
            &["发布时间:2024-11-22来源:审计局字体:【大】【中】【小】"],
        );
        check("完成整改。　第 3 页 共 7 页", &["第 3 页 共 7 页"]);
    }

    #[test]
    fn near_misses() {
        check("开发网站浏览次数统计功能。", &[]);
        check("来源于群众的线索已办结。", &[]);
        check("完成3/7。", &[]);
        check("1—10月", &[]);
    }
}

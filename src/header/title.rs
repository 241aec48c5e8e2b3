//! The title: one line or several that make one, and what it says of bodies.

use super::region::Regions;
use crate::Span;
use crate::lexicon::HeaderCue;

/// Characters that a title has at least, that a line of it and the whole have at most.
const LEAST: usize = 8;
const LINE_MOST: usize = 60;
const MOST: usize = 110;

/// Lines of a title at most.
const LINES: usize = 4;

/// Beginnings of a line that goes on with the title of the line before.
const CONTINUES: [&str; 23] = [
    "关于",
    "的",
    "整改",
    "集中整改",
    "巡察",
    "巡视",
    "反馈",
    "情况",
    "进展",
    "落实",
    "通报",
    "公告",
    "公示",
    "问题",
    "意见",
    "专项",
    "审计",
    "“回头看”",
    "督察",
    "督导",
    "阶段性",
    "报告",
    "查出",
];

/// Ends of a body's name.
const BODY_ENDS: [&str; 40] = [
    "委员会",
    "党组",
    "党委",
    "党工委",
    "工委",
    "总支",
    "支部",
    "总支部",
    "局",
    "厅",
    "部",
    "委",
    "办",
    "办公室",
    "政府",
    "院",
    "校",
    "学校",
    "大学",
    "学院",
    "中学",
    "小学",
    "公司",
    "集团",
    "银行",
    "分行",
    "支行",
    "联社",
    "医院",
    "中心",
    "社",
    "会",
    "站",
    "所",
    "街道办事处",
    "法院",
    "检察院",
    "处",
    "队",
    "园",
];

/// A title as it reads, and where it stands.
pub(super) struct Title {
    pub words: String,
    pub span: Span,
}

/// A line that may be of the title.
struct Line {
    span: Span,
    /// Its words, closed up.
    words: String,
    /// Whether something that is no title followed on it.
    cut: bool,
}

/// Reads the title.
pub(super) fn read(regions: &Regions<'_>) -> Option<Title> {
    let lines: Vec<Line> = regions.head.iter().map(|line| without_fields(regions, *line)).collect();
    let last = lines.iter().position(|line| ends_title(regions, &line.words))?;
    let mut first = last;
    while first > 0
        && last - first + 1 < LINES
        && !lines[first - 1].cut
        && joins(&lines[first - 1].words, &lines[first].words)
    {
        first -= 1;
    }
    let mut end = last;
    while !lines[end].cut
        && let Some(next) = lines.get(end + 1)
        && goes_on(regions, &next.words)
    {
        end += 1;
    }
    let words: String = lines[first..=end].iter().map(|line| line.words.as_str()).collect();
    let count = words.chars().count();
    ((LEAST..=MOST).contains(&count)).then(|| Title { words, span: lines[first].span.to(lines[end].span) })
}

/// The line up to its first field (发布时间：…) and past a label of its own (标题：).
fn without_fields(regions: &Regions<'_>, line: Span) -> Line {
    let words = line.slice(regions.text);
    let label =
        words.find(['：', ':']).filter(|at| ["标题", "名称", "题名"].contains(&closed_up(&words[..*at]).as_str()));
    let from = label.map_or(0, |at| at + words[at..].chars().next().map_or(0, char::len_utf8));
    let field = regions
        .fields(&words[from..])
        .find(|(_, cue)| matches!(cue, HeaderCue::Published | HeaderCue::Other))
        .map(|(span, _)| from + span.lo());
    let glued = field.or_else(|| glued_end(&words[from..]).map(|at| from + at));
    let end = glued.unwrap_or(words.len());
    let span = Span::new(line.lo() + from, line.lo() + end).trim(regions.text);
    Line { span, words: closed_up(span.slice(regions.text)), cut: glued.is_some() }
}

/// Where the title ends in a line that goes on with the opening paragraph (`…的通报根据县委统一部署`).
fn glued_end(words: &str) -> Option<usize> {
    const OPENINGS: [&str; 5] = ["根据", "按照", "为深入", "20", "主任"];
    let reach: usize = words.chars().take(MOST).map(char::len_utf8).sum();
    ["通报", "公告", "公示", "报告"].iter().find_map(|noun| {
        let end = words[..reach].find(&format!("的{noun}")).map(|at| at + "的".len() + noun.len())?;
        let rest = words[end..].trim_start();
        OPENINGS.iter().any(|opening| rest.starts_with(opening)).then_some(end)
    })
}

/// Whether a title can end with this line.
fn ends_title(regions: &Regions<'_>, line: &str) -> bool {
    let core = without_bracket(line);
    let report = core.ends_with("公报");
    let noun = regions.lexicon.header.suffix_of(core).is_some_and(|(_, cue)| *cue == HeaderCue::Title);
    let speaks = report || ["关于", "整改", "情况", "结果", "检视"].iter().any(|word| core.contains(word));
    let count = core.chars().count();
    let alone = count >= LEAST || core.starts_with('的') || core.starts_with("关于");
    noun && speaks
        && alone
        && count <= MOST
        && !core.contains(['。', '；', '：', ':', '！'])
        && !core.starts_with("现将")
}

/// Whether `above` is the beginning of the title that goes on with `line`.
fn joins(above: &str, line: &str) -> bool {
    let plain = !above.contains(['。', '；', '：', ':', '！', '？', '>', '|', '【', '〔'])
        && above.chars().count() <= LINE_MOST;
    let paper = above.ends_with("文件") || above.ends_with('号') || above.ends_with('网') || above.ends_with("首页");
    let starts = |words: &str| CONTINUES.iter().any(|word| words.starts_with(word));
    let short = line
        .find("关于")
        .is_some_and(|at| ["党委", "党组", "委员会", "党工委", "党总支", "党支部"].contains(&&line[..at]));
    let open = !line.contains("关于") && above.contains("关于");
    let body = (short || line.starts_with("关于")) && BODY_ENDS.iter().any(|end| above.ends_with(end));
    plain
        && !paper
        && (open
            || body
            || starts(line) && !line.starts_with("关于") && !above.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether the line under a title's end still belongs to it.
fn goes_on(regions: &Regions<'_>, line: &str) -> bool {
    line.starts_with('的') && ends_title(regions, &format!("关于整改情况{line}"))
}

/// The line without a bracket at its end (`（2024年）`, `（摘要）`).
fn without_bracket(line: &str) -> &str {
    let line = line.trim_end();
    match line.rfind(['（', '(', '[', '〔']) {
        Some(at) if at > 0 && line.ends_with(['）', ')', ']', '〕']) => line[..at].trim_end(),
        _ => line,
    }
}

/// The words without the spaces that only spread them.
fn closed_up(words: &str) -> String {
    let mut kept = String::with_capacity(words.len());
    let mut chars = words.chars().peekable();
    while let Some(c) = chars.next() {
        let wide = |c: char| !c.is_ascii();
        let spread =
            c.is_whitespace() && (kept.chars().next_back().is_none_or(wide) || chars.peek().copied().is_none_or(wide));
        if !spread {
            kept.push(c);
        }
    }
    kept
}

/// The body in whose name the title speaks: what stands before 关于.
pub(super) fn subject(title: &str) -> Option<String> {
    let subject = &title[..title.find("关于")?];
    let counted = (3..=45).contains(&subject.chars().count());
    (counted && BODY_ENDS.iter().any(|end| subject.ends_with(end))).then(|| subject.to_owned())
}

/// The place or body that a title without 关于 says was inspected (`泽阳市第二轮…`, `某市贯彻落实…`).
pub(super) fn inspected(title: &str) -> Option<String> {
    let end =
        ["贯彻落实", "落实", "第", "对", "整改", "巡察", "巡视"].iter().filter_map(|word| title.find(word)).min()?;
    let body = &title[..end];
    let place = body.ends_with(['省', '市', '县', '区', '州', '旗', '镇', '乡']);
    let named = place || BODY_ENDS.iter().any(|end| body.ends_with(end));
    (named && (2..=40).contains(&body.chars().count()) && !body.contains("关于")).then(|| body.to_owned())
}

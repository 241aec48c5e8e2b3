//! Deficiencies named inside a measure: `针对使用临时工问题，已出台办法`.

use super::heading::deficient;
use crate::Span;
use crate::lexicon::{DeficiencyClass, Lexicon};
use crate::scan::{Marks, ends_sentence};

/// Longest name of a deficiency, in bytes.
const LONGEST: usize = 240;

/// The names of deficiencies in `sentence`.
pub(super) fn problems(text: &str, sentence: Span, marks: &Marks, lexicon: &Lexicon) -> Vec<Span> {
    let words = sentence.slice(text);
    let mut found = Vec::new();
    let mut reached = 0;
    for (at, _) in words.match_indices("问题") {
        if at < reached {
            continue;
        }
        let end = at + "问题".len();
        reached = end;
        let named = addressed(words, at, end)
            .or_else(|| opening(words, at, end, lexicon))
            .or_else(|| object(words, at, end, lexicon));
        if let Some(start) = named {
            let span = Span::new(sentence.lo() + start, sentence.lo() + end).trim(text);
            if !inside_one(marks, span) && !general(span.slice(text), lexicon) {
                found.push(span);
            }
        }
    }
    if found.is_empty() {
        found.extend(those_who(text, sentence, lexicon));
    }
    found.extend(unnamed(text, sentence, lexicon));
    found.sort_by_key(|name| (name.start, std::cmp::Reverse(name.end)));
    found.dedup_by(|later, earlier| later.overlaps(*earlier));
    found
}

/// Words of a name that lie wholly within one quotation or title name something else.
fn inside_one(marks: &Marks, span: Span) -> bool {
    marks.in_title(span.lo())
        || marks.quote_at(span.lo()).is_some_and(|quote| quote.lo() < span.lo() && quote.contains(span))
}

/// Where the sentence begins that holds `at`, or as far before it as a name may reach.
fn sentence_start(words: &str, at: usize) -> usize {
    let floor = at.saturating_sub(LONGEST);
    let floor = (floor..=at).find(|at| words.is_char_boundary(*at)).unwrap_or(at);
    let stop = words[floor..at].char_indices().rev().find(|(_, c)| ends_sentence(*c) || *c == '：');
    stop.map_or(floor, |(mark, c)| floor + mark + c.len_utf8())
}

/// `针对X问题，`: X begins behind the last 针对 of the sentence.
fn addressed(words: &str, at: usize, end: usize) -> Option<usize> {
    let from = sentence_start(words, at);
    let stretch = &words[from..at];
    let lead = ["针对", "围绕", "对于", "关于", "就"].into_iter().filter_map(|lead| {
        let place = stretch.rfind(lead)?;
        let open = place == 0 || stretch[..place].ends_with(['，', ',', '。', '；']);
        open.then_some(place + lead.len())
    });
    let start = from + lead.max()?;
    let followed =
        words[end..].chars().next().is_none_or(|c| matches!(c, '，' | ',' | '、' | '；' | '：' | '。' | '进'));
    (followed && at - start <= LONGEST && at > start).then_some(start)
}

/// `X问题，设置…` at the head of a sentence, or `…指出的“X”问题，`.
fn opening(words: &str, at: usize, end: usize, lexicon: &Lexicon) -> Option<usize> {
    if !words[end..].starts_with(['，', ',']) {
        return None;
    }
    let from = sentence_start(words, at);
    let stretch = &words[from..at];
    if let Some(open) = stretch.rfind('“').filter(|_| stretch.ends_with('”')) {
        let lead = stretch[..open].trim_end_matches('的');
        let reported =
            lead.is_empty() || ["指出", "反馈", "发现", "查出", "移交"].iter().any(|verb| lead.ends_with(verb));
        return reported.then_some(from + open);
    }
    let acts = lexicon.deficiency.prefix_of(stretch).is_some_and(|(_, class)| *class == DeficiencyClass::Cure);
    let flawed = lexicon
        .deficiency
        .find_in(stretch)
        .any(|(_, class)| matches!(class, DeficiencyClass::Flaw | DeficiencyClass::Lack | DeficiencyClass::Noun));
    (!stretch.contains(['，', ',', '、']) && !acts && flawed && stretch.len() >= 12).then_some(from)
}

/// `对X不一致问题进行核查`, `妥善解决X的Y问题，`.
fn object(words: &str, at: usize, end: usize, lexicon: &Lexicon) -> Option<usize> {
    let from = sentence_start(words, at);
    let clause = words[from..at]
        .rfind(['，', ','])
        .map_or(from, |comma| from + comma + words[from + comma..].chars().next().map_or(0, char::len_utf8));
    let stretch = &words[clause..at];
    if words[end..].starts_with("进行") || words[end..].starts_with("予以") || words[end..].starts_with("开展") {
        let lead = ["对于", "对"].into_iter().find(|lead| stretch.starts_with(lead))?;
        return deficient(&stretch[lead.len()..], lexicon).then_some(clause + lead.len());
    }
    let solved = stretch.find("解决").filter(|solve| *solve <= 6)?;
    let name = &stretch[solve_end(solved)..];
    let closed = words[end..].chars().next().is_none_or(|c| matches!(c, '，' | ',' | '。' | '；'));
    (closed && name.contains('的') && name.len() >= 24 && !name.starts_with('了')).then_some(clause + solve_end(solved))
}

fn solve_end(at: usize) -> usize {
    at + "解决".len()
}

/// `对“三龄两历”信息认定依据不足的，协助…`: those with a deficiency.
fn those_who(text: &str, sentence: Span, lexicon: &Lexicon) -> Option<Span> {
    let words = sentence.slice(text);
    let mut clause = 0;
    for part in words.split_inclusive(['，', ',']) {
        let bare = part.trim_end_matches(['，', ',']);
        let lead = ["对于", "对"].into_iter().find(|lead| bare.starts_with(lead));
        if let (Some(lead), Some(name)) = (lead, bare.strip_suffix('的'))
            && name.len() > lead.len() + 24
            && bare.len() < part.len()
            && !name.contains("人员")
            && !name[lead.len()..].starts_with("存在")
            && lexicon.deficiency.suffix_of(name).is_some_and(|(_, class)| *class == DeficiencyClass::Flaw)
        {
            let start = sentence.lo() + clause + lead.len();
            return Some(Span::new(start, sentence.lo() + clause + name.len()));
        }
        clause += part.len();
    }
    None
}

/// `针对监管缺位，…`, `针对考核流于形式的情况，…`: deficiencies that are not called problems.
fn unnamed(text: &str, sentence: Span, lexicon: &Lexicon) -> Vec<Span> {
    let words = sentence.slice(text);
    let name = |at: usize| {
        let start = at + "针对".len();
        let mut near = words[start..].char_indices().take_while(|(at, _)| *at <= LONGEST);
        let (end, _) = near.find(|(_, c)| ends_sentence(*c) || matches!(c, '，' | ','))?;
        let name = &words[start..start + end];
        let name = ["的情况", "等情况"].iter().find_map(|tail| name.strip_suffix(tail)).unwrap_or(name);
        let apart = at == 0 || words[..at].ends_with(|c: char| ends_sentence(c) || matches!(c, '，' | ',' | '：'));
        let flawed = !name.ends_with("问题") && (named_flaw(name) || deficient(name, lexicon));
        (apart && flawed).then(|| Span::new(sentence.lo() + start, sentence.lo() + start + name.len()))
    };
    words.match_indices("针对").filter_map(|(at, _)| name(at)).collect()
}

/// Words other than 问题 that a name of a deficiency may end with.
const FLAWS: &[&str] =
    &["现象", "不足", "短板", "弱项", "漏洞", "难题", "痛点", "堵点", "隐患", "缺陷", "乱象", "薄弱环节"];

fn named_flaw(name: &str) -> bool {
    FLAWS.iter().any(|word| name.len() > word.len() + 6 && name.ends_with(word))
}

/// Words that name no deficiency of their own: `巡察反馈的4个方面34个问题`, `巡察发现问题`.
fn general(name: &str, lexicon: &Lexicon) -> bool {
    let bare = name.trim_end_matches("问题").trim_end_matches(['等', '的', '类']);
    let counted = bare.ends_with(['个', '项', '条', '类', '件', '些']) || bare.ends_with(|c: char| c.is_ascii_digit());
    let reported = [
        "反馈",
        "发现",
        "指出",
        "查出",
        "移交",
        "提出",
        "上述",
        "以上",
        "有关",
        "相关",
        "具体",
        "重点",
        "主要",
        "突出",
        "出现",
        "这些",
        "该",
        "此类",
        "巡察",
        "审计",
        "巡视",
        "未完成",
        "剩余",
        "不同",
        "个性",
        "共性",
    ]
    .iter()
    .any(|word| bare.ends_with(word));
    let calm = lexicon.deficiency.get(name).is_some_and(|class| *class == DeficiencyClass::Calm);
    bare.chars().count() < 3 || counted || reported || calm || bare.contains("反馈的") && bare.contains('个')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, want: &[&str]) {
        let lexicon = Lexicon::builtin();
        let scan = crate::scan::scan(text, &lexicon);
        let got: Vec<_> =
            problems(text, Span::new(0, text.len()), &scan.marks, &lexicon).iter().map(|p| p.slice(text)).collect();
        assert_eq!(got, want, "{text}");
    }

    #[test]
    fn named() {
        check("针对项目建设遗留问题，已查清底数", &["项目建设遗留问题"]);
        check("针对支部规范程度不够，党务水平不高等问题，将要求列入考核", &["支部规范程度不够，党务水平不高等问题"]);
        check("妥善解决海南制药企业的土地证办理问题，企业满意", &["海南制药企业的土地证办理问题"]);
        check("后营美食街安全隐患问题，设置消火栓9个", &["后营美食街安全隐患问题"]);
        check("审计指出的“自制制剂未及时备案”问题，已备案10个", &["“自制制剂未及时备案”问题"]);
        check("对于工作经历与入党材料不一致问题进行核查", &["工作经历与入党材料不一致问题"]);
        check("针对监管缺位，出台办法；针对考核“大锅饭”现象，修订制度", &["监管缺位", "考核“大锅饭”现象"]);
    }

    #[test]
    fn near_misses() {
        check("针对巡察反馈的4个方面34个问题，细化措施103项", &[]);
        check("针对巡察发现问题和干部思想情况，召开会议", &[]);
        check("推动解决群众急难愁盼问题41件", &[]);
        check("“入园难、入园贵”问题得到有效缓解", &[]);
        check("聚焦行业作风突出问题，举一反三", &[]);
        check("帮助企业解决了有关问题", &[]);
        check("坚持问题导向，对问题楼盘逐一排查", &[]);
    }
}

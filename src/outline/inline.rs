//! Deficiencies named inside a measure: `针对使用临时工问题，已出台办法`.

use super::heading::Headings;
use crate::Span;
use crate::lexicon::{DeficiencyClass, Lexicon};
use crate::scan::{Marks, ends_sentence};
use memchr::memmem;

/// Longest name of a deficiency, in bytes.
const LONGEST: usize = 240;

/// Finds the names of deficiencies in the sentences of a text.
pub(super) struct Inline<'a> {
    headings: Headings<'a>,
    /// Where 问题 stands: what nearly all of them end with.
    problems: Vec<u32>,
    /// Where 针对 stands: what the others stand behind.
    leads: Vec<u32>,
}

impl<'a> Inline<'a> {
    pub fn new(headings: Headings<'a>) -> Self {
        let places = |word: &str| memmem::find_iter(headings.text.as_bytes(), word).map(|at| at as u32).collect();
        Self { headings, problems: places("问题"), leads: places("针对") }
    }

    /// The names of deficiencies in `sentence`.
    pub fn problems(&self, sentence: Span) -> Vec<Span> {
        let mut found: Vec<Span> = within(&self.problems, sentence).filter_map(|at| self.name(sentence, at)).collect();
        if found.is_empty() {
            found.extend(self.those_who(sentence));
        }
        found.extend(within(&self.leads, sentence).filter_map(|at| self.unnamed(sentence, at)));
        found.sort_by_key(|name| (name.start, std::cmp::Reverse(name.end)));
        found.dedup_by(|later, earlier| later.overlaps(*earlier));
        found
    }

    /// The name that the 问题 at byte `at` of the sentence ends.
    fn name(&self, sentence: Span, at: usize) -> Option<Span> {
        let (text, lexicon) = (self.headings.text, self.headings.lexicon);
        let words = sentence.slice(text);
        let end = at + "问题".len();
        let from = sentence_start(words, at);
        let start = addressed(words, from, at, end)
            .or_else(|| opening(words, from, at, end, lexicon))
            .or_else(|| self.object(sentence, from, at, end))?;
        let span = Span::new(sentence.lo() + start, sentence.lo() + end).trim(text);
        (!inside_one(&self.headings.scan.marks, span) && !general(span.slice(text), lexicon)).then_some(span)
    }

    /// `对X不一致问题进行核查`, `妥善解决X的Y问题，`.
    fn object(&self, sentence: Span, from: usize, at: usize, end: usize) -> Option<usize> {
        let words = sentence.slice(self.headings.text);
        let clause = words[from..at]
            .rfind(['，', ','])
            .map_or(from, |comma| from + comma + words[from + comma..].chars().next().map_or(0, char::len_utf8));
        let stretch = &words[clause..at];
        if ["进行", "予以", "开展"].iter().any(|verb| words[end..].starts_with(verb)) {
            let lead = ["对于", "对"].into_iter().find(|lead| stretch.starts_with(lead))?;
            let name = Span::new(sentence.lo() + clause + lead.len(), sentence.lo() + at);
            return self.headings.deficient(name).then_some(clause + lead.len());
        }
        let solved = stretch.find("解决").filter(|solve| *solve <= 6)?;
        let name = &stretch[solve_end(solved)..];
        let closed = words[end..].chars().next().is_none_or(|c| matches!(c, '，' | ',' | '。' | '；'));
        (closed && name.contains('的') && name.len() >= 24 && !name.starts_with('了'))
            .then_some(clause + solve_end(solved))
    }

    /// `对“三龄两历”信息认定依据不足的，协助…`: those with a deficiency.
    fn those_who(&self, sentence: Span) -> Option<Span> {
        let text = self.headings.text;
        let mut clause = sentence.lo();
        let commas = self.headings.scan.stops.within(sentence).iter().filter(|stop| matches!(stop.mark, '，' | ','));
        for comma in commas {
            let bare = &text[clause..comma.lo()];
            let start = clause;
            clause = comma.hi();
            let Some(name) = bare.strip_prefix('对').and_then(|rest| rest.strip_suffix('的')) else { continue };
            let (lead, name) = name.strip_prefix('于').map_or(("对", name), |name| ("对于", name));
            if name.len() > 24
                && !name.contains("人员")
                && !name.starts_with("存在")
                && self
                    .headings
                    .lexicon
                    .deficiency
                    .suffix_of(name)
                    .is_some_and(|(_, class)| *class == DeficiencyClass::Flaw)
            {
                return Some(Span::new(start + lead.len(), start + lead.len() + name.len()));
            }
        }
        None
    }

    /// The name behind the 针对 at byte `at` of the sentence: `针对监管缺位，…`, `针对考核流于形式的情况，…`. Such a deficiency is
    /// not called a problem.
    fn unnamed(&self, sentence: Span, at: usize) -> Option<Span> {
        let words = sentence.slice(self.headings.text);
        let start = at + "针对".len();
        let mut near = words[start..].char_indices().take_while(|(at, _)| *at <= LONGEST);
        let (end, _) = near.find(|(_, c)| ends_sentence(*c) || matches!(c, '，' | ','))?;
        let name = &words[start..start + end];
        let name = ["的情况", "等情况"].iter().find_map(|tail| name.strip_suffix(tail)).unwrap_or(name);
        let apart = at == 0 || words[..at].ends_with(|c: char| ends_sentence(c) || matches!(c, '，' | ',' | '：'));
        let span = Span::new(sentence.lo() + start, sentence.lo() + start + name.len());
        (apart && !name.ends_with("问题") && (named_flaw(name) || self.headings.deficient(span))).then_some(span)
    }
}

/// Those of `places` that a word of two characters fits behind in `sentence`, counted from its start.
fn within(places: &[u32], sentence: Span) -> impl Iterator<Item = usize> + '_ {
    let first = places.partition_point(|at| *at < sentence.start);
    let inside = places[first..].iter().take_while(move |at| **at + 6 <= sentence.end);
    inside.map(move |at| *at as usize - sentence.lo())
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

/// Words that a named deficiency may stand behind.
const LEADS: [&str; 5] = ["针对", "围绕", "对于", "关于", "就"];

/// `针对X问题，`: X begins behind the last 针对 of the sentence, which begins at `from`.
fn addressed(words: &str, from: usize, at: usize, end: usize) -> Option<usize> {
    let followed =
        words[end..].chars().next().is_none_or(|c| matches!(c, '，' | ',' | '、' | '；' | '：' | '。' | '进'));
    if !followed {
        return None;
    }
    let stretch = &words[from..at];
    let lead = LEADS.into_iter().filter_map(|lead| {
        let place = stretch.rfind(lead)?;
        let open = place == 0 || stretch[..place].ends_with(['，', ',', '。', '；']);
        open.then_some(place + lead.len())
    });
    let start = from + lead.max()?;
    (at - start <= LONGEST && at > start).then_some(start)
}

/// `X问题，设置…` at the head of a sentence, or `…指出的“X”问题，`.
fn opening(words: &str, from: usize, at: usize, end: usize, lexicon: &Lexicon) -> Option<usize> {
    if !words[end..].starts_with(['，', ',']) {
        return None;
    }
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

fn solve_end(at: usize) -> usize {
    at + "解决".len()
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
        let inline = Inline::new(Headings { text, scan: &scan, lexicon: &lexicon });
        let got: Vec<_> = inline.problems(Span::new(0, text.len())).iter().map(|p| p.slice(text)).collect();
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

//! Headings: where one ends, and whether it names a deficiency.

use crate::Span;
use crate::lexicon::{DeficiencyClass, LabelKind, Lexicon};
use crate::scan::{Marks, Scan, Stop, ends_sentence};

/// Bytes between a word that says what is wrong and the end of its clause, at most.
const REACH: usize = 6;

/// Longest stretch, in bytes, that is judged as a heading.
const LONGEST: usize = 1_500;

/// What may be said of a named deficiency: 短板明显.
const DEGREES: &[&str] = &[
    "明显",
    "较为明显",
    "比较明显",
    "凸显",
    "严重",
    "较多",
    "较大",
    "较重",
    "多",
    "大",
    "仍多",
    "不少",
    "仍存",
    "犹存",
    "依然较大",
    "仍较明显",
    "尚存",
    "屡见",
    "抬头",
    "蔓延",
];

/// A word that tells what a heading is about, by its place.
type Told = (Span, DeficiencyClass);

/// What headings are judged by: the text, its tokens, the dictionaries.
#[derive(Clone, Copy)]
pub(super) struct Headings<'a> {
    pub text: &'a str,
    pub scan: &'a Scan,
    pub lexicon: &'a Lexicon,
}

impl<'a> Headings<'a> {
    /// The heading at the start of `span`, and the words behind it. It ends at the first 。：； outside marks.
    pub fn split(self, span: Span) -> (Span, Span) {
        let text = self.text;
        let end = self.scan.stops.within(span).iter().find(|stop| !stop.enclosed && ends_heading(text, stop));
        match end {
            Some(end) => (Span::new(span.lo(), end.lo()).trim(text), Span::new(end.hi(), span.hi()).trim(text)),
            None => (span.trim(text), Span::new(span.hi(), span.hi())),
        }
    }

    /// Whether a heading names a deficiency.
    pub fn deficient(self, heading: Span) -> bool {
        let words = without_note(first_words(heading.slice(self.text)));
        if announces(words, self.lexicon) {
            return false;
        }
        let heading = Span::new(heading.lo(), heading.lo() + words.len());
        let cuts = self.scan.stops.within(heading).iter().filter(|stop| is_clause_end(stop.mark));
        let cuts = cuts.map(|stop| Span::new(stop.lo() - heading.lo(), stop.hi() - heading.lo()));
        names_deficiency(words, &self.told(heading), clauses(words.len(), cuts))
    }

    /// Whether a heading ends in a word that only names its topic.
    pub fn ends_in_topic(self, heading: Span) -> bool {
        let words = first_words(heading.slice(self.text));
        topic(words, &self.told(Span::new(heading.lo(), heading.lo() + words.len())))
    }

    /// Whether an unmarked line is, or opens with, the heading of a problem: `关于…的问题。`
    pub fn plain_problem(self, line: Span) -> bool {
        let mut stops = self.scan.stops.within(line).iter();
        let end = stops.find(|stop| matches!(stop.mark, '。' | '：' | '；' | '\n')).map_or(line.hi(), Stop::lo);
        let heading = Span::new(line.lo(), end);
        heading.len() <= 300 && names_problem(heading.slice(self.text)) && self.deficient(heading)
    }

    /// The words of `heading` that tell what it is about, counted from its start.
    fn told(self, heading: Span) -> Vec<Told> {
        let found = self.scan.words.deficiency.within(heading);
        found.map(|(at, class)| (Span::new(at.lo() - heading.lo(), at.hi() - heading.lo()), class)).collect()
    }
}

fn ends_heading(text: &str, stop: &Stop) -> bool {
    match stop.mark {
        ':' | '∶' => !text[stop.hi()..].starts_with(|c: char| c.is_ascii_digit()),
        '：' => true,
        '…' => false,
        mark => ends_sentence(mark),
    }
}

/// Whether `at` lies inside a quotation, a title or a bracket.
pub(super) fn enclosed(marks: &Marks, at: usize) -> bool {
    marks.quote_at(at).is_some() || marks.in_title(at) || marks.bracket_at(at).is_some()
}

/// Whether words that do not stand in the text as they are, such as those of two lines, name a deficiency.
pub(super) fn deficient(words: &str, lexicon: &Lexicon) -> bool {
    let words = without_note(first_words(words));
    let cuts = words.match_indices(is_clause_end).map(|(at, mark)| Span::new(at, at + mark.len()));
    !announces(words, lexicon) && names_deficiency(words, &told(words, lexicon), clauses(words.len(), cuts))
}

/// Whether the words are a label that announces problems.
fn announces(words: &str, lexicon: &Lexicon) -> bool {
    lexicon.labels.get(words).is_some_and(|kind| *kind == LabelKind::Problem)
}

fn told(words: &str, lexicon: &Lexicon) -> Vec<Told> {
    lexicon.deficiency.find_in(words).map(|(span, class)| (span, *class)).collect()
}

fn names_deficiency(words: &str, found: &[Told], mut clauses: impl Iterator<Item = Span> + Clone) -> bool {
    let about = ["关于", "针对", "对于", "在"].iter().any(|lead| words.starts_with(lead));
    let named = || {
        found
            .iter()
            .any(|(_, class)| matches!(class, DeficiencyClass::Flaw | DeficiencyClass::Lack | DeficiencyClass::Noun))
            || clauses.clone().any(|clause| denied(words, clause, found))
    };
    if about && named() {
        return true;
    }
    if topic(words, found) {
        return false;
    }
    let cured = found.first().is_some_and(|(span, class)| span.lo() == 0 && *class == DeficiencyClass::Cure);
    clauses.any(|clause| flawed(words, clause, found, cured))
}

/// Longest line, in bytes, that can head a section without a marker.
const SHORT: usize = 90;

/// Whether `words` are few and hold no mark of a sentence.
pub(super) fn is_short(words: &str) -> bool {
    words.len() <= SHORT && !words.contains(['。', '，', '；', '：', '\n'])
}

/// Whether words that do not stand in the text as they are end in a word that only names their topic.
pub(super) fn ends_in_topic(words: &str, lexicon: &Lexicon) -> bool {
    let words = first_words(words);
    topic(words, &told(words, lexicon))
}

fn topic(words: &str, found: &[Told]) -> bool {
    let end = words.trim_end_matches(['。', '：', ':', '）', ')']).len();
    found.last().is_some_and(|(span, class)| *class == DeficiencyClass::Topic && span.hi() == end)
}

/// As many words as a heading may have.
fn first_words(words: &str) -> &str {
    let end = (0..=words.len().min(LONGEST)).rev().find(|end| words.is_char_boundary(*end)).unwrap_or(0);
    &words[..end]
}

/// The words without a bracket at their end: `…不到位（3项）`.
fn without_note(words: &str) -> &str {
    let bare = words.trim_end_matches(['。', ' ']);
    match bare.strip_suffix(['）', ')']).and_then(|inner| inner.rfind(['（', '('])) {
        Some(open) if open > 0 => &bare[..open],
        _ => bare,
    }
}

fn is_clause_end(c: char) -> bool {
    matches!(c, '，' | ',' | '、' | '；' | '。' | '：')
}

/// The clauses of words of `len` bytes that are cut at `cuts`.
fn clauses(len: usize, cuts: impl Iterator<Item = Span> + Clone) -> impl Iterator<Item = Span> + Clone {
    let mut start = 0;
    cuts.chain([Span::new(len, len)]).map(move |cut| {
        let clause = Span::new(start, cut.lo());
        start = cut.hi();
        clause
    })
}

/// A clause says what is wrong: by a word at its end, or by a denial there. A noun behind an act (`补齐短板`) is its object.
fn flawed(words: &str, clause: Span, found: &[Told], cured: bool) -> bool {
    let end = clause.lo() + clause.slice(words).trim_end_matches(['”', '’', '）', ')', '的', '等', ' ']).len();
    let first = found.partition_point(|(span, _)| span.lo() < clause.lo());
    let within = found[first..].iter().take_while(|(span, _)| span.hi() <= clause.hi());
    let by_word = within.into_iter().any(|(span, class)| {
        let behind = end.saturating_sub(span.hi());
        match class {
            DeficiencyClass::Flaw => behind <= if cured { 0 } else { REACH },
            DeficiencyClass::Lack if cured => words[..span.hi()].ends_with("不够") && behind <= 9,
            DeficiencyClass::Lack => true,
            DeficiencyClass::Noun => !cured && (behind == 0 || DEGREES.contains(&&words[span.hi()..end])),
            _ => false,
        }
    });
    by_word || denied(words, clause, found)
}

/// 不优, 不联, 引不进 at the end of a clause; 未按规定; 重审批轻监管.
fn denied(words: &str, clause: Span, found: &[Told]) -> bool {
    let inner = clause.slice(words).trim_end_matches(['”', '’', '）', ')', '的', '等', '问', '题', ' ']);
    let end = clause.lo() + inner.len();
    let calm = |at: usize| {
        found.iter().any(|(span, class)| *class == DeficiencyClass::Calm && span.lo() <= at && at < span.hi())
    };
    let (mut undone, mut not, mut heavy, mut light) = (false, None, None, None);
    for (at, c) in inner.char_indices() {
        match c {
            '未' => undone |= !calm(clause.lo() + at),
            '不' => not = Some(clause.lo() + at),
            '重' if heavy.is_none() => heavy = Some(at),
            '轻' if heavy.is_some() && light.is_none() => light = Some(at),
            _ => {}
        }
    }
    let denial = not.is_some_and(|at| (2..=4).contains(&words[at..end].chars().count()) && !calm(at));
    let lopsided = heavy
        .zip(light)
        .is_some_and(|(heavy, light)| (6..=21).contains(&(light - heavy)) && inner.len() > light + '轻'.len_utf8());
    denial || lopsided || undone
}

/// Words that may stand between 问题 and the end of a heading.
const AFTER_PROBLEM: &[&str] = &[
    "",
    "的整改",
    "整改",
    "的整改情况",
    "整改情况",
    "的整改落实情况",
    "整改落实情况",
    "的整改措施",
    "的整改进展",
    "的整改进展情况",
    "整改进展情况",
    "方面",
    "的落实情况",
    "的整改落实",
    "整改工作",
    "的整改工作",
];

/// Whether `heading` has the form of a named problem: `针对“X”问题`, `关于X的问题的整改情况`.
pub(super) fn names_problem(heading: &str) -> bool {
    let lead = ["关于", "针对", "对于", "就"].iter().any(|lead| heading.starts_with(lead));
    lead && heading.rfind("问题").is_some_and(|at| {
        let tail = heading[at + "问题".len()..].trim_end_matches(['。', '：', ':', ' ']);
        AFTER_PROBLEM.contains(&tail) && !heading.contains("反馈问题") && !heading[..at].contains("问题，")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deficiencies() {
        let lexicon = Lexicon::builtin();
        for heading in [
            "聚焦主导产业谋划不够",
            "营商环境不优",
            "全民健身公共服务短板明显",
            "国有资产流失",
            "落实立德树人根本任务不够扎实",
            "针对“公办园占比偏低”问题",
            "关于“理论学习不够深入”问题的整改情况",
            "关于学习贯彻重要论述不够深入，落实决策部署存在差距",
            "党建工作与业务工作“两张皮”",
            "重业务轻党建",
            "噪声、油烟、异味等群众身边环境问题多发",
            "推进义务教育优质均衡发展缓慢",
            "在“担当作为不够”方面",
        ] {
            assert!(deficient(heading, &lexicon), "{heading}");
        }
    }

    #[test]
    fn near_misses() {
        let lexicon = Lexicon::builtin();
        for heading in [
            "整改工作组织情况",
            "反馈问题整改落实情况",
            "聚焦群众身边腐败问题和不正之风情况",
            "贯彻落实党的教育方针和上级决策部署方面",
            "补齐办学条件短板",
            "整顿软弱涣散党组织",
            "消除大班额存量",
            "坚持目标不变、力度不减",
            "巡视移交问题线索和信访件办理情况",
            "下一步打算",
            "关于巡察反馈问题整改落实情况",
            "持续推进不动产登记",
        ] {
            assert!(!deficient(heading, &lexicon), "{heading}");
        }
    }

    #[test]
    fn named_problems() {
        assert!(names_problem("针对“学习不深入”问题"));
        assert!(names_problem("关于班子老化的问题的整改情况"));
        assert!(!names_problem("针对管理不到位问题，已调整监事会主席"));
        assert!(!names_problem("针对“8.17”案件，给予处分"));
    }
}

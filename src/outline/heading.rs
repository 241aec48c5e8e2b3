//! Headings: where one ends, and whether it names a deficiency.

use crate::Span;
use crate::lexicon::{DeficiencyClass, LabelKind, Lexicon};
use crate::scan::{Marks, ends_sentence};

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

/// The heading at the start of `text[span]`, and the words behind it. It ends at the first 。：； outside marks.
pub(super) fn split(text: &str, span: Span, marks: &Marks) -> (Span, Span) {
    let words = span.slice(text);
    for (at, c) in words.char_indices() {
        let place = span.lo() + at;
        if ends_heading(text, place, c) && !enclosed(marks, place) {
            let rest = Span::new(place + c.len_utf8(), span.hi()).trim(text);
            return (Span::new(span.lo(), place).trim(text), rest);
        }
    }
    (span.trim(text), Span::new(span.hi(), span.hi()))
}

fn ends_heading(text: &str, at: usize, c: char) -> bool {
    match c {
        ':' | '∶' => !text[at + c.len_utf8()..].starts_with(|c: char| c.is_ascii_digit()),
        '：' => true,
        '…' => false,
        _ => ends_sentence(c),
    }
}

/// Whether `at` lies inside a quotation, a title or a bracket.
pub(super) fn enclosed(marks: &Marks, at: usize) -> bool {
    marks.quote_at(at).is_some() || marks.in_title(at) || marks.bracket_at(at).is_some()
}

/// Whether a heading names a deficiency.
pub(super) fn deficient(words: &str, lexicon: &Lexicon) -> bool {
    let words = without_note(first_words(words));
    if lexicon.labels.get(words).is_some_and(|kind| *kind == LabelKind::Problem) {
        return false;
    }
    let found: Vec<(Span, DeficiencyClass)> =
        lexicon.deficiency.find_in(words).map(|(span, class)| (span, *class)).collect();
    let about =
        words.starts_with("关于") || words.starts_with("针对") || words.starts_with("对于") || words.starts_with('在');
    let named = found
        .iter()
        .any(|(_, class)| matches!(class, DeficiencyClass::Flaw | DeficiencyClass::Lack | DeficiencyClass::Noun))
        || clauses(words).any(|clause| denied(words, clause, &found));
    if about && named {
        return true;
    }
    if topic(words, &found) {
        return false;
    }
    let cured = found.first().is_some_and(|(span, class)| span.lo() == 0 && *class == DeficiencyClass::Cure);
    clauses(words).any(|clause| flawed(words, clause, &found, cured))
}

/// Longest line, in bytes, that can head a section without a marker.
const SHORT: usize = 90;

/// Whether `words` are few and hold no mark of a sentence.
pub(super) fn is_short(words: &str) -> bool {
    words.len() <= SHORT && !words.contains(['。', '，', '；', '：', '\n'])
}

/// Whether a heading ends in a word that only names its topic.
pub(super) fn ends_in_topic(words: &str, lexicon: &Lexicon) -> bool {
    let words = first_words(words);
    let found: Vec<_> = lexicon.deficiency.find_in(words).map(|(span, class)| (span, *class)).collect();
    topic(words, &found)
}

fn topic(words: &str, found: &[(Span, DeficiencyClass)]) -> bool {
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

fn clauses(words: &str) -> impl Iterator<Item = Span> + '_ {
    words.split(['，', ',', '、', '；', '。', '：']).map(|clause| {
        let start = clause.as_ptr() as usize - words.as_ptr() as usize;
        Span::new(start, start + clause.len())
    })
}

/// A clause says what is wrong: by a word at its end, or by a denial there. A noun behind an act (`补齐短板`) is its object.
fn flawed(words: &str, clause: Span, found: &[(Span, DeficiencyClass)], cured: bool) -> bool {
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
fn denied(words: &str, clause: Span, found: &[(Span, DeficiencyClass)]) -> bool {
    let inner = clause.slice(words).trim_end_matches(['”', '’', '）', ')', '的', '等', '问', '题', ' ']);
    let end = clause.lo() + inner.len();
    let calm = |at: usize| {
        found.iter().any(|(span, class)| *class == DeficiencyClass::Calm && span.lo() <= at && at < span.hi())
    };
    let undone = inner.match_indices('未').any(|(at, _)| !calm(clause.lo() + at));
    let denial = inner.rfind('不').map(|at| clause.lo() + at).is_some_and(|at| {
        let behind = words[at..end].chars().count();
        (2..=4).contains(&behind) && !calm(at)
    });
    let lopsided = inner.find('重').is_some_and(|heavy| {
        inner[heavy..].find('轻').is_some_and(|light| (6..=21).contains(&light) && inner.len() > heavy + light + 3)
    });
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

/// Whether an unmarked line is, or opens with, the heading of a problem: `关于…的问题。`
pub(super) fn plain_problem(line: &str, lexicon: &Lexicon) -> bool {
    let end = line.find(['。', '：', '；', '\n']).unwrap_or(line.len());
    let heading = &line[..end];
    heading.len() <= 300 && names_problem(heading) && deficient(heading, lexicon)
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

//! A rate that its own figures contradict.

use crate::lexicon::LintCue;
use crate::lint::figures::{
    is_amount, is_exact, is_percent, percent, prints_as, same_unit, shares_a_word, shown, value,
};
use crate::lint::rule::rule;
use crate::lint::{Draft, Page};
use crate::model::{Message, Metric, Role};
use rust_decimal::Decimal;

rule! {
    /// N003: 整改率 that is not what was done over what there was.
    RatioMismatch "N003" "ratio-mismatch" Error
    finds: "完成率、整改率、占比与同句的完成数和总数对不上；句中和上一句的每一对数都试过，四舍五入和截断都算对",
        "a rate of completion that does not equal done over total; every base in the sentence and the one before is tried, rounded and cut off";
    why: "两个数和一个率中至少有一个写错或口径不同，读者一除便知",
        "one of the three figures is wrong or counts something else, and any reader can divide";
    flagged: "一、整改工作情况\n（一）总体进展。反馈的37个问题已完成整改33个，整改率91.2%。";
    passes: "一、整改工作情况\n（一）总体进展。反馈的37个问题已完成整改33个，整改率89.1%。";
    configure: "--ignore N003 关闭；哪些率要核对见 lint_cues.tsv 的 completion、share",
        "--ignore N003 turns it off; the rates that are checked are those of `completion` and `share` in lint_cues.tsv";
    source: "算术", "arithmetic";
}

/// Figures of a scope that are tried against each other: more than a sentence of a notice holds.
const TRIED: usize = 40;

fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    let rates = page.notice.metrics.iter().filter(|rate| is_percent(rate) && is_exact(rate) && rate.change.is_none());
    for rate in rates {
        let Some(base) = stated_base(page, rate) else { continue };
        let printed = rate.quantity.value;
        if bases(page, rate).any(|(part, whole)| percent(part, whole).is_some_and(|exact| prints_as(exact, printed))) {
            continue;
        }
        let (part, whole) = base;
        let Some(exact) = percent(value(part), value(whole)) else { continue };
        let message = Message::new(
            "“{name}”写作{rate}，而{part}÷{whole}＝{exact}%，疑似有误，请核对",
            "“{name}” is given as {rate}, but {part} ÷ {whole} = {exact}%: please check",
        );
        let message = message
            .with("name", rate.name.as_str())
            .with("rate", page.words(rate.quantity.span))
            .with("part", page.words(part.quantity.span))
            .with("whole", page.words(whole.quantity.span))
            .with("exact", shown(exact, printed));
        found.push(Draft::new(rate.span, message).of(rate.node).resting_on([part.span, whole.span]));
    }
}

/// The part and the whole that the words tie to the rate: the last part before it in its sentence whose whole the reading
/// knows, else the first behind it, else, for a rate that opens its sentence, the last of the sentence before.
fn stated_base<'a>(page: &Page<'a>, rate: &Metric) -> Option<(&'a Metric, &'a Metric)> {
    let at = rate.quantity.span.lo();
    let sentence = page.sentence(at);
    let own = page.metrics_in(sentence);
    let starts = ["从", "由"].iter().any(|word| page.text[sentence.lo()..at].trim_end().ends_with(word));
    let pair = |part: &'a Metric| {
        let whole = page.whole(part)?;
        let sound = is_exact(part) && is_exact(whole) && same_unit(part, whole) && is_amount(part);
        let near = whole.quantity.span.lo() >= page.sentence(sentence.lo().saturating_sub(1)).lo();
        (sound && near && part.role != Role::Other && speaks_of(page, rate, part, whole)).then_some((part, whole))
    };
    let before = own.iter().filter(|part| part.quantity.span.lo() < at).rev().find_map(pair);
    let behind = || own.iter().filter(|part| part.quantity.span.lo() > at).find_map(pair);
    let earlier = || {
        let alone = page.lexicon.lint.of(LintCue::Completion).get(&rate.name).is_some();
        let opens = own.first().is_some_and(|first| std::ptr::eq(first, rate)) && sentence.lo() > 0 && alone;
        let last = opens.then(|| page.metrics_in(page.sentence(sentence.lo() - 1)))?;
        last.iter().rev().find_map(pair)
    };
    if starts { None } else { before.or_else(behind).or_else(earlier) }
}

/// Whether the rate is one of what was done of the whole, going by its name: 整改率, 落实率; 占比 directly behind the part.
fn speaks_of(page: &Page<'_>, rate: &Metric, part: &Metric, whole: &Metric) -> bool {
    let cues = page.lexicon.lint.of(LintCue::Completion);
    if let Some((len, ())) = cues.suffix_of(&rate.name) {
        let of_what = &rate.name[..rate.name.len() - len];
        return of_what.is_empty() || shares_a_word(of_what, &part.name) || shares_a_word(of_what, &whole.name);
    }
    let words = page.between(part.quantity.span, rate.quantity.span).trim_start_matches(['，', ',', '、', ' ']);
    let share = ["占比", "占总数的", "占总数", "占"].iter().find_map(|share| words.strip_prefix(share));
    share.is_some_and(|rest| rest.trim_matches(['为', '达', '约', '到', '：']).is_empty())
}

/// Every pair of amounts in scope that the rate may have been reckoned from, as part and whole: each figure of its sentence
/// and the one before over each other, over two that are told side by side, and what the parts of one whole come to together
/// or leave.
fn bases<'p>(page: &'p Page<'_>, rate: &Metric) -> impl Iterator<Item = (Decimal, Decimal)> + 'p {
    let sentence = page.sentence(rate.quantity.span.lo());
    let scope = page.sentence(sentence.lo().saturating_sub(1)).to(sentence);
    let amounts: Vec<&Metric> = page.metrics_in(scope).iter().filter(|one| is_amount(one)).take(TRIED).collect();
    let mut pairs = Vec::new();
    for whole in &amounts {
        let fellows: Vec<&&Metric> =
            amounts.iter().filter(|one| same_unit(one, whole) && !std::ptr::eq(**one, *whole)).collect();
        let mut together = Decimal::ZERO;
        for part in &fellows {
            pairs.push((value(part), value(whole)));
            pairs.extend(value(whole).checked_sub(value(part)).map(|rest| (rest, value(whole))));
            let is_part = page.whole(part).is_some_and(|of| std::ptr::eq(of, *whole));
            if is_part && part.role != Role::Other {
                together = together.saturating_add(value(part));
                pairs.push((together, value(whole)));
            }
        }
    }
    // 6个遗留问题、31个审计问题，已整改35个: the whole is what both come to.
    for side in &amounts {
        let Some(whole) = page.beside(side).and_then(|other| value(other).checked_add(value(side))) else { continue };
        let parts = amounts.iter().filter(|one| same_unit(one, side) && value(one) <= whole);
        pairs.extend(parts.map(|part| (value(part), whole)));
    }
    pairs.into_iter()
}

#[cfg(test)]
mod tests {
    use super::RatioMismatch;
    use crate::lint::sample::quotes;

    #[test]
    fn what_was_done_over_what_there_was() {
        for (text, want) in [
            ("186条整改措施已落实171条，落实率95.9%。", &["落实率95.9%"][..]),
            ("交办的32件信访件已办结29件，办结率92.6%，其余3件正在化解。", &["办结率92.6%"]),
            ("排查隐患80处，已整改72处，整改率95%。", &["整改率95%"]),
            ("上轮遗留问题6个、审计查出问题31个，已整改35个，整改率96.4%。", &["整改率96.4%"]),
            // Rounded, cut off, or told of a sum of parts.
            ("186条整改措施已落实171条，落实率91.9%。", &[]),
            ("排查隐患37处，已整改33处，整改率89.1%。", &[]),
            ("29个问题，已完成25个，基本完成3个，正在推进1个，整改完成率86.2%。", &[]),
            ("29个问题，已完成25个，基本完成3个，正在推进1个，整改完成率96.6%。", &[]),
            ("上轮遗留问题6个、审计查出问题31个，已整改35个，整改率94.6%。", &[]),
            // No base, or a rate of something else.
            ("群众满意率91.2%，排查隐患37处，已整改33处。", &[]),
            ("排查隐患37处，已整改33处，林长巡林任务完成率100%。", &[]),
            ("排查隐患30余处，已整改20处，整改率95%。", &[]),
            ("整改率95%。", &[]),
            ("上轮遗留的8个问题办结7个。审计查出问题整改率从78%升到94%。", &[]),
        ] {
            let notice = format!("一、整改工作情况\n（一）总体进展。{text}");
            assert_eq!(quotes(&RatioMismatch, &notice), want, "{text}");
        }
    }
}

//! 由A到B against the change that is stated beside it.

use crate::lint::figures::{is_exact, is_percent, percent, prints_as, same_unit, shown, value};
use crate::lint::rule::rule;
use crate::lint::{Draft, Page};
use crate::model::{Dimension, Direction, Message, Metric, Role};
use rust_decimal::Decimal;

rule! {
    /// N005: a start, an end and a change that do not go together.
    FromToMismatch "N005" "from-to-mismatch" Error
    finds: "“由A到B”与所述的增减量、增减幅度或方向不符",
        "a start and an end that contradict the change stated beside them, in size or direction";
    why: "起点、终点、变化量三者知二推一，其中必有一个写错",
        "of start, end and change any two give the third, so one of them is wrong";
    flagged: "（一）服务意识不强\n一是优化服务。群众满意率由83%提升至94%，提高12个百分点。";
    passes: "（一）服务意识不强\n一是优化服务。群众满意率由83%提升至94%，提高11个百分点。";
    configure: "--ignore N005 关闭", "--ignore N005 turns it off";
    source: "算术", "arithmetic";
}

fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    let metrics = &page.notice.metrics;
    for (index, pair) in metrics.windows(2).enumerate() {
        let (from, to) = (&pair[0], &pair[1]);
        if !is_journey(page, from, to) {
            continue;
        }
        found.extend(wrong_way(page, from, to));
        let stated = metrics.get(index + 2).filter(|stated| belongs(page, to, stated));
        found.extend(stated.and_then(|stated| wrong_size(page, from, to, stated)));
    }
}

/// Whether the two are start and end of one indicator: 由A…到B.
fn is_journey(page: &Page<'_>, from: &Metric, to: &Metric) -> bool {
    let before = page.text[page.sentence(from.quantity.span.lo()).lo()..from.quantity.span.lo()].trim_end();
    let between = page.between(from.quantity.span, to.quantity.span);
    let opened = ["由", "从", "由原来的", "从原来的", "由原先的", "由目前的", "由之前的", "由整改前的", "由上年的"];
    let reached = ["到", "至", "为", "达"].iter().any(|word| between.trim_end().ends_with(word));
    let starts = opened.iter().any(|word| before.ends_with(word));
    let exact = is_exact(from) && is_exact(to) && same_unit(from, to);
    starts && reached && exact && !between.contains(['，', ',', '；', '。']) && from.role == Role::Other
}

/// The verb between start and end says up where it went down, or the other way round.
fn wrong_way(page: &Page<'_>, from: &Metric, to: &Metric) -> Option<Draft> {
    let said = to.change?.direction;
    let went = direction(value(from), value(to))?;
    // 排名由第8位升至第3位, 用时由5天升级为3天 …: only what has a verb of size between its ends.
    let verb = page.lexicon.change.any_in(page.between(from.quantity.span, to.quantity.span));
    if said == went || !verb || !is_size(to) {
        return None;
    }
    let message = Message::new(
        "由“{from}”到“{to}”与所述的升降方向疑似不符，请核对",
        "from {from} to {to} goes the other way than the words say: please check",
    );
    let message = message.with("from", page.words(from.quantity.span)).with("to", page.words(to.quantity.span));
    Some(Draft::new(to.span, message).of(to.node).resting_on([from.quantity.span]))
}

fn is_size(metric: &Metric) -> bool {
    !matches!(metric.quantity.dimension, Dimension::Rank | Dimension::Time | Dimension::Multiple)
}

fn direction(from: Decimal, to: Decimal) -> Option<Direction> {
    match from.cmp(&to) {
        std::cmp::Ordering::Less => Some(Direction::Up),
        std::cmp::Ordering::Greater => Some(Direction::Down),
        std::cmp::Ordering::Equal => None,
    }
}

/// Whether `stated` is the change from the start to this end: the next figure of the sentence, against no other basis.
fn belongs(page: &Page<'_>, to: &Metric, stated: &Metric) -> bool {
    let between = page.between(to.quantity.span, stated.quantity.span);
    let one_sentence = page.sentence(to.quantity.span.lo()).contains(stated.quantity.span);
    let own = stated.change.is_some_and(|change| change.basis.is_none());
    let clauses = between.matches(['，', ',']).count();
    let elsewhere = ["较", "比", "同比", "环比", "其中", "年均"].iter().any(|word| between.contains(word));
    let reaches = ["至", "到", "为"].iter().any(|word| between.trim_end().ends_with(word));
    one_sentence && own && is_exact(stated) && clauses <= 1 && !elsewhere && !reaches && between.chars().count() <= 8
}

/// The change that start and end give is not the one that is stated.
fn wrong_size(page: &Page<'_>, from: &Metric, to: &Metric, stated: &Metric) -> Option<Draft> {
    let difference = value(to).checked_sub(value(from))?.abs();
    let printed = stated.quantity.value;
    let points = stated.quantity.dimension == Dimension::PercentagePoint && is_percent(from) && is_percent(to);
    let (fits, right) = if points {
        let points = to.quantity.value.checked_sub(from.quantity.value)?.abs();
        (prints_as(points, printed), format!("{}个百分点", points.normalize()))
    } else if is_percent(stated) && !is_percent(to) {
        let share = percent(difference, value(from))?;
        (prints_as(share, printed), format!("{}%", shown(share, printed)))
    } else if same_unit(stated, to) && !is_percent(to) {
        (difference == value(stated), format!("{}", difference.normalize()))
    } else {
        return None;
    };
    if fits {
        return None;
    }
    let message = Message::new(
        "由“{from}”到“{to}”应为{right}，文中写作“{stated}”，疑似有误，请核对",
        "from {from} to {to} makes {right}, but the text says {stated}: please check",
    );
    let message = message
        .with("from", page.words(from.quantity.span))
        .with("to", page.words(to.quantity.span))
        .with("right", right)
        .with("stated", page.words(stated.quantity.span));
    let rest = [from.quantity.span, to.quantity.span];
    Some(Draft::new(stated.span, message).of(stated.node).resting_on(rest))
}

#[cfg(test)]
mod tests {
    use super::FromToMismatch;
    use crate::lint::sample::quotes;

    #[test]
    fn start_end_and_change_go_together() {
        for (text, fires) in [
            ("群众满意率由83%提升至94%，提高12个百分点。", true),
            ("培养党员由20名增加到30名，增长60%。", true),
            ("在建项目由40个减少到52个。", true),
            ("群众满意率由83%提升至94%，提高11个百分点。", false),
            ("培养党员由20名增加到30名，增长50%。", false),
            ("受理信访件由62件减少到41件，下降33.9%。", false),
            ("受理信访件由62件减少到41件，下降33.8%。", false),
            ("综合融资成本由6.5%降至4.2%，一年节约利息120万元。", false),
            ("群众满意率由83%提升至94%，较全市平均水平高出5个百分点。", false),
            ("审批时限由20天缩短到7天。", false),
        ] {
            let notice = format!("（一）服务意识不强\n一是优化服务。{text}");
            assert_eq!(!quotes(&FromToMismatch, &notice).is_empty(), fires, "{text}");
        }
    }
}

//! A number left out of a list.

use super::warned::warned;
use crate::lint::rule::rule;
use crate::lint::{Draft, Page};
use crate::model::{Message, WarningCode};

rule! {
    /// S001: 一是, 三是.
    NumberingGap "S001" "numbering-gap" Warning
    finds: "编号不连续：一是之后是三是", "a list that leaves a number out: 一是, 三是";
    why: "可能漏了一条措施，也可能是删改后没有重编",
        "a measure may be missing, or the list was not renumbered after an edit";
    flagged: "（一）学习不够深入\n一是组织学习。开展学习6次。\n三是强化督导。开展督导2次。";
    passes: "（一）学习不够深入\n一是组织学习。开展学习6次。\n二是强化督导。开展督导2次。";
    configure: "--ignore S001 关闭", "--ignore S001 turns it off";
    source: "GB/T 9704—2012《党政机关公文格式》：结构层次序数依次标注",
        "GB/T 9704-2012: levels of a document are numbered in sequence";
}

fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    let message = Message::new(
        "编号到“{marker}”疑似不连续，前面缺少序号，请核对",
        "the numbering leaves something out before “{marker}”: please check",
    );
    found.extend(warned(page, WarningCode::NumberingGap, &message));
}

#[cfg(test)]
mod tests {
    use super::NumberingGap;
    use crate::lint::sample::quotes;

    #[test]
    fn lists_run_on() {
        for (markers, want) in [
            (["一是", "三是", "四是"], &["三是"][..]),
            (["1.", "2.", "4."], &["4."]),
            (["（1）", "（2）", "（3）"], &[]),
            (["一是", "二是", "三是"], &[]),
        ] {
            let items: String = markers.iter().map(|marker| format!("{marker}开展学习。组织学习6次。\n")).collect();
            assert_eq!(quotes(&NumberingGap, &format!("（一）学习不够深入\n{items}")), want, "{markers:?}");
        }
    }
}

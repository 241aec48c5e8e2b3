//! A number that stands twice in a list.

use super::warned::warned;
use crate::lint::rule::rule;
use crate::lint::{Draft, Page};
use crate::model::{Message, WarningCode};

rule! {
    /// S002: 二是, 二是.
    NumberingRepeat "S002" "numbering-repeat" Warning
    finds: "编号重复：二是之后又是二是", "a list in which a number stands twice: 二是, 二是";
    why: "引用“第二条”时指不清是哪一条，也可能是粘贴时的残留",
        "nobody can cite the item, and it may be left over from pasting";
    flagged: "（一）学习不够深入\n一是组织学习。开展学习6次。\n二是强化督导。开展督导2次。\n二是健全制度。印发办法1份。";
    passes: "（一）学习不够深入\n一是组织学习。开展学习6次。\n二是强化督导。开展督导2次。\n三是健全制度。印发办法1份。";
    configure: "--ignore S002 关闭", "--ignore S002 turns it off";
    source: "GB/T 9704—2012《党政机关公文格式》：结构层次序数依次标注",
        "GB/T 9704-2012: levels of a document are numbered in sequence";
}

fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    let message =
        Message::new("编号“{marker}”疑似重复，请核对", "the number “{marker}” seems to stand twice: please check");
    found.extend(warned(page, WarningCode::NumberingRepeat, &message));
}

#[cfg(test)]
mod tests {
    use super::NumberingRepeat;
    use crate::lint::sample::quotes;

    #[test]
    fn a_number_stands_once() {
        for (markers, want) in [
            (["一是", "二是", "二是"], &["二是"][..]),
            (["1.", "2.", "2."], &["2."]),
            (["1.", "2.", "3."], &[]),
            // Begun anew, which is another rule's, and a gap.
            (["一是", "二是", "一是"], &[]),
            (["一是", "二是", "四是"], &[]),
        ] {
            let items: String = markers.iter().map(|marker| format!("{marker}开展学习。组织学习6次。\n")).collect();
            assert_eq!(quotes(&NumberingRepeat, &format!("（一）学习不够深入\n{items}")), want, "{markers:?}");
        }
    }
}

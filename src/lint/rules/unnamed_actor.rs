//! Somebody who acts, or is punished, and has no name.

use crate::Span;
use crate::lexicon::LintCue;
use crate::lint::rule::rule;
use crate::lint::{Draft, Page};
use crate::model::{Message, Node, NodeKind, Specificity};

rule! {
    /// V005: 相关部门 who acts, 有关人员 who is punished.
    UnnamedActor "V005" "unnamed-actor" Info
    finds: "“相关部门”负责整改、对“有关人员”批评教育：没有点名，也没有人数",
        "相关部门 who is to act, 有关人员 who was punished: neither named nor counted";
    why: "责任落不到单位和人头，处理了几个人也无从核对", "nobody can be held to it, and nobody can count who was punished";
    flagged: "（一）监管不严\n一是严肃问责。对相关责任人进行批评教育。";
    passes: "（一）监管不严\n一是严肃问责。对相关责任人3人进行批评教育。";
    configure: "--ignore V005 关闭；不点名的词在 lint_cues.tsv 的 unnamed，处理的词在 punished，行动的词在 acting",
        "--ignore V005 turns it off; the words stand in lint_cues.tsv under `unnamed`, `punished` and `acting`";
    source: "《中国共产党问责条例》：问责应当到人、责任清晰",
        "Regulations on accountability in the CPC: accountability names who is responsible";
}

/// Characters behind the unnamed in which the act must stand.
const REACH: usize = 12;

fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    for (id, action) in page.nodes(NodeKind::Action) {
        for (place, act) in unnamed(page, action) {
            let message = Message::new(
                "“{who}”没有点名也没有人数，请核对由谁“{act}”或处理了谁",
                "“{who}” is neither named nor counted: please check whom “{act}” is said of",
            );
            let message = message.with("who", page.words(place)).with("act", page.words(act));
            found.push(Draft::new(place, message).of(id).resting_on([act]));
        }
    }
}

/// The unnamed of a sentence, each with what they did or what was done to them.
fn unnamed(page: &Page<'_>, action: &Node) -> Vec<(Span, Span)> {
    let places = page.said().of(LintCue::Unnamed).within(action.span).map(|(place, ())| place);
    places.filter_map(|place| Some((place, act_of(page, place, action)?))).collect()
}

/// What is said of them, unless they are counted there or, where they act, something else in the sentence can be checked.
fn act_of(page: &Page<'_>, who: Span, action: &Node) -> Option<Span> {
    let (cues, sentence) = (&page.lexicon.lint, action.span);
    let behind = &page.text[who.hi()..sentence.hi().max(who.hi())];
    let near = behind.char_indices().nth(REACH).map_or(behind, |(end, _)| &behind[..end]);
    let clause = near.split(['，', ',']).next().unwrap_or(near);
    let passive = cues.of(LintCue::Passive).suffix_of(&page.text[sentence.lo()..who.lo()]).is_some();
    let counted = clause.chars().any(|c| c.is_ascii_digit());
    if counted || !passive && action.specificity == Some(Specificity::Specific) {
        return None;
    }
    let class = if passive { LintCue::Punished } else { LintCue::Acting };
    let (at, ()) = cues.of(class).find_in(clause).next()?;
    Some(Span::new(who.hi() + at.lo(), who.hi() + at.hi()))
}

#[cfg(test)]
mod tests {
    use super::UnnamedActor;
    use crate::lint::sample::quotes;

    #[test]
    fn who_acts_and_who_is_punished() {
        for (text, want) in [
            ("对相关责任人进行批评教育。", &["相关责任人"][..]),
            ("由相关部门负责整改。", &[]),
            ("有关部门负责落实整改任务。", &["有关部门"]),
            ("对相关责任人3人进行批评教育。", &[]),
            ("对办公室主任张某某进行批评教育。", &[]),
            ("向有关部门报送材料。", &[]),
        ] {
            let notice = format!("（一）监管不严\n一是严肃问责。{text}");
            assert_eq!(quotes(&UnnamedActor, &notice), want, "{text}");
        }
    }
}

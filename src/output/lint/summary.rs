//! How many findings there are: by rule, by notice, in all.

use super::Run;
use crate::i18n::Text;
use crate::output::columns::{clean, pad, trim};
use crate::output::wire;
use std::fmt::Write;

/// Notices that are listed; those with the most findings.
const LISTED: usize = 10;

const BY_RULE: Text = Text::new("按规则：", "By rule:");
const BY_NOTICE: Text = Text::new("按通报：", "By notice:");
const MORE: Text = Text::new("  另有 {0} 份通报共 {1} 处", "  {1} more in {0} other notices");
const TOTAL: Text = Text::new(
    "通报 {0} 份，线索 {1} 处（错误 {2}、提醒 {3}、提示 {4}）",
    "{1} findings in {0} notices ({2} errors, {3} warnings, {4} infos)",
);
const EXCUSED: Text = Text::new("，另有 {0} 处已豁免", ", {0} excused");

/// The summary in the columns of a terminal.
#[must_use]
pub fn summary(run: &Run<'_>, counts: &wire::Summary) -> String {
    let mut out = String::new();
    if counts.findings > 0 {
        by_rule(run, counts, &mut out);
        by_notice(run, counts, &mut out);
    }
    let of = |severity: &str| counts.by_severity.get(severity).copied().unwrap_or_default();
    let (errors, warnings, infos) = (of("error"), of("warning"), of("info"));
    out += &TOTAL.fill(run.lang, &[&counts.notices, &counts.findings, &errors, &warnings, &infos]);
    if counts.suppressed > 0 {
        out += &EXCUSED.fill(run.lang, &[&counts.suppressed]);
    }
    out + "\n"
}

fn by_rule(run: &Run<'_>, counts: &wire::Summary, out: &mut String) {
    let _ = writeln!(out, "{}", BY_RULE.get(run.lang));
    for (code, count) in &counts.by_rule {
        let finds = run.rules.get(code).map(|rule| (&rule.card().name, rule.card().docs.finds.get(run.lang)));
        let (name, finds) = finds.map_or(("", ""), |(name, finds)| (&**name, finds));
        let room = run.width.saturating_sub(40);
        let _ = writeln!(out, "  {count:>5}  {code}  {} {}", pad(name, 24), trim(finds, room));
    }
}

fn by_notice(run: &Run<'_>, counts: &wire::Summary, out: &mut String) {
    let mut notices: Vec<_> = counts.by_notice.iter().collect();
    notices.sort_by_key(|(path, count)| (std::cmp::Reverse(**count), *path));
    let _ = writeln!(out, "{}", BY_NOTICE.get(run.lang));
    for (path, count) in notices.iter().take(LISTED) {
        let _ = writeln!(out, "  {count:>5}  {}", clean(path));
    }
    let rest = notices.get(LISTED..).unwrap_or_default();
    if !rest.is_empty() {
        let findings: usize = rest.iter().map(|(_, count)| **count).sum();
        let _ = writeln!(out, "{}", MORE.fill(run.lang, &[&rest.len(), &findings]));
    }
}

//! The names by which a notice speaks of its own unit: whole, abbreviated, and the place it lies in.

use crate::model::Header;
use crate::{Lexicon, Words};
use memchr::memmem;

/// What announces an abbreviation.
const ANNOUNCED: &str = "以下简称";

/// How far an abbreviation is looked for, in bytes.
const OPENING: usize = 6_000;

/// Shortest name worth a mark, in characters.
const LEAST: usize = 2;

/// Longest name of a place, in characters.
const LONGEST_PLACE: usize = 5;

/// The names of the units that `text` concerns.
pub(super) fn names(text: &str, header: &Header, lexicon: &Lexicon) -> Words<()> {
    let mut names = Vec::new();
    let bodies: Vec<_> = [&header.issuer, &header.inspected_body].into_iter().flatten().map(String::as_str).collect();
    for body in &bodies {
        with_core(body, lexicon, &mut |name| add(name, &mut names));
    }
    for short in abbreviations(text) {
        with_core(short, lexicon, &mut |name| add(name, &mut names));
    }
    for place in
        [header.inspecting_team.as_deref().and_then(seat), seat_of_both(&bodies, lexicon)].into_iter().flatten()
    {
        add(place, &mut names);
        if let Some(bare) = place.strip_suffix(['省', '市', '县', '区', '旗', '州']) {
            add(bare, &mut names);
        }
    }
    let own = lexicon.phrases.own.iter().map(|word| (&**word, ()));
    own.chain(names).collect()
}

fn add<'n>(name: &'n str, names: &mut Vec<(&'n str, ())>) {
    if name.chars().count() >= LEAST {
        names.push((name, ()));
    }
}

/// A body's name, and what is left of it without the party organ: `中共岚溪县教育体育局党组` and `岚溪县教育体育局`.
fn with_core<'b>(body: &'b str, lexicon: &Lexicon, take: &mut impl FnMut(&'b str)) {
    let body = body.strip_prefix("中共").unwrap_or(body);
    take(body);
    take(core(body, lexicon));
}

fn core<'b>(body: &'b str, lexicon: &Lexicon) -> &'b str {
    let mut core = body.strip_prefix("中共").unwrap_or(body);
    while let Some((len, ())) = lexicon.phrases.organs.suffix_of(core) {
        core = &core[..core.len() - len];
    }
    core
}

/// Names announced by 以下简称.
fn abbreviations(text: &str) -> impl Iterator<Item = &str> {
    let mut end = text.len().min(OPENING);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    memmem::find_iter(&text.as_bytes()[..end], ANNOUNCED).filter_map(move |at| {
        let rest = &text[at + ANNOUNCED.len()..end];
        let rest = rest.trim_start_matches(['“', '"', '：', ':', '为']);
        let close = rest.find(['”', '"', '）', ')', '，', '。', '、'])?;
        Some(&rest[..close]).filter(|name| name.chars().count() <= 12)
    })
}

/// The place whose committee sent the team: `安阳市` of `安阳市委第四巡察组`.
fn seat(team: &str) -> Option<&str> {
    let team = team.strip_prefix("中共").unwrap_or(team);
    let at = ["省委", "市委", "县委", "区委", "旗委", "州委"].iter().filter_map(|organ| team.find(organ)).min()?;
    let level = team[at..].chars().next()?.len_utf8();
    place(&team[..at + level])
}

/// The place that the longer of two names of one body adds before the shorter.
fn seat_of_both<'b>(bodies: &[&'b str], lexicon: &Lexicon) -> Option<&'b str> {
    let [one, other] = bodies else { return None };
    let (one, other) = (core(one, lexicon), core(other, lexicon));
    let lead = one.strip_suffix(other).or_else(|| other.strip_suffix(one))?;
    let shorter = if one.len() < other.len() { one } else { other };
    let level = shorter.chars().next().filter(|c| "省市县区旗州".contains(*c)).map_or(0, char::len_utf8);
    let longer = if one.len() < other.len() { other } else { one };
    place(&longer[..lead.len() + level])
}

fn place(words: &str) -> Option<&str> {
    Some(words).filter(|words| (LEAST + 1..=LONGEST_PLACE).contains(&words.chars().count()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(header: &Header, text: &str, known: &[&str], unknown: &[&str]) {
        let names = names(text, header, &Lexicon::builtin());
        for name in known {
            assert!(names.get(name).is_some(), "{name}");
        }
        for name in unknown {
            assert!(names.get(name).is_none(), "{name}");
        }
    }

    #[test]
    fn a_unit_has_several_names() {
        let header = Header {
            issuer: Some("中共岚溪县教育体育局党组".into()),
            inspected_body: Some("县教育体育局党组".into()),
            inspecting_team: Some("县委第二巡察组".into()),
            ..Header::default()
        };
        let known = ["岚溪县教育体育局党组", "县教育体育局", "岚溪县", "岚溪", "局党组"];
        check(&header, "局党组定期听取汇报。", &known, &["县", "教育", "县委"]);
    }

    #[test]
    fn abbreviations_and_seats() {
        let header = Header { inspecting_team: Some("安阳市委第四巡察组".into()), ..Header::default() };
        let text = "对中共安阳高新技术产业开发区工作委员会（以下简称高新区党工委）进行了巡察。";
        check(&header, text, &["高新区", "高新区党工委", "安阳市", "安阳"], &["市委"]);
        check(&Header::default(), "以下简称", &[], &["以下简称", ""]);
    }
}

//! Which notices are of one body, and in what order.

use crate::{Lexicon, Notice};
use std::collections::BTreeMap;

/// What is known of a notice without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The body that was inspected, else the issuer, as printed.
    pub body: Option<String>,
    /// Name by which bodies are told apart: without 中共, 党组, 党委 and the like, aliases written out.
    pub key: Option<String>,
    /// Year of the notice.
    pub year: Option<i16>,
    /// Day of publication or feedback, as ISO 8601.
    pub date: Option<String>,
}

impl Facts {
    /// The facts of a notice.
    #[must_use]
    pub fn of(notice: &Notice, lexicon: &Lexicon) -> Self {
        let header = &notice.header;
        let printed = header.inspected_body.as_ref().or(header.issuer.as_ref());
        let core = |name: &String| plain(name, lexicon);
        let (inspected, issuer) = (header.inspected_body.as_ref().map(core), header.issuer.as_ref().map(core));
        // 县教育局 is the inspected body and 岚溪县教育局 signs: the longer name tells it from those of other counties.
        let key = match (inspected, issuer) {
            (Some(body), Some(issuer)) if issuer.ends_with(&body) => Some(issuer),
            (body, issuer) => body.or(issuer),
        };
        Self {
            body: printed.cloned(),
            key: key.filter(|key| !key.is_empty()),
            year: notice.year,
            date: header.published.or(header.feedback_date).map(|date| date.to_string()),
        }
    }
}

/// Places of `facts` by body, those of one body by year and day; bodies in the order of their first notice. A notice
/// without body or year belongs to none. 县教育局 joins the one body whose name ends so, if there is one only.
#[must_use]
pub fn group(facts: &[Facts]) -> Vec<Vec<usize>> {
    let mut bodies: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, notice) in facts.iter().enumerate() {
        if let (Some(key), Some(_)) = (&notice.key, notice.year) {
            bodies.entry(key).or_default().push(at);
        }
    }
    for short in bodies.keys().copied().collect::<Vec<_>>() {
        let mut longer = bodies.keys().filter(|key| key.len() > short.len() && key.ends_with(short));
        if let (Some(&long), None) = (longer.next(), longer.next()) {
            let places = bodies.remove(short).unwrap_or_default();
            bodies.entry(long).or_default().extend(places);
        }
    }
    let mut groups: Vec<_> = bodies.into_values().collect();
    for group in &mut groups {
        group.sort_by_key(|at| (facts[*at].year, facts[*at].date.as_deref(), *at));
    }
    groups.sort_by_key(|group| group.iter().min().copied());
    groups
}

/// Ends of the names of a body's leading organ.
const ORGANS: [&str; 9] = ["领导班子", "党工委", "党总支", "党支部", "党委会", "委员会", "党委", "党组", "总支"];

fn plain(name: &str, lexicon: &Lexicon) -> String {
    let mut name: String = name.chars().filter(|c| !c.is_whitespace()).collect();
    if let Some(rest) = name.strip_prefix("中共").or_else(|| name.strip_prefix("中国共产党")) {
        name = rest.to_owned();
    }
    // 卫生健康委员会党组 loses 党组 only: what is left may itself end in 委员会.
    if let Some(rest) = ORGANS.iter().find_map(|organ| name.strip_suffix(organ)).filter(|rest| !rest.is_empty()) {
        name = rest.to_owned();
    }
    lexicon
        .aliases
        .suffix_of(&name)
        .map_or_else(|| name.clone(), |(len, whole)| format!("{}{whole}", &name[..name.len() - len]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(key: &str, year: i16) -> Facts {
        Facts { body: Some(key.to_owned()), key: Some(key.to_owned()), year: Some(year), date: None }
    }

    #[test]
    fn one_body_in_the_order_of_years() {
        let notices = [
            facts("岚溪县教育局", 2023),
            facts("青溪县医院", 2022),
            facts("岚溪县教育局", 2021),
            facts("县教育局", 2022),
        ];
        assert_eq!(group(&notices), [vec![2, 3, 0], vec![1]]);
    }

    #[test]
    fn a_name_that_fits_two_bodies_joins_neither() {
        let notices = [facts("岚溪县教育局", 2023), facts("青溪县教育局", 2022), facts("县教育局", 2021)];
        assert_eq!(group(&notices).len(), 3);
        assert!(group(&[Facts { body: None, key: None, year: Some(2021), date: None }]).is_empty());
    }

    #[test]
    fn names_without_their_organ() {
        let lexicon = Lexicon::builtin();
        for (name, want) in [
            ("中共岚溪县教育体育局党组", "岚溪县教育体育局"),
            ("石桥镇党委", "石桥镇"),
            ("中共石桥镇委员会", "石桥镇"),
            ("党委", "党委"),
        ] {
            assert_eq!(plain(name, &lexicon), want, "{name}");
        }
        assert_eq!(plain("县卫健委党组", &lexicon), plain("县卫生健康委员会党组", &lexicon));
    }
}

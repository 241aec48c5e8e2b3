//! Contacts: telephone numbers, e-mail, address, post code.

use super::region::Regions;
use crate::Span;
use crate::lexicon::HeaderCue;
use regex::Regex;
use std::sync::LazyLock;

/// How far, in bytes, a field's value reaches at most.
const REACH: usize = 400;

/// Digits with the dashes, brackets and single spaces that a telephone number is printed with: （0271）8833 4455, +86-…,
/// 0871—65031234转8001.
static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    let digits = "[0-9０-９]+";
    let gap = r"[-－—–─]{0,2}[ \u{a0}　]?[-－—–─]{0,2}";
    pattern(&format!(r"(?:[（(]{digits}[)）]|\+?{digits})(?:(?:{gap}|转){digits})*"))
});

/// An e-mail address: in half or full width, with （at） for its sign against harvesting, with single spaces around its
/// signs where damaged text has some.
static EMAIL: LazyLock<Regex> = LazyLock::new(|| {
    let letter = "A-Za-z0-9ａ-ｚＡ-Ｚ０-９";
    let label = format!("[{letter}][{letter}-]{{0,62}}");
    let at = r" ?(?:[@＠]|[（(\[] ?(?i:at) ?[）)\]]) ?";
    pattern(&format!(r"[{letter}._%+-]{{1,64}}{at}(?:{label} ?[.．] ?)+[A-Za-zａ-ｚＡ-Ｚ]{{2,20}}"))
});

/// The address of a site.
static SITE: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)(?:https?[:：]//|www[.．])[!-~]+"));

#[expect(clippy::expect_used, reason = "the pattern is no input: every test of this room compiles it")]
fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a well-formed pattern")
}

/// Where a reader can turn to.
#[derive(Default)]
pub(super) struct Contact {
    pub phones: Vec<Span>,
    pub emails: Vec<Span>,
    pub address: Option<Span>,
    pub postcode: Option<Span>,
}

/// Reads the contacts from the last lines.
pub(super) fn read(regions: &Regions<'_>) -> Contact {
    let mut contact = Contact::default();
    let (Some(first), Some(last)) = (regions.tail.first(), regions.tail.last()) else { return contact };
    let region = first.to(*last);
    let words = region.slice(regions.text);
    let fields: Vec<_> = regions.fields(words).collect();
    for (at, (cue, fact)) in fields.iter().enumerate() {
        let next = fields.get(at + 1).map_or(words.len(), |(next, _)| next.lo());
        let value = value(regions.text, Span::new(region.lo() + cue.hi(), region.lo() + next));
        match fact {
            HeaderCue::Phone => contact.phones.extend(phones(regions, value)),
            HeaderCue::Address if contact.address.is_none() => contact.address = address(regions.text, value),
            HeaderCue::Postcode if contact.postcode.is_none() => contact.postcode = postcode(regions.text, value),
            _ => {}
        }
    }
    contact.emails = emails(regions.text, region);
    contact.phones.retain(|phone| !contact.emails.iter().any(|email| email.overlaps(*phone)));
    contact
}

/// The value of a field: to the end of its line or, if nothing stands there, of the next; to the end of its sentence.
fn value(text: &str, reach: Span) -> Span {
    let words = &text[reach.lo()..super::region::floor(text, reach.hi().min(reach.lo() + REACH)).max(reach.lo())];
    let lead = words.len() - words.trim_start().len();
    let end = words[lead..].find(['\n', '。']).map_or(words.len(), |at| lead + at);
    Span::new(reach.lo() + lead, reach.lo() + end.max(lead))
}

/// The address in a value: up to a semicolon, a bracket that the next field opens, or the address of a site or a mailbox.
fn address(text: &str, value: Span) -> Option<Span> {
    let words = value.slice(text);
    let end = words.find(['；', ';']).unwrap_or(words.len());
    let links = [SITE.find(words), EMAIL.find(words)];
    let end = links.iter().flatten().map(regex::Match::start).fold(end, usize::min);
    let kept = words[..end].trim_end_matches([' ', '　', '，', ',', '（', '(', '、', '/']);
    let count = kept.chars().count();
    (4..=80).contains(&count).then(|| Span::new(value.lo(), value.lo() + kept.len()))
}

/// Six digits.
fn postcode(text: &str, value: Span) -> Option<Span> {
    let words = value.slice(text);
    let end = words.find(|c| !is_digit(c)).unwrap_or(words.len());
    (words[..end].chars().count() == 6).then(|| Span::new(value.lo(), value.lo() + end))
}

/// The telephone numbers in a value, as printed.
fn phones(regions: &Regions<'_>, value: Span) -> Vec<Span> {
    let runs = found(&NUMBER, regions.text, value);
    let dated = |run: &Span| regions.scan.dates.iter().any(|date| date.span.overlaps(*run));
    runs.filter(|run| is_phone(run.slice(regions.text)) && !dated(run)).collect()
}

/// Whether the digits make a telephone number: of a line, a mobile, or a service (12345, 96110).
fn is_phone(words: &str) -> bool {
    let digits: String = words.chars().filter(|c| is_digit(*c)).map(half_width).collect();
    match digits.len() {
        5 => digits.starts_with("12") || digits.starts_with("96") || digits.starts_with("95"),
        7..=8 => !digits.starts_with('0'),
        10..=13 => {
            digits.starts_with('0')
                || digits.starts_with('1')
                || digits.starts_with("400")
                || digits.starts_with("800")
                || digits.starts_with("86")
        }
        14..=16 => digits.starts_with('0') && words.contains(['转', '-', '－', '—']),
        _ => false,
    }
}

/// The e-mail addresses in `region`, as printed, each once.
fn emails(text: &str, region: Span) -> Vec<Span> {
    let mut emails: Vec<Span> = Vec::new();
    for email in found(&EMAIL, text, region) {
        if !emails.iter().any(|known| known.slice(text) == email.slice(text)) {
            emails.push(email);
        }
    }
    emails
}

/// The matches of `pattern` in `region` of `text`.
fn found<'t>(pattern: &'static Regex, text: &'t str, region: Span) -> impl Iterator<Item = Span> + 't {
    pattern.find_iter(region.slice(text)).map(move |hit| Span::new(region.lo() + hit.start(), region.lo() + hit.end()))
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '０'..='９')
}

fn half_width(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
        _ => c,
    }
}

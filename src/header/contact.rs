//! Contacts: telephone numbers, e-mail, address, post code.

use super::region::Regions;
use crate::Span;
use crate::lexicon::HeaderCue;

/// How far, in bytes, a field's value reaches at most.
const REACH: usize = 400;

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

/// The address in a value: up to a semicolon or a bracket that the next field opens.
fn address(text: &str, value: Span) -> Option<Span> {
    let words = value.slice(text);
    let end = words.find(['；', ';']).unwrap_or(words.len());
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
    let text = regions.text;
    let mut found = Vec::new();
    let mut at = value.lo();
    while let Some(c) = text[at..value.hi()].chars().next() {
        let opens = is_digit(c) || matches!(c, '（' | '(' | '+') && text[at + c.len_utf8()..].starts_with(is_digit);
        if !opens {
            at += c.len_utf8();
            continue;
        }
        let run = number_run(text, at, value.hi());
        let dated = regions.scan.dates.iter().any(|date| date.span.overlaps(run));
        if is_phone(run.slice(text)) && !dated {
            found.push(run);
        }
        at = run.hi().max(at + c.len_utf8());
    }
    found
}

/// Digits with the dashes, brackets and single spaces that a telephone number is printed with.
fn number_run(text: &str, from: usize, until: usize) -> Span {
    let mut end = from;
    let mut at = from;
    for c in text[from..until].chars().take(32) {
        let next = at + c.len_utf8();
        let follows =
            text[next..until].starts_with(|c| is_digit(c) || matches!(c, '（' | '(' | '-' | '－' | '—' | '–'));
        let open = at == from || text[from..at].contains(['（', '(']);
        match c {
            _ if is_digit(c) => end = next,
            '+' if at == from => {}
            '（' | '(' if at == from => {}
            '）' | ')' if open && follows => {}
            '-' | '－' | '—' | '–' | '─' | ' ' | '\u{a0}' | '　' if follows => {}
            '转' if follows && end > from => {}
            _ => break,
        }
        at = next;
    }
    Span::new(from, end)
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

/// The e-mail addresses in `region`.
fn emails(text: &str, region: Span) -> Vec<Span> {
    let words = region.slice(text);
    let name = |c: char| is_letter(c) || matches!(c, '.' | '_' | '-' | '+' | '%');
    let host = |c: char| is_letter(c) || matches!(c, '.' | '-' | '．');
    let mut found: Vec<Span> = Vec::new();
    for (at, mark) in words.match_indices(['@', '＠']) {
        let start = at - words[..at].chars().rev().take(64).take_while(|c| name(*c)).map(char::len_utf8).sum::<usize>();
        let after = &words[at + mark.len()..];
        let length: usize = after.chars().take(64).take_while(|c| host(*c)).map(char::len_utf8).sum();
        let domain = after[..length].trim_end_matches(['.', '-', '．']);
        if start < at && domain.contains(['.', '．']) {
            let span = Span::new(region.lo() + start, region.lo() + at + mark.len() + domain.len());
            if !found.iter().any(|known| known.slice(text) == span.slice(text)) {
                found.push(span);
            }
        }
    }
    found
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, 'ａ'..='ｚ' | 'Ａ'..='Ｚ' | '０'..='９')
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

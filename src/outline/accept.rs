//! Which marker tokens open an item: by what they stand behind and by the numbers that came before.

use super::heading::enclosed;
use crate::Span;
use crate::scan::{MarkerStyle, MarkerToken, Place, Scan, ends_sentence};
use rustc_hash::FxHashMap;

/// The numbers of the items so far.
#[derive(Default)]
pub(super) struct Sequence {
    last: FxHashMap<MarkerStyle, u32>,
    on_line: FxHashMap<MarkerStyle, u32>,
    heading_since: Option<(MarkerStyle, usize)>,
    /// Whether the chain on this line is no list of items.
    refused: bool,
}

/// Shortest heading, in bytes, that a glued marker may open.
const GLUED_HEADING: usize = 12;

/// Longest heading, in bytes, behind which a marker of a lower level may be glued.
const UNCLOSED_HEADING: usize = 240;

impl Sequence {
    /// Begins a new line.
    pub fn line(&mut self) {
        self.on_line.clear();
        self.refused = false;
    }

    /// Whether `marker` opens an item; `start` is where the text of the piece before it begins.
    /// `next` is the next marker of its style on the line.
    pub fn accepts(
        &mut self,
        text: &str,
        scan: &Scan,
        marker: &MarkerToken,
        next: Option<&MarkerToken>,
        start: usize,
    ) -> bool {
        let before = Span::new(start.min(marker.span.lo()), marker.span.lo());
        let accepted = match marker.place {
            Place::LineStart => true,
            _ if marker.style == MarkerStyle::Chain && marker.ordinal > 1 && self.refused => false,
            Place::Stop | Place::Colon if marker.style == MarkerStyle::Chain && explains(text, marker, before) => false,
            Place::Stop | Place::Colon => {
                !matches!(marker.style, MarkerStyle::Ordinal | MarkerStyle::OneOf)
                    || marker.ordinal == 1
                    || self.continues(marker)
            }
            Place::Gap => marker.ordinal == 1 || self.continues(marker),
            Place::Comma => {
                self.follows_on_line(marker)
                    || opens_behind_problem(text, marker, before)
                    || opens_list(marker, next) && !explains(text, marker, before)
            }
            Place::Inside => self.glued(text, scan, marker, before),
        };
        if marker.style == MarkerStyle::Chain && (marker.ordinal == 1 || accepted) {
            self.refused = !accepted;
        }
        if accepted {
            self.last.insert(marker.style, marker.ordinal);
            self.on_line.insert(marker.style, marker.ordinal);
            self.heading_since = Some((marker.style, marker.span.hi()));
        }
        accepted
    }

    fn continues(&self, marker: &MarkerToken) -> bool {
        self.last.get(&marker.style).is_some_and(|last| marker.ordinal == last + 1)
    }

    fn follows_on_line(&self, marker: &MarkerToken) -> bool {
        !matches!(marker.style, MarkerStyle::HanComma)
            && self.on_line.get(&marker.style).is_some_and(|last| marker.ordinal == last + 1)
    }

    /// A marker that nothing sets apart: the next of the headings (`…长期坚持三、下一步安排`), or the first below a heading
    /// that has no mark at its end (`二、反馈问题整改情况（一）…`).
    fn glued(&self, text: &str, scan: &Scan, marker: &MarkerToken, before: Span) -> bool {
        let heading_style = match marker.style {
            MarkerStyle::HanParen => true,
            MarkerStyle::HanComma => begins_heading(&text[marker.span.hi()..]),
            _ => false,
        };
        if heading_style && marker.ordinal > 1 && self.continues(marker) {
            return true;
        }
        let below = self.heading_since.is_some_and(|(style, at)| {
            at >= before.lo().saturating_sub(12) && super::level::rank(style) < super::level::rank(marker.style)
        });
        let first = marker.ordinal == 1
            && matches!(marker.style, MarkerStyle::HanParen | MarkerStyle::DigitDot | MarkerStyle::DigitComma);
        let words = before.slice(text);
        first
            && below
            && (GLUED_HEADING..=UNCLOSED_HEADING).contains(&before.len())
            && !words.contains(|c| ends_sentence(c) || c == '\n')
            && !words.ends_with(|c: char| c.is_ascii_alphanumeric())
            && !enclosed(&scan.marks, marker.span.lo().saturating_sub(1))
    }
}

/// Whether what follows a glued `三、` reads like a heading, no list (`初一、初二`).
fn begins_heading(rest: &str) -> bool {
    let first: String = rest.chars().take(5).collect();
    first.chars().count() == 5 && !first.contains(['、', '，', '。', '；', '\n'])
}

/// `针对X问题，一是…`: a chain may open behind the comma of a named problem, not behind any other (`原因复杂，一是…`).
fn opens_behind_problem(text: &str, marker: &MarkerToken, before: Span) -> bool {
    if marker.ordinal != 1
        || !matches!(marker.style, MarkerStyle::Chain | MarkerStyle::DigitParen | MarkerStyle::Circled)
    {
        return false;
    }
    let words = before.slice(text);
    let words = words
        .rfind(ends_sentence)
        .map_or(words, |at| &words[at + words[at..].chars().next().map_or(0, char::len_utf8)..]);
    let lead = words.trim().trim_end_matches(['，', ',']);
    ["针对", "关于", "对于", "对"].iter().any(|word| lead.starts_with(word))
        && (lead.ends_with("问题") || lead.ends_with("的整改"))
}

/// `局党组高度重视，一是…；二是…`: behind a comma a list opens where its second item stands behind a full mark.
fn opens_list(marker: &MarkerToken, next: Option<&MarkerToken>) -> bool {
    let second = next.is_some_and(|next| next.ordinal == 2 && next.place == Place::Stop);
    matches!(marker.style, MarkerStyle::Chain | MarkerStyle::DigitParen) && marker.ordinal == 1 && second
}

/// Words behind which a chain tells causes or what somebody said.
const EXPLAINING: &[&str] =
    &["原因", "成因", "困难", "因为", "由于", "指出", "强调", "表示", "认为", "体现在", "表现为", "在于"];

/// Bytes before a chain in which such a word is looked for.
const CLAUSE: usize = 90;

/// Whether a chain tells causes or somebody's words: `主要原因：一是…`, `成因较为复杂，一是…`.
fn explains(text: &str, marker: &MarkerToken, before: Span) -> bool {
    if marker.ordinal != 1 {
        return false;
    }
    let from = before.lo().max(before.hi().saturating_sub(CLAUSE));
    let from = (from..=before.hi()).find(|at| text.is_char_boundary(*at)).unwrap_or(before.hi());
    let words = text[from..before.hi()].trim_end().trim_end_matches(['，', ',', '：', ':']);
    let clause = words.rfind(|c: char| ends_sentence(c) || matches!(c, '，' | '：')).unwrap_or(0);
    !words.ends_with(ends_sentence) && EXPLAINING.iter().any(|word| words[clause..].contains(word))
}

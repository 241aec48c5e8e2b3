//! Text in terminal columns: a Chinese character takes two, a combining mark none, and nothing is cut inside a grapheme.

use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Columns that `text` takes.
#[must_use]
pub fn width(text: &str) -> usize {
    text.width()
}

/// `text` on one line and harmless to a terminal: line breaks become spaces, other control characters and those that turn
/// the direction of writing become U+FFFD.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    let strange = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if !text.contains(strange) {
        return Cow::Borrowed(text);
    }
    let harmless = |c: char| match c {
        '\n' | '\r' | '\t' => ' ',
        c if strange(c) => '\u{fffd}',
        c => c,
    };
    Cow::Owned(text.chars().map(harmless).collect())
}

/// `text` cut to `columns`, with `…` in the place of what is left out.
///
/// ```
/// use zhenggai::output::columns::trim;
/// assert_eq!(trim("整改完成率", 7), "整改完…");
/// assert_eq!(trim("整改", 4), "整改");
/// ```
#[must_use]
pub fn trim(text: &str, columns: usize) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let mut kept = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        used += width(grapheme);
        if used + 1 > columns {
            break;
        }
        kept.push_str(grapheme);
    }
    Cow::Owned(kept + "…")
}

/// `text` followed by spaces up to `columns`.
#[must_use]
pub fn pad(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}

/// `text` in lines of at most `columns`. No line begins with a closing mark or inside a Latin word or a number, unless a
/// line holds nothing else.
#[must_use]
pub fn wrap(text: &str, columns: usize) -> Vec<&str> {
    let mut lines = Vec::new();
    // Byte and column at which the line begins, and the last place where it may end.
    let (mut start, mut start_column) = (0, 0);
    let (mut rest, mut rest_column) = (0, 0);
    let mut column = 0;
    let mut before = "";
    for (at, grapheme) in text.grapheme_indices(true) {
        if may_break(before, grapheme) {
            (rest, rest_column) = (at, column);
        }
        let after = column + width(grapheme);
        if after - start_column > columns && at > start {
            let (cut, cut_column) = if rest > start { (rest, rest_column) } else { (at, column) };
            lines.push(text[start..cut].trim_end());
            (start, start_column) = (cut, cut_column);
        }
        column = after;
        before = grapheme;
    }
    lines.push(&text[start..]);
    lines
}

fn may_break(before: &str, after: &str) -> bool {
    let word = |text: &str| text.starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '%' | '-' | '@'));
    let closing = after.starts_with([
        '，', '。', '；', '：', '、', '！', '？', '）', '》', '〉', '”', '’', '」', '』', '】', '〕', '…', ',', ';',
        ':', ')',
    ]);
    let opening = before.starts_with(['（', '《', '〈', '“', '‘', '「', '『', '【', '〔', '(']);
    let inside = word(before) && word(after);
    !(closing || opening || inside)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_break_where_readers_expect() {
        for (text, columns, want) in [
            ("整改完成率", 6, &["整改完", "成率"][..]),
            ("整改完，成率", 6, &["整改", "完，成", "率"]),
            ("投入35.62万元", 6, &["投入", "35.62", "万元"]),
            ("印发《办法》", 6, &["印发", "《办", "法》"]),
            ("", 6, &[""]),
            ("abcdefgh", 3, &["abc", "def", "gh"]),
            ("整改", 1, &["整", "改"]),
        ] {
            assert_eq!(wrap(text, columns), want, "{text}");
        }
    }

    #[test]
    fn graphemes_stay_whole() {
        let family = "👨‍👩‍👧";
        assert_eq!(trim(&format!("{family}{family}"), 3), format!("{family}…"));
        assert_eq!(clean("a\u{1b}[31m\n整\u{202e}改"), "a\u{fffd}[31m 整\u{fffd}改");
    }

    proptest! {
        #[test]
        fn wrapping_loses_nothing_but_spaces(text in "[整改，。“”a1. \u{301}]{0,60}", columns in 1_usize..12) {
            let lines = wrap(&text, columns);
            let joined: String = lines.concat();
            prop_assert_eq!(joined.replace(' ', ""), text.replace(' ', ""));
        }

        #[test]
        fn trimmed_text_fits(text in "\\PC{0,40}", columns in 1_usize..12) {
            prop_assert!(width(&trim(&text, columns)) <= columns);
        }
    }
}

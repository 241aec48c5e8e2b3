//! From a number to the mention of a quantity: the number with its unit, range and approximation, as written.
//!
//! Reads the words around each number; whether the mention counts anything is decided in `exclude`.

use crate::lexicon::Unit;
use crate::model::{Approx, Dimension};
use crate::scan::{Form, NumberToken, Scan};
use crate::{Lexicon, Span};
use rust_decimal::Decimal;
use std::borrow::Cow;

/// A number with what the words around it make of it.
#[derive(Debug, Clone)]
pub(super) struct Mention<'a> {
    /// Number and unit.
    pub span: Span,
    /// The number alone.
    pub number: Span,
    pub value: Decimal,
    pub upper: Option<Decimal>,
    pub fraction: Option<(u32, u32)>,
    /// Unit as printed; empty where there is none.
    pub unit: Cow<'a, str>,
    /// What is known of the unit, its factor scaled by 万 or 亿 before it.
    pub known: Option<Known<'a>>,
    pub approx: Approx,
    /// The whole with the words of approximation around it.
    pub outer: Span,
    pub form: Form,
}

/// What is known of a printed unit.
#[derive(Debug, Clone)]
pub(super) struct Known<'a> {
    pub dimension: Dimension,
    /// Base unit of the dimension; for a classifier itself.
    pub base: Cow<'a, str>,
    /// How many base units it is.
    pub factor: Decimal,
}

impl<'a> From<&'a Unit> for Known<'a> {
    fn from(unit: &'a Unit) -> Self {
        Self { dimension: unit.dimension, base: Cow::Borrowed(&unit.base), factor: unit.factor }
    }
}

impl Mention<'_> {
    pub fn dimension(&self) -> Dimension {
        self.known.as_ref().map_or(Dimension::Count, |unit| unit.dimension)
    }
}

/// Reads the mention that begins at `token` (number `index` of the scan). `None` where no value can be given.
pub(super) fn read<'a>(text: &'a str, scan: &'a Scan, index: usize, lexicon: &'a Lexicon) -> Option<Mention<'a>> {
    let token = scan.numbers.get(index)?;
    let reader = Reader { text, lexicon, numbers: &scan.numbers[index..] };
    let mut mention = reader.fraction(token).or_else(|| reader.proportion(token)).or_else(|| reader.plain(token))?;
    reader.sign(&mut mention);
    reader.approximate(&mut mention);
    Some(mention)
}

struct Reader<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    /// The number being read and those after it.
    numbers: &'a [NumberToken],
}

/// What stands behind a number: 余, 万, the unit.
#[derive(Default)]
struct Tail<'a> {
    end: usize,
    scale: Option<Decimal>,
    over: bool,
    /// Extra value: the 5千 of 4万5千.
    extra: Option<Decimal>,
    unit: Cow<'a, str>,
    known: Option<Known<'a>>,
}

impl<'a> Reader<'a> {
    fn rest(&self, at: usize) -> &'a str {
        &self.text[at..]
    }

    fn number_at(&self, at: usize) -> Option<&NumberToken> {
        self.numbers.iter().take(6).find(|n| n.span.lo() == at)
    }

    /// 三分之一, 百分之五, 一半, 过半.
    fn fraction(&self, token: &NumberToken) -> Option<Mention<'a>> {
        let end = token.span.hi();
        let after = self.rest(end);
        if token.span.slice(self.text) == "一" && after.starts_with('半') {
            return Some(self.share(token, end + "半".len(), Decimal::new(5, 1), Some((1, 2))));
        }
        let mark = "分之";
        if !after.starts_with(mark) {
            return None;
        }
        let part = self.number_at(end + mark.len())?;
        let (num, den) = (part.value?, token.value?);
        if den.is_zero() {
            return None;
        }
        if den == Decimal::ONE_HUNDRED {
            let mut mention = self.share(token, part.span.hi(), num, None);
            mention.unit = "%".into();
            mention.known = self.lexicon.units.get("%").map(Known::from);
            return Some(mention);
        }
        let fraction = (u32::try_from(num).ok()?, u32::try_from(den).ok()?);
        Some(self.share(token, part.span.hi(), (num / den).round_dp(4), Some(fraction)))
    }

    /// 3∶2, 17.2:41.6:41.2: a proportion. Its value is the first term over the second where that is 1 or more, else the first
    /// term (1∶348).
    fn proportion(&self, token: &NumberToken) -> Option<Mention<'a>> {
        let (mut end, mut second, mut terms) = (token.span.hi(), None, 1);
        let colon = self.rest(end).chars().next().filter(|c| matches!(c, '∶' | ':' | '：' | '︰'))?;
        let stated =
            self.text[..token.span.lo()].trim_end().ends_with(['比', '为', '达', '到', '至', '构', '由', '是']);
        if !(stated || matches!(colon, '∶' | '︰')) {
            return None;
        }
        while let Some(colon) = self.rest(end).chars().next().filter(|c| matches!(c, '∶' | ':' | '：' | '︰')) {
            let Some(term) = self.number_at(end + colon.len_utf8()) else { break };
            end = term.span.hi();
            second = second.or(term.value);
            terms += 1;
        }
        let first = token.value?;
        let value = second
            .filter(|second| !second.is_zero() && first >= *second && terms == 2)
            .map_or(first, |second| (first / second).round_dp(4));
        (terms > 1).then(|| self.share(token, end, value, None))
    }

    fn share(&self, token: &NumberToken, end: usize, value: Decimal, fraction: Option<(u32, u32)>) -> Mention<'a> {
        let span = Span::new(token.span.lo(), end);
        Mention {
            span,
            number: span,
            value,
            upper: None,
            fraction,
            unit: "比例".into(),
            known: Some(Known { dimension: Dimension::Ratio, base: "比例".into(), factor: Decimal::ONE }),
            approx: Approx::Exact,
            outer: span,
            form: token.form,
        }
    }

    fn plain(&self, token: &NumberToken) -> Option<Mention<'a>> {
        let mut value = token.value?;
        let mut upper = token.upper;
        let mut tail = self.tail(token);
        value = self.money_in_numerals(token, value, &mut tail);
        let mut over = tail.over;
        if upper.is_none() {
            if let Some((high, far)) = self.range(token, &tail) {
                if tail.unit.is_empty() {
                    // 5—10个: the unit stands behind the second number and holds for both.
                    value *= far.scale.filter(|_| tail.scale.is_none()).unwrap_or(Decimal::ONE);
                }
                upper = Some(high);
                over |= far.over;
                let scale = tail.scale;
                tail = far;
                tail.scale = None;
                value *= scale.unwrap_or(Decimal::ONE);
            } else {
                value = value.checked_mul(tail.scale.unwrap_or(Decimal::ONE))?;
            }
        } else {
            let scale = tail.scale.unwrap_or(Decimal::ONE);
            value *= scale;
            upper = upper.map(|upper| upper * scale);
        }
        value = value.checked_add(tail.extra.unwrap_or_default())?;
        if tail.unit == "成" {
            (value, upper) = (value * Decimal::TEN, upper.map(|upper| upper * Decimal::TEN));
            if let Some(part) = self.number_at(tail.end).filter(|n| n.form == Form::Chinese && n.span.len() == 3) {
                value += part.value.unwrap_or_default();
                tail.end = part.span.hi();
            }
            if self.rest(tail.end).starts_with('半') {
                value += Decimal::from(5);
                tail.end += "半".len();
            }
            tail.unit = "%".into();
            tail.known = self.lexicon.units.get("%").map(Known::from);
        }
        let span = Span::new(token.span.lo(), tail.end);
        Some(Mention {
            span,
            number: token.span,
            value,
            upper,
            fraction: None,
            unit: tail.unit,
            known: tail.known,
            approx: if over { Approx::Over } else { Approx::Exact },
            outer: span,
            form: token.form,
        })
    }

    /// 百亿元, 三千万元: the last multiplier of a Chinese numeral belongs to the printed unit of money.
    fn money_in_numerals(&self, token: &NumberToken, value: Decimal, tail: &mut Tail<'_>) -> Decimal {
        let Some(unit) = tail.known.as_mut().filter(|unit| unit.dimension == Dimension::Money) else { return value };
        let words = token.span.slice(self.text);
        let (word, scale) = match words.chars().next_back() {
            Some('万') => ("万", Decimal::from(10_000)),
            Some('亿') => ("亿", Decimal::from(100_000_000)),
            _ => return value,
        };
        if token.form != Form::Chinese || token.span.len() == word.len() || tail.unit.starts_with(['万', '亿']) {
            return value;
        }
        tail.unit = format!("{word}{}", tail.unit).into();
        unit.factor *= scale;
        value / scale
    }

    /// The second half of a range, with its tail: `—10个`, `至15名`, `%—12%`.
    fn range(&self, token: &NumberToken, tail: &Tail<'_>) -> Option<(Decimal, Tail<'a>)> {
        let at = tail.end.max(token.span.hi());
        let rest = self.rest(at);
        let spaces = rest.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
        let connector = rest[spaces..]
            .chars()
            .next()
            .filter(|c| matches!(c, '—' | '－' | '-' | '–' | '─' | '~' | '～' | '至' | '到'))?;
        let mut from = at + spaces + connector.len_utf8();
        if connector == '—' && self.rest(from).starts_with('—') {
            from += connector.len_utf8();
        }
        let wordy = matches!(connector, '至' | '到');
        if wordy && self.text[..token.span.lo()].ends_with(['由', '从', '自']) {
            return None;
        }
        let skipped = self.rest(from).len() - self.rest(from).trim_start_matches([' ', '\u{a0}']).len();
        let second = self.number_at(from + skipped)?;
        let far = self.tail(second);
        if far.unit.is_empty() || !tail.unit.is_empty() && tail.unit != far.unit {
            return None;
        }
        let high = second.value?.checked_mul(far.scale.unwrap_or(Decimal::ONE))?;
        (high > token.value?).then_some((high, far))
    }

    /// What stands behind the number.
    fn tail(&self, token: &NumberToken) -> Tail<'a> {
        let mut tail = Tail { end: token.span.hi(), ..Tail::default() };
        if token.form == Form::Chinese && self.glued_classifier(token) {
            return tail;
        }
        let mut at = self.skip_spaces(token.span.hi());
        at = self.surplus(at, &mut tail);
        if let Some(unit) = self.unit(at) {
            return self.with_unit(tail, at, unit);
        }
        if let Some((scale, end)) = self.scale(at) {
            tail.scale = Some(scale);
            tail.end = end;
            let spaced = self.skip_spaces(end);
            at = self.surplus(spaced, &mut tail);
            if at == spaced
                && scale > Decimal::ONE_THOUSAND
                && let Some((extra, end)) = self.lower_part(end)
            {
                tail.extra = Some(extra);
                tail.end = end;
                at = end;
            }
            if at > spaced {
                tail.end = at;
            }
            if let Some(unit) = self.unit(at) {
                return self.with_unit(tail, at, unit);
            }
        } else if tail.over {
            tail.end = at;
        }
        tail
    }

    /// Whether the numeral is the first half of a word that the dictionary of units does not know (`一些`): no tail then.
    fn glued_classifier(&self, token: &NumberToken) -> bool {
        self.rest(token.span.hi()).starts_with(['些', '旦', '律', '直', '切', '般', '定', '致', '样'])
    }

    /// Skips up to two spaces between number and unit; a line end is none.
    fn skip_spaces(&self, at: usize) -> usize {
        let rest = self.rest(at);
        let spaces: usize =
            rest.chars().take(2).take_while(|c| matches!(c, ' ' | '\u{a0}' | '\u{3000}')).map(char::len_utf8).sum();
        at + spaces
    }

    /// 余, 多, 几 behind a number; 来 of 十来个.
    fn surplus(&self, at: usize, tail: &mut Tail<'_>) -> usize {
        let rest = self.rest(at);
        let Some(c) = rest.chars().next().filter(|c| matches!(c, '余' | '多' | '几')) else { return at };
        let after = &rest[c.len_utf8()..];
        let follows = self.unit(at + c.len_utf8()).is_some()
            || after.starts_with(['万', '千', '百', '亿'])
            || !after.starts_with(['额', '款', '下', '次', '项', '元']) && c == '余';
        if follows {
            tail.over = true;
            return at + c.len_utf8();
        }
        at
    }

    /// The multiplier at `at`: one character where a unit follows it (万 of 万千瓦时), else as many as there are.
    fn scale(&self, at: usize) -> Option<(Decimal, usize)> {
        let short = self.multiplier(at, 1)?;
        if self.unit(short.1).is_some() { Some(short) } else { self.multiplier(at, 2) }
    }

    /// Up to `most` of 百, 千, 万, 亿 behind a number in digits, and where they end.
    fn multiplier(&self, at: usize, most: usize) -> Option<(Decimal, usize)> {
        let mut scale = Decimal::ONE;
        let mut end = at;
        for c in self.rest(at).chars().take(most) {
            scale *= Decimal::from(match c {
                '百' => 100,
                '千' => 1_000,
                '万' => 10_000_u32,
                '亿' => 100_000_000,
                _ => break,
            });
            end += c.len_utf8();
        }
        (end > at).then_some((scale, end))
    }

    /// The 5千 of 4万5千.
    fn lower_part(&self, at: usize) -> Option<(Decimal, usize)> {
        let part = self.number_at(at).filter(|n| n.form == Form::Digits)?;
        let (scale, end) = self.multiplier(part.span.hi(), 2)?;
        Some((part.value? * scale, end))
    }

    /// The unit at `at`, unless the word there is longer than the unit (`年度`, `人员`).
    fn unit(&self, at: usize) -> Option<(usize, &'a Unit)> {
        let rest = self.rest(at);
        let (len, unit) = self.lexicon.units.prefix_of(rest)?;
        let trapped = self.lexicon.unit_traps.prefix_of(rest).is_some_and(|(trap, ())| trap > len);
        (!trapped).then_some((len, unit))
    }

    fn with_unit(&self, mut tail: Tail<'a>, at: usize, (len, unit): (usize, &'a Unit)) -> Tail<'a> {
        let mut end = at + len;
        let mut known = Known::from(unit);
        if let Some((more, compound)) = self.per(end, unit).or_else(|| self.bracketed(end)) {
            end += more;
            known = compound.unwrap_or(known);
        }
        let mut printed = Cow::Borrowed(&self.text[at..end]);
        if known.dimension == Dimension::Money
            && let Some(scale) = tail.scale.take()
        {
            // Money keeps its printed unit: 6240 万元, with 万 between number and 余 (40万余元) too.
            let word = multiplier_word(scale);
            printed = if self.text[..at].ends_with(word) {
                Cow::Borrowed(&self.text[at - word.len()..end])
            } else {
                format!("{word}{printed}").into()
            };
            known.factor *= scale;
        }
        if self.rest(end).starts_with('多') && matches!(known.dimension, Dimension::Time) {
            tail.over = true;
            end += "多".len();
        }
        tail.end = end;
        tail.unit = printed;
        tail.known = Some(known);
        tail
    }

    /// `/日` behind a unit: 吨/日.
    fn per(&self, at: usize, unit: &Unit) -> Option<(usize, Option<Known<'a>>)> {
        let slash = self.rest(at).chars().next().filter(|c| matches!(c, '/' | '／'))?;
        let from = at + slash.len_utf8();
        let (len, _) = self.lexicon.units.prefix_of(self.rest(from))?;
        let base = format!("{}{}", unit.base, &self.text[at..from + len]);
        let compound = Known { dimension: Dimension::Compound, base: base.into(), factor: unit.factor };
        Some((slash.len_utf8() + len, Some(compound)))
    }

    /// `（套）` behind a unit: 台（套）.
    fn bracketed(&self, at: usize) -> Option<(usize, Option<Known<'a>>)> {
        let rest = self.rest(at);
        let open = rest.chars().next().filter(|c| matches!(c, '（' | '('))?;
        let (len, _) = self.lexicon.units.prefix_of(&rest[open.len_utf8()..])?;
        let inner = open.len_utf8() + len;
        let close = rest[inner..].chars().next().filter(|c| matches!(c, '）' | ')'))?;
        Some((inner + close.len_utf8(), None))
    }

    /// A minus sign before the number, where no number stands before it: 自然增长率为-1.2‰.
    fn sign(&self, mention: &mut Mention<'_>) {
        let before = &self.text[..mention.span.lo()];
        let Some(minus) = before.chars().next_back().filter(|c| matches!(c, '-' | '－' | '−')) else { return };
        let word = before[..before.len() - minus.len_utf8()].chars().next_back();
        let states = word.is_some_and(|c| matches!(c, '为' | '是' | '到' | '至' | '达' | '长' | '率'));
        if states && !mention.unit.is_empty() {
            mention.value = -mention.value;
            mention.span.start -= minus.len_utf8() as u32;
            mention.outer.start = mention.span.start;
        }
    }

    /// Words of approximation before and behind the mention.
    fn approximate(&self, mention: &mut Mention<'_>) {
        let before = self.text[..mention.span.lo()].trim_end_matches([' ', '\u{a0}']);
        if let Some((len, approx)) = self.lexicon.approx_before.suffix_of(before)
            && !self.false_cue(&before[..before.len() - len], &before[before.len() - len..])
        {
            // 达 says nothing of approximation, and 节约 only hides the 约 in it: both stay words of the name.
            if *approx != Approx::Exact {
                mention.outer.start = (before.len() - len) as u32;
            }
            mention.approx = *approx;
        }
        if mention.approx == Approx::Exact && mention.dimension() == Dimension::Ratio && self.hedged(before) {
            mention.approx = Approx::About;
        }
        let at = self.skip_spaces(mention.span.hi());
        if let Some((len, approx)) = self.lexicon.approx_after.prefix_of(self.rest(at)) {
            mention.outer.end = (at + len) as u32;
            if mention.approx == Approx::Exact {
                mention.approx = *approx;
            }
        }
    }

    /// 约占养老床位总数的三分之一: the hedge stands before the verb.
    fn hedged(&self, before: &str) -> bool {
        let near = before.char_indices().rev().nth(24).map_or(0, |(at, _)| at);
        let clause = before[near..].rsplit(['，', '。', '；', '、', ',', '\n']).next().unwrap_or_default();
        clause.starts_with("约占") || clause.starts_with("大约占")
    }

    /// Whether a cue is the end of another word: 集约, 存在不足, 就近.
    fn false_cue(&self, before: &str, cue: &str) -> bool {
        match cue {
            "约" => before.ends_with(['集', '节', '制', '履', '签', '违', '解', '邀', '预', '条']),
            "近" => before.ends_with(['附', '就', '临', '最', '靠', '邻', '接', '逼', '相', '远', '新']),
            "超" => before.ends_with(['赶', '反', '高']),
            _ => false,
        }
    }
}

/// The characters of a multiplier.
fn multiplier_word(scale: Decimal) -> &'static str {
    const WORDS: &[(u64, &str)] = &[
        (100, "百"),
        (1_000, "千"),
        (10_000, "万"),
        (1_000_000, "百万"),
        (10_000_000, "千万"),
        (100_000_000, "亿"),
        (1_000_000_000_000, "万亿"),
    ];
    WORDS.iter().find(|(value, _)| Decimal::from(*value) == scale).map_or("", |(_, word)| word)
}

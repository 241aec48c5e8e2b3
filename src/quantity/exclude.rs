//! Numbers that count nothing: dates, codes, addresses, titles, slogans, durations without an indicator.
//!
//! Each reason is one function over the words around a mention; the first that holds is given.

use super::mention::Mention;
use super::page::Page;
use crate::Span;
use crate::model::{Approx, BlockKind, Dimension, RejectReason};
use crate::scan::{Form, NumberToken, is_han};

/// Why the number at `token` is no metric whatever its unit, if it is none.
pub(super) fn by_place(page: &Page<'_>, token: &NumberToken) -> Option<RejectReason> {
    let at = token.span.lo();
    if page.scan.marks.in_title(at) {
        return Some(RejectReason::Title);
    }
    if page.dates.holds(at) {
        return Some(RejectReason::Date);
    }
    if matches!(page.blocks.kind_at(at), Some(BlockKind::Noise | BlockKind::Title)) {
        return Some(RejectReason::Noise);
    }
    if page.markers.holds(at) {
        return Some(RejectReason::Marker);
    }
    if page.terms.holds(at) {
        return Some(RejectReason::FixedTerm);
    }
    None
}

/// Why `mention` is no metric, if it is none. One that `limits` a noun (35岁以下) is left for `threshold`, whatever it measures.
pub(super) fn by_words(page: &Page<'_>, mention: &Mention<'_>, limits: bool) -> Option<RejectReason> {
    let around =
        Around { page, mention, before: &page.text[..mention.span.lo()], after: &page.text[mention.span.hi()..] };
    around
        .code()
        .or_else(|| around.ordinal())
        .or_else(|| around.closing())
        .or_else(|| around.numbered())
        .or_else(|| around.quoted())
        .or_else(|| around.unitless())
        .or_else(|| around.rate_base())
        .or_else(|| around.ruled())
        .or_else(|| around.small_word())
        .or_else(|| around.duration().filter(|_| !limits))
        .or_else(|| around.grade())
        .or_else(|| around.specification().filter(|_| !limits))
}

struct Around<'a> {
    page: &'a Page<'a>,
    mention: &'a Mention<'a>,
    before: &'a str,
    after: &'a str,
}

impl Around<'_> {
    fn dimension(&self) -> Dimension {
        self.mention.dimension()
    }

    fn chinese(&self) -> bool {
        self.mention.form == Form::Chinese
    }

    fn previous(&self) -> Option<char> {
        self.before.chars().next_back()
    }

    fn next(&self) -> Option<char> {
        self.after.chars().next()
    }

    /// PM2.5, G312, K12+300, 5G, a web address.
    fn code(&self) -> Option<RejectReason> {
        let glued_before = self.before.trim_end_matches(['+', '-', '.', '_']).chars().next_back();
        let near =
            self.previous().is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '_' | '@' | '.' | '-'));
        let code = near && glued_before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '@')
            || self.previous() == Some('@')
            || self.mention.unit.is_empty()
                && self.next().is_some_and(|c| c.is_ascii_alphabetic() || c == '@' || c == '+');
        code.then_some(RejectReason::Code)
    }

    /// 第三十二条, 第四巡察组, 第5位.
    fn ordinal(&self) -> Option<RejectReason> {
        let before = self.before.trim_end();
        if !before.ends_with('第') && !before.ends_with("前") && !before.ends_with("第 ") {
            return None;
        }
        if before.ends_with('第') {
            let place = matches!(self.mention.unit.as_ref(), "条" | "款" | "章" | "节");
            return Some(if place { RejectReason::LawArticle } else { RejectReason::Ordinal });
        }
        let ranked = matches!(self.mention.unit.as_ref(), "" | "位" | "名" | "强") && !before.ends_with("目前");
        ranked.then_some(RejectReason::Rank)
    }

    /// Figures of contact lines and signatures.
    fn closing(&self) -> Option<RejectReason> {
        (self.page.blocks.kind_at(self.mention.span.lo()) == Some(BlockKind::Closing)).then_some(RejectReason::Contact)
    }

    /// 〔2023〕23号, 东路18号, 512室.
    fn numbered(&self) -> Option<RejectReason> {
        let after = self.after.trim_start_matches([' ', '\u{a0}', '-', '—']);
        let unit = self.mention.unit.as_ref();
        if after.starts_with('号') && unit.is_empty() {
            let number = self.before.ends_with(['〕', ']', '］', '）', ')', '】', '第', '字']);
            return Some(if number { RejectReason::DocumentNumber } else { RejectReason::Address });
        }
        if unit.is_empty() && self.before.ends_with(['〔', '[', '［']) && after.starts_with(['〕', ']', '］']) {
            return Some(RejectReason::DocumentNumber);
        }
        let rooms = unit.is_empty() && after.starts_with(['楼', '室', '栋', '幢', '弄', '巷', '路', '线', '街'])
            || matches!(unit, "栋" | "幢" | "层" | "单元")
                && self.page.blocks.kind_at(self.mention.span.lo()) == Some(BlockKind::Closing);
        if rooms && !self.chinese() {
            return Some(RejectReason::Address);
        }
        None
    }

    /// A quoted run of numeral and noun: “三假”, “五个一批”. A longer quotation is running text and keeps its figures.
    fn quoted(&self) -> Option<RejectReason> {
        let quote = self.page.scan.marks.quote_at(self.mention.span.lo())?;
        let words = quote.slice(self.page.text).chars().count();
        let opens = self.before.ends_with(['“', '「', '‘']);
        let figure = !self.chinese() && !self.mention.unit.is_empty() && self.mention.unit != "个";
        let slogan = self.chinese() && words <= 16 || opens && !figure || words <= 8 && !figure;
        slogan.then_some(RejectReason::FixedTerm)
    }

    /// A number without unit counts only where a large multiplier or a noun right behind it says so (9.4万群众, 3问题).
    fn unitless(&self) -> Option<RejectReason> {
        if !self.mention.unit.is_empty() {
            return None;
        }
        let scaled = self.mention.span.len() > self.mention.number.len() && self.mention.value >= 1000.into();
        let numeral = self.chinese() && self.mention.approx != Approx::Exact && self.mention.value >= 100.into();
        if self.index() {
            return None;
        }
        if (scaled || numeral) && self.next().is_some_and(is_noun_char) {
            return None;
        }
        Some(if self.chinese() { RejectReason::Word } else { RejectReason::NoUnit })
    }

    /// 灌溉水有效利用系数提高到0.62: indices and coefficients have no unit.
    fn index(&self) -> bool {
        let start = self.page.sentence_start(self.mention.span.lo());
        let sentence = &self.page.text[start..self.mention.span.lo()];
        let named = || ["系数", "指数", "容积率", "比值"].iter().any(|noun| sentence.contains(noun));
        let fine = !self.mention.value.fract().is_zero() && !self.chinese();
        let after = self.after.trim_start_matches([' ', '\u{a0}']);
        let at = self.page.text.len() - after.len();
        let ends = after.chars().next().is_none_or(is_stop) || self.page.change_follows(at);
        fine && ends && sentence.len() < 600 && named()
    }

    /// 每100件, 每10万人: the base of a rate.
    fn rate_base(&self) -> Option<RejectReason> {
        (self.before.ends_with('每') && !self.chinese()).then_some(RejectReason::Word)
    }

    /// 超过合同价10%的，…: a condition that a rule names, no figure of what was done.
    fn ruled(&self) -> Option<RejectReason> {
        const BOUNDS: [&str; 6] = ["超过", "高于", "低于", "超出", "不足", "达到"];
        const RULES: [&str; 8] = ["，", ",", "一律", "须", "应", "必须", "要", "全部"];
        let rest = self.page.text[self.mention.outer.hi()..].strip_prefix('的')?;
        let clause = self.page.clause_before(self.mention.outer.lo());
        let near = clause.char_indices().rev().nth(9).map_or(0, |(at, _)| at);
        let bound = BOUNDS.iter().any(|word| clause[near..].contains(word));
        let rule = RULES.iter().any(|word| rest.starts_with(word));
        (bound && rule).then_some(RejectReason::Threshold)
    }

    /// 一 before a classifier is an article (一项重大任务) unless the count ends its clause (新建冷库一座) behind a verb of
    /// making; a bare 百, 千 or 万 is a number only behind 近, 约, 超.
    fn small_word(&self) -> Option<RejectReason> {
        if !self.chinese() {
            return None;
        }
        let words = self.mention.number.slice(self.page.text);
        if matches!(words, "百" | "千" | "万" | "亿") && self.mention.approx == Approx::Exact {
            return Some(RejectReason::Word);
        }
        if words == "一" && self.mention.fraction.is_none() && self.dimension() == Dimension::Count {
            return (!self.counts_one()).then_some(RejectReason::Word);
        }
        None
    }

    /// 新建冷库一座, 增设一处, 其中一人: 一 as a count. As an article it stands before its noun (一项重大任务) or behind 每, 任何.
    fn counts_one(&self) -> bool {
        const CONCRETE: [&str; 14] =
            ["座", "处", "所", "家", "套", "台", "辆", "栋", "间", "部", "条", "个", "名", "幢"];
        const MAKING: [&str; 8] = ["新建", "建成", "新增", "增设", "新增配", "设立", "设置", "修建"];
        let clause = self.page.clause_before(self.mention.span.lo());
        if clause.ends_with("其中") {
            return true;
        }
        let unit = self.mention.unit.as_ref();
        if MAKING.iter().any(|verb| clause.ends_with(verb)) {
            return matches!(unit, "处" | "座" | "所" | "条" | "家");
        }
        let article = ["每", "任何", "某", "同", "这", "另", "第", "哪", "上", "下", "统", "不", "漏", "落"]
            .iter()
            .any(|word| clause.ends_with(word));
        let noun = clause.chars().count() >= 4 && !clause.contains("每");
        self.next().is_none_or(is_stop) && noun && !article && CONCRETE.contains(&unit)
    }

    /// 3年内, 每季度, 连续3个月: a stretch of time is a metric only as the value of an indicator that stands before it.
    fn duration(&self) -> Option<RejectReason> {
        if self.dimension() != Dimension::Time || self.mention.unit.contains('/') {
            return None;
        }
        let closing = self.page.blocks.kind_at(self.mention.span.lo()) == Some(BlockKind::Closing);
        let after = &self.page.text[self.mention.outer.hi()..];
        if self.mention.unit == "个月" && self.after.starts_with("达") {
            return None;
        }
        let ends = after.chars().next().is_none_or(is_stop) || self.page.change_follows(self.mention.outer.hi());
        let clause = self.page.clause_before(self.mention.outer.lo());
        let indicator = clause.chars().count() >= 2
            && !clause.ends_with(['每', '近', '满', '前', '第', '于', '在', '期', '续', '内', '后', '过'])
            && !["连续", "过去", "未来", "今后", "此前", "上一个", "往后"].iter().any(|word| clause.ends_with(word))
            && !clause.ends_with("有期徒刑")
            && !self.sentence(clause);
        let counted = !self.chinese() || self.mention.value >= 2.into();
        (closing || !(ends && indicator && counted)).then_some(RejectReason::Date)
    }

    /// 判处19年: a term of punishment is its own matter, no indicator.
    fn sentence(&self, clause: &str) -> bool {
        ["判处", "判", "刑", "禁入", "处分期", "影响期"].iter().any(|cue| clause.ends_with(cue))
    }

    /// 两级, 二级单位, 三类坝, 二期工程: a grade, not a count.
    fn grade(&self) -> Option<RejectReason> {
        if !self.chinese() {
            return None;
        }
        let noun_follows = self.next().is_some_and(is_noun_char) && !self.after.starts_with("以");
        let graded = match self.mention.unit.as_ref() {
            "届" => true,
            "组" => ["巡察", "巡视", "督察", "检查", "考核"].iter().any(|body| self.before.ends_with(body)),
            "级" => noun_follows || !self.before.ends_with(['至', '到', '在', '为', '由', '从']),
            "期" | "线" | "部" | "版" => {
                noun_follows && self.mention.approx == Approx::Exact && self.value_is_digit() && self.names_noun()
            }
            "类" => self.single_noun_follows(),
            _ => false,
        };
        graded.then_some(RejectReason::Word)
    }

    /// 三类坝的, 二类水: one noun character and then an end.
    fn single_noun_follows(&self) -> bool {
        let mut next = self.after.chars();
        next.next().is_some_and(is_noun_char) && next.next().is_none_or(|c| is_stop(c) || c == '的')
    }

    /// 4.3米焦炉, 1公里范围, 5万吨级泊位: a measure that specifies the noun behind it.
    fn specification(&self) -> Option<RejectReason> {
        let fine =
            self.dimension() == Dimension::Length && matches!(self.mention.unit.as_ref(), "米" | "厘米" | "毫米");
        let range = self.dimension() == Dimension::Length
            && ["范围", "处", "内", "外", "半径"].iter().any(|word| self.after.starts_with(word));
        let graded = self.after.starts_with('级') && !self.mention.unit.is_empty();
        let noun = self.next().is_some_and(is_noun_char) && !self.after.starts_with(['的', '以', '左']);
        let specific = range || graded || fine && noun && !self.page.change_follows(self.mention.span.hi());
        specific.then_some(RejectReason::Specification)
    }

    fn value_is_digit(&self) -> bool {
        self.mention.value < 10.into()
    }

    /// Whether the words before are a noun that the grade belongs to: 新港二期工程 but not 举办三期培训班.
    fn names_noun(&self) -> bool {
        !self
            .before
            .ends_with(['办', '展', '开', '行', '了', '织', '、', '，', ',', '。', '\n', '定', '为', '成', '对', '的'])
    }
}

/// Whether `c` ends a clause or list item.
pub(super) fn is_stop(c: char) -> bool {
    matches!(
        c,
        '，' | '。'
            | '；'
            | '、'
            | '：'
            | '！'
            | '？'
            | ','
            | ';'
            | ':'
            | '!'
            | '?'
            | '\n'
            | '\r'
            | '（'
            | '）'
            | '('
            | ')'
            | '”'
            | '《'
            | '》'
    )
}

/// Whether `c` can begin or continue a Chinese noun.
fn is_noun_char(c: char) -> bool {
    is_han(c) || c == '“'
}

/// Sorted, non-overlapping spans, asked for the one that holds a place.
#[derive(Default)]
pub(super) struct SpanSet(pub Vec<Span>);

impl SpanSet {
    pub fn at(&self, offset: usize) -> Option<Span> {
        let next = self.0.partition_point(|span| span.lo() <= offset);
        self.0[..next].last().copied().filter(|span| offset < span.hi())
    }

    /// The spans that lie inside `whole`.
    pub fn within(&self, whole: Span) -> impl Iterator<Item = Span> + '_ {
        let first = self.0.partition_point(|span| span.lo() < whole.lo());
        self.0[first..].iter().copied().take_while(move |span| span.hi() <= whole.hi())
    }

    pub fn holds(&self, offset: usize) -> bool {
        self.at(offset).is_some()
    }
}

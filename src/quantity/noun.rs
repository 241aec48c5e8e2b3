//! The words behind a number: the noun that it counts (18家规上工业企业), or what the counted did (12条正在施工).

use super::exclude::is_stop;
use super::mention::Mention;
use super::page::Page;
use super::slot::Slot;
use super::words::Word;
use crate::Span;
use crate::lexicon::NamingClass;
use crate::model::Dimension;

/// What stands behind a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Behind {
    /// Nothing: the number ends its clause or item.
    Nothing,
    /// The counted noun.
    Noun(Span),
    /// What the counted did, up to the next mark.
    Deed(Span),
}

/// Characters of the words behind a number that are looked at.
const REACH: usize = 30;

/// What stands behind each mention.
pub(super) fn behinds(page: &Page<'_>, mentions: &[Mention<'_>], slots: &[Slot]) -> Vec<Behind> {
    let own = |index| behind(page, &mentions[index], &slots[index], runs_on(slots, index));
    let mut found: Vec<Behind> = (0..mentions.len()).map(own).collect();
    for index in (1..mentions.len()).rev() {
        let bare = found[index - 1] == Behind::Nothing && matches!(found[index], Behind::Noun(_));
        let before = index.checked_sub(2).map_or(Behind::Nothing, |before| found[before]);
        if bare && stacked(page, mentions, slots, index - 1, before) {
            found[index - 1] = found[index];
        }
    }
    found
}

fn runs_on(slots: &[Slot], index: usize) -> bool {
    slots.get(index + 1).is_some_and(|next| next.clause == slots[index].clause)
}

/// 47类182个问题, 出借的2笔2000万元借款: a count without words of its own and the next number share one noun. `before` is what
/// stands behind the number before it.
fn stacked(page: &Page<'_>, mentions: &[Mention<'_>], slots: &[Slot], index: usize, before: Behind) -> bool {
    let (one, next) = (&mentions[index], &mentions[index + 1]);
    let between = page.text.get(one.outer.hi()..next.outer.lo());
    let mut left = slots[index].left;
    if let Behind::Noun(noun) = before
        && left.contains(noun)
    {
        left = Span::new(noun.hi(), left.hi());
    }
    let left = left.slice(page.text).trim();
    one.dimension() == Dimension::Count
        && between.is_some_and(|words| words.trim().is_empty())
        && (left.is_empty() || left.ends_with('的'))
}

/// Reads the words behind a number, up to where its clause ends or the next number begins (`runs_on`).
fn behind(page: &Page<'_>, mention: &Mention, slot: &Slot, runs_on: bool) -> Behind {
    let (from, limit) = (mention.outer.hi(), slot.limit);
    let words = &page.text[from..limit];
    let from = from + (words.len() - words.trim_start_matches([' ', '\u{a0}', '\u{3000}']).len());
    let (end, marked) = end_of_item(page, from, limit);
    let words = &page.text[from..end];
    if words.is_empty() || page.change_follows(from) || is_locative(words) {
        return Behind::Nothing;
    }
    let (of, words, from) = match words.strip_prefix('的') {
        Some(rest) => (true, rest, from + "的".len()),
        None => (false, words, from),
    };
    let tagged = page.words(Span::new(from, end));
    let left = slot.left.slice(page.text).trim();
    let chunk = Chunk {
        tagged: &tagged,
        runs_on: runs_on && !marked,
        governed: is_governed(left),
        act_named: ["完成", "开展", "进行"].iter().any(|verb| left.ends_with(verb)),
        persons: matches!(&*mention.unit, "人" | "名" | "位" | "人次"),
        relative: relative_clause(words, &tagged),
    };
    let noun_end = chunk.noun_end();
    if noun_end == 0 {
        let end = words.find(['，', '；', '。']).unwrap_or(words.len());
        return if of { Behind::Nothing } else { Behind::Deed(Span::new(from, from + end)) };
    }
    let noun = words[..noun_end].trim_end_matches(['中', '里', '等', '内', '的', ' ']);
    // 在33名基础上: the circumstance ends there, and is no part of what is counted.
    let noun =
        page.lexicon.naming.of(NamingClass::Cut).suffix_of(noun).map_or(noun, |(len, ())| &noun[..noun.len() - len]);
    if noun.is_empty() {
        return Behind::Nothing;
    }
    Behind::Noun(Span::new(from, from + noun.len()))
}

/// Whether a preposition governs the count (对3户, 将全市12家): a verb behind the noun is then the predicate.
fn is_governed(left: &str) -> bool {
    const NEAR: usize = 5;
    left.starts_with(['对', '将', '把', '向', '为', '与', '给', '就']) && left.chars().nth(NEAR).is_none()
}

/// 中, 中有: only ties the number to its parts.
fn is_locative(words: &str) -> bool {
    matches!(
        words.trim_end(),
        "中" | "中有"
            | "大关"
            | "台阶"
            | "关口"
            | "门槛"
            | "中，"
            | "里"
            | "里有"
            | "中仅"
            | "中已有"
            | "中已"
            | "内"
            | "中的"
    )
}

/// The noun phrase at the beginning of segmented words.
#[allow(clippy::struct_excessive_bools, reason = "four things known of the place, each asked for alone")]
struct Chunk<'a> {
    tagged: &'a [Word<'a>],
    /// Whether the words run into the next number without a mark: then they hold its predicate too.
    runs_on: bool,
    /// Whether a preposition stands before the number: then they hold a predicate too.
    governed: bool,
    /// Whether the verb before the number only says that an act was done (完成412份档案审核): the noun may end in the act.
    act_named: bool,
    /// Whether persons are counted: those of a body are persons (3名单位负责人), the body itself is not.
    persons: bool,
    /// End of a relative clause that opens the noun phrase.
    relative: usize,
}

impl Chunk<'_> {
    /// Length in bytes of the noun phrase; 0 where the words open with a verb.
    fn noun_end(&self) -> usize {
        let halted = self.halt();
        let words = &self.tagged[..halted.unwrap_or(self.tagged.len())];
        let predicate = halted.is_none() && self.runs_on || self.governed;
        let (mut reached, mut end, mut nouns) = (0, 0, 0);
        let mut body = None;
        for (index, word) in words.iter().enumerate() {
            let verb = word.tag.starts_with('v') && word.tag != "vn";
            let next = words.get(index + 1);
            let compound = next.is_some_and(|next| {
                is_suffix(next.word) || index == 0 && (next.tag.starts_with('n') || next.tag == "vn")
            });
            if reached >= self.relative && !compound {
                let act = word.is(NamingClass::Act);
                let named = next.is_none() && (halted.is_some() && !self.governed || self.act_named);
                if nouns == 0 && self.opens_with_verb(index) {
                    return 0;
                }
                let modifies = next
                    .is_some_and(|next| next.is(NamingClass::Measure) || next.tag.starts_with("vn") && !self.governed);
                if nouns > 0 && !named && !modifies && (act || verb && predicate) {
                    break;
                }
            }
            reached += word.word.len();
            let nominal = word.tag.starts_with(['n', 'j', 'l', 'i', 'x', 'e']) || matches!(word.tag, "vn" | "an");
            if nominal || word.is(NamingClass::Body) {
                nouns += 1;
            }
            let loose = verb && !compound && index + 1 == words.len() && nouns > 0 && halted.is_some();
            if !word.tag.starts_with('u') && !loose {
                end = reached;
            }
            if word.is(NamingClass::Body) && reached > self.relative {
                body = Some(reached);
                if next.is_some_and(|next| next.word == "的") && !self.persons {
                    break;
                }
            }
        }
        // 村集体收入达到15万元: the words that link a thing to its number end the thing, not the predicate.
        let linked = halted.is_none_or(|at| self.tagged[at].is(NamingClass::Link));
        let owns = (self.runs_on && linked || self.governed) && !self.persons;
        match body.filter(|body| owns && *body < end) {
            // 县(区): the bracket belongs to the body.
            Some(body) if self.word_at(body).is_none_or(|word| !matches!(word, ")" | "）")) => body,
            _ => end,
        }
    }

    /// The word that begins at byte `at` of the phrase.
    fn word_at(&self, at: usize) -> Option<&str> {
        let start = self.tagged.first()?.span.lo();
        self.tagged.iter().find(|word| word.span.lo() == start + at).map(|word| word.word)
    }

    /// Whether the phrase is none from word `index` on: it opens with a verb that has no noun for its object (正在施工), or
    /// with an adverb and an act (全面自查, 对外出租).
    fn opens_with_verb(&self, index: usize) -> bool {
        let word = &self.tagged[index];
        let act = word.is(NamingClass::Act);
        let verb = word.tag.starts_with('v') && word.tag != "vn";
        let next = self.tagged.get(index + 1);
        if index == 0 {
            return (act || verb) && !next.is_some_and(|next| next.tag.starts_with('n'));
        }
        let adverbs = self.tagged[..index].iter().all(|word| matches!(word.tag, "d" | "ad" | "s" | "f"));
        act && next.is_none() && adverbs
    }

    /// 5家违规供应商: a word of conduct in front of a noun is its quality.
    fn is_quality(&self, index: usize) -> bool {
        let noun = self.tagged.get(index + 1).is_some_and(|next| next.tag.starts_with('n'));
        index == 0 && noun && self.tagged[index].is(NamingClass::Quality)
    }

    /// Index of the first word that ends any noun phrase.
    fn halt(&self) -> Option<usize> {
        let mut reached = 0;
        self.tagged.iter().enumerate().position(|(index, word)| {
            let here = reached;
            reached += word.word.len();
            here >= self.relative
                && (word.is(NamingClass::Halt) && !self.is_quality(index)
                    || matches!(word.tag, "p" | "ul" | "uz" | "y")
                    || index > 0 && (matches!(word.tag, "d" | "ad" | "r" | "i") || matches!(word.word, "中" | "多")))
        })
    }
}

/// A character that makes the verb before it a noun: 推进会, 培训班, 监测户.
pub(super) fn is_suffix(word: &str) -> bool {
    word.chars().nth(1).is_none()
        && matches!(
            word,
            "会" | "率"
                | "费"
                | "款"
                | "金"
                | "量"
                | "点"
                | "站"
                | "所"
                | "员"
                | "者"
                | "权"
                | "书"
                | "函"
                | "表"
                | "单"
                | "卡"
                | "证"
                | "班"
                | "课"
                | "户"
                | "组"
                | "人"
                | "额"
                | "物"
                | "期"
                | "线"
                | "区"
        )
}

/// Where a relative clause that opens the noun phrase ends (有贷款需求的企业, 不符合条件的家庭): the byte behind its 的, 0 where
/// there is none.
fn relative_clause(words: &str, tagged: &[Word<'_>]) -> usize {
    const LONGEST: usize = 10;
    let Some(first) = tagged.first() else { return 0 };
    let verbal = words.starts_with(['有', '无', '不', '未']) || first.tagged(&['v', 'd']);
    if !verbal || first.word == "均" {
        return 0;
    }
    let Some(at) = words.find('的').filter(|at| *at > 0) else { return 0 };
    let near = words[..at].chars().nth(LONGEST).is_none();
    let noun = tagged.iter().find(|word| word.span.lo() >= first.span.lo() + at + "的".len());
    let noun = noun.is_some_and(|word| word.tagged(&['n', 'j', 'b']) && word.word != "同时");
    if near && noun || words.starts_with(['有', '无']) { at + "的".len() } else { 0 }
}

/// The item's end and whether a mark ends it: a mark, a date, the end of the reach, or `limit`. Brackets without figures
/// belong to the noun, and so does a list of nouns that 等 closes.
fn end_of_item(page: &Page<'_>, from: usize, limit: usize) -> (usize, bool) {
    let mut at = from;
    let mut skip = from;
    for (count, c) in page.text[from..limit].chars().enumerate() {
        let here = at;
        at += c.len_utf8();
        if here < skip {
            continue;
        }
        if count >= REACH || here > from && (page.dates.holds(here) || is_stretch_of_time(&page.text[here..limit])) {
            return (here, true);
        }
        if here > from && matches!(c, '（' | '(') {
            let inner = page.scan.marks.bracket_at(here);
            let part = inner.filter(|b| b.hi() <= limit && !b.slice(page.text).contains(|c: char| c.is_ascii_digit()));
            let Some(bracket) = part else { return (here, true) };
            skip = bracket.hi();
            continue;
        }
        if c == '、' && here > from && list_goes_on(&page.text[at..limit]) {
            continue;
        }
        if is_stop(c) && c != '”' {
            return (here, true);
        }
    }
    (limit, page.text[..limit].ends_with(['，', '。', '；', '：', '\n', ',', ';', ':']))
}

/// 2年内: a stretch of time is no part of the noun before it.
fn is_stretch_of_time(words: &str) -> bool {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < words.len() && rest.starts_with(['年', '月', '日', '天', '周'])
}

/// Whether 、 joins two nouns of one list: 等 closes it, or the clause ends without a further number.
fn list_goes_on(rest: &str) -> bool {
    let near: String =
        rest.chars().take(16).take_while(|c| !matches!(c, '，' | '。' | '；' | ',' | ';' | '\n')).collect();
    let digit = near.find(|c: char| c.is_ascii_digit()).unwrap_or(near.len());
    near.find('等').is_some_and(|at| at < digit)
}

#[cfg(test)]
mod tests {
    use super::super::sample::shown;

    /// Each number with its name.
    fn check(cases: &[(&str, &[&str])]) {
        for (text, want) in cases {
            assert_eq!(shown(text, |_, metric| Some(metric.name.clone())), *want, "{text}");
        }
    }

    #[test]
    fn a_predicate_is_no_part_of_the_counted_noun() {
        check(&[
            ("对3户欠租户提起诉讼。", &["3户 欠租户"]),
            ("326个村设立医保服务站，覆盖12.4万人。", &["326个 村设立医保服务站", "12.4万人 覆盖"]),
            ("将5家违规供应商列入黑名单。", &["5家 违规供应商"]),
            ("在全省17个中院中排名第五。", &["17个 中院"]),
            ("整治3家排污企业。", &["3家 整治排污企业"]),
            ("新建4个污水处理设施。", &["4个 新建污水处理设施"]),
        ]);
    }

    #[test]
    fn what_a_body_owns_is_not_the_body() {
        check(&[
            ("将12个部门的非税收入缴入国库。", &["12个 部门"]),
            ("全镇22个村集体经营性收入达到15万元以上。", &["22个 村", "15万元 村集体经营性收入"]),
            ("核减12个处级单位办公用房面积1680平方米。", &["12个 处级单位", "1680平方米 处级单位办公用房面积"]),
            ("约谈3名单位负责人。", &["3名 约谈单位负责人"]),
            ("建成2个社区服务中心。", &["2个 建成社区服务中心"]),
        ]);
    }

    #[test]
    fn relative_clauses_open_a_noun() {
        check(&[
            ("126户不符合条件的家庭违规享受补贴。", &["126户 不符合条件的家庭"]),
            ("54名兼职的领导干部中，辞去兼职41人。", &["54名 兼职的领导干部", "41人 辞去兼职"]),
            ("走访有贷款需求的企业28家、无贷款需求的企业3家。", &["28家 走访有贷款需求的企业", "3家 无贷款需求的企业"]),
            // No noun behind the 的.
            ("12条正在施工。", &["12条 正在施工"]),
        ]);
    }

    #[test]
    fn counts_that_stand_together_share_a_noun() {
        check(&[
            ("反映的5个方面47类182个问题。", &["5个 反映问题方面", "47类 反映问题", "182个 反映问题"]),
            ("出借的2笔2000万元借款。", &["2笔 出借借款", "2000万元 出借借款"]),
            // The second measures what stands before the first.
            ("新建道路9条14.2公里。", &["9条 新建道路", "14.2公里 新建道路"]),
        ]);
    }
}

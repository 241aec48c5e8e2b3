//! Ranks: 位列全省第四, 居全市第5位, 排名前三. A rank is told of the metric that stands before it in the sentence.

use super::figures::Figures;
use super::page::Page;
use crate::Span;
use crate::model::Rank;
use rust_decimal::prelude::ToPrimitive;

/// The ranks of the page, each with the index of the mention it is told of.
pub(super) fn ranks(figures: Figures<'_>) -> Vec<(usize, Rank)> {
    let page = figures.page;
    let placed = page.scan.numbers.iter().filter_map(|token| {
        let rank = read(page, token.span, token.value?.to_u32()?)?;
        let index = told_of(figures, &rank)?;
        Some((index, rank.rank))
    });
    placed.collect()
}

/// A rank and the words that it belongs to.
struct Found {
    rank: Rank,
    /// What is ranked, as far as the clause says it (增速).
    subject: Span,
    /// Where the clause or the scope of the rank begins: metrics from here on are no candidates.
    begin: usize,
}

/// Verbs that say a place in an order, longest first.
const VERBS: [&str; 24] = [
    "并列排名",
    "排名位居",
    "排名位列",
    "稳居",
    "跃居",
    "跃升至",
    "跃升到",
    "上升至",
    "上升到",
    "前移至",
    "提升至",
    "位列",
    "位居",
    "位次",
    "名列",
    "排名",
    "排在",
    "排位",
    "并列",
    "列",
    "居",
    "排",
    "为",
    "是",
];

/// The largest number that is read as a place; a larger one is an edition or a session.
const LAST_PLACE: u32 = 999;

/// Bytes before a rank that are looked through for its verb, its scope and the metric it is told of.
const LOOK_BACK: usize = 300;

/// Reads the rank whose number stands at `number`.
fn read(page: &Page<'_>, number: Span, position: u32) -> Option<Found> {
    let announced = page.text[..number.lo()].ends_with(['第', '前']);
    if !announced || position == 0 || position > LAST_PLACE {
        return None;
    }
    if page.scan.marks.in_title(number.lo()) || page.dates.holds(number.lo()) {
        return None;
    }
    let from = page.clause(page.clause_index(number.lo())).span.lo().max(number.lo().saturating_sub(LOOK_BACK));
    let from = (from..=number.lo()).find(|&at| page.text.is_char_boundary(at))?;
    let before = page.text.get(from..number.lo())?;
    let (before, among_first) = match before.strip_suffix('第') {
        Some(rest) => (rest, false),
        None => (before.strip_suffix('前')?, true),
    };
    let end = place_end(page, number.hi())?;
    let (verb, scope_words) = split_at_verb(before, among_first)?;
    let (scope, begin) = scope(page, from, before, scope_words, verb);
    if scope.is_none() && verb.is_none() {
        return None;
    }
    let start = verb.map_or(from + scope_words, |at| from + at);
    let subject = Span::new(from, begin.min(start));
    let begin = begin.min(start);
    Some(Found { rank: Rank { position, scope, span: Span::new(start, end) }, subject, begin })
}

/// The end of the rank, behind 位 or 名; `None` where a noun follows (第一书记, 第三批).
fn place_end(page: &Page<'_>, at: usize) -> Option<usize> {
    let rest = &page.text[at..];
    let unit = ["位次", "位", "名"].iter().find(|word| rest.starts_with(**word)).map_or(0, |word| word.len());
    let rest = rest[unit..].trim_start();
    let ends = rest.chars().next().is_none_or(|c| "，,。；;、：:！!？?）)\n\r".contains(c));
    ends.then_some(at + unit)
}

/// Where the verb of a rank begins in `before`, the words up to 第 or 前, and where the words behind it begin. `None` where
/// neither a verb nor a scope makes the number a rank (第一，…；第二，…).
fn split_at_verb(before: &str, among_first: bool) -> Option<(Option<usize>, usize)> {
    const SCOPE: usize = 15;
    let from = before.char_indices().rev().nth(SCOPE).map_or(0, |(at, _)| at);
    let last = VERBS
        .iter()
        .filter_map(|verb| before[from..].rfind(verb).map(|at| (from + at, verb.len())))
        .max_by_key(|(at, len)| at + len);
    match last {
        // 为 and 是 are verbs of a rank only right before it (均为第一).
        Some((at, len)) if !before[at..].starts_with(['为', '是']) || at + len == before.len() => {
            let end = at + len;
            let start = VERBS.iter().filter(|verb| before[..end].ends_with(**verb)).map(|verb| end - verb.len()).min();
            Some((start, end))
        }
        _ if among_first => None,
        _ => scope_start(before).map(|at| (None, at)),
    }
}

/// Where a scope of the form 全省, 全市同类医院 begins that `words` end with.
fn scope_start(words: &str) -> Option<usize> {
    let at = ["全", "同类", "省属", "市属", "区域内"].iter().filter_map(|head| words.rfind(head)).max()?;
    (words[at..].chars().count() <= 12).then_some(at)
}

/// Among whom, and where the words of rank begin.
fn scope(page: &Page<'_>, from: usize, before: &str, words: usize, verb: Option<usize>) -> (Option<Span>, usize) {
    let behind = Span::new(from + words, from + before.len()).trim(page.text);
    if !behind.is_empty() {
        let begin = verb.map_or(behind.lo(), |at| from + at);
        return (Some(behind), begin);
    }
    let head = &before[..verb.unwrap_or(words)];
    // 在全市12家三级医院中排名第3; 全市排名…列第二.
    if let Some(at) = head.rfind('在') {
        let rest = &head[at + "在".len()..];
        let inner = rest.find('中').map_or(rest, |end| &rest[..end]);
        let span = Span::new(from + at + "在".len(), from + at + "在".len() + inner.len()).trim(page.text);
        return (Some(span).filter(|span| !span.is_empty()), from + at);
    }
    let lead = head.len() - head.trim_start().len();
    let stated = head[lead..].strip_prefix('全').and_then(|rest| rest.chars().next());
    let scope = stated.map(|c| Span::new(from + lead, from + lead + "全".len() + c.len_utf8()));
    (scope, from + head.len())
}

/// The mention that the rank is told of: the nearest before it in its sentence. A change is passed over unless the clause
/// ranks the change itself (增速居全市第一).
fn told_of(figures: Figures<'_>, found: &Found) -> Option<usize> {
    let Figures { page, mentions, slots, names, texts, .. } = figures;
    let next = mentions.partition_point(|m| m.outer.hi() <= found.begin);
    let sentence = slots[next.checked_sub(1)?].sentence;
    let between = page.text.get(mentions[next - 1].outer.hi()..found.begin)?;
    if between.len() > LOOK_BACK || between.contains(['。', '；', ';', '\n', '！', '？']) {
        return None;
    }
    let subject = found.subject.slice(page.text);
    let of_change = ["增速", "增幅", "降幅", "涨幅", "升幅", "增长率"].iter().any(|word| subject.contains(word));
    let near = (next.saturating_sub(6)..next).rev().take_while(|&i| slots[i].sentence == sentence);
    let level = |i: usize| {
        let paired = i > 0 && names[i - 1].from;
        (names[i].change.is_none() || paired) && !compared(&texts[i]) && !names[i].from
    };
    let fits = |i: &usize| if of_change { names[*i].change.is_some() } else { level(*i) };
    let index = likest(subject, near.clone().filter(fits).map(|i| (i, texts[i].as_str())))
        .or_else(|| near.clone().find(|&i| !compared(&texts[i]) && !names[i].from))?;
    (of_change || speaks_of(subject, &texts[index])).then_some(index)
}

/// The one of `named`, nearest first, whose name shares most words with what the clause ranks (处置面积居全市第二); the nearest
/// where none shares more than another.
fn likest<'a>(subject: &str, named: impl Iterator<Item = (usize, &'a str)>) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for (index, name) in named {
        let shared = shared_pairs(subject, name);
        if best.is_none_or(|(_, most)| shared > most) {
            best = Some((index, shared));
        }
    }
    best.map(|(index, _)| index)
}

/// Whether a name is a comparison of another metric: 高出全市平均水平0.7个百分点.
fn compared(name: &str) -> bool {
    ["高出", "低于", "高于", "优于", "低出", "超出"].iter().any(|cue| name.contains(cue))
}

/// Whether the clause of the rank speaks of that metric: it names nothing else, or what it names shares a word with it.
fn speaks_of(subject: &str, name: &str) -> bool {
    const SHORT: usize = 9;
    subject.chars().filter(|c| c.is_alphanumeric()).count() <= SHORT || shared_pairs(subject, name) > 0
}

/// How many pairs of neighbouring letters of `subject` stand in `name` too.
fn shared_pairs(subject: &str, name: &str) -> usize {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<Vec<char>>();
    let (subject, name) = (letters(subject), letters(name));
    subject.windows(2).filter(|pair| name.windows(2).any(|other| *pair == other)).count()
}

#[cfg(test)]
mod tests {
    use super::super::sample::shown;

    fn check(cases: &[(&str, &[&str])]) {
        for (text, want) in cases {
            let got = shown(text, |_, metric| {
                let rank = metric.rank.as_ref()?;
                Some(format!("{} {}", rank.position, rank.scope.map_or("-", |scope| scope.slice(text))))
            });
            assert_eq!(got, *want, "{text}");
        }
    }

    #[test]
    fn ranks_of_the_metric_before() {
        check(&[
            ("高企总数达到124家，位列全省第四；新增5家。", &["124家 4 全省"]),
            ("执行率由82.1%提升至96.4%，位居全省同类法院第2位。", &["96.4% 2 全省同类法院"]),
            ("入库企业227家，全市总量与占比均为第一。", &["227家 1 全市"]),
            ("得分升至95.2分，在全市12家医院中排名第3。", &["95.2分 3 全市12家医院"]),
            ("开工率达到79%，全市排名前移四位、列第二。", &["79% 2 全市"]),
            ("托位数3.2个，全市第五；床位400张。", &["3.2个 5 全市"]),
            ("获得专利56件，排名前三。", &["56件 3 -"]),
            ("处置闲置土地21宗、处置面积1350亩，收回资金2.1亿元，处置面积居全市第二。", &["1350亩 2 全市"]),
            ("发放贷款18亿元，惠及农户620户，贷款余额30亿元，贷款发放量列全省第六。", &["18亿元 6 全省"]),
            ("引进博士15人，新建平台4个，论文220篇，平台数量位居全省第三。", &["4个 3 全省"]),
        ]);
    }

    #[test]
    fn a_level_is_ranked_before_its_change() {
        check(&[
            ("普及率94.6%，较上年提高2.3个百分点，居全市第二位。", &["94.6% 2 全市"]),
            ("用电量9.7亿千瓦时，增长13.3%，增速居全市第一。", &["13.3% 1 全市"]),
        ]);
    }

    #[test]
    fn ordinals_are_no_ranks() {
        check(&[
            ("第一，修订制度3项；第二，培训干部45人。", &[]),
            ("选派干部12人，担任第一书记。", &[]),
            ("培训45人，完成第三批。", &[]),
            ("县综合考核排名全市第三，财政收入8.2亿元。", &[]),
        ]);
    }
}

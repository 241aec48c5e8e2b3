//! The name of a metric, by grammar: which words around the number say what it counts.
//!
//! Mentions are named in the order of the text, so that a later one can take what it leaves out from an earlier one. Each
//! pattern is one function; [`Namer::name`] says in which order they are tried.

use super::change::{self, Growth};
use super::mention::Mention;
use super::noun::{self, Behind};
use super::page::Page;
use super::phrase::Phrase;
use super::respectively::{self, Group};
use super::slot::Slot;
use super::subject;
use super::trim;
use super::words::Word;
use crate::Span;
use crate::lexicon::NamingClass;
use crate::model::{Change, Dimension, Direction, NamedBy};

/// What a mention is called.
#[derive(Debug, Clone)]
pub(super) struct Name {
    pub phrase: Phrase,
    /// The noun in it that later mentions may leave out.
    pub head: Phrase,
    /// The name without a verb of change: what a later change speaks of.
    pub subject: Phrase,
    /// The words that limit the noun: 反馈 in 反馈的4个方面.
    pub modifier: Phrase,
    pub by: NamedBy,
    pub change: Option<Change>,
    /// The first number of a pair 由…到….
    pub from: bool,
    /// Opened by 其余, 剩余.
    pub rest: bool,
}

impl Name {
    fn new(phrase: Phrase, head: Phrase, by: NamedBy) -> Self {
        Self {
            subject: phrase.clone(),
            phrase,
            head,
            modifier: Phrase::default(),
            by,
            change: None,
            from: false,
            rest: false,
        }
    }
}

/// Names all mentions.
pub(super) fn names(page: &Page<'_>, mentions: &[Mention], slots: &[Slot]) -> Vec<Name> {
    let mut namer = Namer { page, mentions, slots, done: Vec::with_capacity(mentions.len()) };
    let groups = respectively::groups(page, mentions, slots);
    let mut groups = groups.iter().peekable();
    for index in 0..mentions.len() {
        while groups.next_if(|group| group.first + group.count <= index).is_some() {}
        let group = groups.peek().filter(|group| group.first <= index);
        let name = group.and_then(|group| namer.aligned(group, index)).unwrap_or_else(|| namer.name(index));
        namer.done.push(name);
    }
    for index in 1..mentions.len() {
        if namer.pairs(index).is_some() {
            namer.done[index - 1].from = true;
        }
    }
    namer.done
}

struct Namer<'a> {
    page: &'a Page<'a>,
    mentions: &'a [Mention],
    slots: &'a [Slot],
    done: Vec<Name>,
}

impl Namer<'_> {
    fn name(&self, index: usize) -> Name {
        self.second_of_pair(index)
            .or_else(|| self.compared(index))
            .or_else(|| self.grown(index))
            .or_else(|| self.share(index))
            .or_else(|| self.remainder(index))
            .or_else(|| self.counted_noun(index))
            .or_else(|| self.words_before(index))
            .or_else(|| self.deed(index))
            .or_else(|| self.dated_start(index))
            .or_else(|| self.adjacent(index))
            .unwrap_or_else(|| self.fallback(index))
    }

    fn left(&self, index: usize) -> Span {
        let slot = &self.slots[index];
        let mut left = slot.left;
        // The noun of the number before (6家企业中5家) is not this number's; what follows it may be.
        if slot.follows {
            match self.behind(index - 1) {
                Behind::Noun(noun) if left.contains(noun) => left = self.without_earlier_noun(left, noun),
                Behind::Deed(_) => left = after_last_item(self.page, left),
                _ => {}
            }
        }
        left
    }

    fn without_earlier_noun(&self, left: Span, noun: Span) -> Span {
        let rest = Span::new(noun.hi(), left.hi());
        let words = rest.slice(self.page.text).trim_start();
        let list = words.starts_with(['、', '和', '及', '与', '中', '，', ',']) || words.is_empty();
        let cut = trim::both(self.page, rest);
        let verb = self.page.words(cut).first().is_some_and(|word| word.is(NamingClass::Act));
        if list || cut.is_empty() || verb {
            let middle = if words.starts_with('中') { "中".len() } else { 0 };
            let lead = rest.len() - words.len();
            return Span::new((rest.lo() + lead + middle).min(rest.hi()), rest.hi());
        }
        left
    }

    fn behind(&self, index: usize) -> Behind {
        let slot = &self.slots[index];
        let runs_on = self.slots.get(index + 1).is_some_and(|next| next.clause == slot.clause);
        noun::behind(self.page, self.mentions[index].outer.hi(), slot.limit, runs_on)
    }

    /// Whether mention `index` is the second of a pair with the one before, and the change that the pair states.
    fn pairs(&self, index: usize) -> Option<Option<Change>> {
        let before = index.checked_sub(1)?;
        if self.slots[before].clause + 1 < self.slots[index].clause {
            return None;
        }
        change::pair(self.page, &self.mentions[before], &self.mentions[index])
    }

    /// 由21.5%提高到27.8%: the later number has the name of the first.
    fn second_of_pair(&self, index: usize) -> Option<Name> {
        let change = self.pairs(index)?;
        let mut name = self.done.last()?.clone();
        let opened = change::opens_pair(self.page, &self.mentions[index - 1]);
        name.change = change.filter(|_| opened || change.is_some());
        name.by = if name.by == NamedBy::UnitOnly { NamedBy::UnitOnly } else { NamedBy::Inherited };
        Some(name)
    }

    /// 盗采案件同比下降71%; 同比下降8.9% takes the indicator before it.
    fn grown(&self, index: usize) -> Option<Name> {
        let left = self.left(index);
        let growth = change::growth(self.page, left)?;
        let subject = trim::both(self.page, growth.subject);
        let subject = subject::cut(self.page, subject);
        if subject.is_empty() {
            let indicator = self.indicator(index).or_else(|| self.topic(index))?;
            return Some(self.change_of(&indicator, &growth, NamedBy::Inherited));
        }
        if self.object_follows(index) {
            return None;
        }
        if self.is_aspect(subject) {
            if let Some(indicator) = self.indicator(index) {
                return Some(self.change_of(&indicator.then(&Phrase::words(subject)), &growth, NamedBy::Inherited));
            }
        }
        Some(self.change_of(&Phrase::words(subject), &growth, NamedBy::HeadBefore))
    }

    /// 增加15台设备: the verb takes an object and is an act, no change.
    fn object_follows(&self, index: usize) -> bool {
        self.mentions[index].dimension() == Dimension::Count && matches!(self.behind(index), Behind::Noun(_))
    }

    fn change_of(&self, subject: &Phrase, growth: &Growth, by: NamedBy) -> Name {
        let mut name = Name::new(subject.then(&Phrase::words(growth.verb)), Phrase::default(), by);
        name.subject = subject.clone();
        name.change = Some(growth.change);
        name
    }

    /// The indicator that a change or comparison without a subject speaks of: the one given before it in the sentence.
    fn indicator(&self, index: usize) -> Option<Phrase> {
        let sentence = self.slots[index].sentence;
        let near = (0..index).rev().take(6);
        let mut candidates = near.filter(|&i| self.slots[i].sentence == sentence).map(|i| &self.done[i]);
        candidates.find(|name| !name.subject.is_empty()).map(|name| name.subject.clone())
    }

    /// What the clause before speaks of, where no number stands in it: 单位GDP能耗不降反升，同比上升1.7%.
    fn topic(&self, index: usize) -> Option<Phrase> {
        let slot = &self.slots[index];
        let before = slot.clause.checked_sub(1).map(|i| self.page.clause(i)).filter(|clause| !clause.last)?;
        let span = trim::both(self.page, before.span);
        let words = span.slice(self.page.text);
        let mut end = 0;
        let mut noun = false;
        for tagged in self.page.words(span).iter() {
            if tagged.tagged(&['v', 'd', 'p', 'i', 'l']) && tagged.tag != "vn" && end > 0 {
                break;
            }
            noun |= tagged.tag.starts_with('n') || tagged.tag == "eng";
            end += tagged.word.len();
        }
        (noun && words[..end].chars().count() >= 2).then(|| Phrase::words(Span::new(span.lo(), span.lo() + end)))
    }

    /// 占应改造总数的九成: named with what it is a share of.
    fn share(&self, index: usize) -> Option<Name> {
        let mention = &self.mentions[index];
        if mention.dimension() != Dimension::Ratio {
            return None;
        }
        let left = self.left(index);
        let words = left.slice(self.page.text);
        if mention.fraction.is_some()
            && trim::both(self.page, left).is_empty()
            && matches!(self.behind(index), Behind::Nothing)
        {
            let subject = self.indicator(index)?;
            return Some(Name::new(subject.with("占比"), Phrase::default(), NamedBy::Inherited));
        }
        let at = words.rfind('占')?;
        let of = trim::back(self.page, Span::new(left.lo() + at + "占".len(), left.hi()));
        let of_words = of.slice(self.page.text);
        if of_words.starts_with(['比', '有', '用', '地']) || of_words.ends_with("比重") || of_words.ends_with("比例")
        {
            return None;
        }
        let own = trim::both(self.page, Span::new(left.lo(), left.lo() + at));
        let own = if own.is_empty() { own } else { subject::cut(self.page, own) };
        let (subject, by) = if own.is_empty() {
            (self.indicator(index).unwrap_or_default(), NamedBy::Inherited)
        } else {
            (Phrase::words(own), NamedBy::HeadBefore)
        };
        let phrase = if of.is_empty() {
            subject.with("占比")
        } else {
            let taken = Phrase::words(Span::new(left.lo() + at, of.hi()));
            subject.then(&taken).with("比例")
        };
        let mut name = Name::new(phrase, Phrase::default(), by);
        if own.is_empty() {
            name.subject = subject;
        }
        Some(name)
    }

    /// 高出全省平均2.1个百分点, 是上一个五年的2.3倍: compared with something, of the indicator before.
    fn compared(&self, index: usize) -> Option<Name> {
        const CUES: [&str; 11] =
            ["高于", "低于", "高出", "低出", "超出", "超过全", "优于", "多于", "少于", "相当于", "超标"];
        const LOOSE: [&str; 2] = ["是", "比"];
        let slot = &self.slots[index];
        let left = trim::front(self.page, slot.left);
        let words = left.slice(self.page.text);
        let strict = CUES.iter().find(|cue| words.starts_with(**cue));
        let loose = || LOOSE.iter().find(|cue| words.starts_with(**cue));
        let cue = strict.or_else(|| loose().filter(|_| change::growth(self.page, left).is_none()))?;
        let against = words[cue.len()..].chars().count();
        if against < 2 && *cue != "超标" {
            return None;
        }
        let indicator = self.indicator(index)?;
        let own = trim::back(self.page, left);
        let mut name = Name::new(indicator.then(&Phrase::words(own)), Phrase::default(), NamedBy::Inherited);
        name.subject = indicator;
        Some(name)
    }

    /// 其余4个, 剩余17条: what is left of the whole before.
    fn remainder(&self, index: usize) -> Option<Name> {
        let left = self.left(index);
        let words = trim::back(self.page, Span::new(left.lo(), left.hi()));
        let cleaned = words.slice(self.page.text).trim_start_matches(['，', '、', '；', '。', ' ', '\u{3000}']);
        let cleaned = cleaned.strip_suffix("的").unwrap_or(cleaned);
        let rest = self.page.lexicon.naming.of(NamingClass::Rest).prefix_of(cleaned);
        let (len, ()) = rest.or_else(|| (cleaned == "余").then_some(("余".len(), &())))?;
        let start = words.hi() - words.slice(self.page.text).len() + words.slice(self.page.text).find(cleaned)?;
        let cue = Phrase::words(Span::new(start, start + len));
        let own = trim::both(self.page, Span::new(start + len, start + cleaned.len()));
        let mut name = match self.behind(index) {
            Behind::Noun(noun) if self.same_noun(index, noun) => {
                let noun = Phrase::words(noun);
                Name::new(cue.then(&Phrase::words(own)).then(&noun), noun, NamedBy::HeadAfter)
            }
            _ if !own.is_empty() && !self.bare(own) => {
                Name::new(cue.then(&Phrase::words(own)), Phrase::words(own), NamedBy::HeadBefore)
            }
            _ => {
                let head = self.antecedent(index)?;
                Name::new(cue.then(&head), head, NamedBy::Elided)
            }
        };
        name.rest = true;
        Some(name)
    }

    /// Whether the noun behind a remainder is the one counted before (其余4个问题), not the predicate's (其余20起原因待查).
    fn same_noun(&self, index: usize, noun: Span) -> bool {
        let words = noun.slice(self.page.text);
        self.antecedent(index).is_none_or(|head| {
            let head = head.text(self.page.text);
            words.chars().any(|c| head.contains(c))
        })
    }

    /// 18家规上工业企业, 组建2个医共体, 超期贮存的6340吨危险废物.
    fn counted_noun(&self, index: usize) -> Option<Name> {
        let Behind::Noun(noun) = self.behind(index) else { return None };
        let mention = &self.mentions[index];
        let left = self.left(index);
        let raw = left.slice(self.page.text).trim_end();
        if matches!(mention.dimension(), Dimension::Ratio | Dimension::PercentagePoint | Dimension::Multiple)
            && !self.page.text[mention.outer.hi()..].starts_with('的')
        {
            return None;
        }
        if self.capacity(index) {
            return Some(self.capacity_of(index, noun));
        }
        let noun_phrase = self.aspects(index, noun);
        let own = trim::both(self.page, trim::after_circumstance(self.page, left));
        if self.named_before(own, noun) && !raw.ends_with('的') {
            return None;
        }
        let deed = self.verb_before(left).is_none().then(|| self.done_to(index, noun)).flatten();
        let modifier = raw.ends_with('的').then(|| trim::both(self.page, left)).filter(|span| !span.is_empty());
        let sized = modifier.is_some_and(|span| self.is_condition(span));
        if let Some(modifier) = modifier.filter(|_| deed.is_none() || sized) {
            let modifier = trim::after_circumstance(self.page, modifier);
            let modifier = subject::closing_act(self.page, subject::cut(self.page, modifier));
            let mut name =
                Name::new(Phrase::words(modifier).then(&noun_phrase), Phrase::words(noun), NamedBy::HeadAfter);
            name.modifier = Phrase::words(modifier);
            return Some(name);
        }
        if let Some(deed) = deed {
            return Some(Name::new(noun_phrase.then(&deed), noun_phrase, NamedBy::HeadAndVerb));
        }
        if let Some(verb) = self.verb_before(left) {
            return Some(Name::new(Phrase::words(verb).then(&noun_phrase), noun_phrase, NamedBy::VerbAndHead));
        }
        if own.is_empty() {
            let inherited = self.stacked_modifier(index);
            let mut name = Name::new(inherited.then(&noun_phrase), noun_phrase, NamedBy::HeadAfter);
            name.modifier = inherited;
            return Some(name);
        }
        Some(self.noun_on_both_sides(own, noun_phrase))
    }

    /// 4个方面35个问题: the aspects are those of what is counted next.
    fn aspects(&self, index: usize, noun: Span) -> Phrase {
        let own = Phrase::words(noun);
        let stacked = self.slots.get(index + 1).is_some_and(|next| next.clause == self.slots[index].clause);
        if noun.slice(self.page.text) != "方面" || !stacked {
            return own;
        }
        match self.behind(index + 1) {
            Behind::Noun(next) if next.slice(self.page.text).chars().count() <= 8 => Phrase::words(next).then(&own),
            _ => own,
        }
    }

    /// 反馈的4个方面35个问题: stacked counts share the modifier of the first.
    fn stacked_modifier(&self, index: usize) -> Phrase {
        let stacked = self.slots[index].follows
            && matches!(self.behind(index - 1), Behind::Noun(noun) if noun.hi() == self.mentions[index].outer.lo());
        if stacked { self.done[index - 1].modifier.clone() } else { Phrase::default() }
    }

    /// Whether the mention measures what the words before it say (日处理能力300吨的设施), not the noun behind it.
    fn capacity(&self, index: usize) -> bool {
        let mention = &self.mentions[index];
        let left = trim::both(self.page, self.left(index));
        mention.dimension() != Dimension::Count
            && self.page.text[mention.outer.hi()..].starts_with('的')
            && !left.is_empty()
            && !self.page.text[..mention.outer.lo()].trim_end().ends_with('的')
            && self.verb_before(left).is_none_or(|verb| verb.len() < left.len())
    }

    fn capacity_of(&self, index: usize, noun: Span) -> Name {
        let own = subject::behind_verb(self.page, trim::both(self.page, self.left(index)));
        let own = Phrase::words(own);
        Name::new(Phrase::words(noun).then(&own), Phrase::default(), NamedBy::HeadAndVerb)
    }

    /// 整改调度会13次研究整改: a noun before and a verb behind; the words before name it.
    fn named_before(&self, own: Span, behind: Span) -> bool {
        let verb = self.page.words(behind).first().is_some_and(|first| first.tag.starts_with('v'));
        let noun = self
            .page
            .words(own)
            .last()
            .is_some_and(|last| last.tag.starts_with(['n', 'j']) || noun::is_suffix(last.word));
        verb && noun
    }

    /// 沿河137个入河排污口, 公开招标保洁、陪护2个项目: words before that limit the noun behind.
    fn noun_on_both_sides(&self, own: Span, noun: Phrase) -> Name {
        let own = subject::cut(self.page, own);
        let tagged = self.page.words(own);
        let chars = own.slice(self.page.text).chars().count();
        let place = tagged.last().is_some_and(|last| last.tag.starts_with(['s', 'f']));
        let act = tagged.first().is_some_and(|first| first.is(NamingClass::Act) || first.word == "重新");
        let kept = chars <= 4 || place && chars <= 6 || act && chars <= 12;
        let phrase = if kept { Phrase::words(own).then(&noun) } else { noun.clone() };
        Name::new(phrase, noun, NamedBy::HeadAfter)
    }

    /// The verb that ends the words before a number: 先后召开25次党组会.
    fn verb_before(&self, left: Span) -> Option<Span> {
        let left = trim::back(self.page, left);
        let mut start = left.hi();
        for word in self.page.words(left).iter().rev().take(4) {
            if word.is(NamingClass::Cause) && start == left.hi() {
                return None;
            }
            if !(word.is(NamingClass::Act) || start == left.hi() && word.tag.starts_with('v')) {
                break;
            }
            start = word.span.lo();
        }
        (start < left.hi()).then(|| Span::new(start, left.hi()))
    }

    /// 对2名采购负责人给予政务警告处分: what was done to persons is part of the name.
    fn done_to(&self, index: usize, noun: Span) -> Option<Phrase> {
        let mention = &self.mentions[index];
        let persons = matches!(mention.unit.as_str(), "人" | "名" | "位");
        let bare = noun.slice(self.page.text).chars().count() <= 2;
        let modified = self.page.text[..mention.outer.lo()].trim_end().ends_with('的');
        if !persons && (!bare || modified) {
            return None;
        }
        let clause = self.page.clause(self.slots[index].clause).span;
        if self.slots.get(index + 1).is_some_and(|next| next.clause == self.slots[index].clause) {
            return None;
        }
        let rest = Span::new(noun.hi(), self.slots[index].limit.min(clause.hi()).max(noun.hi()));
        let words = rest.slice(self.page.text);
        let end = words.find(['，', '；', '。', '、', ',', ';', '（', '\n', '：']).unwrap_or(words.len());
        let words = &words[..end];
        let light = ["进行", "给予", "予以", "依法", "分别", "均已", "已", "逐一"];
        let skip = light.iter().find(|verb| words.starts_with(**verb)).map_or(0, |verb| verb.len());
        let (start, words) = (noun.hi() + skip, &words[skip..]);
        let noun = Span::new(start, start);
        let end = words.len();
        (2..=12).contains(&words.chars().count()).then(|| Phrase::words(Span::new(noun.hi(), noun.hi() + end)))
    }

    /// 高企总数达到124家, 印发通知2份, 划拨3宗.
    fn words_before(&self, index: usize) -> Option<Name> {
        let left = self.left(index);
        let own = trim::both(self.page, trim::after_circumstance(self.page, left));
        if own.is_empty() || own.slice(self.page.text) == "中" {
            return None;
        }
        let own = subject::cut(self.page, own);
        let takes_deed = self.mentions[index].unit == "次" || self.causes(own);
        let deed = if takes_deed { self.deed_words(index) } else { Phrase::default() };
        if !deed.is_empty() {
            return Some(Name::new(Phrase::words(own).then(&deed), Phrase::default(), NamedBy::HeadAndVerb));
        }
        if let Some(name) = self.graded(index, own).or_else(|| self.exemplified(index)) {
            return Some(name);
        }
        let closed = self.page.text[..self.mentions[index].outer.lo()].trim_end().ends_with('的');
        if closed || self.bare(own) {
            if let Some(head) = self.antecedent(index).filter(|_| self.may_elide(index, own)) {
                return Some(Name::new(Phrase::words(own).then(&head), head, NamedBy::Elided));
            }
            return Some(Name::new(Phrase::words(own), Phrase::default(), NamedBy::HeadBefore));
        }
        if self.is_condition(own) {
            let head = self.antecedent(index)?;
            return Some(Name::new(Phrase::words(own).then(&head), head, NamedBy::PartOf));
        }
        if self.is_aspect(own) {
            if let Some(head) = self.nearest_head(index) {
                return Some(Name::new(head.then(&Phrase::words(own)), Phrase::default(), NamedBy::Elided));
            }
        }
        if own.slice(self.page.text) == "涉及" && family(&self.mentions[index]) == "人" {
            return Some(Name::new(Phrase::words(own).with("人员"), Phrase::default(), NamedBy::HeadBefore));
        }
        let own = shortened(self.page, own);
        let head = subject::object(self.page, own.last());
        let head =
            if self.is_aspect(head) { Phrase::default() } else { undated(self.page, plain_head(self.page, head)) };
        let mut name = Name::new(own.phrase(self.page), head, NamedBy::HeadBefore);
        name.change = self.net_change(own.last());
        Some(name)
    }

    /// 净增经营主体2.6万户: a change by its verb.
    fn net_change(&self, own: Span) -> Option<Change> {
        let words = own.slice(self.page.text);
        let direction = if words.contains("净增") {
            Direction::Up
        } else if words.contains("净减") {
            Direction::Down
        } else {
            return None;
        };
        Some(Change { direction, basis: None })
    }

    /// Whether `words` are nothing but a verb that takes a clause: 组织1460人次签订承诺书.
    fn causes(&self, words: Span) -> bool {
        self.page.lexicon.naming.of(NamingClass::Cause).get(words.slice(self.page.text)).is_some()
    }

    /// 其中第三幼儿园、镇中心幼儿园等4所已投用: examples name nothing; what was done and the noun from before do.
    fn exemplified(&self, index: usize) -> Option<Name> {
        let before = self.page.text[..self.mentions[index].outer.lo()].trim_end();
        let deed = self.deed_words(index);
        if !before.ends_with('等') || deed.is_empty() {
            return None;
        }
        let head = self.antecedent(index)?;
        Some(Name::new(deed.then(&head), head, NamedBy::HeadAndVerb))
    }

    /// 评价为优的8个、良的6个: the second grade takes the verb of the first.
    fn graded(&self, index: usize, own: Span) -> Option<Name> {
        let before = index.checked_sub(1).filter(|_| self.slots[index].follows)?;
        let short = own.slice(self.page.text).chars().count() <= 2;
        let own_of = self.page.text[own.hi()..].starts_with('的');
        let first = trim::front(self.page, self.slots[before].left);
        let words = first.slice(self.page.text);
        let at = words.rfind('为')? + "为".len();
        let grade = words[at..].trim_end_matches('的');
        if !(short && own_of && words.ends_with('的') && grade.chars().count() <= 3) {
            return None;
        }
        let verb = Phrase::words(Span::new(first.lo(), first.lo() + at));
        let head = self.done[before].head.clone();
        Some(Name::new(verb.then(&Phrase::words(own)).then(&head), head, NamedBy::Elided))
    }

    /// 面积, 金额, 总数: an aspect of the thing given before.
    fn is_aspect(&self, own: Span) -> bool {
        const ASPECTS: [&str; 12] =
            ["面积", "金额", "总数", "总量", "总额", "占比", "比例", "比重", "总面积", "总金额", "人数", "涉及面积"];
        const MANNERS: [&str; 12] =
            ["日均", "年均", "月均", "增速", "增幅", "降幅", "最长", "最高", "最大", "最多", "最低", "最短"];
        let words = own.slice(self.page.text);
        ASPECTS.contains(&words) || MANNERS.contains(&words) || words.ends_with("面积") && words.starts_with("占")
    }

    /// The noun of the nearest mention before in the sentence, whatever its unit.
    fn nearest_head(&self, index: usize) -> Option<Phrase> {
        let sentence = self.slots[index].sentence;
        let near = (0..index).rev().take(4).filter(|&i| self.slots[i].sentence == sentence);
        let mut names = near.map(|i| &self.done[i]);
        names.find(|name| !name.head.is_empty()).map(|name| name.head.clone())
    }

    /// 其中10亿元以上6个: nothing but a size condition.
    fn is_condition(&self, own: Span) -> bool {
        let words = own.slice(self.page.text);
        let sized = words.contains(|c: char| c.is_ascii_digit()) || words.contains('元');
        sized && ["以上", "以下", "以内"].iter().any(|word| words.ends_with(word))
    }

    /// Verbs and adverbs only, at least one of them an act.
    fn bare(&self, own: Span) -> bool {
        let words = own.slice(self.page.text);
        if words.chars().count() > 8 {
            return false;
        }
        let tagged = self.page.words(own);
        let nominal = tagged.last().is_some_and(|last| noun::is_suffix(last.word) || last.is(NamingClass::Measure));
        let verbal =
            |word: &Word<'_>| word.is(NamingClass::Act) || word.tagged(&['v', 'd', 'a']) || word.is(NamingClass::Halt);
        !nominal && tagged.iter().any(|word| word.is(NamingClass::Act)) && tagged.iter().all(verbal)
    }

    /// Persons and money often stand behind a verb that needs no object (问责21人, 罚款47.5万元): there the object is taken
    /// from before only where 已, 其中 or 尚 ties the two.
    fn may_elide(&self, index: usize, own: Span) -> bool {
        let mention = &self.mentions[index];
        let measured = [
            Dimension::Count,
            Dimension::Money,
            Dimension::Area,
            Dimension::Length,
            Dimension::Volume,
            Dimension::Mass,
        ];
        if !measured.contains(&mention.dimension()) {
            return false;
        }
        if self.same_verb(index, own) {
            return true;
        }
        let closed = self.page.text[own.hi()..].starts_with('的');
        if matches!(mention.unit.as_str(), "人" | "名" | "人次" | "位") && !closed {
            return false;
        }
        let loose =
            matches!(mention.dimension(), Dimension::Money) || matches!(mention.unit.as_str(), "人" | "名" | "人次");
        if !loose {
            return true;
        }
        let from = self.slots[index].left.lo();
        let earlier = self.page.text[..from].char_indices().rev().nth(3).map_or(0, |(at, _)| at);
        let before = &self.page.text[earlier..own.lo()];
        let own = own.slice(self.page.text);
        ["已", "其中", "尚", "仍", "实", "应"].iter().any(|cue| before.contains(cue) || own.starts_with(cue))
            || own.ends_with('的')
    }

    /// 每村储备2—3名后备干部，全镇共储备29名: the same verb has the same object.
    fn same_verb(&self, index: usize, own: Span) -> bool {
        let words = own.slice(self.page.text);
        let unit = family(&self.mentions[index]);
        let near = (0..index)
            .rev()
            .take(4)
            .filter(|&i| family(&self.mentions[i]) == unit && self.slots[i].sentence == self.slots[index].sentence);
        near.filter(|&i| !self.done[i].head.is_empty())
            .any(|i| self.done[i].phrase.text(self.page.text).starts_with(words))
    }

    /// The noun that a mention leaves out: that of the nearest one before it with the same unit.
    fn antecedent(&self, index: usize) -> Option<Phrase> {
        let unit = family(&self.mentions[index]);
        let node = self.page.node(self.mentions[index].span.lo());
        let near = (0..index).rev().take(14);
        let same = near.filter(|&i| family(&self.mentions[i]) == unit && !self.done[i].head.is_empty());
        let mut same = same.filter(|&i| {
            self.slots[i].sentence == self.slots[index].sentence
                || self.page.node(self.mentions[i].span.lo()) == node
                || index - i <= 4
        });
        same.next().map(|i| self.done[i].head.clone())
    }

    /// 12条正在施工: what the counted did, with the noun from before.
    fn deed(&self, index: usize) -> Option<Name> {
        let deed = self.deed_words(index);
        if deed.is_empty() {
            return None;
        }
        let head = self.antecedent(index).unwrap_or_default();
        Some(Name::new(deed.then(&head), head, NamedBy::HeadAndVerb))
    }

    fn deed_words(&self, index: usize) -> Phrase {
        match self.behind(index) {
            Behind::Deed(deed) => Phrase::words(trim::both(self.page, first_part(self.page, deed))),
            _ => Phrase::default(),
        }
    }

    /// 经济总量连年攀升，由318亿元…: the first of a pair that opens its clause speaks of the clause before.
    fn dated_start(&self, index: usize) -> Option<Name> {
        let slot = &self.slots[index];
        let opens = slot.left.slice(self.page.text).trim_start().starts_with(['由', '从']);
        let topic = self.topic(index).filter(|_| opens && !slot.follows)?;
        Some(Name::new(topic, Phrase::default(), NamedBy::Inherited))
    }

    /// 湿地3处860亩, 合同97个、4,236.8万元: a second measure of the same thing.
    fn adjacent(&self, index: usize) -> Option<Name> {
        let before = self.done.last()?;
        if self.slots[index].clause > self.slots[index - 1].clause + 1 {
            return None;
        }
        let mut name = before.clone();
        name.by = NamedBy::Elided;
        name.change = None;
        Some(name)
    }

    fn fallback(&self, index: usize) -> Name {
        let own = self.slots[index].left.trim(self.page.text);
        Name::new(Phrase::words(own), Phrase::default(), NamedBy::UnitOnly)
    }

    /// One of a list aligned by 分别.
    fn aligned(&self, group: &Group, index: usize) -> Option<Name> {
        let position = index - group.first;
        let verb = trim::back(self.page, group.verb);
        let growth = change::growth(self.page, group.verb);
        let things = trim::both(
            self.page,
            Span::new(
                group.things.lo(),
                group.things.lo() + change::without_basis(group.things.slice(self.page.text)).0.len(),
            ),
        );
        let mut name = if let Some(items) = respectively::items(self.page, group) {
            let item = items[position];
            let own = subject::cut(self.page, trim::both(self.page, item.own));
            let shared = item.shared.map(Phrase::words).unwrap_or_default();
            let phrase = Phrase::words(own).then(&shared);
            Name::new(phrase.then(&Phrase::words(verb)), phrase, NamedBy::Respectively)
        } else {
            let back = group.count - position;
            let aligned = self.aligned_before(group, back)?;
            let own = if things.is_empty() { verb } else { things };
            let base = if things.is_empty() {
                aligned.subject.clone()
            } else if aligned.head.is_empty() {
                aligned.subject.clone()
            } else {
                aligned.head.clone()
            };
            let mut name = Name::new(base.then(&Phrase::words(own)), Phrase::default(), NamedBy::Respectively);
            if things.is_empty() {
                name.subject = base;
            }
            name
        };
        if let Some(growth) = growth {
            let basis = change::without_basis(group.things.slice(self.page.text)).1;
            name.change = Some(Change { basis: growth.change.basis.or(basis), ..growth.change });
        }
        Some(name)
    }

    /// The metric that stands `back` places before the end of those that precede the group.
    fn aligned_before(&self, group: &Group, back: usize) -> Option<&Name> {
        let sentence = self.slots[group.first].sentence;
        let mut seen: Vec<&Name> = Vec::new();
        for i in (0..group.first).rev() {
            if self.slots[i].sentence != sentence || seen.len() == group.count {
                break;
            }
            if self.pairs(i + 1).is_none() {
                seen.push(&self.done[i]);
            }
        }
        (seen.len() == group.count).then(|| seen[back - 1])
    }
}

/// What stands behind the last 、 of `left`: the words before it belong to the number before.
fn after_last_item(page: &Page<'_>, left: Span) -> Span {
    match left.slice(page.text).rfind('、') {
        Some(at) => Span::new(left.lo() + at + "、".len(), left.hi()),
        None => left,
    }
}

/// Units that count the same sort of thing: persons are 人, 名 and 位.
fn family(mention: &Mention) -> &str {
    match mention.unit.as_str() {
        "名" | "位" => "人",
        _ if mention.dimension() == Dimension::Money => "元",
        unit => unit,
    }
}

/// `span` as a phrase, dates in it left out: 清查2016年以来扶贫项目资产.
fn undated(page: &Page<'_>, span: Span) -> Phrase {
    let mut phrase = Phrase::default();
    let mut start = span.lo();
    for date in page.dates.within(span) {
        phrase = phrase.then(&Phrase::words(Span::new(start, date.lo())));
        start = date.hi();
        let tails = ["以来", "底前", "前", "底", "度"];
        start += tails.iter().find(|tail| page.text[start..span.hi()].starts_with(**tail)).map_or(0, |tail| tail.len());
    }
    phrase.then(&Phrase::words(Span::new(start, span.hi())))
}

/// The noun that later mentions may leave out: without the list that 等方面 sums up and without a size condition.
fn plain_head(page: &Page<'_>, head: Span) -> Span {
    let words = head.slice(page.text);
    if !words.contains(['等', '以']) {
        return head;
    }
    let cues = ["等方面", "等领域", "等环节", "以上的", "以下的", "以内的", "以上", "以下", "以内"];
    let cut = cues.iter().filter_map(|cue| words.rfind(cue).map(|at| at + cue.len())).max();
    match cut.filter(|at| *at < words.len()) {
        Some(at) => Span::new(head.lo() + at, head.hi()),
        None => head,
    }
}

/// A name in front of a number, its verb apart where the words between verb and noun are left out.
struct Shortened {
    verb: Option<Span>,
    rest: Span,
}

impl Shortened {
    fn last(&self) -> Span {
        self.rest
    }

    fn phrase(&self, page: &Page<'_>) -> Phrase {
        self.verb.map(Phrase::words).unwrap_or_default().then(&undated(page, self.rest))
    }
}

/// 发现收费、师资、消防等方面问题 → 发现问题; 举办学习贯彻党的二十大精神专题研讨班 → 举办专题研讨班.
fn shortened(page: &Page<'_>, span: Span) -> Shortened {
    let words = span.slice(page.text);
    let tagged = page.words(span);
    let first = tagged.first().map_or(0, |tagged| tagged.word.len());
    let verb = Span::new(span.lo(), span.lo() + first);
    let summed = words.contains('等').then_some(["等方面", "等领域", "等环节"]);
    let list = summed.iter().flatten().find_map(|cue| words.find(cue).map(|at| at + cue.len()));
    if let Some(at) = list.filter(|at| *at < words.len() && words[..*at].contains('、')) {
        return Shortened { verb: Some(verb), rest: Span::new(span.lo() + at, span.hi()) };
    }
    let act = tagged.first().is_some_and(|word| word.is(NamingClass::Act));
    let nested = act && words.chars().count() > 14;
    match nested.then(|| last_noun(&tagged)).flatten().filter(|at| *at > first) {
        Some(at) => Shortened { verb: Some(verb), rest: Span::new(span.lo() + at, span.hi()) },
        None => Shortened { verb: None, rest: span },
    }
}

/// Where the noun phrase that ends segmented words begins: behind the last verb or 的 before it.
fn last_noun(tagged: &[Word<'_>]) -> Option<usize> {
    let mut ends = Vec::with_capacity(tagged.len());
    let mut at = 0;
    for word in tagged {
        at += word.word.len();
        ends.push(at);
    }
    let breaks = tagged.iter().enumerate().rev().skip(1).find(|(_, word)| word.tag == "v" || word.word == "的");
    let (index, _) = breaks?;
    let start = ends[index];
    let chars: usize = tagged[index + 1..].iter().map(|word| word.word.chars().count()).sum();
    if chars >= 3 { Some(start) } else { tagged.len().checked_sub(3).map(|index| ends[index]) }
}

/// The first part of what the counted did: up to 并, 且 or 后.
fn first_part(page: &Page<'_>, deed: Span) -> Span {
    let words = deed.slice(page.text);
    let end = words.find(['并', '且', '、']).filter(|at| *at > 0).unwrap_or(words.len());
    let most = words.char_indices().nth(16).map_or(words.len(), |(at, _)| at);
    Span::new(deed.lo(), deed.lo() + end.min(most))
}

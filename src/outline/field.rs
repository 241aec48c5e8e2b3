//! Labelled fields: who is responsible, by when, what is aimed at, how far it has come.

use super::piece::is_field;
use crate::Span;
use crate::lexicon::{LabelKind, Lexicon};
use crate::model::{Deadline, NodeKind, Outline};
use crate::scan::Scan;

/// The fields of an item.
#[derive(Debug, Default, Clone)]
pub(super) struct Fields {
    /// Bodies and persons, each for itself.
    pub responsible: Vec<Span>,
    /// Words of the time limit.
    pub deadline: Option<Span>,
    /// Words of 整改目标.
    pub target: Option<Span>,
    /// Status words.
    pub status: Option<Span>,
    filled: bool,
}

impl Fields {
    /// Whether no field was stated.
    pub fn is_empty(&self) -> bool {
        !self.filled
    }

    /// Adds the field `kind` with the words `value`.
    pub fn add(&mut self, text: &str, kind: LabelKind, value: Span) {
        self.filled = true;
        let value = bare(text, value);
        if value.is_empty() {
            return;
        }
        match kind {
            LabelKind::Responsible => self.responsible.extend(bodies(text, value)),
            LabelKind::Deadline => {
                self.deadline.get_or_insert(value);
            }
            LabelKind::Target => {
                self.target.get_or_insert(value);
            }
            LabelKind::Status => {
                self.status.get_or_insert(value);
            }
            LabelKind::Other | LabelKind::Problem | LabelKind::Measures | LabelKind::Progress => {}
        }
    }

    /// Lets a numbered line continue the target.
    pub fn extend_target(&mut self, line: Span) {
        if self.responsible.is_empty() && self.deadline.is_none() {
            self.target = Some(self.target.map_or(line, |target| target.to(line)));
        }
    }
}

/// Fields that stand in brackets behind a heading or a measure (`（责任单位：办公室；完成时限：2023年6月）`) are filled in.
pub(super) fn fill_noted(text: &str, scan: &Scan, lexicon: &Lexicon, outline: &mut Outline) {
    for bracket in &scan.marks.brackets {
        let inner = bracket.slice(text).char_indices().nth(1).map_or(bracket.hi(), |(at, _)| bracket.lo() + at);
        let Some(fields) = noted(text, Span::new(inner, bracket.hi()), lexicon) else { continue };
        let Some(mut id) = outline.innermost(bracket.lo()) else { continue };
        if let (NodeKind::Action, Some(parent)) = (outline.get(id).kind, outline.get(id).parent) {
            id = parent;
        }
        let node = &mut outline.nodes[id.0 as usize];
        node.responsible.extend(fields.responsible);
        node.deadline = node.deadline.take().or(fields.deadline.map(|span| Deadline { span, date: None }));
        node.target = node.target.or(fields.target);
        node.stated_status = node.stated_status.or(fields.status);
    }
}

/// The fields inside a bracket, if a field's label opens it.
fn noted(text: &str, inner: Span, lexicon: &Lexicon) -> Option<Fields> {
    let labelled = |at: usize| {
        let (len, kind) = lexicon.labels.prefix_of(&text[at..inner.hi()])?;
        let value = text[at + len..inner.hi()].strip_prefix(['：', ':'])?;
        is_field(*kind).then_some((*kind, inner.hi() - value.len()))
    };
    let mut open = labelled(inner.lo())?;
    let mut fields = Fields::default();
    let close = |end: usize| end - text[..end].chars().next_back().map_or(0, char::len_utf8);
    for (at, mark) in inner.slice(text).match_indices(['；', ';', '，', ',', '　', ' ']) {
        let next = inner.lo() + at + mark.len();
        if let Some(begun) = labelled(next).filter(|_| next > open.1) {
            fields.add(text, open.0, Span::new(open.1, next - mark.len()));
            open = begun;
        }
    }
    fields.add(text, open.0, Span::new(open.1, close(inner.hi()).max(open.1)));
    Some(fields)
}

/// The words without white space and the mark that ends them.
fn bare(text: &str, span: Span) -> Span {
    let words = span.slice(text);
    let kept = words.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '。' | '；' | ';' | '，' | ','));
    Span::new(span.lo(), span.lo() + kept.len()).trim(text)
}

/// The bodies of a list: `市林业局、市水利局，安坪区政府`. A separator inside brackets is none.
fn bodies(text: &str, list: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = list.lo();
    let mut depth = 0_u32;
    for (at, c) in list.slice(text).char_indices() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            _ if c.is_whitespace() || matches!(c, '、' | '，' | ',' | '；' | ';' | '/' | '。') => {
                found.push(Span::new(start, list.lo() + at));
                start = list.lo() + at + c.len_utf8();
            }
            _ => {}
        }
    }
    found.push(Span::new(start, list.hi()));
    let mut bodies: Vec<Span> = Vec::with_capacity(found.len());
    for body in found.into_iter().map(|body| body.trim(text)).filter(|body| !body.is_empty()) {
        match bodies.last_mut() {
            // 各县（区）党委、政府: the second word is no name of its own.
            Some(last) if matches!(body.slice(text), "政府" | "管委会") => *last = last.to(body),
            _ => bodies.push(body),
        }
    }
    bodies
}

const STATUS_LEADS: &[&str] = &[
    "已", "基本", "正在", "未", "尚未", "全部", "部分", "持续", "长期", "立行", "达到", "按", "完成", "整改", "推进",
    "取得",
];
const STATUS_TAILS: &[&str] = &[
    "完成",
    "推进",
    "整改",
    "坚持",
    "到位",
    "销号",
    "办结",
    "进度",
    "立改",
    "改中",
    "中",
    "成效",
    "成果",
    "见效",
    "实施",
    "落实",
    "整改完毕",
];
/// Longest part of a status phrase, in bytes.
const STATUS_PART: usize = 36;

/// The status phrase that `words` begins with: `已完成，长期坚持`. It ends at a sentence mark or with the words.
pub(super) fn status_phrase(text: &str, words: Span) -> Option<Span> {
    let all = words.slice(text);
    let end = all.find(['。', '；', ';', '\n']).unwrap_or(all.len());
    let phrase = &all[..end];
    let part = |part: &str| {
        let bare = part.trim();
        let bare = bare.find(['（', '(']).map_or(bare, |open| &bare[..open]);
        bare.len() <= STATUS_PART
            && !bare.contains(|c: char| c.is_ascii_digit())
            && STATUS_LEADS.iter().any(|lead| bare.starts_with(lead))
            && STATUS_TAILS.iter().any(|tail| bare.ends_with(tail))
    };
    (!phrase.is_empty() && phrase.len() <= 3 * STATUS_PART && phrase.split(['，', ',', '、']).all(part))
        .then(|| Span::new(words.lo(), words.lo() + end).trim(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_stand_apart() {
        let text = "市林业局、市水利局，安坪区委、区政府（牵头、配合）";
        let words: Vec<_> = bodies(text, Span::new(0, text.len())).iter().map(|b| b.slice(text)).collect();
        assert_eq!(words, ["市林业局", "市水利局", "安坪区委", "区政府（牵头、配合）"]);
    }

    #[test]
    fn fields_in_brackets() {
        let text = "（责任单位：办公室、财务科；完成时限：2023年6月）";
        let lexicon = Lexicon::builtin();
        let fields = noted(text, Span::new(3, text.len()), &lexicon).unwrap_or_default();
        let bodies: Vec<_> = fields.responsible.iter().map(|b| b.slice(text)).collect();
        assert_eq!(bodies, ["办公室", "财务科"]);
        assert_eq!(fields.deadline.map(|d| d.slice(text)), Some("2023年6月"));
        assert!(noted("（含2人）", Span::new(3, "（含2人）".len()), &lexicon).is_none());
    }

    #[test]
    fn status_phrases() {
        let status = |text: &str| status_phrase(text, Span::new(0, text.len())).map(|s| s.slice(text).to_owned());
        assert_eq!(status("已完成。全市新增5万户").as_deref(), Some("已完成"));
        assert_eq!(status("已完成，长期坚持").as_deref(), Some("已完成，长期坚持"));
        assert_eq!(status("正在推进，达到时序进度。").as_deref(), Some("正在推进，达到时序进度"));
        assert_eq!(status("已完成11座公厕改造。"), None);
        assert_eq!(status("已印发方案，正在实施验收工作的准备。"), None);
        assert_eq!(status("累计投入资金。"), None);
    }
}

//! Facts of header and footer.
//!
//! Comes in: a scan and the blocks. Goes out: a [`Header`]; what the text does not state stays `None`. It looks at a bounded
//! stretch at either end of the text and never at the measures. Start with [`read`]; each group of facts has its file.

mod contact;
mod inspection;
mod level;
mod region;
mod signature;
mod title;

use crate::model::{Block, Header};
use crate::scan::Scan;
use crate::{Lexicon, Span};
use region::Regions;

/// Reads title, bodies, dates and contacts of `text`.
#[must_use]
pub fn read(text: &str, scan: &Scan, blocks: &[Block], lexicon: &Lexicon) -> Header {
    let regions = Regions::find(text, scan, blocks, lexicon);
    let title = title::read(&regions);
    let subject = title.as_ref().and_then(|title| title::subject(&title.words));
    let opening = regions.opening(title.as_ref().map_or(0, |title| title.span.hi()));
    let inspection = inspection::read(&regions, opening, title.as_ref().map_or(Span::default(), |title| title.span));
    let signature = signature::read(&regions);
    let contact = contact::read(&regions);
    let issuer = signature.issuer.or_else(|| subject.clone());
    let own = || issuer.clone().filter(|_| inspection.is_stated());
    let sources = level::Sources {
        team: inspection.team.as_deref().unwrap_or_default(),
        title: title.as_ref().map_or("", |title| &title.words),
        opening: if inspection.is_stated() { opening.slice(text) } else { "" },
    };
    let named = title.as_ref().and_then(|title| title::inspected(&title.words));
    let inspected_body = match inspection.body.clone() {
        Some(body) if names_itself(&body) => {
            let names = [issuer.as_deref(), title.as_ref().map(|title| title.words.as_str())];
            place_of(&body, names.into_iter().flatten()).or_else(own)
        }
        body => body.or_else(own).or(named),
    };
    Header {
        inspected_body,
        round: level::round(&sources),
        kind: level::kind(&sources),
        level: level::level(&sources, lexicon),
        published: signature.published,
        inspection_start: inspection.start,
        inspection_end: inspection.end,
        feedback_date: inspection.feedback,
        inspecting_team: inspection.team,
        title: title.map(|title| title.words),
        issuer,
        phones: contact.phones,
        emails: contact.emails,
        address: contact.address,
        postcode: contact.postcode,
    }
}

/// Whether a body is named from its own point of view (我镇党委, 本行), so that its name stands elsewhere.
fn names_itself(body: &str) -> bool {
    const KINDS: &str = "省市县区镇乡院校局行厅部会街村社公单中委";
    body.starts_with('我') || body.strip_prefix('本').is_some_and(|rest| rest.starts_with(|c| KINDS.contains(c)))
}

/// The place that `body` means from its own point of view (我市, 本县), by a name that begins with it.
fn place_of<'n>(body: &str, names: impl Iterator<Item = &'n str>) -> Option<String> {
    let kind = body.chars().nth(1).filter(|kind| body.chars().count() == 2 && "省市县区州旗镇乡".contains(*kind))?;
    names.filter_map(|name| name.strip_prefix("中共").or(Some(name))).find_map(|name| {
        let end = name.find(kind).filter(|end| (3..=30).contains(end))?;
        Some(name[..end + kind.len_utf8()].to_owned())
    })
}

/// A four-digit year in a file's name: `notices/gaoxin-2024.txt` gives 2024.
#[must_use]
pub fn year_in_file_name(path: &str) -> Option<i16> {
    let name = path.rsplit(['/', '\\']).next()?;
    name.split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .find(|year| (1949..2100).contains(year))
}

#[cfg(test)]
mod tests;

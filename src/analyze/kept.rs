//! A notice as bytes, to be kept between two runs and read again by the same program.

use crate::header::year_in_file_name;
use crate::{Document, Notice};

/// The notice as bytes.
///
/// # Errors
/// None in practice: every part has a form as bytes.
pub fn to_bytes(notice: &Notice) -> serde_json::Result<Vec<u8>> {
    serde_json::to_vec(notice)
}

/// The notice that [`to_bytes`] made these of, as if it had just been parsed from `document`: the same bytes, perhaps under
/// another name. `None` where the bytes are no notice.
#[must_use]
pub fn from_bytes(bytes: &[u8], document: &Document) -> Option<Notice> {
    let mut notice: Notice = serde_json::from_slice(bytes).ok()?;
    notice.year = notice.header.year().or_else(|| year_in_file_name(&document.source().path));
    Some(notice)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lexicon;
    use crate::output::wire;

    #[test]
    fn a_notice_comes_back_as_it_was() {
        let lexicon = Lexicon::builtin();
        let text = "关于巡察整改情况的通报\n一、招商不力\n一是抓招商。签约亿元以上项目37个，其中外资6个，同比增长12.50%，完成率三分之二。2024年6月底前完成。责任单位：招商局。\n";
        let read = |path: &str| crate::ingest::from_bytes(text.into(), path.as_ref(), &Default::default()).unwrap();
        let document = read("2023.txt");
        let notice = crate::parse(&document, &lexicon);
        let bytes = to_bytes(&notice).unwrap();
        let shown = |document: &Document, notice: &Notice| {
            let options = wire::Options { rejected: true, ..wire::Options::default() };
            serde_json::to_string(&wire::notice(document, notice, &lexicon, &options)).unwrap()
        };
        assert_eq!(shown(&document, &from_bytes(&bytes, &document).unwrap()), shown(&document, &notice));
        let renamed = read("2019.txt");
        assert_eq!(from_bytes(&bytes, &renamed).unwrap().year, crate::parse(&renamed, &lexicon).year);
        assert!(from_bytes(b"{}", &document).is_none());
    }
}

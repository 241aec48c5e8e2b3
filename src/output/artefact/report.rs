//! `report.html`: the report that people read.

use super::Artefact;
use crate::i18n::Text;
use crate::output::report;

pub const ARTEFACT: Artefact = Artefact {
    file: "report.html",
    about: Text::new("报告，双击即可在浏览器中打开，不用联网", "the report: opens in a browser, no network needed"),
    write: |results, options, store| report::write(results, options, store),
};

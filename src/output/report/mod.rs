//! The report: one HTML file that opens from the disk, without a network.
//!
//! Comes in: the [`Results`] of a run and the user's templates. Goes out: `report.html`, and above a stated size a folder of its data
//! beside it. The overview and every chart stand in the page itself, so that they print and need no script; notices and
//! tables stand as JSON in the page and are shown by the scripts in `templates/app/`, which build text nodes only: no words of
//! a notice are ever read as markup. Start with [`write()`].

mod assets;
mod duplicates;
mod embed;
mod findings;
mod index;
mod metrics;
mod notice;
mod page;
mod places;
mod years;

pub use assets::shipped as shipped_templates;

use super::artefact::{Options, Store, WriteError};
use super::results::Results;
use embed::Part;

/// Writes the report.
///
/// # Errors
/// A template at fault; a store that does not take the files.
pub fn write(results: &Results<'_>, options: &Options, store: &mut dyn Store) -> Result<(), WriteError> {
    let analysis = results.analysis;
    let mut parts = vec![metrics::part(analysis), findings::part(analysis), duplicates::part(results)];
    parts.extend(analysis.notices.iter().enumerate().map(|(at, parsed)| notice::part(at, parsed, analysis)));
    let size: usize = parts.iter().map(|part| part.json.len()).sum();
    let beside = size > options.report_limit;
    let mut inside = vec![index::part(analysis)];
    if !beside {
        inside.append(&mut parts);
    }
    let page = page::render(results, options, &inside)?;
    let io = |file: &str| {
        let file = file.to_owned();
        |source| WriteError::Io { file, source }
    };
    for part in &parts {
        let name = part.file();
        store.put(&name, &mut |out| part.write_script(out)).map_err(io(&name))?;
    }
    store.put(FILE, &mut |out| out.write_all(page.as_bytes())).map_err(io(FILE))
}

const FILE: &str = "report.html";

/// What the report holds as data, for the parts that are made of JSON.
fn part(name: String, data: &impl serde::Serialize) -> Part {
    // The types of this folder have string keys and finite numbers: they always have a JSON form.
    Part { name, json: serde_json::to_string(data).unwrap_or_else(|_| "null".to_owned()) }
}

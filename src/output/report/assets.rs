//! The files that the page is made of: templates, style, scripts. Each can be replaced by one of the user's with its name.

use std::collections::BTreeMap;

/// Names and contents of the files, as shipped.
macro_rules! files {
    ($($name:literal),+ $(,)?) => { &[$(($name, include_str!(concat!("templates/", $name))),)+] };
}

const TEMPLATES: &[(&str, &str)] = files![
    "report.html",
    "charts.html",
    "overview.html",
    "notices.html",
    "years.html",
    "style.css",
    "app/dom.js",
    "app/words.js",
    "app/data.js",
    "app/table.js",
    "app/marks.js",
    "app/card.js",
    "app/tree.js",
    "app/notice.js",
    "app/paged.js",
    "app/metrics.js",
    "app/findings.js",
    "app/duplicates.js",
    "app/indicator.js",
    "app/main.js",
];

/// The shipped files by name: where a user's own templates start from.
pub fn shipped() -> impl Iterator<Item = (&'static str, &'static str)> {
    TEMPLATES.iter().copied()
}

/// All files in force: those shipped, with the user's in the place of those of the same name.
pub fn in_force(own: &BTreeMap<String, String>) -> BTreeMap<&str, &str> {
    let mut files: BTreeMap<&str, &str> = shipped().collect();
    files.extend(own.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    files
}

/// The scripts in the order in which they run.
pub fn scripts() -> impl Iterator<Item = &'static str> {
    shipped().map(|(name, _)| name).filter(|name| name.ends_with(".js"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_the_users_takes_the_place_of_the_shipped_one() {
        let own = BTreeMap::from([("style.css".to_owned(), "body{}".to_owned())]);
        let files = in_force(&own);
        assert_eq!(files["style.css"], "body{}");
        assert_eq!(files.len(), shipped().count());
    }

    #[test]
    fn every_template_in_the_folder_is_shipped() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/output/report/templates");
        let list = |folder: &std::path::Path| -> Vec<String> {
            let entries = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
            let files = entries.filter(|path| path.is_file());
            files.map(|path| path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/")).collect()
        };
        let mut found = [list(&root), list(&root.join("app"))].concat();
        let mut names: Vec<String> = shipped().map(|(name, _)| name.to_owned()).collect();
        found.sort();
        names.sort();
        assert_eq!(found, names);
    }
}

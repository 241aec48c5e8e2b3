//! A user's folder laid over the built-in dictionaries: what it changes, and every fault it can have.

use super::{Lexicon, check};
use crate::model::{Approx, Dimension};
use std::path::Path;

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).expect("a file");
    }
    folder
}

fn laid_over(files: &[(&str, &str)]) -> Lexicon {
    Lexicon::with_overlay(folder(files).path()).expect("no faults")
}

/// The faults of one file, each without the folder's name.
fn faults(name: &str, text: &str) -> Vec<String> {
    let folder = folder(&[(name, text)]);
    let root = format!("{}/", folder.path().display());
    check(folder.path()).iter().map(|fault| fault.to_string().replace(&root, "")).collect()
}

#[test]
fn a_row_adds_replaces_or_takes_away() {
    let lexicon = laid_over(&[
        ("units.tsv", "unit\tdimension\tbase\tfactor\tnote\n畦\tcount\t\t1\t\n斤\tmass\t千克\t0.6\t\n-回\n"),
        ("approx.tsv", "word\tside\tapprox\n-约\tbefore\n-以上\n堪堪\tbefore\tunder\n"),
        ("aliases.tsv", "alias\tcanonical\tdomain\n小高企\t高企\t\n-科小\n"),
    ]);
    assert_eq!(lexicon.units.get("畦").map(|unit| (unit.dimension, &*unit.base)), Some((Dimension::Count, "畦")));
    assert_eq!(lexicon.units.get("斤").map(|unit| unit.factor.to_string()), Some("0.6".to_owned()));
    assert!(lexicon.units.get("回").is_none());
    assert!(lexicon.units.get("个").is_some());
    assert_eq!(lexicon.approx_before.get("堪堪"), Some(&Approx::Under));
    assert!(lexicon.approx_before.get("约").is_none() && lexicon.approx_before.get("大约").is_some());
    assert!(lexicon.approx_after.get("以上").is_none());
    assert_eq!(lexicon.aliases.get("小高企").map(|name| &**name), Some("高新技术企业"));
    assert!(lexicon.aliases.get("科小").is_none());
    assert_ne!(lexicon.checksum(), Lexicon::builtin().checksum());
}

#[test]
fn an_empty_folder_changes_nothing() {
    let lexicon = laid_over(&[("README.md", "no dictionary"), ("vague.tsv", "\u{feff}# mine\nword\tclass\tweight\n")]);
    assert_eq!(lexicon.units.len(), Lexicon::builtin().units.len());
}

#[test]
fn a_canonical_name_stands_for_itself() {
    let lexicon = Lexicon::builtin();
    let text = "党支部和支部";
    let names: Vec<&str> = lexicon.aliases.find_in(text).map(|(_, name)| &**name).collect();
    assert_eq!(names, ["党支部", "党支部"]);
}

#[test]
fn faults_come_in_the_order_of_files_and_lines() {
    let folder = folder(&[
        ("units.tsv", "unit\tdimension\tbase\tfactor\tnote\n盏\tcount\t\t1\t\n盏\tcount\t\t一\t\n瓮\tcount\n"),
        ("aliases.tsv", "alias\tcanonical\tdomain\n甲\n"),
    ]);
    let places: Vec<_> = check(folder.path())
        .iter()
        .map(|fault| (fault.place().0.file_name().map(std::ffi::OsStr::to_owned), fault.place().1))
        .collect();
    assert_eq!(places, [("aliases.tsv", 2), ("units.tsv", 3), ("units.tsv", 4)].map(|(n, l)| (Some(n.into()), l)));
}

#[test]
fn each_fault_is_named_with_its_line() {
    for (name, text, want) in [
        (
            "units.tsv",
            "unit\tbase\n",
            "units.tsv:1: header is `unit\\tbase`, expected `unit\\tdimension\\tbase\\tfactor\\tnote`",
        ),
        ("units.tsv", "", "units.tsv:1: header is ``, expected `unit\\tdimension\\tbase\\tfactor\\tnote`"),
        (
            "unit_traps.tsv",
            "word\tnote\n年度\n",
            "unit_traps.tsv:2: 1 columns, expected 2 with a first one that is not empty",
        ),
        (
            "unit_traps.tsv",
            "word\tnote\n\tx\n",
            "unit_traps.tsv:2: 2 columns, expected 2 with a first one that is not empty",
        ),
        (
            "unit_traps.tsv",
            "word\tnote\n-\tx\n",
            "unit_traps.tsv:2: 2 columns, expected 2 with a first one that is not empty",
        ),
        ("unit_traps.tsv", "word\tnote\n甲乙 \tx\n", "unit_traps.tsv:2: white space around `甲乙 `"),
        ("unit_traps.tsv", "word\tnote\n甲\t\n乙\t\n甲\t\n", "unit_traps.tsv:4: `甲` stands here and in line 2"),
        (
            "unit_traps.tsv",
            "word\tnote\n-没有这词\n",
            "unit_traps.tsv:2: `-没有这词` takes away a word that is not built in",
        ),
        (
            "fixed_terms.tsv",
            "term\tclass\tnote\n一甲\tidiom\t\n",
            "fixed_terms.tsv:2: `idiom`, expected one of `slogan`, `name`, `word`",
        ),
        (
            "units.tsv",
            "unit\tdimension\tbase\tfactor\tnote\n甲\tcount\t\tx\t\n",
            "units.tsv:2: `x`, expected a decimal factor",
        ),
        (
            "units.tsv",
            "unit\tdimension\tbase\tfactor\tnote\n甲\tcount\t\t0\t\n",
            "units.tsv:2: `0`, expected a factor above zero",
        ),
        ("vague.tsv", "word\tclass\tweight\n甲\tweasel\t256\n", "vague.tsv:2: `256`, expected a weight from 0 to 255"),
        ("segmentation.tsv", "word\tfrequency\ttag\n甲\t-1\tn\n", "segmentation.tsv:2: `-1`, expected a frequency"),
        (
            "approx.tsv",
            "word\tside\tapprox\n约\tbefore\tmaybe\n",
            "approx.tsv:2: `maybe`, expected one of `exact`, `about`, `over`, `under`",
        ),
        ("aliases.tsv", "alias\tcanonical\tdomain\n甲\t\t\n", "aliases.tsv:2: ``, expected a canonical name"),
        ("aliases.tsv", "alias\tcanonical\tdomain\n甲\t甲\t\n", "aliases.tsv:2: alias `甲` leads back to itself"),
    ] {
        assert_eq!(faults(name, text), [want], "{text}");
    }
}

#[test]
fn all_faults_are_reported_not_only_the_first() {
    let folder = folder(&[
        ("aliases.tsv", "alias\tcanonical\tdomain\n甲\t乙\t\n乙\t甲\t\n丙\t丁\n"),
        ("other.tsv", ""),
        ("vague.tsv", "word\tclass\tweight\n甲\tbad\t1\n乙\tslogan\tx\n"),
    ]);
    assert_eq!(check(folder.path()).len(), 6);
    assert!(Lexicon::with_overlay(folder.path()).is_err());
}

#[test]
fn near_misses_are_no_faults() {
    for (name, text) in [
        ("approx.tsv", "word\tside\tapprox\n甲\tbefore\tover\n甲\tafter\tunder\n"),
        ("never_merge.tsv", "word\tother\treason\n甲\t乙\t\n甲\t丙\t\n"),
        ("aliases.tsv", "alias\tcanonical\tdomain\n甲\t乙\t\n乙\t丙\t\n"),
        ("unit_traps.tsv", "# mine\n\nword\tnote\r\n甲\tfrom a spreadsheet\r\n"),
    ] {
        assert_eq!(faults(name, text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_missing_folder_is_a_fault() {
    assert_eq!(check(Path::new("/no/such/folder")).len(), 1);
}

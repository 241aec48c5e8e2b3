//! The dictionary files: names, columns, and the built-in texts.

/// A dictionary file.
pub(super) struct File {
    pub name: &'static str,
    pub columns: &'static [&'static str],
    pub builtin: &'static str,
}

impl File {
    /// Whether a word may stand in several rows that differ in the second cell: sides, classes, partners.
    pub fn pairs(&self) -> bool {
        matches!(
            self.name,
            "approx.tsv" | "lint_cues.tsv" | "naming.tsv" | "never_merge.tsv" | "rule_words.tsv" | "unit_kin.tsv"
        )
    }
}

macro_rules! files {
    ($($id:ident: $name:literal [$($column:literal)+],)+) => {
        $(pub(super) const $id: File = File {
            name: $name,
            columns: &[$($column),+],
            builtin: include_str!(concat!("../../dicts/", $name)),
        };)+
        /// Every dictionary, in the order in which the checksum reads them.
        pub(super) const ALL: &[File] = &[$($id),+];
    };
}

files! {
    UNITS: "units.tsv" ["unit" "dimension" "base" "factor" "note"],
    FIXED_TERMS: "fixed_terms.tsv" ["term" "class" "note"],
    UNIT_TRAPS: "unit_traps.tsv" ["word" "note"],
    ALIASES: "aliases.tsv" ["alias" "canonical" "domain"],
    NEVER_MERGE: "never_merge.tsv" ["word" "other" "reason"],
    KIN: "kin.tsv" ["word" "kin" "class"],
    UNIT_KIN: "unit_kin.tsv" ["unit" "family"],
    VAGUE: "vague.tsv" ["word" "class" "weight"],
    EVIDENCE: "evidence.tsv" ["word" "class" "note"],
    DEEDS: "deeds.tsv" ["verb" "class" "note"],
    STATUS: "status.tsv" ["cue" "status" "note"],
    LABELS: "labels.tsv" ["label" "kind" "note"],
    HEADER: "header.tsv" ["cue" "fact" "note"],
    APPROX: "approx.tsv" ["word" "side" "approx"],
    CHANGE: "change.tsv" ["verb" "direction" "note"],
    ROLE: "role.tsv" ["cue" "role" "note"],
    NAMING: "naming.tsv" ["word" "class" "note"],
    NOISE: "noise.tsv" ["cue" "class" "note"],
    DEFICIENCY: "deficiency.tsv" ["word" "class" "note"],
    PHRASES: "phrases.tsv" ["phrase" "class" "note"],
    MARKER_TRAPS: "marker_traps.tsv" ["word" "note"],
    LINT_CUES: "lint_cues.tsv" ["word" "class" "note"],
    WORD_RULES: "word_rules.tsv" [
        "code" "name" "severity" "scope" "finds" "finds_en" "why" "why_en" "flagged" "passes" "source" "source_en"
    ],
    RULE_WORDS: "rule_words.tsv" ["word" "code" "sense" "note"],
    SEGMENTATION: "segmentation.tsv" ["word" "frequency" "tag"],
}

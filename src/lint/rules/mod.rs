//! The rules: one file each, registered here by one line.

mod missing_contact;
mod part_exceeds_whole;
mod problem_without_measure;
mod vague_measure;

use super::Rule;

/// Every rule of the program.
pub(super) fn all() -> Vec<Box<dyn Rule>> {
    vec![
        Box::new(vague_measure::VagueMeasure),
        Box::new(part_exceeds_whole::PartExceedsWhole),
        Box::new(problem_without_measure::ProblemWithoutMeasure),
        Box::new(missing_contact::MissingContact),
    ]
}

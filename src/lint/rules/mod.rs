//! The rules: one file each, registered here by one line.

mod activity_only;
mod conflicting_values;
mod damaged_number;
mod date_order;
mod day;
mod empty_section;
mod from_to_mismatch;
mod heading_mismatch;
mod impossible_percentage;
mod intensifier_pile_up;
mod label_without_text;
mod measure_without_problem;
mod missing_contact;
mod missing_feedback_date;
mod missing_period;
mod missing_publication_date;
mod numbering_gap;
mod numbering_repeat;
mod numbering_restart;
mod overdue_promise;
mod part_exceeds_whole;
mod placeholder;
mod problem_without_measure;
mod promise_without_date;
mod ratio_mismatch;
mod repeated_measure;
mod slogan_measure;
mod sum_mismatch;
mod unnamed_actor;
mod vague_action;
mod vague_measure;
mod warned;

use super::Rule;

/// Every rule of the program.
pub(super) fn all() -> Vec<Box<dyn Rule>> {
    vec![
        Box::new(vague_measure::VagueMeasure),
        Box::new(vague_action::VagueAction),
        Box::new(intensifier_pile_up::IntensifierPileUp),
        Box::new(unnamed_actor::UnnamedActor),
        Box::new(promise_without_date::PromiseWithoutDate),
        Box::new(overdue_promise::OverduePromise),
        Box::new(activity_only::ActivityOnly),
        Box::new(slogan_measure::SloganMeasure),
        Box::new(part_exceeds_whole::PartExceedsWhole),
        Box::new(sum_mismatch::SumMismatch),
        Box::new(ratio_mismatch::RatioMismatch),
        Box::new(conflicting_values::ConflictingValues),
        Box::new(from_to_mismatch::FromToMismatch),
        Box::new(impossible_percentage::ImpossiblePercentage),
        Box::new(damaged_number::DamagedNumber),
        Box::new(numbering_gap::NumberingGap),
        Box::new(numbering_repeat::NumberingRepeat),
        Box::new(numbering_restart::NumberingRestart),
        Box::new(problem_without_measure::ProblemWithoutMeasure),
        Box::new(measure_without_problem::MeasureWithoutProblem),
        Box::new(empty_section::EmptySection),
        Box::new(heading_mismatch::HeadingMismatch),
        Box::new(label_without_text::LabelWithoutText),
        Box::new(missing_contact::MissingContact),
        Box::new(missing_feedback_date::MissingFeedbackDate),
        Box::new(missing_period::MissingPeriod),
        Box::new(missing_publication_date::MissingPublicationDate),
        Box::new(date_order::DateOrder),
        Box::new(placeholder::Placeholder),
        Box::new(repeated_measure::RepeatedMeasure),
    ]
}

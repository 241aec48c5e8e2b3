//! What users and programs read.
//!
//! Comes in: parsed notices. Goes out: wire types (the JSON contract) and their printed forms, one file each. It decides
//! nothing about a notice. Start with [`wire`].

pub mod artefact;
#[cfg(feature = "tables")]
pub mod book;
pub mod changes;
pub mod columns;
mod context;
pub mod copies;
pub mod csv;
pub mod dataset;
pub mod decimal;
pub mod lint;
#[cfg(feature = "tables")]
pub mod parquet;
pub mod report;
pub mod results;
pub mod rows;
pub mod rules;
pub mod run;
#[cfg(feature = "tables")]
pub mod sqlite;
pub mod summary;
pub mod table;
mod terms;
pub mod tree;
pub mod warnings;
pub mod wire;
#[cfg(feature = "tables")]
pub mod xlsx;
pub mod years;
pub mod years_page;

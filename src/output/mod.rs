//! What users and programs read.
//!
//! Comes in: parsed notices. Goes out: wire types (the JSON contract) and their printed forms, one file each. It decides
//! nothing about a notice. Start with [`wire`].

pub mod decimal;
pub mod warnings;
pub mod wire;

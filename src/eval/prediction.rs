//! What a program says of a notice: the scored part of the JSON contract, read back from it, so that this program's output
//! and another's are scored alike.

use super::error::EvalError;
use super::gold::{Change, Facts, Rank, Threshold};
use super::place::Place;
use super::words::Word;
use crate::model::{Approx, NodeKind, Role, Specificity, Status};
use crate::output::wire;
use serde::Deserialize;
use std::path::Path;

/// A program's reading of one notice.
#[derive(Debug, Deserialize)]
pub struct Prediction {
    #[serde(default)]
    pub(super) header: Facts,
    #[serde(default)]
    pub(super) outline: Vec<Node>,
    #[serde(default)]
    pub(super) metrics: Vec<Metric>,
    /// What the rules found, if they were asked.
    pub(super) findings: Option<Vec<Finding>>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Finding {
    pub name: String,
    pub span: Place,
    #[serde(default)]
    pub quote: String,
    #[serde(default)]
    pub related: Vec<Related>,
    pub suppressed: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Related {
    pub span: Place,
}

#[derive(Debug, Deserialize)]
pub(super) struct Node {
    pub id: String,
    pub kind: Word<NodeKind>,
    pub marker: Option<String>,
    #[serde(default)]
    pub heading: String,
    pub span: Place,
    pub heading_span: Option<Place>,
    #[serde(default)]
    pub inline: bool,
    pub status: Option<Word<Status>>,
    pub specificity: Option<Word<Specificity>>,
    #[serde(default)]
    pub children: Vec<Node>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Metric {
    pub id: String,
    pub node: Option<String>,
    #[serde(default)]
    pub text: String,
    pub quantity: Quantity,
    #[serde(default)]
    pub name: String,
    pub value: Option<f64>,
    pub upper: Option<f64>,
    #[serde(default)]
    pub unit: String,
    #[serde(default)]
    pub approx: Word<Approx>,
    pub threshold: Option<Threshold>,
    pub part_of: Option<String>,
    pub rank: Option<Rank>,
    pub change: Option<Change>,
    #[serde(default)]
    pub role: Word<Role>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Quantity {
    pub span: Place,
}

impl Prediction {
    /// The scored part of a parsed notice's JSON form and of what the rules found in it.
    ///
    /// # Errors
    /// [`EvalError::Contract`], if the form lacks a field that is scored.
    pub fn of(notice: &wire::Notice, findings: &[wire::Finding]) -> Result<Self, EvalError> {
        let mut prediction: Self = serde_json::from_value(serde_json::to_value(notice)?)?;
        prediction.findings = serde_json::from_value(serde_json::to_value(findings)?)?;
        Ok(prediction)
    }

    /// A prediction from a JSON file.
    ///
    /// # Errors
    /// A file that cannot be read or is not in the shape of the JSON contract.
    pub fn read(path: &Path) -> Result<Self, EvalError> {
        let bytes = std::fs::read(path).map_err(|source| EvalError::Read { path: path.into(), source })?;
        serde_json::from_slice(&bytes).map_err(|source| EvalError::Form { path: path.into(), source })
    }

    /// Every node with its parent, in reading order.
    pub(super) fn nodes(&self) -> Vec<(&Node, Option<&Node>)> {
        let mut nodes = Vec::new();
        gather(&self.outline, None, &mut nodes);
        nodes
    }
}

fn gather<'p>(nodes: &'p [Node], parent: Option<&'p Node>, into: &mut Vec<(&'p Node, Option<&'p Node>)>) {
    for node in nodes {
        into.push((node, parent));
        gather(&node.children, Some(node), into);
    }
}

//! Findings as JSON Lines.

use std::io;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Finding, Origin};
use crate::model::Diagnostic;
use crate::output::json;

/// A finding and the file that it is of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FindingRecord {
    /// Path of the file as walked; `-` for standard input.
    pub path: String,
    /// The finding.
    #[serde(flatten)]
    pub diagnostic: Diagnostic,
}

/// Writes a finding on a line of its own.
pub(super) fn write(out: &mut Vec<u8>, origin: &Origin, finding: &Finding) -> io::Result<()> {
    json::line(out, &FindingRecord { path: origin.path.clone(), diagnostic: finding.diagnostic.clone() })
}

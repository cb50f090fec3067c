//! Turns the raw text of Vietnamese administrative bulletins into structured data.

pub mod citation;
pub mod model;

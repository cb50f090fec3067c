//! Turns the raw text of Vietnamese administrative bulletins into structured data.

pub mod model;

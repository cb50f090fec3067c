//! What the integration tests share.

pub mod compare;
pub mod generate;

//! What the integration tests share.

pub mod generate;

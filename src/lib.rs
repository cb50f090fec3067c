//! Turns the raw text of Vietnamese administrative bulletins into structured data.
//!
//! [`parse()`] is the whole library for most callers: any text in, a [`model::Bulletin`] out. Its stages are modules of
//! their own, in this order: [`text`] and [`lines`], [`spacing`], [`citation`], [`roles`], [`masthead`], [`setting`] and
//! [`page`], [`join`], [`stopped`], [`running`], [`signed`] and [`signatures`], [`board`], [`contents`], [`layout`],
//! [`head`], [`furniture`], [`cuts`], [`blocks`], [`closing`], [`assemble`], [`diagnose`]. The modules behind
//! [`command`] are the `bantin` program: they read files, call `parse` and write what comes back.
//!
//! ```
//! let bulletin = bantin::parse("Kính gửi: Ông Nguyễn Văn A", &bantin::Options::default());
//! assert_eq!(bulletin.schema, "bantin/1");
//! ```
#![forbid(unsafe_code)]
#![deny(clippy::print_stdout, clippy::print_stderr)]

pub mod agreement;
pub mod assemble;
pub mod blocks;
pub mod board;
pub mod citation;
pub mod cli;
pub mod closing;
pub mod command;
pub mod config;
pub mod contents;
pub mod cuts;
pub mod diagnose;
pub mod duplicates;
pub mod exit;
pub mod facts;
pub mod furniture;
pub mod head;
pub mod input;
pub mod join;
pub mod layout;
pub mod lines;
pub mod look;
pub mod masthead;
pub mod model;
pub mod options;
pub mod output;
pub mod page;
mod parse;
pub mod roles;
pub mod running;
pub mod setting;
pub mod signatures;
pub mod signed;
pub mod spacing;
pub mod stopped;
pub mod text;

pub use options::{Fixity, Options};
pub use parse::parse;

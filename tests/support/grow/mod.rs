//! Texts of any length, each of which asks for much of one kind of work: what could make the work grow faster than the text.
//!
//! A text of ten times the length is ten times as much of the same. The words vary, because repeated ones would be met in
//! caches of the processor and in tables of the program. Where it stops: there is no truth about these texts; what a bulletin
//! says is the business of `generate`.

// A generator may stop at what cannot happen; each user of it needs but a part.
#![allow(dead_code, missing_docs, unreachable_pub, clippy::unwrap_used)]

mod archives;
mod bulletins;
mod contents;
mod lines;

use super::generate::draw::Draw;
use super::generate::{prose, words};

/// A kind of text.
pub struct Case {
    /// Its name, which can be part of a file name.
    pub name: &'static str,
    made: Make,
}

impl Case {
    /// The command that has the most to do with it: `review` for what its pages alone do, `check` for what ends in findings
    /// or is looked for in all files, `convert` for all else.
    pub fn command(&self) -> &'static str {
        match self.name {
            "findings-on-one-line" => "review",
            name if CHECKED.contains(&name) => "check",
            _ => "convert",
        }
    }

    /// The files of an input of about so many bytes; the same ones for a seed each time.
    pub fn files(&self, seed: u64, bytes: usize) -> Vec<Vec<u8>> {
        let draw = &mut Draw::new(seed, self.name);
        match self.made {
            Make::File(make) => vec![make(draw, bytes)],
            Make::Files(make) => make(draw, bytes),
        }
    }
}

/// Kinds that are for `check`.
const CHECKED: [&str; 17] = [
    "all-wrong",
    "articles-twice",
    "contents-differ",
    "contents-foreign",
    "contents-reversed",
    "contents-table-differs",
    "files",
    "files-that-are-one",
    "files-that-share",
    "files-twice",
    "numbered-titles",
    "press-review-without-contents",
    "quotes",
    "quotes-on-one-line",
    "quotes-over-lines",
    "quotes-that-differ",
    "weak-articles",
];

/// How the files of a kind are made.
#[derive(Clone, Copy)]
enum Make {
    /// There is one.
    File(fn(&mut Draw, usize) -> Vec<u8>),
    /// The more bytes, the more files.
    Files(fn(&mut Draw, usize) -> Vec<Vec<u8>>),
}

/// A kind of file by itself.
type Made = (&'static str, fn(&mut Draw, usize) -> Vec<u8>);

/// All kinds: whole bulletins of each layout first, then what could go wrong in a part, then many files.
pub fn cases() -> impl Iterator<Item = Case> {
    let one = bulletins::CASES.iter().chain(contents::CASES).chain(lines::CASES);
    let one = one.map(|&(name, make)| Case { name, made: Make::File(make) });
    one.chain(archives::CASES.iter().map(|&(name, make)| Case { name, made: Make::Files(make) }))
}

/// Pieces, which get their number, as many as make a number of bytes.
fn fill(draw: &mut Draw, bytes: usize, mut piece: impl FnMut(&mut Draw, usize) -> String) -> String {
    let mut text = String::with_capacity(bytes + 1024);
    let mut number = 0;
    while text.len() < bytes {
        number += 1;
        text += &piece(draw, number);
    }
    text
}

/// How many articles a section has, and how far numbers go before they begin again. A text that is read in another way from
/// some length on, because its numbers get longer than printed numbers are, would tell nothing about the work.
const SECTION: usize = 12;

/// The number that is printed for an article or item.
fn again(number: usize) -> usize {
    (number - 1) % SECTION + 1
}

/// The page that an article is on.
fn page(number: usize) -> usize {
    number / 20 + 1
}

/// The citation at the end of an article.
fn citation(draw: &mut Draw) -> String {
    let (site, author) = (draw.one(words::SITES), words::by_line(draw));
    format!("({site} {:02}/02, {author})", draw.between(1, 13))
}

/// A title that no other article has. The number stands inside, for with one at its end a line that comes again looks like
/// the header of a page.
fn title(draw: &mut Draw, number: usize) -> String {
    format!("Ở xóm {number}: {}", prose::title(draw).trim_end_matches(['.', '?', '!']))
}

/// The heading of a section, for the article with which it begins.
fn section(draw: &mut Draw, number: usize) -> String {
    format!("{} VÀ XÓM {number} HÔM NAY", draw.one(words::SECTIONS))
}

/// The row above a group of documents in a table of contents, where this document begins one that is not the first.
fn group(draw: &mut Draw, number: usize) -> String {
    if number > 1 && again(number) == 1 { section(draw, number) + "\t\t\t\n" } else { String::new() }
}

/// A row of the table that lists documents, behind the heading of its group where it is the first.
fn row(draw: &mut Draw, number: usize, title: &str) -> String {
    let group = group(draw, number);
    format!("{group}{}.\t{title}\t{}\t{}\n", again(number), draw.one(words::AGENCIES), page(number))
}

/// A paragraph as a PDF gives it: short lines that end in a space where the paragraph goes on.
fn wrapped(text: &str, width: usize) -> String {
    let mut lines = String::new();
    let mut length = 0;
    for word in text.split(' ') {
        if length > width {
            lines.push('\n');
            length = 0;
        }
        lines += word;
        lines.push(' ');
        length += word.chars().count() + 1;
    }
    lines.trim_end().to_owned() + "\n"
}

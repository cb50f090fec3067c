//! Several newspapers in one citation: which of its parts name them.
//!
//! `Tuổi Trẻ` alone looks like a person as much as a newspaper. What tells is how the parts stand together: a page belongs
//! to a newspaper, and so does a day that follows a name without a comma; what stands in one row with newspapers is one.
//! Whoever bears a family name is none, and a name that nothing tells apart stays what its place makes of it.

use super::byline::{is_introduced, is_person};
use super::names::{is_possible_name, names_subjects, opens_like_a_person, reads_like_a_paper};
use super::vocabulary::{
    has_coined_spelling, holds_prose, is_agency, is_coined, is_common_noun, is_nobody, is_place, is_press,
};
use super::words::{Part, Words};
use crate::text::chars;

/// What a part looks like by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
enum Look {
    /// It says so: an address, the words of the press, an agency.
    Known,
    /// A newspaper's name and no person's: a subject, small letters, a coined spelling, `… Trẻ`.
    Paper,
    /// One foreign word or an acronym: a newspaper in the company of others.
    Coined,
    /// A capitalised name that could be either.
    Either,
    /// A person.
    Person,
    /// None of these.
    Other,
}

/// Which parts name newspapers, where several do; none elsewhere.
pub(super) fn listed(words: &Words<'_>) -> Vec<usize> {
    let parts = &words.parts;
    // Most citations hold one part before the date and one behind it.
    if parts.len() < 2 {
        return Vec::new();
    }
    let marked = marked(words);
    if !marked.is_empty() {
        return marked;
    }
    row(words)
}

/// Newspapers that each have a page or a date of their own; the first name in the citation is one of them.
fn marked(words: &Words<'_>) -> Vec<usize> {
    let own = |mark: fn(&Part) -> bool| {
        let marks = || words.parts.iter().enumerate().filter(|(_, part)| mark(part)).map(|(at, _)| at);
        let Some((first, _)) = marks().next().zip(marks().nth(1)) else { return Vec::new() };
        let mut before = words.parts.iter().take(first);
        let opens = before.all(|part| look(words, part) == Look::Person);
        let names = |at: usize| words.parts.get(at).is_some_and(|part| look(words, part) < Look::Person);
        if opens && marks().all(names) { marks().collect() } else { Vec::new() }
    };
    let paged = own(|part| part.before_page);
    if paged.is_empty() { own(|part| part.before_date) } else { paged }
}

/// A row of newspapers before the date, or where there is none.
fn row(words: &Words<'_>) -> Vec<usize> {
    let parts = &words.parts;
    let open = |part: &Part| !part.photo && !part.labelled;
    let run = parts.windows(2).take_while(|pair| match pair {
        [left, right] => open(left) && open(right) && !words.parted_by_date(left, right),
        _ => false,
    });
    let count = run.count() + 1;
    if count < 2 {
        return Vec::new();
    }
    let looks: Vec<Look> = parts.iter().take(count).map(|part| look(words, part)).collect();
    // People may stand before their newspaper.
    let first = looks.iter().take_while(|look| **look == Look::Person).count();
    let looks = looks.get(first..).unwrap_or_default();
    let papers = |looks: &[Look]| looks.iter().filter(|look| **look == Look::Paper).count();
    // A date that follows the last name without a comma is a newspaper's, and semicolons stand between newspapers rather
    // than people: one that cannot be a person's then tells what the others are. The first of a row is the source anyway.
    let dated = parts.get(count - 1).is_some_and(|part| part.before_date);
    let between = |pair: &[Part]| match pair {
        [left, right] => words.original(&(left.range.end..right.range.start)).contains(';'),
        _ => false,
    };
    let parted = || parts.get(first..count).unwrap_or_default().windows(2).all(between);
    let names = looks.iter().all(|look| *look < Look::Person);
    if looks.len() > 2 && names && papers(looks.get(1..).unwrap_or_default()) > 0 && (dated || parted()) {
        return (first..count).collect();
    }
    let told = papers(looks) > 0;
    let sure = |look: &&Look| matches!(look, Look::Known | Look::Paper) || **look == Look::Coined && told;
    let length = looks.iter().take_while(sure).count();
    if told && length > 1 { (first..first + length).collect() } else { Vec::new() }
}

fn look(words: &Words<'_>, part: &Part) -> Look {
    let text = words.original(&part.range);
    let pieces = || words.pieces(part).iter().map(|(range, _)| words.original(range));
    if words.address_in(&part.range).is_some() || is_press(text) || is_agency(text) {
        return Look::Known;
    }
    if part.photo || part.labelled || !text.starts_with(chars::is_uppercase) || pieces().any(is_nobody) {
        return Look::Other;
    }
    if pieces().any(|piece| opens_like_a_person(piece) || is_introduced(piece)) {
        return Look::Person;
    }
    if !is_possible_name(text, true) || is_common_noun(text) || holds_prose(text) || is_place(text) {
        return Look::Other;
    }
    let letters = text.chars().count();
    if has_coined_spelling(text) || names_subjects(text) || reads_like_a_paper(text) {
        Look::Paper
    } else if is_coined(text) || (3..=5).contains(&letters) && text.chars().all(chars::is_uppercase) {
        Look::Coined
    } else if pieces().all(is_person) {
        Look::Either
    } else {
        // Small letters behind the first word (`Dân trí`).
        Look::Paper
    }
}

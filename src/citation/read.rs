//! Reads the words of a citation: source, agency, date, by-line, link.
//!
//! Takes the text between the parentheses and gives each piece a meaning; what cannot be given one is counted, so that
//! `judge` can refuse prose. Where the citation begins and ends in its block is found in `locate`.

use std::ops::Range;

use super::byline::{Join, Piece, Split, is_person, pieces, read_piece};
use super::date::PrintedDate;
use super::entry;
use super::locate::with_slash;
use super::marker::{Marker, marker};
use super::names::{
    is_numbered_name, is_pen_name, is_people, is_possible_name, name_score, names_newspaper, names_subjects,
    opens_like_a_person, reads_like_a_paper, shape_score,
};
use super::papers;
use super::refuse::credits_photo;
use super::source::Address;
use super::vocabulary::{
    has_coined_spelling, holds_prose, is_agency, is_coined, is_common_noun, is_nobody, is_place, is_press,
};
use super::words::{Part, Words};
use crate::model::Source;
use crate::text::chars;

/// What the source was known by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// No source.
    None,
    /// An address, also with a slip in it.
    Address,
    /// A name with the words of the press.
    Press,
    /// A news agency.
    Agency,
    /// A name by its place alone.
    Name,
}

/// A source as it stands among a citation's words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Named<'t> {
    pub(crate) name: &'t str,
    /// The domain as printed.
    domain: Option<&'t str>,
    agency: Option<&'t str>,
}

impl<'t> Named<'t> {
    /// A source that a name alone tells.
    pub(crate) fn of(name: &'t str) -> Self {
        Self { name, domain: None, agency: None }
    }
}

impl From<Named<'_>> for Source {
    fn from(named: Named<'_>) -> Self {
        Self {
            name: named.name.to_owned(),
            domain: named.domain.map(str::to_lowercase),
            agency: named.agency.map(str::to_owned),
        }
    }
}

/// What a citation's words say.
#[derive(Debug, Clone)]
pub(crate) struct Reading<'t> {
    pub(crate) source: Option<Named<'t>>,
    pub(crate) kind: Kind,
    pub(crate) date: Option<PrintedDate>,
    pub(crate) authors: Vec<&'t str>,
    pub(crate) url: Option<&'t str>,
    pub(crate) marker: Marker,
    /// A page or an issue's number stands in it.
    pub(crate) page: bool,
    /// A by-line's label (`Tin, ảnh:`) stands in it.
    pub(crate) label: bool,
    /// The editors stand in it (`PV`, `tổng hợp`).
    pub(crate) nobody: bool,
    /// Capitalised pieces without a meaning.
    pub(crate) strange: usize,
    /// Pieces that read like prose.
    pub(crate) prose: usize,
    /// How many newspapers it lists, where it lists several.
    pub(crate) papers: usize,
    /// One of these is spelled as trade names alone are (`VnExpress`).
    pub(crate) coined: bool,
    /// Words that send the reader to an address stand before it (`Xem chi tiết tại`).
    pub(crate) pointing: bool,
}

impl Reading<'_> {
    /// Of no words behind a marker.
    pub(crate) fn behind(marker: Marker) -> Self {
        Self {
            source: None,
            kind: Kind::None,
            date: None,
            authors: Vec::new(),
            url: None,
            marker,
            page: false,
            label: false,
            nobody: false,
            strange: 0,
            prose: 0,
            papers: 0,
            coined: false,
            pointing: false,
        }
    }
}

/// Reads the words of a citation, parted by single spaces; `None` where they are a caption's or there are none.
pub(crate) fn read(words: &str) -> Option<Reading<'_>> {
    let trimmed = words
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '/' | '*' | '_' | '-' | '–'));
    if trimmed.is_empty() || credits_photo(trimmed) {
        return None;
    }
    let trimmed =
        with_slash(words.get(trimmed.as_ptr() as usize - words.as_ptr() as usize..).unwrap_or(trimmed), trimmed);
    if let Some(entry) = entry::read(trimmed) {
        return Some(entry);
    }
    let (marker, rest) = marker(trimmed);
    if marker != Marker::None && credits_photo(rest) {
        return None;
    }
    let mut words = Words::scan(rest);
    let mut reading = Reading {
        date: words.date.take(),
        url: words.addresses.iter().find_map(|address| address.url),
        page: words.page,
        label: words.label.is_some(),
        ..Reading::behind(marker)
    };
    words.read_into(&mut reading);
    Some(reading)
}

impl<'a> Words<'a> {
    fn read_into(&self, reading: &mut Reading<'a>) {
        let parts = &self.parts;
        let known = self.source_part();
        let linked = known.and_then(|index| parts.get(index)).is_some_and(|part| self.link_in(&part.range).is_some());
        let papers = papers::listed(self);
        let placed = papers.is_empty() && (known.is_none() || linked);
        let by_place = if placed { self.name_part(linked, reading) } else { None };
        for (index, part) in parts.iter().enumerate() {
            if part.photo {
                continue;
            }
            if papers.contains(&index) {
                self.read_paper(part, known == Some(index), reading);
            } else if by_place == Some(index) {
                self.read_name(part, reading);
            } else {
                self.read_part(part, known == Some(index) && by_place.is_none(), reading);
            }
        }
        // An agency alone is the source; beside a source it is where that took the text from.
        if let Some(source) = &mut reading.source
            && reading.kind == Kind::Agency
            && source.agency.is_none()
        {
            source.agency = Some(source.name);
        }
    }

    /// The part that names the source by its own words: an address first, then the press, then an agency.
    fn source_part(&self) -> Option<usize> {
        let open = || self.parts.iter().enumerate().filter(|(_, part)| !part.photo);
        let names = |part: &Part, is_source: fn(&str) -> bool| {
            let pieces = self.pieces(part);
            let whole = Some(&part.range).filter(|whole| pieces.first().is_none_or(|(first, _)| first != *whole));
            let mut ranges = pieces.iter().map(|(range, _)| range).chain(whole);
            ranges.any(|range| is_source(without_marker(self.original(range))))
        };
        open()
            .find(|(_, part)| self.address_in(&part.range).is_some() && self.link_in(&part.range).is_none())
            .or_else(|| open().find(|(_, part)| names(part, is_press)))
            .or_else(|| open().find(|(_, part)| names(part, is_agency)))
            // A link names the source only where nothing else does.
            .or_else(|| open().find(|(_, part)| self.link_in(&part.range).is_some()))
            .map(|(index, _)| index)
    }

    /// A link with a path in the part; a domain alone is a name, a link an address.
    fn link_in(&self, range: &Range<usize>) -> Option<&Address<'a>> {
        self.address_in(range).filter(|address| address.url.is_some())
    }

    /// The part that is the source by its place: before the date, not shaped like a person, else the first.
    fn name_part(&self, linked: bool, reading: &Reading<'_>) -> Option<usize> {
        let parts = &self.parts;
        let evident = reading.date.is_some() || reading.page || reading.marker != Marker::None;
        let text = |index: usize| parts.get(index).map_or("", |part| self.original(&part.range));
        let open = |(index, part): (usize, &Part)| {
            let named = !part.photo && !part.labelled && self.address_in(&part.range).is_none();
            (named && !is_nobody(text(index))).then_some(index)
        };
        let mut candidates: Vec<usize> = parts.iter().enumerate().filter_map(open).collect();
        // A place is no source beside what names a newspaper.
        let is_paper = |index: &usize| is_coined(text(*index)) || names_newspaper(text(*index));
        if candidates.iter().any(|index| is_place(text(*index))) && candidates.iter().any(is_paper) {
            candidates.retain(|index| !is_place(text(*index)));
        }
        let first = *candidates.first()?;
        // What stands alone before the date is the source, whatever its shape, where the people follow.
        if let (Some(date), Some(part)) = (self.dates.first(), parts.get(first))
            && part.range.end <= date.start
            && parts.iter().skip(1).all(|other| other.range.start >= date.end)
            && (candidates.len() > 1 || reading.label || parts.len() > 1 && !linked)
            // `(Lê Thoa 19/4, VnExpress)`: unless it is a person's name, and what follows is none.
            && !(is_people(text(first)) && candidates.iter().skip(1).any(|other| !is_people(text(*other))))
        {
            return Some(first);
        }
        if reading.label && !evident || linked && reading.date.is_none() {
            return None;
        }
        let scored = candidates.iter().map(|&index| {
            let people = is_people(text(index));
            let before_date = parts.get(index).is_some_and(|part| part.before_date);
            let score = shape_score(text(index), people) + i32::from(before_date) * 2 + i32::from(index == 0);
            (index, score, people)
        });
        let best = scored.max_by_key(|(index, score, _)| (*score, std::cmp::Reverse(*index)))?;
        // A person alone, with or without a date, is an author without a source.
        (!best.2 || candidates.len() > 1 && evident).then_some(best.0)
    }

    /// Takes a whole part as the source's name.
    fn read_name(&self, part: &Part, reading: &mut Reading<'a>) {
        let text = self.original(&part.range);
        if text.chars().any(chars::is_numeric) && !is_numbered_name(text) {
            reading.prose += 1;
            return;
        }
        let split: Vec<Split<'_>> = pieces(text).collect();
        let mut name = text;
        // `Giang Hương/Nhân Dân 19/4`, `TTXVN/…` without a word of the press: the last piece is the source.
        if split.len() > 1
            && let Some(last) = split.last()
            && last.join != Join::And
            && (last.join == Join::Slash
                || split.iter().take(split.len() - 1).all(|piece| opens_like_a_person(piece.text)))
        {
            for piece in split.iter().take(split.len() - 1) {
                self.read_people(*piece, reading);
            }
            name = last.text;
        }
        // `Nhân Dân - Lê Thoa, 19/4`, `Giang Hương - VnExpress, 19/4`: the piece that is most like a newspaper. Where none
        // is, the dash is the name's own (`Giáo dục - Thời đại`).
        if name == text && split.len() > 1 && split.iter().skip(1).all(|piece| piece.join == Join::Dash) {
            let scores: Vec<i32> = split.iter().map(|piece| name_score(piece.text)).collect();
            let best = scores.iter().max().copied().unwrap_or_default();
            let only = scores.iter().filter(|score| **score == best).count() == 1;
            let others = split.iter().zip(&scores).filter(|(_, score)| **score != best);
            if only && others.clone().all(|(piece, _)| is_person(piece.text)) {
                for (piece, _) in others {
                    self.read_people(*piece, reading);
                }
                name =
                    split.iter().zip(&scores).find(|(_, score)| **score == best).map_or(name, |(piece, _)| piece.text);
            }
        }
        reading.kind = Kind::Name;
        reading.source = Some(Named::of(name));
    }

    /// One of several newspapers: the first is the source, the others nobody's names.
    fn read_paper(&self, part: &Part, holds_source: bool, reading: &mut Reading<'a>) {
        let text = self.original(&part.range);
        let name = without_marker(text);
        if self.address_in(&part.range).is_some() || is_press(name) || is_agency(name) {
            self.read_part(part, holds_source, reading);
        } else if reading.source.is_none() {
            reading.kind = Kind::Name;
            reading.source = Some(Named::of(name));
        } else {
            read_press(name, reading);
        }
        reading.papers += 1;
        reading.coined |= has_coined_spelling(name);
    }

    fn read_part(&self, part: &Part, holds_source: bool, reading: &mut Reading<'a>) {
        let full = self.pieces(part);
        let mut index = 0;
        while let Some((range, join)) = full.get(index).cloned() {
            index += 1;
            let text = self.original(&range);
            if let Some(address) = self.address_in(&range) {
                self.read_address(address, &range, holds_source, reading);
                continue;
            }
            let name = without_marker(text);
            if is_agency(name) {
                read_agency(name, holds_source && !self.has_better(part), reading);
                // `TTXVN/Tin tức`: what an agency is printed by, if it is no person.
                if let Some((next, Join::Slash)) = full.get(index)
                    && is_paper(self.original(next))
                {
                    read_press(self.original(next), reading);
                    index += 1;
                }
                continue;
            }
            // A press name may hold a dash or `và` of its own: `Báo Bà Rịa - Vũng Tàu`, `Báo Sức khỏe và Đời sống`.
            if is_press(name) {
                let mut end = range.end;
                while let Some((next, join)) = full.get(index) {
                    let more = self.original(next);
                    let spaced = self.original(&(end..next.start)).contains(char::is_whitespace);
                    let double = is_place(&format!("{} - {more}", last_words(self.original(&(range.start..end)), 2)));
                    let pen_name = spaced && !double && is_pen_name(more);
                    let person = is_person(more) && (opens_like_a_person(more) || pen_name);
                    let other = is_agency(more) || is_nobody(more) || self.address_in(next).is_some();
                    let broadcaster = chars::strip_suffix(text, "phát thanh").is_some();
                    let another = is_press(more) && !broadcaster;
                    if *join == Join::Slash || person && *join == Join::Dash || other || another {
                        break;
                    }
                    end = next.end;
                    index += 1;
                }
                // `Báo Nông thôn Ngày nay/Dân Việt`: a second title, no author.
                if let Some((next, Join::Slash)) = full.get(index)
                    && let title = self.original(next)
                    && !opens_like_a_person(title)
                    && is_person(title)
                    && !is_agency(title)
                {
                    index += 1;
                }
                let start = range.end - name.len();
                read_press(self.original(&(start..end)), reading);
                continue;
            }
            // Capitals before a slash and a source: an agency that is not listed.
            let slash_next = full.get(index).is_some_and(|(next, join)| {
                *join == Join::Slash && (self.address_in(next).is_some() || is_press(self.original(next)))
            });
            let acronym = |fewest| {
                (fewest..=7).contains(&name.chars().count())
                    && name.chars().all(chars::is_uppercase)
                    && !is_nobody(name)
            };
            if slash_next && acronym(2) {
                read_agency(name, false, reading);
                continue;
            }
            // Before an agency, they are what prints it (`BNEWS/TTXVN`); two or three may be somebody's initials.
            let agency_next =
                full.get(index).is_some_and(|(next, join)| *join == Join::Slash && is_agency(self.original(next)));
            if agency_next && acronym(4) {
                read_press(name, reading);
                continue;
            }
            // `TTXVN/Vietnam+`, `VnExpress và TTXVN`: a coined name beside an agency is where the text was printed, and
            // never a person.
            if has_coined_spelling(name) {
                read_press(name, reading);
                continue;
            }
            self.read_people(Split { text, join, start: 0 }, reading);
        }
    }

    /// Whether the part holds a better source than an agency.
    fn has_better(&self, part: &Part) -> bool {
        self.address_in(&part.range).is_some()
            || self.pieces(part).iter().any(|(range, _)| is_press(self.original(range)))
    }

    fn read_address(&self, address: &Address<'a>, piece: &Range<usize>, holds_source: bool, reading: &mut Reading<'a>) {
        let before = self.original(&(piece.start..address.range.start)).trim();
        let after = self.original(&(address.range.end..piece.end)).trim();
        let mut name = address.name;
        let mut agency = None;
        let head = without_marker(before).trim_matches(|c: char| c == ':' || c.is_whitespace() || c == '(');
        // `Lê Thoa tổng hợp từ Plo.vn`
        let head = [" từ", " theo", " nguồn"].iter().find_map(|word| head.strip_suffix(word)).unwrap_or(head);
        let one_of = |words: &[&str]| words.iter().any(|word| chars::is_word(head, word));
        if head.is_empty() || one_of(&["theo", "nguồn"]) || is_nobody(head) {
            reading.nobody |= is_nobody(head);
        } else if one_of(&POINTING) {
            reading.pointing = true;
        } else if one_of(&OF_ADDRESSES) || is_press(&format!("{head} X")) {
            let start = piece.start + self.original(piece).find(head).unwrap_or(0);
            let end = if before.ends_with('(') || before.contains('(') { piece.end } else { address.range.end };
            name = self.original(&(start..end));
        } else if is_agency(head) {
            agency = Some(head);
        } else {
            self.read_people(Split { text: head, join: Join::First, start: 0 }, reading);
        }
        if !after.is_empty() && name == address.name {
            let text = after.trim_matches([':', ' ', '.']);
            self.read_people(Split { text, join: Join::First, start: 0 }, reading);
        }
        match (&mut reading.source, reading.kind) {
            // A second address is neither source nor author; a link gives the first one its address.
            (Some(_), Kind::Address) => {}
            // The first of several newspapers is the source.
            (Some(_), Kind::Name | Kind::Press) if reading.papers > 0 => {}
            _ if address.url.is_some() && !holds_source => {}
            (earlier, _) => {
                let taken = earlier.take().filter(|_| reading.kind == Kind::Agency).map(|source| source.name);
                reading.kind = Kind::Address;
                reading.source = Some(Named { name, domain: address.domain, agency: agency.or(taken) });
            }
        }
    }

    fn read_people(&self, piece: Split<'a>, reading: &mut Reading<'a>) {
        let text = piece.text.trim();
        if text.is_empty() {
            return;
        }
        match read_piece(&Split { text, ..piece }, !reading.authors.is_empty()) {
            Piece::Person(name) => {
                reading.nobody |= name.len() < text.len();
                reading.authors.push(name);
            }
            Piece::Nobody => reading.nobody = true,
            Piece::PlaceCode => {}
            Piece::Other if text.chars().all(|c| c.is_ascii_digit()) && reading.page => {}
            // A slip of the pen (`19//4`) is no prose.
            Piece::Other if text.chars().any(chars::is_numeric) && !text.contains(char::is_whitespace) => {
                reading.strange += 1;
            }
            Piece::Other if text.starts_with(chars::is_uppercase) => reading.strange += 1,
            Piece::Other => reading.prose += 1,
        }
    }
}

fn read_press<'a>(name: &'a str, reading: &mut Reading<'a>) {
    if reading.source.is_none() || reading.kind == Kind::Agency {
        let agency = reading.source.map(|source| source.name);
        reading.kind = Kind::Press;
        reading.source = Some(Named { name, domain: None, agency });
    }
}

fn read_agency<'a>(name: &'a str, alone: bool, reading: &mut Reading<'a>) {
    match &mut reading.source {
        Some(source) => {
            source.agency.get_or_insert(name);
        }
        None => {
            // Named before the source: kept as the source until one follows.
            reading.kind = Kind::Agency;
            reading.source = Some(Named { name, domain: None, agency: alone.then_some(name) });
        }
    }
}

/// Whether a name is hardly a person's: with small letters behind the first word, or as everyday words are.
fn is_paper(name: &str) -> bool {
    let small = name.split_whitespace().skip(1).all(|word| word.starts_with(chars::is_lowercase));
    (name.contains(' ') && small || reads_like_a_paper(name) || names_subjects(name))
        && is_possible_name(name, true)
        && !is_press(name)
        && !is_common_noun(name)
        && !holds_prose(name)
}

/// The last words of a name, parted by single spaces.
fn last_words(text: &str, count: usize) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.get(words.len().saturating_sub(count)..).unwrap_or_default().join(" ")
}

/// Words before an address that are part of the source's name (`Báo Plo.vn`), lower case.
const OF_ADDRESSES: [&str; 9] = ["báo", "trang", "website", "web", "báo mạng", "cổng", "trang web", "tạp chí", "kênh"];

/// Words that send the reader to the address behind them, lower case. Prose does so as well.
const POINTING: [&str; 9] = [
    "xem chi tiết tại",
    "xem chi tiết",
    "xem thêm tại",
    "xem thêm",
    "xem tại",
    "xem bài tại",
    "chi tiết tại",
    "chi tiết xem tại",
    "link",
];

fn without_marker(text: &str) -> &str {
    let (marker, rest) = marker(text);
    if marker == Marker::None { text } else { rest }
}

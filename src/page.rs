//! The page as the later stages share it: lines, their candidate roles, and what the whole text tells of its layout.

use std::cell::{Cell, OnceCell};
use std::ops::{Range, RangeInclusive};

use crate::citation::{self, Closing, Form};
use crate::lines::Line;
use crate::masthead::{self, Reading};
use crate::model::{LineRange, MastheadRole};
use crate::roles::{self, Candidate, Roles};
use crate::setting::{LEAST_INDENT, Setting, first_word};
use crate::spacing::Numbers;
use crate::text::chars;
use crate::text::enumerator::{self, Enumerator};
use crate::text::key::KeyHash;
use crate::text::letters;

/// Lines with their candidate roles.
#[derive(Debug)]
pub struct Page<'t> {
    /// The whole text.
    text: &'t str,
    /// Whether a form feed stands in it: in most texts none does, and lines need not be searched for one.
    fed: bool,
    /// Physical lines.
    pub lines: Vec<Line<'t>>,
    /// Candidate roles, one for each line.
    pub candidates: Vec<Candidate>,
    /// How the text was set.
    pub setting: Setting,
    /// The numbers of the lines in the file.
    numbers: Numbers,
    /// The citations at the ends of lines as far as they were read, by [`Candidate::ending`].
    closings: Vec<OnceCell<citation::Closings>>,
    /// What lines say as those of a masthead do, as far as somebody asked.
    readings: OnceCell<Box<[OnceCell<Box<Reading>>]>>,
    /// The keys of lines as far as they were read; empty ones for the others.
    keys: OnceCell<Box<[Cell<KeyHash>]>>,
}

impl<'t> Page<'t> {
    /// Joins the lines of a text and their candidates, and measures the setting.
    pub fn new(text: &'t str, lines: Vec<Line<'t>>, candidates: Vec<Candidate>) -> Self {
        let setting = Setting::measure(&lines, &candidates);
        let endings = candidates.iter().filter(|line| line.any(Roles::CLOSING | Roles::SOURCE_LINE)).count();
        let closings = std::iter::repeat_with(OnceCell::new).take(endings).collect();
        Self {
            text,
            fed: memchr::memchr(0x0C, text.as_bytes()).is_some(),
            lines,
            candidates,
            setting,
            numbers: Numbers::default(),
            closings,
            readings: OnceCell::new(),
            keys: OnceCell::new(),
        }
    }

    /// The page of a text.
    #[cfg(test)]
    pub fn of(text: &'t str) -> Self {
        let lines = crate::lines::split(text);
        let candidates = roles::candidates(&lines);
        Self::new(text, lines, candidates)
    }

    /// The page with the numbers that its lines have in the file, where some were left out.
    pub fn numbered(self, numbers: Numbers) -> Self {
        Self { numbers, ..self }
    }

    /// The whole text.
    pub fn whole(&self) -> &'t str {
        self.text
    }

    /// Hides these lines: they read as blank ones.
    pub fn hide(&mut self, lines: Range<usize>) {
        for candidate in self.candidates.get_mut(lines).into_iter().flatten() {
            *candidate = Candidate { roles: Roles::BLANK, ..Candidate::default() };
        }
    }

    /// The number in the file, from 1, of the line at an index.
    pub fn number(&self, at: usize) -> u32 {
        self.numbers.of(at)
    }

    /// The line at an index, as a range of the output.
    pub fn single(&self, at: usize) -> LineRange {
        LineRange::single(self.number(at))
    }

    /// The lines at these indices, as a range of the output.
    pub fn range(&self, lines: &RangeInclusive<usize>) -> LineRange {
        LineRange::new(self.number(*lines.start()), self.number(*lines.end()))
    }

    /// The index of the line with a number.
    pub fn index(&self, number: u32) -> usize {
        self.numbers.index(number)
    }

    /// The line with a number; None where that was left out.
    pub fn line(&self, number: u32) -> Option<&Line<'t>> {
        self.lines.get(self.numbers.find(number)?)
    }

    /// The lines of a range of the output.
    pub fn between(&self, lines: LineRange) -> &[Line<'t>] {
        let end = self.index(lines.last.saturating_add(1)).min(self.lines.len());
        self.lines.get(self.index(lines.first)..end).unwrap_or_default()
    }

    /// Where a line begins in the whole text.
    pub fn start(&self, line: &Line<'_>) -> usize {
        line.raw.as_ptr() as usize - self.text.as_ptr() as usize
    }

    /// The index of the line at a place of the whole text.
    pub fn line_at(&self, place: usize) -> usize {
        self.lines.partition_point(|line| self.start(line) <= place).saturating_sub(1)
    }

    /// The line's own text, without a trailing back link.
    #[inline]
    pub fn text(&self, at: usize) -> &str {
        let own = self.candidates.get(at).map_or(0, |c| c.own);
        self.lines.get(at).and_then(|l| l.text.get(..own)).unwrap_or("")
    }

    /// The citation at the end of a line's own text. Several stages ask for it; it is read once.
    pub fn closing(&self, at: usize, form: Form) -> Option<&Closing> {
        let candidate = self.candidates.get(at).filter(|candidate| candidate.any(closing_roles(form)))?;
        let read = || citation::find_closings(self.text(at));
        self.closings.get(candidate.ending as usize)?.get_or_init(read).get(form)
    }

    /// Whether a line could end in a citation of a form.
    #[inline]
    pub fn may_close(&self, at: usize, form: Form) -> bool {
        self.is(at, closing_roles(form))
    }

    /// Whether a line is a citation of a form and nothing else.
    pub fn is_citation(&self, at: usize, form: Form) -> bool {
        self.closing(at, form).is_some_and(|closing| closing.body_end == 0)
    }

    /// What a line's own text says as a masthead's does. Several stages ask for it; it is read once. A line that is too long
    /// for a masthead says nothing.
    pub fn reading(&self, at: usize) -> Option<&Reading> {
        static NOTHING: Reading = Reading::nothing();
        if self.text(at).len() > masthead::LONGEST {
            return Some(&NOTHING);
        }
        let readings = || std::iter::repeat_with(OnceCell::new).take(self.lines.len()).collect();
        let reading = self.readings.get_or_init(readings).get(at)?;
        Some(reading.get_or_init(|| Box::new(masthead::read_line(self.text(at)))))
    }

    /// The role of a line in a masthead, judged by itself.
    pub fn masthead_role(&self, at: usize) -> MastheadRole {
        self.reading(at).map_or(MastheadRole::Other, |reading| reading.role)
    }

    /// Whether a line gives the number of an issue, and right above it stands in capitals what may be the bulletin's name.
    pub fn is_named_above(&self, at: usize) -> bool {
        const NOT: Roles = Roles::LABEL.union(Roles::TOC_HEADING).union(Roles::NUMBERED).union(Roles::ROMAN);
        let counts = || matches!(self.masthead_role(at), MastheadRole::Number | MastheadRole::Date);
        chars::strip_prefix(self.text(at), "số").is_some_and(|rest| rest.starts_with([' ', ':']))
            && at.checked_sub(1).is_some_and(|above| self.is(above, Roles::CAPITALS) && !self.is(above, NOT))
            && counts()
    }

    /// Whether any of the roles is a candidate for the line.
    #[inline]
    pub fn is(&self, at: usize, roles: Roles) -> bool {
        self.candidates.get(at).is_some_and(|c| c.any(roles))
    }

    /// Whether a label opens the line and a title was glued to it (`THAM LUẬN**Title**`).
    pub fn has_glued_label(&self, at: usize) -> bool {
        self.lines.get(at).is_some_and(roles::label::is_glued)
    }

    /// Whether the line could be a heading: short, no running text, no furniture, no citation.
    pub fn could_head(&self, at: usize) -> bool {
        self.could_begin_heading(at) && letters::open_brackets(self.text(at)) == 0
    }

    /// Whether a heading over several lines could begin with the line: it may open a bracket or quote that another closes.
    pub fn could_begin_heading(&self, at: usize) -> bool {
        const NOT: Roles = Roles::BLANK
            .union(Roles::BACK_LINK)
            .union(Roles::PAGE_NUMBER)
            .union(Roles::ADDRESS)
            .union(Roles::PROSE)
            .union(Roles::ROW)
            .union(Roles::FOOTNOTE)
            .union(Roles::CAPTION)
            .union(Roles::ORNAMENT);
        /// Words of web pages and colophons make headings as well, which are set as such.
        const UNLESS_SET: Roles = Roles::CHROME.union(Roles::COLOPHON);
        const SET: Roles = Roles::CAPITALS.union(Roles::MARKED).union(Roles::NUMBERED).union(Roles::ROMAN);
        !self.is(at, NOT) && (!self.is(at, UNLESS_SET) || self.is(at, SET)) && self.is_title_shaped(at)
    }

    /// Whether the text begins as a title does and not with a bracket, unless that holds its number.
    fn is_title_shaped(&self, at: usize) -> bool {
        let text = self.text(at);
        // A small letter may count headings that are set as such (`b) TIN XÃ`).
        let counted = || match self.enumerator(at) {
            Some((Enumerator::Letter(_), rest)) => {
                letters::starts_capital(rest) && (self.is(at, Roles::MARKED) || letters::is_capitals(rest, 4))
            }
            _ => false,
        };
        (!text.starts_with(['(', '[']) || self.is(at, Roles::NUMBERED))
            && (!letters::starts_small(text) || counted())
            && text.chars().any(chars::is_alphabetic)
    }

    /// Whether a line is running text or the beginning of it: the lines below it go on and end a sentence, or are more than a
    /// title has.
    pub fn is_running(&self, at: usize) -> bool {
        const LONGEST_TITLE: usize = 4;
        if self.is(at, Roles::PROSE) {
            return true;
        }
        let run = (at..self.lines.len()).take_while(|&at| !self.is(at, Roles::BLANK)).take(LONGEST_TITLE + 1);
        let (count, last) = run.fold((0, at), |(count, _), at| (count + 1, at));
        self.setting.wrapped
            && !self.is(at, Roles::CAPITALS)
            && (count > LONGEST_TITLE || count > 1 && letters::ends_like_prose(self.text(last)))
    }

    /// The enumerator that a line begins with, and the rest of its own text.
    #[inline]
    pub fn enumerator(&self, at: usize) -> Option<(Enumerator<'_>, &str)> {
        // Most lines begin with none, and the roles say so.
        if !self.is(at, Roles::NUMBERED | Roles::ROMAN | Roles::LISTED) {
            return None;
        }
        enumerator::split(self.text(at))
    }

    /// The line's own text without its enumerator. A number with parts (`1.2.`) stays with the title.
    #[inline]
    pub fn entitled(&self, at: usize) -> &str {
        match self.enumerator(at) {
            Some((Enumerator::Nested, _)) | None => self.text(at),
            Some((_, rest)) => rest,
        }
    }

    /// The key of a line's own text without its enumerator, unless it is longer than `most` bytes. Titles are looked for
    /// by several stages; a key is read once.
    pub fn key(&self, at: usize, most: u32) -> Option<KeyHash> {
        let slot = self.key_slot(at)?;
        if slot.get().is_empty() {
            slot.set(KeyHash::up_to(self.entitled(at), most)?);
        }
        Some(slot.get()).filter(|key| key.len() <= most as usize)
    }

    /// Keeps the key of a line that somebody knows without reading it.
    pub fn keep_key(&self, at: usize, key: KeyHash) {
        if let Some(slot) = self.key_slot(at) {
            slot.set(key);
        }
    }

    fn key_slot(&self, at: usize) -> Option<&Cell<KeyHash>> {
        self.keys.get_or_init(|| vec![Cell::default(); self.lines.len()].into()).get(at)
    }

    /// Whether nothing is printed right above a line: the text begins there, or a blank line or a page turn stands there.
    pub fn opens_apart(&self, at: usize) -> bool {
        at == 0 || self.is(at - 1, Roles::BLANK) || self.has_form_feed(at)
    }

    /// Whether a form feed stands on a line.
    #[inline]
    pub fn has_form_feed(&self, at: usize) -> bool {
        self.fed && self.lines.get(at).is_some_and(Line::has_form_feed)
    }

    /// Level of the Markdown heading that a line is, 1 to 6; 0 where it is none.
    #[inline]
    pub fn heading(&self, at: usize) -> u8 {
        self.lines.get(at).map_or(0, Line::heading)
    }

    /// Whether a line ends in a space, so that it goes on in the next one where the text is set so.
    #[inline]
    pub fn runs_on(&self, at: usize) -> bool {
        self.lines.get(at).is_some_and(Line::runs_on)
    }

    /// Whether a line is set further in than the one before it, or than those that go on where all paragraphs begin so: the first
    /// of a paragraph, in a text that keeps its layout.
    pub fn is_indented(&self, at: usize) -> bool {
        let indent = |at: usize| self.lines.get(at).map_or(0, Line::indent);
        at > 0 && indent(at) >= self.setting.inset.unwrap_or_else(|| indent(at - 1)) + LEAST_INDENT
    }

    /// Whether the first word of a text would have found room at the end of a line.
    pub fn has_room(&self, at: usize, next: &str) -> bool {
        let indent = self.lines.get(at).map_or(0, Line::indent).saturating_sub(self.setting.margin);
        indent + self.text(at).chars().count() + 1 + first_word(next) <= self.setting.width
    }

    /// Whether a line opens a page.
    #[inline]
    pub fn opens_page(&self, at: usize) -> bool {
        self.lines.get(at).is_some_and(Line::opens_page)
    }

    /// The nearest line above one that has none of these roles.
    pub fn above(&self, at: usize, left_out: Roles) -> Option<usize> {
        (0..at).rev().find(|&above| !self.is(above, left_out))
    }

    /// The nearest line below one that has none of these roles.
    pub fn below(&self, at: usize, left_out: Roles) -> Option<usize> {
        (at + 1..self.lines.len()).find(|&below| !self.is(below, left_out))
    }

    /// Number of blank lines right before a line.
    pub fn blanks_before(&self, at: usize) -> usize {
        (0..at).rev().take_while(|&i| self.is(i, Roles::BLANK)).count()
    }
}

/// The roles of lines that could end in a citation of a form.
fn closing_roles(form: Form) -> Roles {
    if form == Form::Unbracketed { Roles::CLOSING | Roles::SOURCE_LINE } else { Roles::CLOSING }
}

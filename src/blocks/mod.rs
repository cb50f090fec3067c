//! Blocks: the lines of an article's body rebuilt into paragraphs, sub-headings, list items, captions, footnotes, tables.
//!
//! Input are the lines between an article's heading and the next cut, with the furniture known; output are blocks in
//! reading order, each with its lines. Citations are read from the blocks by the next stage.

mod notes;
mod references;
pub mod tables;
pub mod word_pairs;

use std::ops::Range;

use word_pairs::WordPairs;

use crate::citation::{Closing, Form, Strength};
use crate::furniture;
use crate::join::{self, Gap, Join, Left};
use crate::layout::Layout;
use crate::model::{BlockKind, FurnitureKind};
use crate::page::Page;
use crate::roles::{self, Roles};
use crate::signatures::Signatures;
use crate::text::enumerator::{self, Enumerator};
use crate::text::{chars, letters, markup, normalise};

/// A block under construction, and as it is handed on.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Its kind.
    pub kind: BlockKind,
    /// Its text; empty for a table.
    pub text: String,
    /// Mark of a footnote.
    pub mark: Option<String>,
    /// Rows of a table.
    pub rows: Vec<Vec<String>>,
    /// Index of its first line.
    pub first: usize,
    /// Index of its last line.
    pub last: usize,
    /// Where in the text each of its lines behind the first one begins: offset in bytes, index of the line.
    starts: Vec<(usize, usize)>,
    /// Indices of lines that repeat a table's header.
    pub repeated: Vec<usize>,
    marked: bool,
}

impl Draft {
    fn table(table: tables::Table) -> Self {
        Self {
            kind: BlockKind::Table,
            text: String::new(),
            mark: None,
            rows: table.rows,
            first: table.first,
            last: table.last,
            starts: Vec::new(),
            repeated: table.repeated,
            marked: false,
        }
    }

    fn push_line(&mut self, at: usize, text: &str) {
        self.starts.push((self.text.len(), at));
        self.text.push_str(text);
        self.last = at;
    }

    /// Index of the line on which the byte at `offset` stands.
    pub fn line_of(&self, offset: usize) -> usize {
        self.starts.iter().rev().find(|(from, _)| *from <= offset).map_or(self.first, |(_, line)| *line)
    }

    /// Cuts the text at `end`.
    pub fn truncate(&mut self, end: usize) {
        self.last = self.line_of(end.saturating_sub(1));
        self.text.truncate(end);
        self.starts.retain(|(from, _)| *from < end);
    }
}

/// What the blocks of one bulletin share.
#[derive(Debug)]
pub struct Builder<'p, 't> {
    page: &'p Page<'t>,
    furniture: &'p [Option<FurnitureKind>],
    layout: &'p Layout,
    signatures: &'p Signatures,
    pairs: WordPairs<'p, 't>,
}

/// Longest caption, in bytes.
const LONGEST_CAPTION: usize = 600;
/// Blocks that room is made for at once.
const FEW: usize = 16;
/// Longest sub-heading, in words.
const LONGEST_SUBHEADING: usize = 28;

impl<'p, 't> Builder<'p, 't> {
    /// A builder for the bodies of one bulletin.
    pub fn new(
        page: &'p Page<'t>,
        furniture: &'p [Option<FurnitureKind>],
        layout: &'p Layout,
        signatures: &'p Signatures,
    ) -> Self {
        Self { page, furniture, layout, signatures, pairs: WordPairs::of(page) }
    }

    fn is_furniture(&self, at: usize) -> bool {
        furniture::kind(self.furniture, at).is_some()
    }

    /// Whether nothing of the body stands on the line.
    fn is_empty(&self, at: usize) -> bool {
        furniture::is_empty(self.page, self.furniture, at) || self.page.text(at).is_empty()
    }

    /// Builds the blocks of these lines.
    pub fn build(&self, lines: Range<usize>) -> Vec<Draft> {
        self.build_below(lines.start..lines.start, lines)
    }

    /// Builds the blocks of these lines, below title and authors of their document.
    pub fn build_below(&self, opening: Range<usize>, lines: Range<usize>) -> Vec<Draft> {
        let marks = if self.layout.documents { notes::marks(self.page, opening) } else { Vec::new() };
        // As a rule, a blank line stands between any two.
        let mut blocks: Vec<Draft> = Vec::with_capacity(lines.len().div_ceil(2).min(FEW));
        // Index of the block that running text may go on in.
        let mut open: Option<usize> = None;
        let mut gap = Gap::default();
        let mut at = lines.start;
        while at < lines.end {
            if self.is_empty(at) {
                gap.blanks += usize::from(self.page.is(at, Roles::BLANK));
                gap.turned |= matches!(
                    furniture::kind(self.furniture, at),
                    Some(FurnitureKind::PageNumber | FurnitureKind::RunningHeader)
                );
                gap.turned |= self.page.has_form_feed(at);
                at += 1;
                continue;
            }
            let line = match self.page.lines.get(at) {
                Some(line) => line,
                None => break,
            };
            gap.turned |= self.page.setting.wrapped && line.opens_page();
            if let Some(end) = self.caption(at, lines.end, open.and_then(|o| blocks.get(o))) {
                blocks.push(self.caption_block(at..end));
                gap.inserted = true;
                at = end;
                continue;
            }
            if let Some(table) = tables::gather(self.page, at, lines.end, |i| self.is_furniture(i)) {
                at = table.last + 1;
                blocks.push(Draft::table(table));
                open = None;
                gap = Gap::default();
                continue;
            }
            let note = self.note(at, &marks);
            let refers =
                note.zip(blocks.last()).is_some_and(|((mark, _), before)| references::lists(mark, &before.text));
            if let Some((mark, text)) = note.filter(|_| !refers) {
                let note = self.footnote(at, mark, text, lines.end);
                at = note.last + 1;
                blocks.push(note);
                gap.inserted = true;
                continue;
            }
            if self.layout.documents
                && let Some(pieces) = glued_headings(line.raw)
            {
                blocks.extend(pieces.into_iter().map(|text| self.begin(at, &text)));
                open = Some(blocks.len() - 1);
                gap = Gap::default();
                at += 1;
                continue;
            }
            let text = self.page.text(at);
            if gap.blanks == 0 && self.page.setting.wrapped && at > lines.start {
                gap.indented = self.page.is_indented(at);
                gap.room = self.page.setting.filled && self.page.has_room(at - 1, text);
            }
            let joined =
                !refers && open.and_then(|o| blocks.get_mut(o)).is_some_and(|block| self.extend(block, at, text, gap));
            if !joined {
                blocks.push(self.begin(at, text));
                open = Some(blocks.len() - 1);
            }
            gap = Gap::default();
            at += 1;
        }
        self.name_kinds(&mut blocks);
        blocks
    }

    fn begin(&self, at: usize, text: &str) -> Draft {
        let marked = self.page.is(at, Roles::MARKED) && !self.page.is(at, Roles::PROSE);
        Draft {
            kind: BlockKind::Paragraph,
            text: text.to_owned(),
            mark: None,
            rows: Vec::new(),
            first: at,
            last: at,
            starts: Vec::new(),
            repeated: Vec::new(),
            marked,
        }
    }

    /// Joins a line to the block, if it goes on in it.
    fn extend(&self, block: &mut Draft, at: usize, text: &str, gap: Gap) -> bool {
        if self.page.is(at, Roles::MARKED) && !self.page.is(at, Roles::PROSE) {
            return false;
        }
        // A by-line below the title is not the head of a paragraph, however it is set.
        if self.signatures.opens(at) || block.starts.is_empty() && self.signatures.opens(block.first) {
            return false;
        }
        // A line that is a citation by the habit of the text has nothing to tell where it ends.
        if let Some(form) = self.layout.closing.filter(|form| *form == Form::Unbracketed || self.layout.below_title)
            && (self.page.is_citation(at, form) || block.starts.is_empty() && self.page.is_citation(block.first, form))
        {
            return false;
        }
        // A line that announces a source and says nothing else (`Nguồn: …`) ends no sentence. Few lines open so, and no
        // citation is read on the others.
        let opens = |text: &str| ["theo", "nguồn"].iter().any(|word| chars::strip_prefix(text, word).is_some());
        let announces = |c: &Closing| c.body_end == 0 && c.strength == Strength::Strong && opens(&c.text);
        let closing = || self.layout.closing.and_then(|form| self.page.closing(at, form));
        if opens(text.trim_start_matches(|c| !chars::is_alphanumeric(c))) && closing().is_some_and(announces) {
            return false;
        }
        let runs_on = self.page.runs_on(block.last) && !self.page.is(block.last, Roles::TRAILING_BACK_LINK);
        let from = block.starts.last().map_or(0, |s| s.0);
        let line = block.text.get(from..).unwrap_or(&block.text);
        let left = Left { line, runs_on, length: block.text.len(), marked: block.marked };
        let joined = join::join(left, text, gap, self.page.setting, || self.pairs.joins(line, text));
        match joined {
            Join::Break => return false,
            Join::Space => block.text.push(' '),
            Join::Glue => {}
            Join::Hyphen => {
                block.text.pop();
            }
        }
        block.push_line(at, text);
        true
    }

    /// Where a caption that begins on this line ends, if one does.
    fn caption(&self, at: usize, end: usize, open: Option<&Draft>) -> Option<usize> {
        // The name of a picture's file is no text, whatever stands around it.
        if self.page.is(at, Roles::CAPTION) && self.page.lines.get(at)?.raw.trim_start().starts_with("![") {
            return Some(at + 1);
        }
        if self.is_figure(at, end) || self.is_below_picture(at) {
            return Some(at + 1);
        }
        if !self.layout.captions {
            return None;
        }
        if letters::starts_small(self.page.text(at)) {
            return None;
        }
        // A caption is set apart: it begins after a blank line and ends before a page turn or a blank line.
        let opens_page = self.page.setting.wrapped && self.page.opens_page(at);
        if at > 0 && !self.is_empty(at - 1) && !opens_page {
            return (self.is_caption_within(at, end) || self.is_caption_between(at)).then_some(at + 1);
        }
        let mut stop = at + 1;
        while self.page.setting.wrapped
            && stop < end
            && !self.is_empty(stop)
            && self.page.lines.get(stop).is_some_and(|l| !l.opens_page())
        {
            stop += 1;
        }
        let size: usize = (at..stop).map(|i| self.page.text(i).len()).sum();
        if size > LONGEST_CAPTION || (at + 1..stop).any(|i| self.is_caption_within(i, end)) {
            return None;
        }
        // `(Ảnh minh họa)` ends a sentence where it does not open the block.
        let says = |i: usize| self.page.is(i, Roles::CAPTION) && (i == at || !self.page.text(i).starts_with('('));
        let joined = || (at..stop).map(|i| self.page.text(i)).collect::<Vec<_>>().join(" ");
        if ((at..stop).any(says) || stop > at + 1 && size <= LONGEST_CAPTION / 2 && roles::is_caption(&joined()))
            && (self.page.setting.wrapped || size <= LONGEST_CAPTION / 2)
        {
            return Some(stop);
        }
        // Without a photographer: a capitalised block inside an open sentence that goes on after it.
        let open = open?;
        let line = self.page.lines.get(open.last)?;
        let closed = self.page.lines.get(stop - 1).is_some_and(|l| !l.runs_on());
        if !self.page.setting.wrapped || !closed {
            return None;
        }
        let unfinished = if self.page.setting.final_spaces {
            line.runs_on() && !letters::ends_sentence(&line.text)
        } else {
            // A line far from full is a heading, not a sentence that was cut.
            letters::is_open(&line.text) && line.text.chars().count() * 10 >= self.page.setting.width * 6
        };
        let next = (stop..end).find(|&i| !self.is_empty(i))?;
        let after = self.page.text(next);
        let turns = self.page.opens_page(next);
        // Final spaces say that the sentence goes on below the caption; elsewhere a page turn has to.
        if !(unfinished && (turns || self.page.setting.final_spaces && letters::starts_small(after))) {
            return None;
        }
        // Where the text after the page turn begins with a capital, word pairs or an open quote say that it goes on there.
        let belongs = |right: &str| self.pairs.joins(&line.text, right);
        let goes_on = letters::starts_small(after)
            || letters::ends_with_linking_word(&line.text)
            || (letters::open_brackets(&open.text) > 0 || belongs(after)) && !belongs(self.page.text(at))
            || self.page.setting.final_spaces && !letters::ends_sentence(self.page.text(stop - 1));
        goes_on.then_some(stop)
    }

    /// Whether a line in italics stands right below a picture.
    fn is_below_picture(&self, at: usize) -> bool {
        /// Lines between which one is blank.
        const FARTHEST: usize = 2;
        let is_picture = |raw: &str| raw.starts_with("![");
        let raw = |at: usize| self.page.lines.get(at).map_or("", |line| line.raw.trim());
        let italic = |mark: char| {
            let inner = raw(at).strip_prefix(mark).and_then(|text| text.strip_suffix(mark));
            inner.is_some_and(|text| !text.is_empty() && !text.contains(mark))
        };
        // Most lines are set in nothing.
        raw(at).starts_with(['*', '_'])
            && (italic('*') || italic('_'))
            && self.page.text(at).len() <= LONGEST_CAPTION
            && (at.saturating_sub(FARTHEST)..at).rev().map(raw).find(|raw| !raw.is_empty()).is_some_and(is_picture)
    }

    /// Whether a line names a figure or a table and stands by itself, or beside the table.
    fn is_figure(&self, at: usize, end: usize) -> bool {
        const BESIDE: Roles = Roles::BLANK.union(Roles::ROW);
        let apart = |at: usize| self.is_empty(at) || self.page.is(at, BESIDE);
        let text = self.page.text(at);
        text.len() <= LONGEST_CAPTION
            && (roles::names_figure(text) || self.layout.documents && roles::opens_as_caption(text))
            && !self.page.is(at, Roles::ROW)
            && (at == 0 || apart(at - 1) || !self.page.setting.wrapped && self.page.is(at + 1, Roles::ROW))
            && (at + 1 >= end || apart(at + 1))
    }

    /// Whether a line is a caption that stands between the lines of a sentence with nothing to set it apart: the final spaces
    /// say that the sentence goes on, and that nothing does behind the caption.
    fn is_caption_within(&self, at: usize, end: usize) -> bool {
        self.page.setting.final_spaces
            && self.page.is(at, Roles::CAPTION)
            && letters::starts_capital(self.page.text(at))
            && !self.page.runs_on(at)
            && self.page.runs_on(at - 1)
            && !letters::ends_sentence(self.page.text(at - 1))
            && at + 1 < end
            && letters::starts_small(self.page.text(at + 1))
            && !self.page.opens_page(at + 1)
    }

    /// Whether a line that is a paragraph by itself is a caption, with nothing to set it apart from the one above.
    fn is_caption_between(&self, at: usize) -> bool {
        let text = self.page.text(at);
        !self.page.setting.wrapped
            && self.page.is(at, Roles::CAPTION)
            && text.len() <= LONGEST_CAPTION / 2
            && !text.starts_with('(')
            && at.checked_sub(1).is_some_and(|above| letters::ends_sentence(self.page.text(above)))
    }

    /// The mark of the footnote that a line begins with, and the rest of its text. Outside documents a raised number alone
    /// says so: one in brackets may open anything there.
    fn note<'n>(&'n self, at: usize, marks: &[&'n str]) -> Option<(&'n str, &'n str)> {
        let text = self.page.text(at);
        if self.layout.documents {
            let line = self.page.lines.get(at)?;
            return roles::footnote_of(line, text).or_else(|| notes::note_of(self.page, marks, at));
        }
        let raised = self.page.is(at, Roles::FOOTNOTE) && !text.starts_with('[');
        raised.then(|| roles::footnote_mark(text)).flatten()
    }

    /// A footnote, its mark apart from its text. It goes on in the next line where it is open and nothing stands between.
    fn footnote(&self, at: usize, mark: &str, text: &str, end: usize) -> Draft {
        let mut block = self.begin(at, text);
        block.kind = BlockKind::Footnote;
        block.mark = Some(mark.to_owned());
        for next in at + 1..end {
            let text = self.page.text(next);
            if letters::ends_sentence(&block.text)
                || self.is_empty(next)
                || self.page.is(next, Roles::FOOTNOTE | Roles::NUMBERED | Roles::ROMAN | Roles::LISTED | Roles::ROW)
                || self.page.is(next, Roles::MARKED)
            {
                break;
            }
            block.text.push(' ');
            block.push_line(next, text);
        }
        block
    }

    fn caption_block(&self, lines: Range<usize>) -> Draft {
        let mut block = self.begin(lines.start, self.page.text(lines.start));
        block.kind = BlockKind::Caption;
        for at in lines.skip(1) {
            block.text.push(' ');
            block.push_line(at, self.page.text(at));
        }
        block
    }

    /// Gives paragraphs that are list items or sub-headings their kind.
    fn name_kinds(&self, blocks: &mut [Draft]) {
        let mut rest = &mut *blocks;
        while let Some((block, after)) = rest.split_first_mut() {
            if block.kind == BlockKind::Paragraph {
                // Where the next of a row follows, an item has no text of its own, as a heading has.
                let followed = after.first().is_some_and(|next| !goes_on_counting(&block.text, &next.text));
                block.kind = kind(block, followed, self.layout.documents);
                if block.kind == BlockKind::Subheading
                    && self.layout.captions
                    && !block.marked
                    && roles::names_view(&block.text)
                {
                    block.kind = BlockKind::Caption;
                }
            }
            rest = after;
        }
        if !self.layout.documents {
            name_verses(blocks);
        }
    }
}

/// Tells verses from sub-headings: several short lines in a row that nothing marks head no text, but perhaps the last.
fn name_verses(blocks: &mut [Draft]) {
    const FEWEST: usize = 3;
    let plain = |block: &Draft| {
        block.kind == BlockKind::Subheading
            && !block.marked
            && enumerator::split(&block.text).is_none()
            && !letters::is_capitals(&block.text, 4)
    };
    let mut from = 0;
    while from < blocks.len() {
        let run = blocks.iter().skip(from).take_while(|block| plain(block)).count();
        let heads = blocks.get(from + run).is_some_and(|next| letters::ends_like_prose(&next.text));
        let verses = run - usize::from(heads).min(run);
        if verses >= FEWEST {
            for block in blocks.iter_mut().skip(from).take(verses) {
                block.kind = BlockKind::Paragraph;
            }
        }
        from += run + 1;
    }
}

/// Whether two blocks begin with one number and the next.
fn goes_on_counting(text: &str, next: &str) -> bool {
    let number = |text| enumerator::strip_arabic(text).0;
    // Most blocks begin with a letter.
    text.starts_with(|c: char| c.is_ascii_digit())
        && number(text).is_some_and(|own| number(next) == Some(own.saturating_add(1)))
}

/// The kind of a block of running text.
fn kind(block: &Draft, followed: bool, documents: bool) -> BlockKind {
    let text = block.text.as_str();
    let split = enumerator::split(text);
    let own = split.map_or(text, |(_, rest)| rest);
    // What is long to tell comes last: most blocks end like prose.
    let heads = followed
        && !text.ends_with([':', ','])
        && !letters::ends_like_prose(text)
        && !text.starts_with(['(', '['])
        && !letters::starts_small(own)
        && (block.marked || !roles::asks_or_answers(text))
        && letters::words(text) <= LONGEST_SUBHEADING;
    match split {
        Some((Enumerator::Bullet('*'), _)) if heads => BlockKind::Subheading,
        Some((Enumerator::Bullet('*'), _)) => BlockKind::Paragraph,
        Some((Enumerator::Roman(_), _)) if heads => BlockKind::Subheading,
        Some((Enumerator::Nested | Enumerator::Arabic { .. } | Enumerator::Letter(_), _))
            if heads && (block.marked || documents) =>
        {
            BlockKind::Subheading
        }
        Some(_) => BlockKind::ListItem,
        None if documents && references::is_item(text) => BlockKind::ListItem,
        None if heads
            && (block.marked
                || letters::is_capitals(text, 4)
                || letters::starts_capital(text) && !text.ends_with(['”', '"', '!'])) =>
        {
            BlockKind::Subheading
        }
        None => BlockKind::Paragraph,
    }
}

/// Headings that lost line breaks have glued together (`I. KẾT QUẢ**1. Thể chế**`), taken apart.
fn glued_headings(raw: &str) -> Option<Vec<String>> {
    let at = markup::double_stars(raw).filter(|&at| at > 0)?;
    let head = raw.get(..at)?.trim();
    let numbered = |text: &str| {
        matches!(
            enumerator::split(text),
            Some((Enumerator::Roman(_) | Enumerator::Arabic { .. } | Enumerator::Nested | Enumerator::Letter(_), _))
        )
    };
    let plain = |text: &str| normalise::fold_space(&markup::strip(text).text).into_owned();
    let pieces: Vec<String> =
        std::iter::once(head).chain(raw.get(at..)?.split("**")).map(plain).filter(|p| !p.is_empty()).collect();
    let all = pieces.len() > 1 && pieces.iter().all(|p| numbered(p) && !letters::ends_sentence(p));
    // `1. **Tiêu đề**` is one heading: what stands before the stars is a heading of its own only with words in it.
    (all && letters::words(pieces.first()?) > 1).then_some(pieces)
}

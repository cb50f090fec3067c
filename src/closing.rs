//! The close of an article: its citation, taken from the end of its blocks.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::blocks::Draft;
use crate::citation::byline::Byline;
use crate::citation::{self, Closing, Form, Strength};
use crate::layout::Layout;
use crate::model::{BlockKind, Citation, LineRange, Source};
use crate::page::Page;
use crate::signatures::Signatures;
use crate::text::letters;

/// What the close of an article says.
#[derive(Debug, Default)]
pub struct Close {
    /// The source.
    pub source: Option<Source>,
    /// The date, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// The people.
    pub authors: Vec<String>,
    /// The address in the citation.
    pub url: Option<String>,
    /// The citation as printed.
    pub citation: Option<Citation>,
}

impl Close {
    /// Takes an address on a line of its own for the citation.
    pub fn cite_address(&mut self, address: &str, lines: LineRange) {
        self.source = address.parse().ok();
        self.url = Some(address.to_owned());
        self.citation = Some(undated(address.to_owned(), lines));
    }

    /// Takes a by-line alone on its line for the citation.
    fn by_line(page: &Page<'_>, authors: Vec<String>, line: Draft) -> Self {
        let lines = page.range(&(line.first..=line.last));
        Self { authors, citation: Some(undated(line.text, lines)), ..Self::default() }
    }

    /// Adds what the by-line below says.
    fn with_by_line(self, by_line: Self) -> Self {
        let citation = self.citation.zip(by_line.citation).map(|(cited, signed)| Citation {
            text: [&cited.text, " ", &signed.text].concat(),
            lines: cited.lines.join(signed.lines),
            ..cited
        });
        Self { authors: by_line.authors, citation, ..self }
    }
}

/// A citation that gives no day.
const fn undated(text: String, lines: LineRange) -> Citation {
    Citation { text, date_text: None, year_inferred: false, lines }
}

/// How many blocks may follow a citation: a caption, a note on the picture, a short line that was left behind.
const FOLLOWING: usize = 2;
/// Longest block that may follow a citation, in characters.
const LONGEST_FOLLOWING: usize = 160;

/// Takes the citation off the end of the blocks. `issue` is the day that dates without a year are read against. Where it names
/// nobody, who wrote the text may stand above it.
pub fn take(
    page: &Page<'_>,
    signatures: &Signatures,
    blocks: &mut Vec<Draft>,
    layout: &Layout,
    issue: Option<Date>,
) -> Close {
    let close = take_citation(page, signatures, blocks, layout, issue);
    if !close.authors.is_empty() {
        return close;
    }
    let above = blocks.first().filter(|block| block.first == block.last && signatures.opens(block.first));
    let Some(people) = above.and_then(|block| Byline::alone(&block.text)).map(|byline| byline.people) else {
        return close;
    };
    if close.citation.is_some() || layout.closing.is_none() {
        return Close { authors: people, ..close };
    }
    Close::by_line(page, people, blocks.remove(0))
}

fn take_citation(
    page: &Page<'_>,
    signatures: &Signatures,
    blocks: &mut Vec<Draft>,
    layout: &Layout,
    issue: Option<Date>,
) -> Close {
    let Some(form) = layout.closing else { return Close::default() };
    if layout.below_title
        && let Some(close) = below_title(page, blocks, form, issue, |_| true)
    {
        return close;
    }
    let count = blocks.len();
    for back in 0..=FOLLOWING {
        let Some(at) = count.checked_sub(back + 1) else { break };
        let Some(block) = blocks.get_mut(at) else { break };
        if let Some(closing) = find(page, block, form).filter(|c| closes(c, back)) {
            let close = read(page, &closing, block, issue);
            cut(block, &closing);
            let empty = block.text.is_empty();
            let authors = at.checked_sub(1).and_then(|above| blocks.get_mut(above)).filter(|_| empty).and_then(by_line);
            let close = match authors {
                Some(authors) if close.authors.is_empty() => Close { authors, ..close },
                _ => close,
            };
            // What a newsletter prints after the citation belongs to a picture.
            for after in blocks.iter_mut().skip(at + 1).filter(|_| form.is_of_newsletters()) {
                after.kind = BlockKind::Caption;
            }
            let signs = empty && closing.names_nothing_but_people();
            if empty {
                blocks.remove(at);
            }
            let cited =
                at.checked_sub(1).filter(|_| signs).and_then(|above| cited_above(page, blocks, above, form, issue));
            return match cited {
                Some(cited) => cited.with_by_line(close),
                None => close,
            };
        }
        // After the citation a caption may stand, or a short line that was left behind.
        let short = block.kind != BlockKind::Table
            && block.text.chars().count() <= LONGEST_FOLLOWING
            && !letters::ends_like_prose(&block.text);
        if block.kind != BlockKind::Caption && !short {
            break;
        }
    }
    // Where it is not the habit of the text, it has to be in brackets and sure.
    let sure = |closing: &Closing| closing.text.starts_with(['(', '[']) && closing.strength == Strength::Strong;
    let close = below_title(page, blocks, form, issue, sure);
    let close = close.or_else(|| newspaper(page, blocks, form, issue)).or_else(|| inside(page, blocks, form, issue));
    close.or_else(|| signed(page, signatures, blocks)).unwrap_or_default()
}

/// The sure citation that names nobody at the end of the block above a by-line that closes the article (`Tác giả: …`).
fn cited_above(
    page: &Page<'_>,
    blocks: &mut Vec<Draft>,
    above: usize,
    form: Form,
    issue: Option<Date>,
) -> Option<Close> {
    let sure =
        |closing: &Closing| closes(closing, 1) && closing.authors.is_empty() && !closing.names_nothing_but_people();
    let closing = find(page, blocks.get(above)?, form).filter(|closing| sure(closing))?;
    take_off(page, blocks, above, &closing, issue)
}

/// The newspaper alone that the very last words name (`(Thanh Niên)`). What else has shown where the article ends lets it
/// count, where its words are no other name's.
fn newspaper(page: &Page<'_>, blocks: &mut Vec<Draft>, form: Form, issue: Option<Date>) -> Option<Close> {
    let last = blocks.len().checked_sub(1).filter(|_| form == Form::Parenthesised)?;
    let closing = find(page, blocks.get(last)?, Form::Named).filter(|closing| closing.names_newspaper())?;
    take_off(page, blocks, last, &closing, issue)
}

/// The one sure citation with a date that stands above the end of the article, with text behind it that an extractor or a
/// hand moved there.
fn inside(page: &Page<'_>, blocks: &mut Vec<Draft>, form: Form, issue: Option<Date>) -> Option<Close> {
    if form != Form::Parenthesised {
        return None;
    }
    let sure = |closing: &Closing| {
        closes(closing, 1) && closing.date.is_some() && closing.source.is_some() && closing.text.starts_with(['(', '['])
    };
    let cited = |(at, block): (usize, &Draft)| {
        let bracketed = block.text.trim_end_matches(['.', '/', ' ']).ends_with([')', ']']);
        let closing = bracketed.then(|| find(page, block, form)).flatten().filter(|closing| sure(closing))?;
        Some((at, closing))
    };
    let mut found = blocks.iter().enumerate().filter_map(cited);
    let (at, closing) = found.next()?;
    // Two may belong to two articles.
    if found.next().is_some() {
        return None;
    }
    take_off(page, blocks, at, &closing, issue)
}

/// Takes a citation off the block that ends in it, and the block with it where it holds nothing else.
fn take_off(
    page: &Page<'_>,
    blocks: &mut Vec<Draft>,
    at: usize,
    closing: &Closing,
    issue: Option<Date>,
) -> Option<Close> {
    let block = blocks.get_mut(at)?;
    let close = read(page, closing, block, issue);
    cut(block, closing);
    if block.text.is_empty() {
        blocks.remove(at);
    }
    Some(close)
}

/// Who signs on the last line instead.
fn signed(page: &Page<'_>, signatures: &Signatures, blocks: &mut Vec<Draft>) -> Option<Close> {
    let block = blocks.pop_if(|block| block.first == block.last && signatures.closes(block.first))?;
    let people = Byline::alone(&block.text).map(|byline| byline.people).unwrap_or_default();
    Some(Close::by_line(page, people, block))
}

/// The citation that stands right below the title instead, with the text behind it.
fn below_title(
    page: &Page<'_>,
    blocks: &mut Vec<Draft>,
    form: Form,
    issue: Option<Date>,
    fits: impl Fn(&Closing) -> bool,
) -> Option<Close> {
    let first = blocks.first().filter(|_| blocks.len() > 1)?;
    let closing = find(page, first, form)?;
    let whole = closing.body_end == 0 && fits(&closing);
    let close = whole.then(|| read(page, &closing, first, issue))?;
    blocks.remove(0);
    Some(close)
}

/// The people that a block names which stands above a citation and holds nothing else. It is no heading of anything.
fn by_line(block: &mut Draft) -> Option<Vec<String>> {
    const LONGEST: usize = 80;
    let fits = block.first == block.last
        && block.text.len() <= LONGEST
        && matches!(block.kind, BlockKind::Paragraph | BlockKind::Subheading);
    let people = block.text.parse::<Byline>().ok().filter(|_| fits)?.people;
    if people.is_empty() {
        return None;
    }
    block.kind = BlockKind::Paragraph;
    Some(people)
}

/// The citation at the end of a block.
fn find<'p>(page: &'p Page<'_>, block: &Draft, form: Form) -> Option<Cow<'p, Closing>> {
    if block.first == block.last && block.text == page.text(block.last) {
        return page.closing(block.last, form).map(Cow::Borrowed);
    }
    citation::find_closing(&block.text, form).map(Cow::Owned)
}

/// Whether a citation closes the article. A weak one, and an address inside a sentence, do so only at the very end; an
/// address that the sentence's full stop follows never does.
fn closes(closing: &Closing, back: usize) -> bool {
    !closing.stands_in_sentence() && (back == 0 || closing.strength == Strength::Strong && !closing.is_address())
}

fn read(page: &Page<'_>, closing: &Closing, block: &Draft, issue: Option<Date>) -> Close {
    let resolved = closing.date.as_ref().and_then(|d| d.resolve(issue));
    // Signs may stand before the citation within its span, and an address behind it; the lines are those of its text.
    let whole = block.text.get(closing.span.clone()).unwrap_or_default();
    // Few have any: a search would cost most of the time that is spent here.
    let signs = if whole.starts_with(&closing.text) { 0 } else { whole.find(&closing.text).unwrap_or(0) };
    let start = closing.span.start + signs;
    let end = closing.span.end.min(start + closing.text.len());
    let lines = page.range(&(block.line_of(start)..=block.line_of(end.saturating_sub(1))));
    Close {
        source: closing.source.clone(),
        date: resolved.as_ref().map(|r| r.date.to_string()),
        authors: closing.authors.clone(),
        url: closing.url.clone(),
        citation: Some(Citation {
            text: closing.text.clone(),
            date_text: closing.date.as_ref().map(|d| d.text.clone()),
            year_inferred: resolved.is_some_and(|r| r.year_inferred),
            lines,
        }),
    }
}

/// Leaves in the block what stands before the citation.
fn cut(block: &mut Draft, closing: &Closing) {
    block.truncate(closing.body_end);
    if closing.full_stop_after && !block.text.is_empty() && !letters::ends_sentence(&block.text) {
        block.text.push('.');
    }
}

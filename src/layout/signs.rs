//! The signs by which the layout of a text is told: what its lines show, each counted as far as it tells something.
//!
//! Nothing is decided here; `recognise` weighs the signs.

use std::borrow::Cow;

use crate::citation::{self, Closing, Form, Strength};
use crate::contents::{leading, listed, rows, tabled, tables};
use crate::masthead::{self, Reading};
use crate::model::MastheadRole;
use crate::page::Page;
use crate::roles::{self, Roles, ends_in_leaders};
use crate::running::{self, Headers};
use crate::text::chars;
use crate::text::enumerator::{self, Enumerator};
use crate::text::letters;
use crate::text::scan;

/// Fewest titles in sequence that tell a bulletin whose articles nothing closes.
pub(super) const LEAST_TITLES: usize = 3;
/// How many closings tell enough; the rest of a long text need not be read for more.
const ENOUGH: usize = 8;
/// How many lines count as the top.
const TOP: usize = 16;
/// Longest line that is asked for the bulletin's name and number, in bytes.
const LONGEST: usize = 200;

/// What the lines of a text show.
#[derive(Debug, Default)]
pub(super) struct Signs {
    /// Citations in parentheses with a domain, a date or press words.
    pub(super) citations: usize,
    /// Of these, with a date.
    pub(super) dated: usize,
    /// Of these, behind `Theo` or `Nguồn`.
    pub(super) told: usize,
    /// Of these, on lines of their own.
    pub(super) announced: usize,
    /// Of these, those that say who wrote the text and not where it was printed (`(Tin, ảnh: …)`).
    pub(super) by_lines: usize,
    /// Citations on lines of their own that announce a source and name who wrote for it.
    pub(super) attributed: usize,
    /// Lines that name a source and nothing else (`Theo: …`).
    pub(super) source_lines: usize,
    /// Numbered openings in sequence.
    pub(super) numbered: usize,
    /// Of these, set as `7/`.
    pub(super) slashed: usize,
    /// Of these, set as titles are; one that is marked as a heading, or as `7/`, counts twice.
    pub(super) titles: usize,
    /// Back links.
    pub(super) back_links: usize,
    /// Headers of tables that list documents.
    pub(super) tables: usize,
    /// Rows that begin with a number, above any label.
    pub(super) rows: usize,
    /// Labels of reports and speeches.
    pub(super) labels: usize,
    /// Lines at the top that speak as a bulletin's name does.
    pub(super) names: usize,
    /// Whether one of them does so by its words, and not by where it stands.
    pub(super) called: bool,
    /// Whether one of them says that it reviews the press.
    pub(super) reviews: bool,
    /// Lines at the top that speak as a conference pack's name does.
    pub(super) packs: usize,
    /// Lines at the top that give a number or date.
    pub(super) data: usize,
    /// Whether a line at the top gives an issue number.
    pub(super) numbered_head: bool,
    /// Colophons.
    pub(super) colophons: usize,
    /// Whether a heading over a list of contents, or titles with pages, stand at the top.
    pub(super) contents: bool,
    /// Running headers that give an issue number.
    pub(super) headers: usize,
}

impl Signs {
    /// The signs of a text.
    pub(super) fn read(page: &Page<'_>, headers: &Headers) -> Self {
        /// The roles that tell something wherever they stand.
        const TELLING: Roles = Roles::BACK_LINK
            .union(Roles::TRAILING_BACK_LINK)
            .union(Roles::CLOSING)
            .union(Roles::ROW)
            .union(Roles::LABEL)
            .union(Roles::COLOPHON)
            .union(Roles::NUMBERED);
        /// Fewest running headers that tell one by the number of the issue alone.
        const LEAST_ISSUES: usize = 2;
        let mut signs = Self::default();
        let (mut seen, mut last, mut paged) = (0, 0, 0);
        // Lines that end with an issue's number and a page: running headers, whatever the bulletin is called, if there are several.
        let mut issues = 0;
        for (at, (line, candidate)) in page.lines.iter().zip(&page.candidates).enumerate() {
            if candidate.any(Roles::BLANK) {
                continue;
            }
            seen += 1;
            // Below the top most lines tell nothing.
            let names = !candidate.any(Roles::PROSE) && (seen <= TOP && signs.names == 0 || signs.headers == 0);
            if seen > TOP && !names && !candidate.any(TELLING) && !line.is_rewritten() {
                continue;
            }
            let text = page.text(at);
            if candidate.any(Roles::BACK_LINK | Roles::TRAILING_BACK_LINK) {
                signs.back_links += 1;
            }
            if candidate.any(Roles::CLOSING) && signs.citations + signs.source_lines < ENOUGH {
                let names_source = citation::may_stand_alone(text)
                    && page.closing(at, Form::Line).is_some_and(|c| {
                        c.body_end == 0 && c.source.is_some() && c.date.is_none() && c.authors.is_empty()
                    });
                if names_source {
                    signs.source_lines += 1;
                } else if let Some(closing) = page.closing(at, Form::Parenthesised) {
                    signs.cite(closing);
                }
            } else if signs.citations + signs.source_lines < ENOUGH
                && let Some(closing) = closing_over_lines(page, at)
            {
                signs.cite(&closing);
            }
            if seen <= TOP {
                let has_page = || listed::has_page(line.raw) || leading::opens_with_page(text);
                paged += usize::from(!signs.contents && has_page() && !headers.recurs(at));
                signs.contents |=
                    candidate.any(Roles::ROW) && line.cells().is_some_and(|cells| tabled::is_header(&cells));
                signs.contents |= candidate.any(Roles::TOC_HEADING) || paged >= 2;
                // Titles in the contents speak so as well.
                let calls = !signs.contents && !candidate.any(Roles::PROSE) && masthead::calls_pack(text);
                signs.packs += usize::from(calls || candidate.any(Roles::CAPITALS) && masthead::names_pack(text));
                // Spaces may set the columns of a table apart.
                signs.tables += usize::from(signs.tables == 0 && rows::is_header(line));
            }
            // One table or two rows tell enough; what stands behind them need not be cut into cells.
            if candidate.any(Roles::ROW)
                && signs.tables == 0
                && signs.rows < 2
                && may_begin_table(line.raw)
                && let Some(cells) = line.cells()
            {
                signs.tables += usize::from(tables::is_header(&cells));
                signs.rows += usize::from(signs.labels == 0 && is_numbered(&cells));
            }
            if candidate.any(Roles::LABEL) && !roles::label::is_abstract(text)
                || roles::label::is_glued(line)
                || !candidate.any(Roles::PROSE) && roles::label::titled(text).is_some()
            {
                signs.labels += 1;
            }
            if candidate.any(Roles::COLOPHON) && !candidate.any(Roles::PROSE) {
                signs.colophons += 1;
            }
            if candidate.any(Roles::NUMBERED)
                && let Some((Enumerator::Arabic { value, mark }, _)) = page.enumerator(at)
                && let sure = enumerator::counts_titles(text)
                // The first article may be missing.
                && (value == last + 1 || value == 1 || last == 0 && sure)
                && (sure || matches!(mark, '.' | ')' | '-'))
            {
                last = value;
                signs.numbered += 1;
                signs.slashed += usize::from(sure);
                if page.could_head(at) {
                    signs.titles += 1 + usize::from(sure || candidate.any(Roles::MARKED));
                }
            }
            // One of each tells enough; the rest of the lines need not be read as a masthead's.
            if names && text.len() <= LONGEST {
                // Below the top a name is of interest with a number alone.
                let numbered = chars::contains(text, "số ");
                if (numbered || seen <= TOP) && masthead::has_name_word(text) {
                    signs.names += usize::from(seen <= TOP);
                    signs.called |= seen <= TOP;
                    signs.reviews |= seen <= TOP && masthead::names_review(text);
                    signs.headers += usize::from(numbered && page.masthead_role(at) == MastheadRole::Name);
                } else if numbered && names_issue_behind_page(text) {
                    signs.headers += 1;
                } else if numbered && running::name_before_issue(text).is_some() {
                    issues += 1;
                }
            }
            if !signs.numbered_head && seen <= TOP && text.len() <= LONGEST && chars::contains(text, "số ") {
                signs.numbered_head = page.reading(at).is_some_and(Reading::is_numbered);
                // What stands above the number of the issue is its name, whatever that says.
                signs.names += usize::from(signs.names == 0 && page.is_named_above(at));
            }
            if signs.data == 0
                && seen <= TOP
                && text.len() <= LONGEST
                && scan::any_digit(text.as_bytes())
                && matches!(page.masthead_role(at), MastheadRole::Number | MastheadRole::Date | MastheadRole::Name)
            {
                signs.data = 1;
            }
        }
        signs.headers += if issues >= LEAST_ISSUES { issues } else { 0 };
        signs
    }

    /// Whether a bulletin's name and its number or date stand at the top, or run with the number above its pages.
    pub(super) fn is_named(&self) -> bool {
        self.headers > 0 || self.names > 0 && self.data > 0
    }

    /// Whether all of so many closings say who told the text, as `Theo …` does, or name a source and nothing else.
    pub(super) fn tells_all(&self, cited: usize) -> bool {
        self.told + self.source_lines == cited
    }

    /// Counts a citation in parentheses, if it is sure.
    fn cite(&mut self, closing: &Closing) {
        if closing.strength == Strength::Strong {
            self.citations += 1;
            self.dated += usize::from(closing.date.is_some());
            self.by_lines += usize::from(closing.names_nothing_but_people());
            // A press review names authors as well.
            let announced = citation::is_announced(&closing.text);
            let (attributed, alone) = (!closing.authors.is_empty(), closing.body_end == 0);
            self.told += usize::from(announced && !attributed);
            self.announced += usize::from(announced && !attributed && alone);
            self.attributed += usize::from(announced && attributed && alone);
        }
    }
}

/// The citation that a line ends with whose bracket opens on the line above.
fn closing_over_lines(page: &Page<'_>, at: usize) -> Option<Closing> {
    let text = page.text(at);
    if !text.trim_end_matches(['.', '/']).ends_with(')') || text.contains('(') {
        return None;
    }
    let above = page.text(at.checked_sub(1)?);
    (letters::open_brackets(above) > 0)
        .then(|| citation::find_closing(&[above, " ", text].concat(), Form::Parenthesised))
        .flatten()
}

/// Whether a running header opens with its page and gives name and number of the issue behind it.
fn names_issue_behind_page(text: &str) -> bool {
    let said = running::without_page(text);
    said.len() < text.len() && masthead::has_name_word(said) && masthead::read_line(said).role == MastheadRole::Name
}

/// Whether the first cell of a row may hold a number, or the word for it.
fn may_begin_table(row: &str) -> bool {
    let row = row.trim_matches([' ', '\r', '\u{C}']);
    let first = row.split_once('\t').map(|(first, _)| first).or_else(|| row.strip_prefix('|')?.split('|').next());
    first.is_some_and(|cell| cell.bytes().any(|b| b.is_ascii_digit() || matches!(b, b's' | b'S' | b't' | b'T')))
}

/// Whether a row begins with a number and has columns.
fn is_numbered(cells: &[Cow<'_, str>]) -> bool {
    // A tab before a page, after leaders, makes no column.
    cells.len() >= 3
        && !cells.iter().any(|cell| ends_in_leaders(cell))
        && cells.first().is_some_and(|n| n.trim_end_matches(['.', ')']).parse::<u16>().is_ok())
}

//! The head of a text as the search for contents sees it: its lines that are neither blank nor furniture, by position.

use std::cell::OnceCell;

use super::leading::{self, Lead};
use super::page_mark::{PageMark, lone_page, split_page};
use crate::citation::Form;
use crate::masthead;
use crate::model::MastheadRole;
use crate::page::Page;
use crate::roles::{Roles, ends_in_leaders};
use crate::running::Headers;
use crate::text::letters;

/// Running text that may stand in the head before the search for contents is given up.
const PROSE_IN_HEAD: usize = 6;

/// The non-blank lines of the head that count for the search, as positions.
pub struct Zone<'p, 't> {
    /// The page.
    pub page: &'p Page<'t>,
    /// Line indices.
    pub at: Vec<usize>,
    /// Running text up to and including the position.
    pub prose: Vec<usize>,
    /// The pages at the ends of the lines as they are printed, as far as somebody asked.
    marks: Vec<OnceCell<PageMark>>,
    /// What stands before the titles; empty where no list is set so.
    leads: Vec<Option<Lead<'p>>>,
    /// The form of the citations that stand below the titles, where they do.
    below: Option<Form>,
}

impl<'p, 't> Zone<'p, 't> {
    /// The head of a page.
    pub fn new(page: &'p Page<'t>, headers: &Headers) -> Self {
        Self::without(page, headers, |_| false)
    }

    /// The head of a page without the lines that the search for titles shall not see.
    pub fn without(page: &'p Page<'t>, headers: &Headers, hidden: impl Fn(usize) -> bool) -> Self {
        let (mut at, mut prose, mut count) = (Vec::new(), Vec::new(), 0);
        let runs = |i: usize| page.is(i, Roles::PROSE) && is_running(page, i) || begins_wrapped(page, i);
        let skipped = |i: usize| page.is(i, Roles::BLANK) || headers.recurs(i);
        // No line above the first running text need be asked again.
        let first_running = (0..page.lines.len()).find(|&i| !skipped(i) && runs(i)).unwrap_or(page.lines.len());
        let pages = leading::pages_apart(page, headers, first_running);
        for i in 0..page.lines.len() {
            let left_out = skipped(i)
                || page.is(i, Roles::BACK_LINK)
                || page.is(i, Roles::PAGE_NUMBER) && !is_page_of_entry(page, i) && pages.binary_search(&i).is_err()
                || hidden(i);
            if left_out {
                continue;
            }
            count += usize::from(i >= first_running && runs(i));
            at.push(i);
            prose.push(count);
            if count > PROSE_IN_HEAD {
                break;
            }
        }
        let marks = std::iter::repeat_with(OnceCell::new).take(at.len()).collect();
        let leads = leading::heads(page, &at, &prose);
        Self { page, at, prose, marks, leads, below: None }
    }

    /// The head where citations of a form stand below the titles: these give days as well, but no masthead's.
    pub fn with_citations(self, below: Option<Form>) -> Self {
        Self { below, ..self }
    }

    /// Whether any of the roles is a candidate for the line.
    pub fn is(&self, pos: usize, roles: Roles) -> bool {
        self.at.get(pos).is_some_and(|&i| self.page.is(i, roles))
    }

    /// The line's own text.
    pub fn text(&self, pos: usize) -> &'p str {
        self.at.get(pos).map_or("", |&i| self.page.text(i))
    }

    /// What stands before the title on the line, where the list is set so.
    pub fn lead(&self, pos: usize) -> Option<Lead<'p>> {
        self.leads.get(pos).copied().flatten()
    }

    /// The line's own text without enumerator and page at its head.
    pub fn entitled(&self, pos: usize) -> &'p str {
        self.lead(pos).map_or_else(|| self.page.entitled(self.line(pos)), Lead::entitled)
    }

    /// Whether the line begins as those of a list do: with a number, or with a page where the others do.
    pub fn is_listed(&self, pos: usize) -> bool {
        self.is(pos, Roles::NUMBERED) || self.lead(pos).is_some()
    }

    /// The index of the line at a position; that of none behind the last.
    pub fn line(&self, pos: usize) -> usize {
        self.at.get(pos).copied().unwrap_or(self.page.lines.len())
    }

    /// Position of the first running text.
    pub fn first_prose(&self) -> usize {
        self.prose.iter().position(|&n| n > 0).unwrap_or(self.at.len())
    }

    /// The role of the line in a masthead, judged by itself.
    pub fn masthead_role(&self, pos: usize) -> MastheadRole {
        self.page.masthead_role(self.line(pos))
    }

    /// Whether the line gives a date, a number or a note, as the lines below a bulletin's name do.
    pub fn is_dated(&self, pos: usize) -> bool {
        self.is_masthead(pos) && self.masthead_role(pos) != MastheadRole::Name && !self.is_chrome(pos)
    }

    /// Whether a page is printed at the end of the line, after leaders or a wide space, or at its head.
    pub fn is_paged(&self, pos: usize) -> bool {
        self.lead(pos).is_some_and(|lead| lead.is_page) || matches!(self.page_mark(pos), PageMark::Sure(_))
    }

    /// The page at the end of the line as it is printed, wide spaces and all.
    pub fn page_mark(&self, pos: usize) -> PageMark {
        let read = || self.page.lines.get(self.line(pos)).map_or(PageMark::None, |line| split_page(line.raw).1);
        self.marks.get(pos).map_or(PageMark::None, |mark| *mark.get_or_init(read))
    }

    /// Whether the line says something that only a masthead says.
    pub fn is_masthead(&self, pos: usize) -> bool {
        self.is_chrome(pos)
            || !self.is(pos, Roles::ROMAN)
                && !self.is_listed(pos)
                && !self.is_paged(pos)
                && (self.masthead_role(pos) != MastheadRole::Other || self.is_poster(pos))
                && !self.is_below_title(pos)
    }

    /// Whether the line says what web pages say, and heads no list (`TIN NỔI BẬT`).
    fn is_chrome(&self, pos: usize) -> bool {
        self.is(pos, Roles::CHROME) && !(self.is(pos, Roles::CAPITALS) && self.is_listed(pos + 1))
    }

    /// Whether the line says who posted a page, right below the day.
    fn is_poster(&self, pos: usize) -> bool {
        masthead::names_poster(self.text(pos))
            && !self.page.opens_apart(self.line(pos))
            && pos.checked_sub(1).is_some_and(|above| self.is_dated(above))
    }

    /// Whether the line is the citation of the title above it.
    fn is_below_title(&self, pos: usize) -> bool {
        let cites = |form| self.masthead_role(pos) != MastheadRole::Name && self.page.is_citation(self.line(pos), form);
        self.below.is_some_and(cites) && pos.checked_sub(1).is_some_and(|above| self.page.could_head(self.line(above)))
    }
}

/// Whether a number on a line of its own is the page of the entry above it, which ends in leaders or a dash.
fn is_page_of_entry(page: &Page<'_>, at: usize) -> bool {
    let dashed = |above: &str| [" -", " –"].iter().any(|dash| above.ends_with(dash));
    let leads = |above: usize| {
        let text = page.text(above);
        ends_in_leaders(text) || !page.is(above, Roles::PAGE_NUMBER) && dashed(text)
    };
    page.is(at, Roles::PAGE_NUMBER) && at.checked_sub(1).is_some_and(leads) && lone_page(page.text(at)).is_some()
}

/// Whether a paragraph shows on its third line that it is one: all three fill the column, and the last two go on in small
/// letters. Of a wrapped title the last line is short.
fn begins_wrapped(page: &Page<'_>, at: usize) -> bool {
    const NOT: Roles = Roles::BLANK.union(Roles::NUMBERED).union(Roles::ROW).union(Roles::PROSE);
    let fills = |at: usize| !page.is(at, NOT) && page.text(at).chars().count() * 4 >= page.setting.width * 3;
    let goes_on = |at: usize| letters::starts_small(page.text(at)) && fills(at);
    page.setting.wrapped
        && at >= 2
        && goes_on(at)
        && goes_on(at - 1)
        && fills(at - 2)
        && !(at >= 3 && goes_on(at - 2) && fills(at - 3))
}

/// Whether a line that reads like running text is no line of contents or masthead.
fn is_running(page: &Page<'_>, at: usize) -> bool {
    let text = page.text(at);
    let listed = page.is(at, Roles::NUMBERED) && (text.len() < 200 || text.chars().count() < 200)
        || page.is(at, Roles::TOC_HEADING)
        || ends_entry(page, at);
    let masthead = || text.len() <= 140 && !text.contains(". ") && page.masthead_role(at) != MastheadRole::Other;
    !listed && !masthead()
}

/// Whether a line may be the end of an entry that began on the line before, though it ends as a sentence does.
fn ends_entry(page: &Page<'_>, at: usize) -> bool {
    const LONGEST: usize = 100;
    at.checked_sub(1).is_some_and(|before| {
        page.is(before, Roles::NUMBERED)
            && !page.is(before, Roles::PROSE)
            && page.text(at).chars().count() <= LONGEST
            && !page.is(at, Roles::CLOSING)
    })
}

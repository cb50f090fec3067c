//! Which layout a text has, told by structure: how articles open and close, and what stands at the top.
//!
//! A text that shows too little of any layout is no bulletin. A wrong yes makes nonsense of a letter; a wrong no keeps
//! the whole text, with a diagnostic that says so.

use std::borrow::Cow;

use super::{LISTED_NEWSLETTER, Layout, NEWSLETTER, PRESS_REVIEW, PROCEEDINGS, SIGNED_NEWSLETTER, habit, unclosed};
use crate::citation::{self, Closing, Form, Strength};
use crate::contents::{documents, leading, listed, reprint, rows, tabled, tables};
use crate::masthead::{self, Reading};
use crate::model::MastheadRole;
use crate::page::Page;
use crate::roles::{self, Roles, ends_in_leaders};
use crate::running::{self, Headers};
use crate::signatures::Signatures;
use crate::signed;
use crate::text::chars;
use crate::text::enumerator::{self, Enumerator};
use crate::text::key::{KeyHash, KeySet};
use crate::text::letters;
use crate::text::scan;

/// What the lines of a text show.
#[derive(Debug, Default)]
struct Signs {
    /// Citations in parentheses with a domain, a date or press words.
    citations: usize,
    /// Of these, with a date.
    dated: usize,
    /// Of these, behind `Theo` or `Nguồn`.
    told: usize,
    /// Of these, on lines of their own.
    announced: usize,
    /// Of these, those that say who wrote the text and not where it was printed (`(Tin, ảnh: …)`).
    by_lines: usize,
    /// Citations on lines of their own that announce a source and name who wrote for it.
    attributed: usize,
    /// Lines that name a source and nothing else (`Theo: …`).
    source_lines: usize,
    /// Numbered openings in sequence.
    numbered: usize,
    /// Of these, set as `7/`.
    slashed: usize,
    /// Of these, set as titles are; one that is marked as a heading, or as `7/`, counts twice.
    titles: usize,
    /// Back links.
    back_links: usize,
    /// Headers of tables that list documents.
    tables: usize,
    /// Rows that begin with a number, above any label.
    rows: usize,
    /// Labels of reports and speeches.
    labels: usize,
    /// Lines at the top that speak as a bulletin's name does.
    names: usize,
    /// Whether one of them does so by its words, and not by where it stands.
    called: bool,
    /// Whether one of them says that it reviews the press.
    reviews: bool,
    /// Lines at the top that speak as a conference pack's name does.
    packs: usize,
    /// Lines at the top that give a number or date.
    data: usize,
    /// Whether a line at the top gives an issue number.
    numbered_head: bool,
    /// Colophons.
    colophons: usize,
    /// Whether a heading over a list of contents, or titles with pages, stand at the top.
    contents: bool,
    /// Running headers that give an issue number.
    headers: usize,
}

impl Signs {
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

/// How many closings tell enough; the rest of a long text need not be read for more.
const ENOUGH: usize = 8;
/// Fewest titles in sequence that tell a bulletin whose articles nothing closes.
const LEAST_TITLES: usize = 3;
/// Columns of a newsletter are no wider, in characters; the lines of a page in one column are.
const WIDEST_COLUMN: usize = 50;
/// How many lines count as the top.
const TOP: usize = 16;

/// The layout of a text; None where it is no bulletin.
pub fn recognise(page: &Page<'_>, headers: &Headers, signatures: &Signatures) -> Option<Layout> {
    let signs = read(page, headers);
    let listed = signs.tables > 0 || signs.rows >= 2;
    let headed = signs.contents || signs.packs > 0;
    let documents = listed && signs.labels > 0 || headed && signs.labels >= 2 || signs.labels >= 3;
    // Sections of a press review may be called as documents are (`Ý KIẾN BẠN ĐỌC`); its articles close with citations.
    // A bulletin may list its articles in a table too, and says its own name above it.
    let bulletin = signs.names > 0 && signs.packs == 0;
    let pack = signs.tables > 0 && !bulletin || signs.contents && signs.packs > 0;
    let signed = || if signs.packs > 0 { signed::titles(page, 0).len() } else { 0 };
    if documents && signs.labels > signs.citations
        || pack && listed_again(page, headers) > signs.citations
        || signed() > signs.citations.max(1)
    {
        return Some(PROCEEDINGS);
    }
    // A newsletter in columns may name its sources with their days. Its lines end in spaces, but so may those of a press
    // review.
    let spaced = page.setting.final_spaces && signs.back_links == 0;
    // Titles or lines, and running headers, set as a newsletter's speak for one, also where it names authors as well.
    let narrow = page.setting.wrapped && page.setting.width <= WIDEST_COLUMN;
    let formed = (signs.slashed > 0 || narrow || spaced) && signs.headers > 0 && signs.back_links == 0;
    let announced = if spaced || formed { signs.announced } else { 0 };
    let attributed = if formed { signs.attributed } else { 0 };
    let sources = signs.source_lines + announced + attributed;
    let sourced = sources > 0 && sources >= signs.citations;
    let named = signs.headers > 0 || signs.names > 0 && signs.data > 0;
    let set = signs.slashed > 0 || signs.headers > 0 || spaced;
    // Copies of web pages name the address of an article below its citation and link.
    let copied = signs.back_links > 0 && signs.dated > 0;
    let newsletter = signs.numbered > 0
        && !signs.reviews
        && !copied
        && if signs.contents {
            // Press reviews have contents as a rule, newsletters now and then: all signs together tell these.
            sourced && page.setting.wrapped && set
        } else {
            sourced && (page.setting.wrapped || set)
            // Without a source line: columns, name and number, and an article set as a newsletter's.
            || page.setting.wrapped && signs.slashed > 0 && (signs.headers > 0 || named && signs.citations == 0)
        };
    if newsletter {
        return Some(if signs.contents { LISTED_NEWSLETTER } else { NEWSLETTER });
    }
    // Citations with a date are the habit of a text that has them.
    let habit = habit::find(page, signs.dated * 2 <= signs.citations, signs.reviews);
    let closed_so = |layout: Layout| Layout { addresses: habit.addresses, ..layout };
    // By-lines close the articles, or stand between titles and text.
    let signed = signatures.closing() + signatures.opening() + habit.signed;
    let columns = page.setting.final_spaces && signs.headers > 0;
    let signed_so = habit.form == Form::Signed;
    let by_lines = if signed_so { signs.by_lines } else { 0 };
    let cited = signs.citations - by_lines + signs.source_lines + habit.names + habit.others;
    if named && signed > cited || sourced && columns && !signs.reviews {
        let closing = if signed_so { Some(Form::Signed) } else { SIGNED_NEWSLETTER.closing };
        return Some(closed_so(Layout { closing, ..SIGNED_NEWSLETTER }));
    }
    // Nothing closes the articles, and nothing need count them, where their titles stand apart below name and number.
    let apart = cited == 0 && named && is_in_parts(page, &signs);
    if apart && !signs.reviews {
        return Some(closed_so(SIGNED_NEWSLETTER));
    }
    if is_own(&signs, page.setting.final_spaces, cited) {
        let numbered = if signs.contents { LISTED_NEWSLETTER } else { NEWSLETTER };
        return Some(closed_so(if signs.titles >= LEAST_TITLES { numbered } else { SIGNED_NEWSLETTER }));
    }
    let head = usize::from(signs.names > 0) * 2 + usize::from(signs.data > 0);
    // What says so little needs a bulletin's head above it, whatever its habit.
    let others = if head > 0 { habit.others } else { 0 };
    let closings = (signs.citations + signs.source_lines + habit.names + others).min(3);
    let press = closings + head + usize::from(signs.back_links > 0) * 2 + usize::from(signs.colophons > 0);
    let closes = closings + signs.back_links > 0;
    // Where nothing closes the articles, numbers that count titles below a name and its data tell a bulletin, and so do
    // contents that agree with the body.
    let counts = head == 3 && (signs.titles >= LEAST_TITLES || apart);
    let agrees = || head > 0 && !listed::find(page, headers, None).contents.groups.is_empty();
    let is_review = press >= 3 && (closes || counts) || press >= 2 && agrees();
    let layout = Layout { closing: Some(habit.form), below_title: habit.below_title, ..PRESS_REVIEW };
    is_review.then(|| closed_so(layout))
}

/// Whether a bulletin, which does not say that it reviews the press, brings articles of its own: all those that close name no
/// more than who told them (`Theo …`), where a press review gives days and authors; in columns the day may stand behind. Or,
/// without contents, numbered ones that nothing closes.
fn is_own(signs: &Signs, final_spaces: bool, cited: usize) -> bool {
    const LEAST_SOURCES: usize = 2;
    let told = signs.told + signs.source_lines;
    let titled = signs.names > 0 || signs.numbered_head;
    let told = titled && told == cited && told >= LEAST_SOURCES && (signs.dated == 0 || final_spaces);
    let counted = signs.names > 0 && signs.data > 0 && cited == 0 && signs.titles >= LEAST_TITLES && !signs.contents;
    !signs.reviews && signs.back_links == 0 && (told || counted)
}

/// Whether how the headings of a text are set tells that it is in parts: sections over titles, or titles alike below the number
/// of an issue. A web page may say `Tin tức` and a day at its top.
fn is_in_parts(page: &Page<'_>, signs: &Signs) -> bool {
    unclosed::has_sections_over_titles(page) || signs.numbered_head && signs.called && unclosed::has_titles_alike(page)
}

fn read(page: &Page<'_>, headers: &Headers) -> Signs {
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
    let mut signs = Signs::default();
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
                && page
                    .closing(at, Form::Line)
                    .is_some_and(|c| c.body_end == 0 && c.source.is_some() && c.date.is_none() && c.authors.is_empty());
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
            signs.contents |= candidate.any(Roles::ROW) && line.cells().is_some_and(|cells| tabled::is_header(&cells));
            signs.contents |= candidate.any(Roles::TOC_HEADING) || paged >= 2;
            signs.packs += usize::from(candidate.any(Roles::CAPITALS) && masthead::names_pack(text));
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
        if names && text.len() <= 200 {
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
        if !signs.numbered_head && seen <= TOP && text.len() <= 200 && chars::contains(text, "số ") {
            signs.numbered_head = page.reading(at).is_some_and(Reading::is_numbered);
            // What stands above the number of the issue is its name, whatever that says.
            signs.names += usize::from(signs.names == 0 && page.is_named_above(at));
        }
        if signs.data == 0
            && seen <= TOP
            && text.len() <= 200
            && scan::any_digit(text.as_bytes())
            && matches!(page.masthead_role(at), MastheadRole::Number | MastheadRole::Date | MastheadRole::Name)
        {
            signs.data = 1;
        }
    }
    signs.headers += if issues >= LEAST_ISSUES { issues } else { 0 };
    signs
}

/// How many of the titles in a pack's contents open a document further down, with no label to tell them; one by itself may
/// be chance.
fn listed_again(page: &Page<'_>, headers: &Headers) -> usize {
    const NOT: Roles = Roles::BLANK.union(Roles::ROW).union(Roles::PROSE);
    let Some(head) = tables::find(page, headers).or_else(|| documents::find(page, headers)) else { return 0 };
    let titles: KeySet = head.contents.entries().map(|(_, entry)| entry.key).collect();
    let longest = titles.iter().map(|key| key.len()).max().and_then(|len| u32::try_from(len).ok()).unwrap_or(0);
    let lines = (head.body..page.lines.len()).filter(|&at| !page.is(at, NOT));
    // A title may run over lines that stand right below one another.
    let names = |first: &usize| {
        let more =
            (first + 1..page.lines.len()).take(reprint::MOST_TITLE_LINES - 1).take_while(|&at| !page.is(at, NOT));
        let keys = std::iter::once(*first).chain(more).map_while(|at| page.key(at, longest));
        keys.scan(KeyHash::default(), |joined, key| {
            *joined = joined.then(key);
            Some(*joined)
        })
        .any(|joined| titles.contains(&joined))
    };
    let found = lines.filter(names).count();
    if found > 1 { found } else { 0 }
}

/// The line that the first document of a pack without contents opens on: its label, or the title that its author signs.
pub fn first_document(page: &Page<'_>) -> usize {
    let opens = |at: &usize| {
        page.has_glued_label(*at)
            || page.is(*at, Roles::LABEL) && !page.is(*at, Roles::ROW)
            || roles::label::titled(page.text(*at)).is_some()
    };
    let label = (0..page.lines.len()).find(opens);
    label.or_else(|| signed::titles(page, 0).first().map(|signed| signed.first)).unwrap_or(0)
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

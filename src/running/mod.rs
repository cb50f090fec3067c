//! Running headers: lines that page turns bring in, between the lines of contents and body.
//!
//! What one line says is read in `line`. From the whole text, three things tell one:
//! - by name: it says the bulletin's name, or speaks as one does, with a number, a date or a page, or alone on each page;
//! - by pages: it repeats with a page that rises, or says a line of the head with a page at a page turn;
//! - by place: it repeats beside page numbers or page turns, or between the halves of sentences (`alone`).
//!
//! What is told once masthead and body are known, [`Headers::of_body`] adds. A line that stands where a title does is one,
//! unless a page turn shows beside it or beside the others that say the same.

mod alone;
pub mod line;

use std::collections::{BTreeSet, HashMap};

use self::line::{Header, SHORTEST, Says, last_page, parted_page};
pub use self::line::{name_before_issue, without_page};
use crate::citation::Form;
use crate::masthead;
use crate::model::MastheadRole;
use crate::page::Page;
use crate::roles::Roles;
use crate::text::chars;
use crate::text::enumerator::Enumerator;
use crate::text::key::{KeyHash, KeyMap, TextMap, key};
use crate::text::letters;

/// Longest running header, in bytes.
const LONGEST: u32 = 200;
/// Lines at the top that are asked for the bulletin's name.
const LINES_AT_TOP: usize = 16;
/// Most lines of the name.
const LINES_OF_NAME: usize = 4;
/// A line that names no bulletin recurs so often, or it is none that pages bring.
const OFTEN: usize = 3;
/// Fewest words that tell a name from what is counted (`Phụ lục 3`).
const WORDS: usize = 4;

/// What recurs as running headers do and is none.
const OTHERS: Roles =
    Roles::ROW.union(Roles::CAPTION).union(Roles::LABEL).union(Roles::BACK_LINK).union(Roles::PAGE_NUMBER);

/// The lines of a page that may be running headers.
#[derive(Debug, Default)]
pub struct Headers {
    /// Lines with a number, a date, a page or a note, and those that say a name again and again, in order.
    found: Vec<Header>,
    /// Lines that recur as running headers do, in order.
    recurring: Vec<usize>,
    /// The names, as keys, that stand at the top or that pages say again and again.
    names: BTreeSet<String>,
}

impl Headers {
    /// The lines of a page that may be running headers.
    pub fn find(page: &Page<'_>) -> Self {
        let top = top(page);
        // Most lines are running text, and none.
        let lines: Vec<usize> = (0..page.candidates.len()).filter(|&at| may_run(page, at)).collect();
        let paged = (0..page.candidates.len()).filter(|&at| opens_with_page(page, at));
        let mut found: Vec<Header> =
            lines.iter().copied().chain(paged).filter_map(|at| Header::of(page.text(at), at)).collect();
        found.sort_by_key(|header| header.at);
        let mut names = names(page, top);
        names.extend(said_by_pages(page, &found, top));
        if !names.is_empty() {
            found.extend(bare(page, &lines, &names));
            found.sort_by_key(|header| header.at);
        }
        let head = said_at_top(page, top);
        let mut recurring = recurring(page, &found, &names, &head, top);
        recurring.extend(repeats_head(page, &lines, &head, top));
        let once = |header: &&Header| header.at >= top && is_told_once(page, header, &names);
        recurring.extend(found.iter().filter(once).map(|header| header.at));
        recurring.extend(beside_page_numbers(page, top));
        let below = lines.get(lines.partition_point(|at| *at < top)..).unwrap_or_default();
        recurring.extend(alone::find(page, below));
        recurring.sort_unstable();
        recurring.dedup();
        Self { found, recurring, names }
    }

    /// Whether a line recurs as a running header does.
    pub fn recurs(&self, at: usize) -> bool {
        self.recurring.binary_search(&at).is_ok()
    }

    /// The running headers from a line on, in no order; `name` is the bulletin's, where it is known.
    pub fn of_body(&self, page: &Page<'_>, from: usize, name: Option<&str>) -> Vec<usize> {
        let name = name.map(key).filter(|name| name.len() >= SHORTEST);
        let below = self.found.get(self.found.partition_point(|header| header.at < from)..).unwrap_or_default();
        let mut alike: TextMap<'_, Vec<&Header>> = TextMap::default();
        for header in below.iter().filter(|header| header.says != Says::Nothing && !page.is(header.at, OTHERS)) {
            alike.entry(&header.key).or_default().push(header);
        }
        let mut running: Vec<usize> = self.recurring.iter().copied().filter(|at| *at >= from).collect();
        for headers in alike.into_values() {
            let brought = headers.iter().any(|header| is_brought_by_page(page, header.at));
            let data = headers.iter().filter(|header| header.says == Says::Data).count();
            let runs = |header: &&&Header| {
                let issue = || header.is_paged(page.text(header.at));
                let often = || header.says == Says::Data && data >= OFTEN && brought;
                self.says_name(page, header, name.as_deref()) && (brought || !opens_article(page, header.at))
                    || name_before_issue(page.text(header.at)).is_some()
                    || is_set_apart(page, header.at) && (issue() || often())
            };
            running.extend(headers.iter().filter(runs).map(|header| header.at));
        }
        running
    }

    /// Whether a line says the bulletin's name, or speaks as one does, and more.
    fn says_name(&self, page: &Page<'_>, header: &Header, name: Option<&str>) -> bool {
        if header.says == Says::Issue {
            return false;
        }
        let said = header.key.as_str();
        // A newspaper may be called as the bulletin is: what stands in brackets cites it.
        if is_bracketed(page.text(header.at)) {
            return self.names.contains(said) && is_brought_by_page(page, header.at);
        }
        let is_part = |name: &str| {
            name.ends_with(said) || said.ends_with(name) || name.starts_with(said) && said.len() * 2 > name.len()
        };
        self.names.contains(said)
            || name.is_some_and(is_part)
            || header.says != Says::Digit && masthead::has_name_word(without_page(page.text(header.at)))
    }
}

impl Header {
    /// The name, and whether nothing is said beside it.
    fn said(&self) -> (&str, bool) {
        (&self.key, self.says == Says::Nothing)
    }
}

/// Whether a page turn shows at a line: a page stands on it or beside it, a form feed, or it cuts a sentence in two.
fn is_brought_by_page(page: &Page<'_>, at: usize) -> bool {
    let near = |at: Option<usize>| at.is_some_and(|at| page.is(at, Roles::PAGE_NUMBER));
    last_page(page.text(at)).is_some()
        || page.has_form_feed(at)
        || page.has_form_feed(at + 1)
        || near(page.above(at, Roles::BLANK))
        || near(page.below(at, Roles::BLANK))
        || alone::cuts_sentence(page, at)
}

/// Whether a line stands where the title of an article does: behind what closes one, and above running text; or below the
/// label of a document.
fn opens_article(page: &Page<'_>, at: usize) -> bool {
    if page.above(at, Roles::BLANK).is_some_and(|above| page.is(above, Roles::LABEL)) {
        return true;
    }
    let closes = |at: usize| page.is(at, Roles::BACK_LINK | Roles::TRAILING_BACK_LINK) || is_cited(page, at);
    page.could_head(at)
        && page.below(at, Roles::BLANK).is_some_and(|below| page.is(below, Roles::PROSE))
        && page.above(at, Roles::BLANK).is_some_and(closes)
}

/// Whether a citation of one of the forms stands at the end of a line, or is all of it.
fn is_cited(page: &Page<'_>, at: usize) -> bool {
    [Form::Parenthesised, Form::Line].into_iter().any(|form| page.closing(at, form).is_some())
}

/// Whether a line stands in brackets as a whole.
fn is_bracketed(text: &str) -> bool {
    text.starts_with('(') && text.ends_with(')')
}

/// Whether a line may be a running header by its roles and its length.
fn may_run(page: &Page<'_>, at: usize) -> bool {
    const NOT: Roles = Roles::PROSE.union(Roles::NUMBERED).union(Roles::BLANK);
    !page.is(at, NOT) && page.text(at).len() <= LONGEST as usize
}

/// Whether a line opens with a number and a dash, as titles do and running headers with their page.
fn opens_with_page(page: &Page<'_>, at: usize) -> bool {
    page.is(at, Roles::NUMBERED)
        && !page.is(at, Roles::PROSE)
        && page.text(at).len() <= LONGEST as usize
        && page.enumerator(at).is_some_and(|(number, _)| matches!(number, Enumerator::Arabic { mark: '-', .. }))
}

/// The first lines above the end of the top that are not blank.
fn shown_at_top(page: &Page<'_>, top: usize) -> impl Iterator<Item = usize> {
    (0..top).filter(|&at| !page.is(at, Roles::BLANK)).take(LINES_AT_TOP)
}

/// What the first lines say, as keys.
fn said_at_top(page: &Page<'_>, top: usize) -> BTreeSet<String> {
    shown_at_top(page, top).map(|at| key(page.text(at))).filter(|key| !key.is_empty()).collect()
}

/// The lines at page turns that say a line of the head once more, with a page. In a short bulletin each says so once.
fn repeats_head(page: &Page<'_>, lines: &[usize], head: &BTreeSet<String>, top: usize) -> Vec<usize> {
    let below = lines.get(lines.partition_point(|at| *at < top)..).unwrap_or_default();
    let repeats = |at: &usize| {
        (page.has_form_feed(*at) || page.has_form_feed(*at + 1))
            && !page.is(*at, OTHERS)
            && parted_page(page.text(*at)).is_some_and(|(_, said)| head.contains(&key(said)))
    };
    below.iter().copied().filter(repeats).collect()
}

/// Whether a line that stands apart need not be said again: it says all that a running header can, a name of the head, the
/// number of the issue and a page; or a name and, set apart from it, a page between the halves of a sentence.
fn is_told_once(page: &Page<'_>, header: &Header, names: &BTreeSet<String>) -> bool {
    let text = page.text(header.at);
    let whole = || names.contains(&header.key) && last_page(text).is_some() && chars::contains(text, "số ");
    let cuts = || {
        header.words >= WORDS
            && !page.is(header.at, OTHERS)
            && last_page(printed(page, header)).is_some()
            && alone::cuts_sentence(page, header.at)
    };
    header.says == Says::Data && is_set_apart(page, header.at) && (whole() || cuts())
}

/// Where the top of the page ends: at the first line of a list, a table or running text.
fn top(page: &Page<'_>) -> usize {
    const BELOW: Roles = Roles::PROSE.union(Roles::NUMBERED).union(Roles::TOC_HEADING).union(Roles::ROW);
    (0..page.lines.len()).find(|&at| page.is(at, BELOW)).unwrap_or(page.lines.len())
}

/// The names that the top of a page says, as keys: lines that speak as a name does, also with the lines below.
fn names(page: &Page<'_>, top: usize) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let shown: Vec<usize> = shown_at_top(page, top).collect();
    for (nth, &at) in shown.iter().enumerate() {
        if page.masthead_role(at) != MastheadRole::Name {
            continue;
        }
        let mut name = String::new();
        for &at in shown.iter().skip(nth).take(LINES_OF_NAME) {
            name.push_str(&line::said(page.text(at)));
            names.insert(name.clone());
        }
    }
    names
}

/// The names, as keys, that lines below the top say with a number, a date or a page more than once.
fn said_by_pages(page: &Page<'_>, found: &[Header], top: usize) -> Vec<String> {
    let mut below: Vec<&Header> = found.iter().filter(|header| header.at >= top && header.says == Says::Data).collect();
    below.sort_unstable_by_key(|header| &header.key);
    let speaks = |alike: &[&Header]| {
        let speaks = |header: &&&Header| masthead::has_name_word(without_page(page.text(header.at)));
        alike.len() > 1 && alike.iter().filter(speaks).nth(1).is_some()
    };
    let repeated = below.chunk_by(|a, b| a.key == b.key).filter(|alike| speaks(alike));
    repeated.filter_map(|alike| alike.first()).map(|header| header.key.clone()).collect()
}

/// Which of the lines say one of these names and nothing else.
fn bare(page: &Page<'_>, lines: &[usize], names: &BTreeSet<String>) -> Vec<Header> {
    let keys: KeyMap<&String> = names.iter().map(|name| (KeyHash::of(name), name)).collect();
    let firsts: BTreeSet<char> = names.iter().filter_map(|name| name.chars().next()).collect();
    let first = |at| page.text(at).chars().next()?.to_lowercase().next();
    // Most lines begin with another letter, and their keys need not be read.
    let begin = lines.iter().copied().filter(|&at| first(at).is_some_and(|c| firsts.contains(&c)));
    let named = begin.filter_map(|at| Some((at, *keys.get(&page.key(at, LONGEST)?)?)));
    let words = |at| letters::words(page.text(at));
    named.map(|(at, name)| Header { at, key: name.clone(), words: words(at), says: Says::Nothing }).collect()
}

/// The lines below the top that say the same again and again: a name, the number of an issue, or a text with a page that
/// rises.
fn recurring(
    page: &Page<'_>,
    found: &[Header],
    names: &BTreeSet<String>,
    head: &BTreeSet<String>,
    top: usize,
) -> Vec<usize> {
    // At the top, the first page has its header, and a masthead says the name, which may be printed once more where the body
    // begins.
    let mut alike: Vec<&Header> = found.iter().filter(|header| header.at >= top || header.says == Says::Data).collect();
    alike.sort_unstable_by(|a, b| a.said().cmp(&b.said()).then(a.at.cmp(&b.at)));
    let recurs = |headers: &&[&Header]| {
        let [first, _, ..] = headers else { return false };
        first.says == Says::Issue
            || names.contains(&first.key)
            || headers.len() >= OFTEN && counts_pages(page, headers, head)
    };
    let recurring = alike.chunk_by(|a, b| a.said() == b.said()).filter(recurs).flatten();
    recurring.map(|header| header.at).filter(|at| *at >= top).collect()
}

/// Whether each of these lines gives a higher page than the one before. Behind the page or in few words, they have to say a
/// line of the head, to speak as a bulletin's name does, or to cut sentences.
fn counts_pages(page: &Page<'_>, headers: &[&Header], head: &BTreeSet<String>) -> bool {
    let pages = headers.iter().map(|header| parted(page, header).map(|(page, _)| page));
    if !pages.is_sorted_by(|before, page| before.is_some() && before < page) {
        return false;
    }
    let last = |header: &Header| last_page(page.text(header.at)).or_else(|| last_page(printed(page, header)));
    let sure = |header: &&Header| header.words >= WORDS && last(header).is_some();
    let said = |header: &Header| parted(page, header).map_or("", |(_, said)| said);
    let named = |said: &str| head.contains(&key(said)) || masthead::has_name_word(said);
    let cuts = || headers.iter().filter(|header| alone::cuts_sentence(page, header.at)).nth(1).is_some();
    headers.iter().all(sure) || headers.first().is_some_and(|header| named(said(header))) || cuts()
}

/// The page that a line gives, and what it says beside. A wide space that sets the page apart is seen in the file alone.
fn parted<'a>(page: &'a Page<'_>, header: &Header) -> Option<(u32, &'a str)> {
    parted_page(page.text(header.at)).or_else(|| parted_page(printed(page, header)))
}

/// A line as it stands in the file, without white space around it.
fn printed<'a>(page: &'a Page<'_>, header: &Header) -> &'a str {
    page.lines.get(header.at).map_or("", |line| line.raw.trim())
}

/// The lines right above or below page numbers and page turns that say the same on a third of the pages or more.
fn beside_page_numbers(page: &Page<'_>, top: usize) -> Vec<usize> {
    let is_beside = |at: &usize| may_run(page, *at) && !page.is(*at, OTHERS) && !is_cited(page, *at);
    // A year may stand alone as well.
    let digits = |at: usize| page.text(at).bytes().filter(u8::is_ascii_digit).count();
    let mut beside: Vec<usize> = Vec::new();
    let (mut numbers, mut feeds) = (0, 0);
    let (mut above, mut turned) = (None, false);
    for at in top..page.lines.len() {
        let fed = page.has_form_feed(at);
        let numbered = page.is(at, Roles::PAGE_NUMBER) && digits(at) < 4;
        feeds += usize::from(fed);
        numbers += usize::from(numbered);
        if fed || numbered {
            beside.extend(above.filter(is_beside));
            turned = true;
        }
        if !numbered && !page.is(at, Roles::BLANK) {
            beside.extend(turned.then_some(at).filter(is_beside));
            (above, turned) = (Some(at), false);
        }
    }
    beside.sort_unstable();
    beside.dedup();
    let mut alike: HashMap<String, Vec<usize>> = HashMap::new();
    for at in beside {
        alike.entry(key(page.text(at))).or_default().push(at);
    }
    let least = OFTEN.max(numbers.max(feeds) / 3);
    alike.into_iter().filter(|(key, at)| key.len() >= SHORTEST && at.len() >= least).flat_map(|(_, at)| at).collect()
}

/// Whether blank lines, the file's edges or form feeds stand on both sides.
fn is_set_apart(page: &Page<'_>, at: usize) -> bool {
    page.opens_apart(at) && (at + 1 >= page.lines.len() || page.is(at + 1, Roles::BLANK))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The numbers of the lines that recur.
    fn recurring(text: &str) -> Vec<usize> {
        let page = Page::of(text);
        let headers = Headers::find(&page);
        (0..page.lines.len()).filter(|&at| headers.recurs(at)).map(|at| at + 1).collect()
    }

    #[test]
    fn the_name_with_a_page_recurs() {
        for header in
            ["Bản tin Đất đai\t#", "# | Bản tin Đất đai", "BẢN TIN ĐẤT ĐAI - Số 7/2031 - Trang #", "Bản tin Đất đai"]
        {
            let (two, three) = (header.replace('#', "2"), header.replace('#', "3"));
            let text = format!("BẢN TIN\nĐẤT ĐAI\nSố 7\n1. Chợ mới\n{two}\n2. Cầu mới\n{three}\nChợ mới\n");
            assert_eq!(recurring(&text), [5, 7], "{header}");
            let once = format!("BẢN TIN\nĐẤT ĐAI\nSố 7\n1. Chợ mới\n{two}\n2. Cầu mới\nChợ mới\n");
            assert_eq!(recurring(&once), [0; 0], "{header}");
        }
    }

    #[test]
    fn the_header_of_the_first_page_counts() {
        let text = |first: &str| format!("{first}\n\n1/ Chợ mới\nBản tin Đất đai - Số 7/2031 2\n2/ Cầu mới\n");
        assert_eq!(recurring(&text("Bản tin Đất đai - Số 7/2031 1")), [4]);
        assert_eq!(recurring(&text("Bản tin Đất đai")), [0; 0]);
    }

    #[test]
    fn a_name_with_issue_and_page_need_not_recur() {
        let text = |header: &str| format!("BẢN TIN\nĐẤT ĐAI\nSố 7\n1. Chợ mới\n\n{header}\n\n1/ Chợ mới\n");
        assert_eq!(recurring(&text("Bản tin Đất đai - Số 7/2031 2")), [6]);
        assert_eq!(recurring(&text("Bản tin Đất đai số 7/2031")), [0; 0], "no page");
        assert_eq!(recurring(&text("Bản tin Nước sạch - Số 7/2031 2")), [0; 0], "another name");
    }

    #[test]
    fn an_issue_recurs() {
        assert_eq!(recurring("MỤC LỤC\nSố 7 - Tháng 5/2031 2\nTin xã\n3 | Số 7 - Tháng 5/2031\n"), [2, 4]);
        assert_eq!(recurring("MỤC LỤC\nSố 7/BC-UBND\nTin xã\nSố 7/BC-UBND\n"), [0; 0]);
    }

    #[test]
    fn a_text_recurs_with_rising_pages() {
        let text = |texts: [&str; 3]| format!("MỤC LỤC\n{}\nTin xã\n{}\nTin huyện\n{}\n", texts[0], texts[1], texts[2]);
        assert_eq!(recurring(&text(["Sở Nội vụ | 2", "Sở Nội vụ | 3", "Sở Nội vụ | 5"])), [0; 0], "three words");
        assert_eq!(recurring(&text(["Sở Nội vụ tỉnh | 2", "Sở Nội vụ tỉnh | 3", "Sở Nội vụ tỉnh | 5"])), [2, 4, 6]);
        assert_eq!(recurring(&text(["Sở Nội vụ tỉnh | 2", "Sở Nội vụ tỉnh | 2", "Sở Nội vụ tỉnh | 5"])), [0; 0]);
        assert_eq!(
            recurring(&text(["Phụ lục của báo cáo 1", "Phụ lục của báo cáo 2", "Phụ lục của báo cáo 3"])),
            [0; 0]
        );
    }

    #[test]
    fn a_line_of_the_head_recurs_with_rising_pages() {
        let text = |header: &str, pages: [&str; 3]| {
            let [first, second, third] = pages.map(|page| header.replace('#', page));
            format!("SỞ ĐẤT ĐAI\nBẢN TIN XÃ\n\n1/ Chợ mới\n{first}\nTin xã\n{second}\nTin huyện\n{third}\n")
        };
        for header in ["# | Sở Đất đai", "Sở Đất đai - #", "# - BẢN TIN XÃ", "# Bản tin xã - Sở Đất đai", "Số 7 • #"]
        {
            assert_eq!(recurring(&text(header, ["2", "3", "5"])), [5, 7, 9], "{header}");
        }
        assert_eq!(recurring(&text("Tháng 5 năm 2031 #", ["2", "3", "5"])), [5, 7, 9]);
        assert_eq!(recurring(&text("Sở Đất đai - #", ["2", "3", "3"])), [0; 0]);
        assert_eq!(recurring(&text("# - Tổ hái chè", ["2", "3", "5"])), [0; 0], "what no line of the head says");
    }

    #[test]
    fn a_line_of_the_head_with_a_page_stands_once_at_a_page_turn() {
        let text = |turn: &str| {
            format!("BẢN TIN XÃ\nSố 7 - Năm học 2031\n\n1/ Chợ mới\n{turn}Số 7 - Năm học 2031   3\nTin xã\n")
        };
        assert_eq!(recurring(&text("\u{c}")), [5]);
        assert_eq!(recurring(&text("")), [0; 0]);
    }

    #[test]
    fn a_name_with_a_page_between_the_halves_of_a_sentence_need_not_recur() {
        let text = |line: &str, rest: &str| {
            format!("MỤC LỤC\n\nXã Phú An vừa mở một khu chợ mới ở bên bờ sông, nơi nông dân\n\n{line}\n\n{rest}\n")
        };
        assert_eq!(recurring(&text("Mười năm giữ chợ sạch          8", "bán rau.")), [5]);
        assert_eq!(recurring(&text("Mười năm giữ chợ sạch          8", "Bán rau.")), [0; 0]);
        assert_eq!(recurring(&text("Mười năm giữ chợ sạch 8", "bán rau.")), [0; 0], "no page set apart");
    }

    #[test]
    fn a_text_recurs_beside_page_numbers() {
        let pages = |footers: [&str; 5]| {
            let pages = (1..).zip(footers).map(|(number, footer)| format!("Tin {number}\n\n{footer}\n\n{number}\n\n"));
            format!("MỤC LỤC\n{}", pages.collect::<String>())
        };
        assert_eq!(recurring(&pages(["Sở Nội vụ", "Một", "Sở Nội vụ", "Hai", "Sở Nội vụ"])), [4, 16, 28]);
        assert_eq!(recurring(&pages(["Sở Nội vụ", "Một", "Sở Nội vụ", "Hai", "Ba"])), [0; 0]);
        assert_eq!(recurring("MỤC LỤC\nTin\n\u{c}Sở Nội vụ\nTin\n\u{c}Sở Nội vụ\nTin\n\u{c}Sở Nội vụ\n"), [3, 5, 7]);
        // Of twelve pages, three begin alike.
        let few = "\u{c}Ủy ban\n\u{c}Một chợ\n\u{c}Chợ cũ\n\u{c}Hai chợ\n".repeat(3);
        assert_eq!(recurring(&format!("MỤC LỤC\n{few}")), [0; 0]);
    }

    /// The numbers of the running headers in a body without contents, whose articles close with citations.
    fn running(bodies: &[&str]) -> Vec<usize> {
        let stories =
            bodies.iter().map(|line| format!("{line}\n\nBà con góp công, xã góp đá. (Suoitrang.vn 5/3, Lê Tám)\n\n"));
        let text = format!("ĐIỂM BÁO XÃ SUỐI TRẮNG\nSố 7\n\n{}", stories.collect::<String>());
        let page = Page::of(&text);
        let mut running = Headers::find(&page).of_body(&page, 3, Some("Điểm báo xã Suối Trắng"));
        running.sort_unstable();
        running.iter().map(|at| at + 1).collect()
    }

    #[test]
    fn titles_with_numbers_are_no_headers() {
        // The name and a year; a word of the press and a number; the same with numbers that rise; labels of documents.
        assert_eq!(running(&["Cầu tre thông xe", "Xã Suối Trắng năm 2031", "Chợ mới"]), [0; 0]);
        assert_eq!(running(&["Cầu tre thông xe", "Tin nhanh bão số 3", "Chợ mới"]), [0; 0]);
        assert_eq!(
            running(&["Làm cầu tre ra sao, kỳ 1", "Làm cầu tre ra sao, kỳ 2", "Làm cầu tre ra sao, kỳ 3"]),
            [0; 0]
        );
        assert_eq!(running(&["THAM LUẬN SỐ 1", "THAM LUẬN SỐ 2", "THAM LUẬN SỐ 3"]), [0; 0]);
        let parts = "Cầu tre thông xe\n\nCầu dài.\n\nGiai đoạn 1\n\nĐổ đá.\n\nGiai đoạn 2\n\nGác tre.\n\nGiai đoạn 3";
        assert_eq!(running(&["Chợ mới", parts]), [0; 0]);
    }

    #[test]
    fn headers_of_the_body_show_a_page() {
        // Behind a citation and above text, beside a page.
        assert_eq!(running(&["Cầu tre", "Điểm báo xã Suối Trắng, số 7\n\n2"]), [8]);
        // Within an article, and within a sentence.
        assert_eq!(running(&["Cầu tre", "Chợ mới\n\nBà con vui.\n\nĐiểm báo xã Suối Trắng số 7"]), [12]);
        let cut = "Bà con trong xã cùng nhau góp công góp của để mở rộng khu chợ\n\nXã Suối Trắng 4\n\ncũ ở bờ sông.";
        assert_eq!(running(&["Cầu tre", &format!("Chợ mới\n\n{cut}")]), [12]);
    }
}

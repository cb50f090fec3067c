//! Pages that do not stand at the ends of titles: at the heads of the lines (`Trang 2: Title`, `2 Title`), or each on a line of
//! its own between the titles.
//!
//! A number before words says little by itself (`5 năm …`, `12 xã …`), so no line is read alone: several of one list agree,
//! their numbers never fall, and without a word for pages the body prints their titles once more.

use std::cell::OnceCell;

use super::page_mark::{PageMark, WORDS, lone_page, split_page};
use crate::page::Page;
use crate::roles::Roles;
use crate::running::Headers;
use crate::text::key::{self, KeyMap};
use crate::text::{chars, enumerator};

/// What stands before the title on a line of the contents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lead<'t> {
    /// Its number.
    pub value: u32,
    /// Whether the number is a page; else it counts the entries.
    pub is_page: bool,
    /// The word printed before it (`Trang`, `Tr`).
    pub word: Option<&'t str>,
    /// The line behind it.
    pub rest: &'t str,
}

impl<'t> Lead<'t> {
    /// What a line begins with, taken for a page.
    fn of(text: &'t str) -> Option<Self> {
        let (word, behind) = match text.as_bytes().first()? {
            b'0'..=b'9' => (None, text),
            b't' | b'T' => split_word(text)?,
            b'(' | b'[' => split_word(text.get(1..)?)?,
            _ => return None,
        };
        let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
        let (number, tail) = behind.split_at_checked(digits).filter(|_| (1..=3).contains(&digits))?;
        // Behind a word for it, marks may set the page apart; a bare number with one counts entries.
        let marks = |c: char| word.is_some() && matches!(c, ':' | '.' | ',' | ')' | ']' | '-' | '–' | '—' | '|' | '/');
        let rest = tail.trim_start_matches(|c: char| c.is_whitespace() || marks(c));
        let opens = |c: char| {
            chars::is_uppercase(c) || matches!(c, '“' | '"' | '‘' | '\'') || word.is_some() && chars::is_alphanumeric(c)
        };
        let set_apart = rest.len() < tail.len() && rest.starts_with(opens);
        set_apart.then(|| Some(Self { value: number.parse().ok()?, is_page: true, word, rest }))?
    }

    /// The line behind it without an enumerator.
    pub fn entitled(self) -> &'t str {
        enumerator::split(self.rest).map_or(self.rest, |(_, rest)| rest)
    }
}

/// The word for a page that a text begins with, and what stands behind it.
fn split_word(text: &str) -> Option<(Option<&str>, &str)> {
    WORDS.into_iter().find_map(|word| {
        let (head, tail) = text.split_at_checked(word.len())?;
        let tail = tail.strip_prefix('.').unwrap_or(tail).trim_start();
        (head.eq_ignore_ascii_case(word) && tail.starts_with(|c: char| c.is_ascii_digit()))
            .then_some((Some(head), tail))
    })
}

/// Lines of other kinds that may stand between two entries: the rest of a title, headings of groups.
const MOST_BETWEEN: usize = 4;
/// So many numbers that never fall are hardly chance; with a word for pages two are enough.
const LEAST: usize = 3;

/// Whether a line begins with a word for a page and the page (`Trang 2: Title`).
pub fn opens_with_page(text: &str) -> bool {
    Lead::of(text).is_some_and(|lead| lead.word.is_some())
}

/// What stands at the heads of the lines of a list, by position among the lines `at`; empty where no list is set so. `prose`
/// counts the running text up to each position.
pub fn heads<'p>(page: &'p Page<'_>, at: &[usize], prose: &[usize]) -> Vec<Option<Lead<'p>>> {
    let printed = Printed::of(page);
    let mut run: Vec<(usize, Lead<'p>)> = Vec::new();
    let lines = at.iter().zip(prose).enumerate().filter(|(_, (at, _))| !page.is(**at, Roles::PROSE));
    for (pos, (&line, &count)) in lines {
        let Some(lead) = Lead::of(page.text(line)) else { continue };
        let goes_on = run.last().is_some_and(|(before, last)| {
            pos - before <= MOST_BETWEEN + 1
                && prose.get(*before) == Some(&count)
                && last.word.is_some() == lead.word.is_some()
                && last.value <= lead.value
        });
        if !goes_on {
            if printed.agrees(at, &run) {
                break;
            }
            run.clear();
        }
        run.push((pos, lead));
    }
    if !printed.agrees(at, &run) {
        return Vec::new();
    }
    let is_page = !counts_entries(page, at, &run);
    let mut heads = vec![None; at.len()];
    for (pos, lead) in run {
        if let Some(head) = heads.get_mut(pos) {
            *head = Some(Lead { is_page, ..lead });
        }
    }
    heads
}

/// How the lines of a text begin.
pub(super) struct Printed<'p, 't> {
    page: &'p Page<'t>,
    /// The last line with each beginning, once somebody asks.
    last: OnceCell<KeyMap<usize>>,
}

impl<'p, 't> Printed<'p, 't> {
    /// So many letters tell that a title is printed once more, wherever its line is broken there.
    const LETTERS: usize = 12;

    /// The lines of a page.
    pub(super) fn of(page: &'p Page<'t>) -> Self {
        Self { page, last: OnceCell::new() }
    }

    /// Whether lines that begin with numbers are those of a list of contents.
    fn agrees(&self, at: &[usize], run: &[(usize, Lead<'_>)]) -> bool {
        let Some((last, lead)) = run.last() else { return false };
        if lead.word.is_some() {
            return run.len() > 1;
        }
        let Some(&end) = at.get(*last).filter(|_| run.len() >= LEAST) else { return false };
        let recurs = |(_, lead): &&(usize, Lead<'_>)| self.recurs(lead.entitled(), end);
        run.iter().filter(recurs).count() * 2 >= run.len()
    }

    /// Whether a line behind this one begins as the title does.
    pub(super) fn recurs(&self, title: &str, behind: usize) -> bool {
        let read = || {
            let lines = (0..self.page.lines.len()).filter(|&at| !self.page.is(at, Roles::BLANK));
            lines.map(|at| (key::beginning(self.page.entitled(at), Self::LETTERS), at)).collect()
        };
        let title = key::beginning(title, Self::LETTERS);
        self.last.get_or_init(read).get(&title).is_some_and(|&at| at > behind)
    }
}

/// Whether the numbers of a list count its entries: by ones from the first, or with pages at the ends of the lines.
fn counts_entries(page: &Page<'_>, at: &[usize], run: &[(usize, Lead<'_>)]) -> bool {
    let worded = run.iter().any(|(_, lead)| lead.word.is_some());
    let by_ones = || run.iter().zip(1..).all(|((_, lead), n)| lead.value == n);
    let ends_in_page = |pos: &usize| {
        let line = at.get(*pos).and_then(|&at| page.lines.get(at));
        line.is_some_and(|line| matches!(split_page(line.raw).1, PageMark::Sure(_)))
    };
    !worded && (by_ones() || run.iter().filter(|(pos, _)| ends_in_page(pos)).count() * 2 > run.len())
}

/// The lines in order that hold nothing but a page, each between titles of one list: no page of a bulletin has so few lines.
/// Lines from `end` on are not looked at.
pub fn pages_apart(page: &Page<'_>, headers: &Headers, end: usize) -> Vec<usize> {
    let mut run: Vec<(usize, u32)> = Vec::new();
    let mut between = 0;
    let printed = (0..end).filter(|&at| !page.is(at, Roles::BLANK) && !headers.recurs(at));
    for at in printed {
        let number = page.is(at, Roles::PAGE_NUMBER).then(|| lone_page(page.text(at))).flatten();
        let Some(number) = number else {
            between += 1;
            continue;
        };
        let goes_on = (1..=MOST_BETWEEN).contains(&between) && run.last().is_some_and(|(_, last)| *last <= number);
        if !goes_on {
            if run.len() >= LEAST {
                break;
            }
            run.clear();
        }
        run.push((at, number));
        between = 0;
    }
    if run.len() < LEAST {
        run.clear();
    }
    run.into_iter().map(|(at, _)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lines_begin_with() {
        for (text, want) in [
            ("Trang 2: Xã Một mở chợ", Some((2, Some("Trang"), "Xã Một mở chợ"))),
            ("Tr.12 Xã Một", Some((12, Some("Tr"), "Xã Một"))),
            ("(tr. 3) Xã Một", Some((3, Some("tr"), "Xã Một"))),
            ("TRANG 3 - 12 xã mở chợ", Some((3, Some("TRANG"), "12 xã mở chợ"))),
            ("02 Xã Một", Some((2, None, "Xã Một"))),
            ("2 “Xã Một”", Some((2, None, "“Xã Một”"))),
            ("2. Xã Một", None),
            ("12 xã mở chợ", None),
            ("2031 Xã Một", None),
            ("Trang 3", None),
            ("Trang trại 3 Xã", None),
        ] {
            assert_eq!(Lead::of(text).map(|lead| (lead.value, lead.word, lead.rest)), want, "{text}");
        }
    }

    /// Page or number of each line of a list above a body.
    fn read(list: &str) -> Vec<Option<(u32, bool)>> {
        let text = format!("{list}\n\nTIN XÃ\n\nXã Một mở chợ mới\n\nXã Hai sửa đường\n\nXã Ba trồng rừng\n");
        let page = Page::of(&text);
        let at: Vec<usize> = (0..page.lines.len()).filter(|&at| !page.is(at, Roles::BLANK)).collect();
        let heads = heads(&page, &at, &vec![0; at.len()]);
        heads.into_iter().take(list.lines().count()).map(|lead| lead.map(|lead| (lead.value, lead.is_page))).collect()
    }

    #[test]
    fn lines_agree() {
        let pages = [Some((2, true)), None, Some((2, true)), Some((5, true))];
        assert_eq!(read("2 Xã Một mở chợ mới\nTIN ĐƯỜNG\n2 Xã Hai sửa đường\n5 Xã Ba trồng rừng"), pages);
        let numbers = [Some((1, false)), Some((2, false)), Some((3, false))];
        assert_eq!(read("1 Xã Một mở chợ mới\n2 Xã Hai sửa đường\n3 Xã Ba trồng rừng"), numbers, "they count");
        let numbers = [Some((2, false)), Some((4, false)), Some((5, false))];
        let list = "2 Xã Một mở chợ mới ... 2\n4 Xã Hai sửa đường ... 2\n5 Xã Ba trồng rừng ... 3";
        assert_eq!(read(list), numbers, "pages at the ends");
        assert_eq!(read("Tr. 2: Xã Một\nTr. 3: Xã Bốn"), [Some((2, true)), Some((3, true))]);
        assert!(read("2 Xã Một mở chợ mới\n5 Xã Hai sửa đường\n3 Xã Ba trồng rừng").is_empty(), "falling");
        assert!(read("2 Xã Bốn\n3 Xã Năm\n5 Xã Sáu").is_empty(), "printed once");
        assert!(read("2 Xã Một mở chợ mới").is_empty(), "alone");
    }

    #[test]
    fn pages_between_titles() {
        let find = |text: &str| {
            let page = Page::of(text);
            pages_apart(&page, &Headers::find(&page), page.lines.len())
        };
        assert_eq!(
            find("MỤC LỤC\nXã Một mở chợ\n1\nXã Hai sửa đường\nven sông\n3\n\nXã Ba\nTrang 3\n\nTIN XÃ\n"),
            [2, 5, 8]
        );
        assert!(find("MỤC LỤC\nXã Một mở chợ\n1\nXã Hai\n2\n").is_empty());
    }
}

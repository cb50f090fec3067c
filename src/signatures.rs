//! By-lines on lines of their own: below a text, who wrote it (`Lê Thoa`, `Tin, ảnh: Lê Thoa`), or above it, under its title.
//!
//! A name by itself tells nothing: letters are signed, and people are listed. It tells where articles end, or that a title
//! stands above, where the whole text is set so again and again. One with a degree, or right above the next heading, says who
//! wrote the text above it, and is no sign of how other texts end.

use std::collections::HashSet;

use crate::citation::byline::Byline;
use crate::citation::{self, Closing, Form, is_common_noun, is_pen_name, opens_like_a_person};
use crate::page::Page;
use crate::roles::Roles;
use crate::running::Headers;
use crate::text::chars;
use crate::text::letters;
use crate::text::person;

/// So many by-lines are a habit.
const HABIT: usize = 2;

/// The by-lines of a page that stand alone where its articles end or begin.
#[derive(Debug, Default)]
pub struct Signatures {
    /// Lines that close the text above them, in order.
    below: Vec<usize>,
    /// Lines between a title and its text, in order.
    above: Vec<usize>,
    /// Where neither is a habit: those below a text that name a person with a degree, or one whom the next heading follows, in
    /// order.
    lone: Vec<usize>,
}

impl Signatures {
    /// The by-lines of a page; none where they are no habit of it.
    pub fn find(page: &Page<'_>, headers: &Headers) -> Self {
        const LEFT_OUT: Roles = Roles::BLANK.union(Roles::PAGE_NUMBER).union(Roles::BACK_LINK).union(Roles::ORNAMENT);
        let mut printed = (0..page.lines.len()).filter(|&at| !page.is(at, LEFT_OUT) && !headers.recurs(at)).peekable();
        let (mut signatures, mut sure) = (Self::default(), 0);
        // Each with the line above.
        let mut doubtful: Vec<(usize, usize)> = Vec::new();
        let mut attached = Attached::default();
        let mut capitals = InCapitals::default();
        let mut before = None;
        while let Some(at) = printed.next() {
            let next = printed.peek().copied();
            let above = before.replace(at);
            let Some(above) = above.filter(|_| may_sign(page, at)) else { continue };
            let ended = || has_ended(page.text(above)) || page.is(above, Roles::CAPTION) && page.opens_apart(at);
            if next.is_none_or(|next| ends_above(page, next)) && ended() {
                let Some(signed) = read(page, above, at) else {
                    capitals.add(page, at, next);
                    continue;
                };
                sure += usize::from(signed == Signed::People);
                signatures.below.push(at);
                let headed = || next.is_some_and(|next| is_set_as_heading(page, next)) && page.opens_apart(at);
                if person::has_degree(page.text(at))
                    || signed == Signed::People && headed() && opens_like_a_person(page.text(at))
                {
                    signatures.lone.push(at);
                }
            } else if next.is_none_or(|next| ends_above(page, next) && page.opens_apart(next))
                && opens_like_a_person(page.text(at))
                && read(page, above, at) == Some(Signed::People)
            {
                // Verses end as they like.
                doubtful.push((above, at));
            } else if next.is_some_and(|next| page.is_running(next))
                && page.could_head(above)
                && read(page, above, at) == Some(Signed::People)
            {
                if page.opens_apart(at) {
                    signatures.above.push(at);
                } else if page.opens_apart(above) {
                    attached.add(page, at);
                }
            }
        }
        if capitals.are_by_lines(page) {
            sure += capitals.lines.len();
            signatures.below.append(&mut capitals.lines);
        }
        if sure < HABIT {
            signatures.below.clear();
        } else {
            signatures.lone.clear();
            // Right below its text a name signs where others do so too, and ends no list of names.
            let attached = signatures.below.iter().filter(|&&at| !page.opens_apart(at)).count();
            let signs = |&(above, at): &(usize, usize)| {
                page.opens_apart(at) || attached >= HABIT && !opens_like_a_person(page.text(above))
            };
            signatures.below.extend(doubtful.into_iter().filter(signs).map(|(_, at)| at));
            signatures.below.sort_unstable();
        }
        if signatures.above.len() < HABIT {
            signatures.above = attached.by_lines();
        }
        signatures
    }

    /// Whether a line closes the text above it.
    pub fn closes(&self, at: usize) -> bool {
        self.below.binary_search(&at).is_ok() || self.stands_alone(at)
    }

    /// Whether a line closes the text above it, and no other text has to close so.
    pub fn stands_alone(&self, at: usize) -> bool {
        self.lone.binary_search(&at).is_ok()
    }

    /// Whether a line stands between a title and its text.
    pub fn opens(&self, at: usize) -> bool {
        self.above.binary_search(&at).is_ok()
    }

    /// Whether a line is one of either.
    pub fn stands(&self, at: usize) -> bool {
        self.closes(at) || self.opens(at)
    }

    /// How many lines close the text above them.
    pub fn closing(&self) -> usize {
        self.below.len()
    }

    /// How many lines stand between a title and its text.
    pub fn opening(&self) -> usize {
        self.above.len()
    }
}

/// Lines right below what could be titles, set off by nothing: by-lines, or the ends of titles.
#[derive(Debug, Default)]
struct Attached {
    /// Those that are names by their shape, in order.
    lines: Vec<usize>,
    /// How many of these open as people's names do.
    people: usize,
}

impl Attached {
    /// Fewest that are a habit.
    const HABIT: usize = 3;

    /// Adds a line that may be one.
    fn add(&mut self, page: &Page<'_>, at: usize) {
        self.lines.push(at);
        self.people += usize::from(opens_like_a_person(page.text(at)));
    }

    /// Those that are by-lines: all, if most are the names of people, again and again.
    fn by_lines(self) -> Vec<usize> {
        let habit = self.lines.len() >= Self::HABIT && self.people * 2 > self.lines.len();
        if habit { self.lines } else { Vec::new() }
    }
}

/// Lines set apart in capitals below texts that have ended: by-lines, or the headings of what follows.
#[derive(Debug, Default)]
struct InCapitals {
    /// Those that are names by their shape, in order.
    lines: Vec<usize>,
    /// How many of these open as people's names do.
    people: usize,
    /// Whether nothing stands below the last: it heads nothing.
    last: bool,
}

impl InCapitals {
    /// Adds a line, if it may be one.
    fn add(&mut self, page: &Page<'_>, at: usize, next: Option<usize>) {
        let apart = page.opens_apart(at) && (next.is_none() || page.is(at + 1, Roles::BLANK));
        if !apart || !page.is(at, Roles::CAPITALS) {
            return;
        }
        let name = in_small_letters(page.text(at));
        if is_common_noun(&name) || !name.split([',', '-', '–', '&']).all(|name| is_pen_name(name.trim())) {
            return;
        }
        self.lines.push(at);
        self.people += usize::from(opens_like_a_person(&name));
        self.last = next.is_none_or(|next| page.is(next, Roles::COLOPHON));
    }

    /// Whether they are by-lines: the names of people as a rule, of which one heads nothing or signs twice.
    fn are_by_lines(&self, page: &Page<'_>) -> bool {
        let mut names = HashSet::new();
        self.people >= HABIT
            && self.people * 2 >= self.lines.len()
            && (self.last || self.lines.iter().any(|&at| !names.insert(page.text(at))))
    }
}

/// A name in capitals as it is written otherwise.
fn in_small_letters(name: &str) -> String {
    let (mut small, mut inside) = (String::with_capacity(name.len()), false);
    for c in name.chars() {
        if std::mem::replace(&mut inside, chars::is_alphabetic(c)) {
            chars::push_lowercase(&mut small, c);
        } else {
            small.push(c);
        }
    }
    small
}

/// Who signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Signed {
    /// People, or the editors.
    People,
    /// An office.
    Office,
}

/// Whether a line may be a by-line, judged by its shape: a cheap test that may say yes too often.
fn may_sign(page: &Page<'_>, at: usize) -> bool {
    /// Longest by-line, in bytes.
    const LONGEST: usize = 120;
    const NOT: Roles = Roles::PROSE
        .union(Roles::ROW)
        .union(Roles::NUMBERED)
        .union(Roles::ROMAN)
        .union(Roles::LISTED)
        .union(Roles::ADDRESS)
        .union(Roles::COLOPHON);
    let text = page.text(at);
    text.len() <= LONGEST && !page.is(at, NOT) && page.heading(at) == 0 && letters::starts_capital(text)
}

/// Who signs on a line behind another. What is set in capitals signs only where it belongs to the text above and to nothing
/// below: it heads something as a rule.
fn read(page: &Page<'_>, above: usize, at: usize) -> Option<Signed> {
    let attached = above + 1 == at && page.is(at + 1, Roles::BLANK);
    if page.is(at, Roles::CAPITALS) && !attached {
        return None;
    }
    let text = page.text(at);
    // `Tin, ảnh: …`, `(Sưu tầm)`
    let labelled = |closing: &Closing| closing.body_end == 0 && closing.source.is_none() && closing.url.is_none();
    if Byline::alone(text).is_some() || page.closing(at, Form::Line).is_some_and(labelled) {
        return Some(Signed::People);
    }
    citation::names_office(text).then_some(Signed::Office)
}

/// Whether a line is set as a heading, not only short enough for one.
fn is_set_as_heading(page: &Page<'_>, at: usize) -> bool {
    page.opens_apart(at) && (page.is(at, Roles::NUMBERED) || page.heading(at) > 0)
}

/// Whether a text ends a sentence, and announces nothing.
fn has_ended(text: &str) -> bool {
    letters::ends_sentence(text) && !text.ends_with([':', ';'])
}

/// Whether a text may end above a line: it could be a heading, or belongs to the colophon or to a web page.
fn ends_above(page: &Page<'_>, at: usize) -> bool {
    page.could_begin_heading(at) && !page.is_running(at) || page.is(at, Roles::COLOPHON | Roles::CHROME)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The by-lines below the texts of a page, and those above them.
    fn signatures(text: &str) -> (Vec<String>, Vec<String>) {
        let page = Page::of(text);
        let found = Signatures::find(&page, &Headers::find(&page));
        let texts = |lines: &[usize]| lines.iter().map(|&at| page.text(at).to_owned()).collect();
        (texts(&found.below), texts(&found.above))
    }

    #[test]
    fn names_that_close_texts() {
        let text = |first: &str, second: &str| {
            format!("Chợ mới\n\nXã Một mở chợ.\n\n{first}\n\nĐường mới\n\nXã Hai mở đường.\n\n{second}\n")
        };
        for (first, second) in [
            ("Lê Văn Tám", "PV"),
            ("Tin, ảnh: Thu Hà", "Bài và ảnh: Trần Thị Sáu"),
            ("Lê Văn Tám (xã Một)", "ThS. Trần Thị Sáu"),
            ("Luật sư Lê Văn Tám", "Dược sĩ Trần Thị Sáu"),
        ] {
            assert_eq!(signatures(&text(first, second)).0, [first, second]);
        }
        for (first, second) in [("Lê Văn Tám", "Xin cảm ơn"), ("TIN VẮN", "HỎI ĐÁP"), ("Sở Nội vụ", "Ban Dân tộc")]
        {
            assert!(signatures(&text(first, second)).0.is_empty(), "{first}, {second}");
        }
    }

    #[test]
    fn names_right_below_texts() {
        let text = |last: &str| {
            let story = |title: &str, name: &str| format!("{title}\nXã Một làm xong việc này.\n{name}\n\n");
            format!("{}{}Chợ sớm\n{last}\nNgô Bảy\n", story("Chợ mới", "Lê Văn Tám"), story("Cầu mới", "Trần Sáu"))
        };
        assert_eq!(signatures(&text("Em ra chợ sớm")).0, ["Lê Văn Tám", "Trần Sáu", "Ngô Bảy"]);
        assert_eq!(signatures(&text("Lê Thị Tư")).0, ["Lê Văn Tám", "Trần Sáu"], "the last of a list");
    }

    #[test]
    fn one_with_a_degree() {
        let text = |name: &str| format!("Chợ mới\n\nXã Một mở chợ.\n\n{name}\n\nĐường mới\n\nXã Hai mở đường.\n");
        let lone = |name: &str| {
            let text = text(name);
            let page = Page::of(&text);
            let found = Signatures::find(&page, &Headers::find(&page));
            (found.closes(4), found.closing())
        };
        assert_eq!(lone("ThS. Lê Văn Tám"), (true, 0));
        assert_eq!(lone("Lê Văn Tám"), (false, 0));
        assert_eq!(lone("ThS. bàn về chợ"), (false, 0));
        assert_eq!(lone("BS. Lê Văn Tám - Khoa Nội"), (true, 0));
    }

    #[test]
    fn one_above_the_next_heading() {
        let lone = |name: &str, next: &str| {
            let text = format!("1. Chợ mới\n\nXã Một mở chợ.\n\n{name}\n\n{next}\n\nXã Hai mở đường.\n");
            let page = Page::of(&text);
            let found = Signatures::find(&page, &Headers::find(&page));
            (found.closes(4), found.closing())
        };
        assert_eq!(lone("Lê Văn Tám", "2. Đường mới"), (true, 0));
        assert_eq!(lone("Lê Văn Tám", "## Đường mới"), (true, 0));
        assert_eq!(lone("Đồi Chè", "2. Đường mới"), (false, 0));
    }

    #[test]
    fn names_in_capitals() {
        let text = |first: &str, second: &str, end: &str| {
            format!(
                "CHỢ MỚI Ở NGÃ BA\n\nXã Một mở chợ.\n\n{first}\n\nCẦU MỚI QUA SUỐI\n\nXã Hai bắc cầu.\n\n{second}\n{end}"
            )
        };
        for (first, second) in [("LÊ NA", "LÒ THỊ SÁU"), ("NGÔ BẢY, THU HÀ", "TRẦN THỊ SÁU")] {
            assert_eq!(signatures(&text(first, second, "")).0, [first, second]);
        }
        let more = "\nĐƯỜNG MỚI LÊN NÚI\n\nXã Ba rải đá.\n";
        assert_eq!(signatures(&text("LÊ TÁM", "LÊ TÁM", more)).0, ["LÊ TÁM", "LÊ TÁM"], "the same signs twice");
        // Over what follows they may be headings; and so may those that are no names of people.
        assert!(signatures(&text("LÊ TÁM", "TRẦN SÁU", more)).0.is_empty());
        for (first, second) in [("TIN VẮN", "HỎI ĐÁP"), ("AN NINH", "VĂN HÓA"), ("LÊ TÁM", "TIN VẮN")] {
            assert!(signatures(&text(first, second, "")).0.is_empty(), "{first}, {second}");
        }
    }

    #[test]
    fn names_between_titles_and_texts() {
        let text = "CHỢ MỚI\n\nLê Văn Tám\n\nXã Một mở chợ.\n\nĐƯỜNG MỚI\n\nTrần Thị Sáu\n\nXã Hai mở đường.\n";
        assert_eq!(signatures(text), (Vec::new(), vec!["Lê Văn Tám".to_owned(), "Trần Thị Sáu".to_owned()]));
        // The rest of a title is none.
        let text = "Chợ mới ở\nXã Một\n\nXã Một mở chợ.\n\nĐường mới ở\nXã Hai\n\nXã Hai mở đường.\n";
        assert_eq!(signatures(text), (Vec::new(), Vec::new()));
    }

    #[test]
    fn names_right_below_titles() {
        let text = |names: [&str; 3]| {
            let story = |name| format!("CHỢ MỚI\n{name}\nXã Một mở chợ.\n\n");
            names.map(story).concat()
        };
        let above = |names: [&str; 3]| signatures(&text(names)).1;
        assert_eq!(above(["Lê Tám", "Bình Nguyên", "Ngô Bảy"]), ["Lê Tám", "Bình Nguyên", "Ngô Bảy"]);
        assert!(above(["Lê Tám", "Bình Nguyên", "Đồi Chè"]).is_empty(), "names of places as well");
        assert!(above(["Lê Tám", "có nhà xe", "Ngô Bảy"]).is_empty(), "two may be chance");
    }

    #[test]
    fn a_letter_is_no_habit() {
        assert!(signatures("Kính gửi: Xã Một\n\nXin cảm ơn.\n\nLê Văn Tám\n").0.is_empty());
    }
}

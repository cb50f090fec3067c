//! Notes about the authors of a paper: a mark behind a name or the title (`Lê Ba Tư*`, `Trần Sáu(1)`), and with it a line of the
//! text that says where they work.
//!
//! Both marks open list items as well, so that the name and what the line says have to agree.

use std::ops::Range;

use crate::page::Page;
use crate::roles::presenter;
use crate::text::person;

/// Most marks of one paper.
const MOST: usize = 64;

/// The marks behind names and title on the lines that a paper opens with.
pub(super) fn marks<'p>(page: &'p Page<'_>, opening: Range<usize>) -> Vec<&'p str> {
    let printed = opening.filter_map(|at| page.lines.get(at)).map(|line| line.raw.trim());
    // What begins with a star is emphasis.
    let names = printed.filter(|raw| !raw.starts_with('*')).flat_map(|raw| raw.split([',', ';']));
    let marks: Vec<&str> = names.filter_map(|name| mark_behind(name.trim())).take(MOST).collect();
    // Two stars alone close emphasis; those of a second author stand behind the one of the first.
    let counts_on = |mark: &str| mark.strip_suffix('*').is_none_or(|fewer| fewer.is_empty() || marks.contains(&fewer));
    marks.iter().copied().filter(|mark| counts_on(mark)).collect()
}

/// The mark that a name ends in.
fn mark_behind(name: &str) -> Option<&str> {
    let stars = name.trim_end_matches('*').len();
    if stars < name.len() {
        return name.get(stars..);
    }
    let open = name.strip_suffix(')')?.rfind('(').filter(|open| *open > 0)?;
    let inner = name.get(open + 1..name.len() - 1)?;
    let counts = (1..=2).contains(&inner.len()) && inner.bytes().all(|byte| byte.is_ascii_digit());
    (counts || inner == "*").then(|| name.get(open..)).flatten()
}

/// The mark at the head of a line that says where an author works, and the rest of its text.
pub(super) fn note_of<'p>(page: &'p Page<'_>, marks: &[&'p str], at: usize) -> Option<(&'p str, &'p str)> {
    let raw = page.lines.get(at)?.raw.trim_start();
    // The longest of them: `**` begins with `*`.
    let mark = marks.iter().copied().filter(|mark| raw.starts_with(mark)).max_by_key(|mark| mark.len())?;
    let text = page.text(at);
    let rest = text.strip_prefix(mark).unwrap_or(text).trim_start();
    names_workplace(rest).then_some((mark, rest))
}

/// Whether a text names a body, or the degree of somebody, perhaps with an address.
fn names_workplace(text: &str) -> bool {
    let mut parts = text.trim_end_matches('.').split([',', ';']).map(str::trim);
    parts.any(|part| presenter::is_organisation(part) || person::has_degree(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_behind_names() {
        let page = Page::of("GIỮ RỪNG Ở XÃ**\nThS. Lê Ba Tư(1), Trần Sáu (2031)\n**Lê Tám**\n");
        assert_eq!(marks(&page, 0..3), ["(1)"]);
        assert_eq!(marks(&Page::of("Lê Ba Tư*, Trần Sáu**\n"), 0..1), ["*", "**"]);
        assert_eq!(marks(&Page::of(&"Lê Ba Tư*, ".repeat(MOST + 1)), 0..1).len(), MOST);
    }

    #[test]
    fn lines_that_say_where_authors_work() {
        let page = Page::of("* ThS., Trường Mầm non xã Hai.\n* Giữ rừng ở xã\n(1) Hạt Kiểm lâm\n(2) Hạt Kiểm lâm\n");
        let found: Vec<_> = (0..4).map(|at| note_of(&page, &["*", "(1)"], at)).collect();
        assert_eq!(found, [Some(("*", "ThS., Trường Mầm non xã Hai.")), None, Some(("(1)", "Hạt Kiểm lâm")), None]);
    }
}

//! A table of contents printed as a list of lines, and with it the place where the body begins.
//!
//! The body begins where a line of the contents is printed for the second time (enumerator, page and leaders aside). Where
//! no line is (titles differ a little), the heading over the contents, the run of numbered lines and the likeness of
//! titles decide. Entries that were wrapped over two lines are settled by whether the joined text recurs in the body.

use std::collections::HashSet;

pub use super::page_mark::has_page;
use super::page_mark::{heads_pages, split_page};
use super::recurrence::{self, Titles};
use super::zone::Zone;
use super::{Contents, entries, tabled, unlisted};
use crate::citation::Form;
use crate::masthead;
use crate::model::MastheadRole;
use crate::page::Page;
use crate::roles::Roles;
use crate::running::Headers;
use crate::text::enumerator;
use crate::text::key::likeness;
use crate::text::letters;
use crate::text::part;
use crate::text::scan;

/// Where masthead, contents and body stand.
#[derive(Debug)]
pub struct Head {
    /// Index of the first line after the masthead.
    pub masthead_end: usize,
    /// The contents, where there are any.
    pub contents: Contents,
    /// Index of the first line of the body.
    pub body: usize,
}

/// Finds masthead, contents and body. `below` is the form of the citations below the titles, where they stand so.
pub fn find(page: &Page<'_>, headers: &Headers, below: Option<Form>) -> Head {
    tabled::find(page, headers).unwrap_or_else(|| find_in(&Zone::new(page, headers).with_citations(below)))
}

/// Finds them among the lines of a zone.
pub fn find_in(zone: &Zone<'_, '_>) -> Head {
    let titles = Titles::of(zone);
    let span = recurrence::find(&titles).or_else(|| by_shape(zone));
    let Some((from, to)) = span else {
        let masthead_end = bare_masthead(zone);
        return Head { masthead_end, contents: Contents::default(), body: masthead_end };
    };
    // The number of a part may stand above the title that is printed again.
    let is_number = |p: &usize| part::number(zone.text(*p)).is_some_and(|(_, rest)| rest.is_empty());
    let to = to.checked_sub(1).filter(|above| *above > from).filter(is_number).unwrap_or(to);
    let (heading, mut first) = first_line(zone, from, to);
    // The head of the column of pages is part of the heading.
    first += usize::from(heading.is_some() && first + 1 < to && heads_pages(zone.text(first)));
    let mut to = to;
    let mut contents = entries::parse(&titles, first, to);
    // A list of contents does not end with a heading: what stands there opens the body.
    while contents.groups.len() > 1
        && let Some(group) = contents.groups.pop_if(|g| g.entries.is_empty())
    {
        to = zone.at.partition_point(|&at| at < *group.lines.start());
    }
    let body = zone.line(to);
    contents.rest.retain(|(at, _)| *at < body);
    let masthead_end = match heading {
        Some(pos) => {
            contents.headings.extend((pos..first).map(|p| zone.line(p)));
            zone.line(pos)
        }
        None => zone.line(first),
    };
    Head { masthead_end, contents, body }
}

/// Contents without a line that recurs: a heading over them, or a run of numbered lines, before the first running text.
fn by_shape(zone: &Zone<'_, '_>) -> Option<(usize, usize)> {
    let end = zone.first_prose();
    let heading = (0..end).find(|&p| zone.is(p, Roles::TOC_HEADING));
    let paged = |p: usize| zone.is_paged(p) && !zone.is_masthead(p);
    let listed: Vec<usize> = (0..end).filter(|&p| zone.is_listed(p) || paged(p)).collect();
    let (first, last) = (*listed.first()?, *listed.last()?);
    if heading.is_none() && listed.len() < 3 || heading.is_some_and(|h| h > first) {
        return None;
    }
    // The line before the first running text that is most like a title of the contents opens the body.
    let best = ((first + 1).max(end.saturating_sub(5))..end)
        .map(|p| {
            let titles = listed.iter().take_while(|&&q| q < p).take(3);
            (p, titles.map(|&q| likeness(bare_title(zone, q), bare_title(zone, p))).fold(0.0f32, f32::max))
        })
        .filter(|(p, like)| *like >= if listed.contains(p) { 0.75 } else { 0.5 })
        .max_by(|a, b| a.1.total_cmp(&b.1));
    match best {
        Some((p, _)) => {
            let above = p > first + 1 && zone.is(p - 1, Roles::CAPITALS | Roles::ROMAN) && !listed.contains(&(p - 1));
            Some((first, if above { p - 1 } else { p }))
        }
        // No title is alike: the body begins after the last line that still belongs to the list.
        // If text follows the list at once, the first title was lost; a later entry that is printed again still proves the
        // list.
        None => (last + 1 < end || recurs_behind(zone, &listed, end)).then_some((first, last + 1)),
    }
}

/// Whether one of these lines is printed again from a position on.
fn recurs_behind(zone: &Zone<'_, '_>, listed: &[usize], from: usize) -> bool {
    let titles: HashSet<&str> = listed.iter().map(|&p| bare_title(zone, p)).filter(|t| t.len() >= 12).collect();
    (from..zone.at.len()).any(|p| titles.contains(bare_title(zone, p)))
}

/// A line's title without enumerator, leaders and page.
fn bare_title<'p>(zone: &Zone<'p, '_>, pos: usize) -> &'p str {
    if let Some(lead) = zone.lead(pos).filter(|lead| lead.is_page) {
        return lead.entitled();
    }
    let text = zone.lead(pos).map_or(zone.text(pos), |lead| lead.rest);
    split_page(enumerator::split(text).map_or(text, |(_, rest)| rest)).0
}

/// The heading over the contents and their first line, given a line that stands in them.
fn first_line(zone: &Zone<'_, '_>, known: usize, to: usize) -> (Option<usize>, usize) {
    if let Some(heading) = (0..known).rev().find(|&p| zone.is(p, Roles::TOC_HEADING)) {
        return (Some(heading), heading + 1);
    }
    if zone.is(known, Roles::TOC_HEADING) && known + 1 < to {
        return (Some(known), known + 1);
    }
    let mut first = known;
    while let Some(above) = first.checked_sub(1) {
        let listed = zone.is_listed(above);
        // A group's heading right above the first numbered line.
        let group = zone.is_listed(first)
            && zone.is(above, Roles::CAPITALS | Roles::ROMAN | Roles::MARKED)
            && !zone.is_masthead(above)
            && has_masthead_above(zone, above);
        if zone.is_masthead(above) || zone.text(above).ends_with(':') || !(listed || group) {
            break;
        }
        first = above;
    }
    // A line that ends with a colon right above the list is its heading, whatever it says.
    match first.checked_sub(1) {
        Some(above) if zone.text(above).ends_with(':') && !zone.is_masthead(above) => (Some(above), first),
        _ => (None, first),
    }
}

/// Whether something of a masthead stands above, so that the line need not be the bulletin's name.
fn has_masthead_above(zone: &Zone<'_, '_>, pos: usize) -> bool {
    (0..pos).any(|p| zone.is_masthead(p))
}

/// End of a masthead that no contents follow: after the last line that only a masthead says, up to the headings above the
/// first running text.
fn bare_masthead(zone: &Zone<'_, '_>) -> usize {
    let end = first_of_paragraph(zone, zone.first_prose());
    let headings = |pos: usize| zone.is(pos, Roles::NUMBERED);
    let limit = (0..end).find(|&p| headings(p)).unwrap_or(end);
    // A title may name a day or a number as well.
    let is_title = |pos: usize| pos + 1 == end && heads_text(zone, pos);
    let belongs = |pos: &usize| zone.is_masthead(*pos) && !heads_section(zone, *pos) && !is_title(*pos);
    let Some(last) = (0..limit).rev().find(belongs) else {
        return zone.at.first().copied().unwrap_or(0);
    };
    let mut stop = last + 1;
    // `ĐIỂM BÁO` alone goes on in the next line, where two more headings are left for section and title, or one where that
    // line is set with it.
    let left = end.saturating_sub(stop);
    let set_with = || {
        let below = zone.line(stop);
        let capitals = [last, stop].into_iter().all(|pos| zone.is(pos, Roles::CAPITALS));
        capitals && below == zone.line(last) + 1 && zone.page.is(below + 1, Roles::BLANK)
    };
    if zone.masthead_role(last) == MastheadRole::Name
        && letters::words(zone.text(last)) <= 3
        && (left >= 3 || left == 2 && set_with())
    {
        stop += 1;
    }
    let touched = unlisted::with_lines_below(zone.page, zone.line(stop - 1) + 1);
    while stop < limit && (zone.line(stop) < touched || leads_over(zone, stop)) {
        stop += 1;
    }
    zone.line(stop)
}

/// Whether a line right above running text stands apart below name and data, with more words than these have.
fn heads_text(zone: &Zone<'_, '_>, pos: usize) -> bool {
    const FEWEST_WORDS: usize = 6;
    let named = (0..pos).find(|&p| zone.masthead_role(p) == MastheadRole::Name);
    zone.masthead_role(pos) != MastheadRole::Name
        && zone.page.opens_apart(zone.line(pos))
        && !zone.text(pos).starts_with('(')
        && letters::words(zone.text(pos)) >= FEWEST_WORDS
        && named.is_some_and(|name| zone.is_dated(name) || (name..pos).any(|p| zone.is_dated(p)))
}

/// Whether a line below a masthead says whom the bulletin is for, or leads over to what it says.
fn leads_over(zone: &Zone<'_, '_>, pos: usize) -> bool {
    const FEWEST_WORDS: usize = 5;
    let (text, at) = (zone.text(pos), zone.line(pos));
    let announces = text.ends_with(':') && letters::words(text) >= FEWEST_WORDS && !zone.is(pos, Roles::CAPITALS);
    let apart = zone.page.opens_apart(at) && zone.page.is(at + 1, Roles::BLANK);
    apart && (announces || text.starts_with("Kính gửi"))
}

/// Whether a line that speaks as a name does stands apart below name and data: `TIN TỨC …` heads a section there.
fn heads_section(zone: &Zone<'_, '_>, pos: usize) -> bool {
    let at = zone.line(pos);
    let apart = zone.page.opens_apart(at) || zone.page.heading(at) > 0;
    let named = || (0..pos).find(|&p| zone.masthead_role(p) == MastheadRole::Name);
    zone.masthead_role(pos) == MastheadRole::Name
        && apart
        && zone.is(pos, Roles::CAPITALS)
        && !scan::any_digit(zone.text(pos).as_bytes())
        && named().is_some_and(|name| (name + 1..pos).any(|p| zone.is_dated(p)))
}

/// The position where the paragraph begins that goes on at one: a line above that it goes on from is none of the masthead,
/// whatever days and numbers it names.
fn first_of_paragraph(zone: &Zone<'_, '_>, pos: usize) -> usize {
    let page = zone.page;
    let goes_on = |pos: usize| {
        let (at, above) = (zone.line(pos), zone.line(pos - 1));
        above + 1 == at
            && (letters::starts_small(page.text(at)) || page.setting.final_spaces && page.runs_on(above))
            && !page.is(above, Roles::CAPITALS)
    };
    let first = (1..=pos).rev().find(|&pos| !page.setting.wrapped || !goes_on(pos)).unwrap_or(0);
    first_half(zone, first).unwrap_or(first)
}

/// The position of the first half of a sentence that a page turn cut, perhaps with its running header: the other half stands
/// at this one.
fn first_half(zone: &Zone<'_, '_>, pos: usize) -> Option<usize> {
    /// Shorter ones may be a motto or a heading over two lines, in bytes.
    const SHORTEST: usize = 100;
    const NOT: Roles = Roles::CAPITALS.union(Roles::NUMBERED).union(Roles::MARKED).union(Roles::ROW);
    let is_half = |pos: &usize| {
        let text = zone.text(*pos);
        text.len() >= SHORTEST && letters::is_open(text) && !zone.is(*pos, NOT) && !masthead::has_name_word(text)
    };
    let small = letters::starts_small(zone.text(pos)) && !zone.is(pos, Roles::LISTED);
    let above = (pos.saturating_sub(2)..pos).rev().filter(|_| small);
    // What stands between the two is short.
    above.take_while(|&above| above + 1 == pos || zone.text(above + 1).len() < SHORTEST).find(is_half)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(text: &str) -> (Head, usize) {
        let page = Page::of(text);
        (find(&page, &Headers::find(&page), None), page.lines.len())
    }

    fn entries(head: &Head) -> Vec<(Option<u32>, &str, Option<u32>)> {
        head.contents.entries().map(|(_, e)| (e.number, e.title.as_str(), e.page)).collect()
    }

    const BODY: &str = "\nTIN XÃ\n\nXã Một mở chợ mới\n\nSáng nay, xã Một mở chợ mới.\n\nXã Hai sửa đường năm 2031\n\nĐường đã sửa xong.\n";

    #[test]
    fn pages_after_leaders_tabs_and_spaces() {
        for list in [
            "TIN XÃ.....\t1\n1. Xã Một mở chợ mới .....\t1\n2. Xã Hai sửa đường năm 2031.....\t2\n",
            "TIN XÃ …… 1\n01. Xã Một mở chợ mới …… 1\n02. Xã Hai sửa đường năm 2031 …… 2\n",
            "TIN XÃ    1\n1) Xã Một mở chợ mới    1\n2) Xã Hai sửa đường năm 2031    2\n",
            "TIN XÃ 1\n1- Xã Một mở chợ mới 1\n2- Xã Hai sửa đường năm 2031 2\n",
            "MỤC LỤC\nTIN XÃ\t1\n1. Xã Một mở chợ\nmới\t1\n2. Xã Hai sửa đường\nnăm 2031\t2\n",
        ] {
            let (head, _) = head(&format!("BẢN TIN XÃ\n\nSố 5\n\n{list}{BODY}"));
            assert_eq!(
                entries(&head),
                [(Some(1), "Xã Một mở chợ mới", Some(1)), (Some(2), "Xã Hai sửa đường năm 2031", Some(2))],
                "{list}"
            );
            assert_eq!(head.contents.groups[0].title.as_deref(), Some("TIN XÃ"), "{list}");
            assert_eq!(head.contents.groups[0].page, Some(1), "{list}");
            assert_eq!(head.masthead_end, 4, "{list}");
        }
    }

    #[test]
    fn a_number_that_ends_the_title_is_no_page() {
        let (head, _) =
            head(&format!("BẢN TIN XÃ\nSố 5\nTIN XÃ\n1. Xã Một mở chợ mới\n2. Xã Hai sửa đường năm 2031\n{BODY}"));
        assert_eq!(
            entries(&head),
            [(Some(1), "Xã Một mở chợ mới", None), (Some(2), "Xã Hai sửa đường năm 2031", None)]
        );
        assert_eq!((head.masthead_end, head.body), (2, 6));
    }

    #[test]
    fn a_column_of_pages_with_a_head() {
        let list = "MỤC LỤC\n          Trang\nTIN XÃ\t1\n1. Xã Một mở chợ mới\t1\n2. Xã Hai sửa đường năm 2031\t2\n";
        let (head, _) = head(&format!("BẢN TIN XÃ\nSố 5\n{list}{BODY}"));
        assert_eq!(head.contents.groups.iter().map(|g| g.title.as_deref()).collect::<Vec<_>>(), [Some("TIN XÃ")]);
        assert_eq!((head.contents.headings, head.masthead_end), (vec![2, 3], 2));
    }

    #[test]
    fn titles_that_differ_a_little() {
        let text = "BẢN TIN XÃ\nSố 5\nMỤC LỤC\n1. Xã Một mở chợ\n2. Xã Hai sửa đường\n\nXã Một: mở chợ mới\n\nSáng nay, xã Một mở chợ.\n";
        let (head, _) = head(text);
        assert_eq!((head.masthead_end, head.contents.headings.as_slice(), head.body), (2, &[2][..], 6));
        assert_eq!(entries(&head).len(), 2);
    }

    #[test]
    fn the_first_sentence_is_wrapped_over_many_lines() {
        let story = "Sáng nay ông Trần Văn Sáu và\nbà Lê Thị Bảy đã ra chợ mới\nXã Một mua rau, mua hoa cho\nNhà trẻ Hoa Mai cùng bà con\nThôn Bốn và thôn Năm ở gần\nCầu Tre, nơi vừa mở thêm chợ\nvà bến xe.";
        let wrapped = "Chợ họp cả ngày, bán rau và\nhoa của bà con trong xã, nơi\nông bà cùng ra mua bán.\n".repeat(20);
        let text = format!(
            "BẢN TIN XÃ\nSố 5\nMỤC LỤC\nTIN XÃ\n1. Xã Một mở thêm một khu chợ\nTết Hoa Mai\nTIN XÃ\nXã Một mở thêm một khu chợ\nTết Hoa Mai\n{story}\n{wrapped}"
        );
        let (head, _) = head(&text);
        assert_eq!(entries(&head), [(Some(1), "Xã Một mở thêm một khu chợ Tết Hoa Mai", None)]);
        assert_eq!(head.body, 6);
    }

    #[test]
    fn no_contents() {
        let text = "ĐIỂM BÁO\nĐẤT ĐAI\nSố 5\nThứ Hai, ngày 2 tháng 5 năm 2031\n\nTIN XÃ\n\nXã Một mở chợ\n\nSáng nay, xã Một mở chợ.\n";
        let (head, _) = head(text);
        assert_eq!((head.masthead_end, head.body, head.contents.groups.len()), (5, 5, 0));
    }

    #[test]
    fn the_first_sentence_is_cut_by_a_page() {
        let half =
            "Sáng nay bà con xã Một góp công góp của, cùng nhau mở thêm một khu chợ mới ở bên bờ sông, nơi nông dân";
        let body = |title: &str, turn: &str| {
            format!(
                "ĐIỂM BÁO\nĐẤT ĐAI\n\nSố 5/2031\n\nTIN XÃ\n\n{title}\n\n{half}\n\n{turn}bán rau và hoa của vườn nhà.\n"
            )
        };
        for (title, turn) in
            [("Xã Một mở chợ mới", "Điểm báo Đất đai - 2/5/2031\n\n"), ("Xã Một mở thêm khu chợ mới từ 1/7/2031", "")]
        {
            assert_eq!(head(&body(title, turn)).0.masthead_end, 5, "{title}");
        }
    }
}

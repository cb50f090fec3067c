//! Who wrote an article, as the contents may say beside its title: behind a dash or a slash or in brackets, or before it.

use crate::text::{chars, letters, person};

/// Fewest letters, in bytes, of a title that is told by its words.
const SHORTEST_TITLE: usize = 12;

/// Dashes that may part a title from a name.
const DASHES: [char; 3] = ['-', '–', '—'];

/// The first byte of those beyond ASCII.
const FIRST_OF_DASHES: u8 = 0xE2;

/// Parts a title of the contents from the name behind or before it. The shape alone says little (`Chợ Tết - Hồ Gươm`): the
/// body has to print the title without the name.
pub fn split(title: &str) -> Option<(&str, &str)> {
    behind(title).or_else(|| before(title))
}

/// A title and the name behind it.
fn behind(title: &str) -> Option<(&str, &str)> {
    let bytes = title.as_bytes();
    // Most titles hold no dash, which their bytes tell.
    if !title.ends_with(')') && memchr::memchr3(b'-', b'/', FIRST_OF_DASHES, bytes).is_none() {
        return None;
    }
    let dashed = || behind_dash(title).filter(|(_, name)| !name.contains(DASHES));
    let (head, name) = if title.ends_with(')') { in_brackets(title)? } else { behind_slash(title).or_else(dashed)? };
    parted(title, head, name)
}

/// A title and the name before it, which a colon, a dash or a full stop closes.
pub(super) fn before(title: &str) -> Option<(&str, &str)> {
    /// Longest names of several with their degrees, in bytes.
    const LONGEST: usize = 200;
    if !may_open_with_name(title) {
        return None;
    }
    let marks = title
        .bytes()
        .take(LONGEST)
        .enumerate()
        .filter(|(_, byte)| matches!(*byte, b':' | b'.' | b'-' | FIRST_OF_DASHES));
    let (name, title_behind) = marks
        .filter_map(|(at, _)| {
            let (name, rest) = title.split_at_checked(at)?;
            let mark = rest.chars().next().filter(|mark| matches!(mark, ':' | '.') || DASHES.contains(mark))?;
            let rest = rest.get(mark.len_utf8()..).filter(|rest| rest.starts_with(' '))?;
            let closes = match mark {
                ':' => true,
                '.' => opens_as_person(name),
                _ => name.ends_with(' '),
            };
            closes.then_some((name.trim_end(), rest.trim_start()))
        })
        .find(|(name, _)| person::are_full_names(name))?;
    parted(title, title_behind, name).filter(|(title, _)| letters::starts_capital(title))
}

/// Whether two words with capitals open a title, degrees aside. Few do, and the marks behind a name need not be looked for in
/// others.
fn may_open_with_name(title: &str) -> bool {
    let mut words = title.split(' ').skip_while(|word| word.ends_with(['.', ',']));
    (0..2).all(|_| words.next().is_some_and(|word| word.starts_with(chars::is_uppercase)))
}

/// A title and a name, where they look like that.
fn parted<'t>(whole: &str, title: &'t str, name: &'t str) -> Option<(&'t str, &'t str)> {
    let (title, name) = (title.trim_end(), name.trim());
    (title.len() >= SHORTEST_TITLE && person::are_full_names(name) && !is_heading(whole, name)).then_some((title, name))
}

/// Whether a name opens with a family name, degrees aside.
fn opens_as_person(name: &str) -> bool {
    person::is_family_name(person::without_degrees(name).split(' ').next().unwrap_or_default())
}

/// Whether all of it is set in capitals and nothing of a person is told beside the dash: a heading with two subjects.
fn is_heading(title: &str, name: &str) -> bool {
    letters::is_capitals(title, 3) && !opens_as_person(name)
}

/// What stands before the brackets that end a title, and in them.
pub(super) fn in_brackets(title: &str) -> Option<(&str, &str)> {
    title.strip_suffix(')')?.rsplit_once('(')
}

/// What stands before and behind the last slash between spaces in a title.
pub(super) fn behind_slash(title: &str) -> Option<(&str, &str)> {
    title.rsplit_once(" / ")
}

/// What stands before and behind the last dash between spaces in a title.
pub(super) fn behind_dash(title: &str) -> Option<(&str, &str)> {
    let spaced = |(at, dash): (usize, &'_ str)| {
        let (head, name) = (title.get(..at)?, title.get(at + dash.len()..)?);
        (head.ends_with(' ') && name.starts_with(' ')).then_some((head, name))
    };
    title.rmatch_indices(DASHES).find_map(spaced)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_beside_titles() {
        for (title, want) in [
            ("Chuyện chợ quê - Lê Tám", Some(("Chuyện chợ quê", "Lê Tám"))),
            ("Chuyện chợ - đường – ThS. Lê Văn Tám", Some(("Chuyện chợ - đường", "ThS. Lê Văn Tám"))),
            ("Chuyện chợ quê (Lê Tám, Trần Sáu)", Some(("Chuyện chợ quê", "Lê Tám, Trần Sáu"))),
            ("CHUYỆN CHỢ QUÊ - LÊ TÁM", Some(("CHUYỆN CHỢ QUÊ", "LÊ TÁM"))),
            ("CHUYỆN CHỢ QUÊ - CHUYỆN SÔNG NƯỚC", None),
            ("Chuyện chợ quê / Lê Tám", Some(("Chuyện chợ quê", "Lê Tám"))),
            ("Chuyện chợ 24/7 quê nhà", None),
            ("Lê Tám: Chuyện chợ quê", Some(("Chuyện chợ quê", "Lê Tám"))),
            (
                "PGS.TS. Lê Tám, ThS. Trần Sáu – Chuyện chợ quê",
                Some(("Chuyện chợ quê", "PGS.TS. Lê Tám, ThS. Trần Sáu")),
            ),
            ("ThS. Lê Tám. Chuyện chợ quê", Some(("Chuyện chợ quê", "ThS. Lê Tám"))),
            ("Bài Hai. Chuyện chợ quê", None),
            ("Chuyện chợ: đường và bến ở quê", None),
            ("CHỢ QUÊ: CHUYỆN SÔNG NƯỚC", None),
            ("Chuyện chợ quê - Bài 2", None),
            ("Chuyện chợ quê - những điều còn nhớ", None),
            ("Chuyện chợ quê", None),
            ("Chợ - Lê Tám", None),
        ] {
            assert_eq!(split(title), want, "{title}");
        }
    }
}

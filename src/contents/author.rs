//! Who wrote an article, as the contents may say behind its title: a dash and a name, or a name in brackets.

use crate::text::{letters, person};

/// Fewest letters, in bytes, of a title that is told by its words.
const SHORTEST_TITLE: usize = 12;

/// Dashes that may part a title from a name.
const DASHES: [char; 3] = ['-', '–', '—'];

/// The first byte of those beyond ASCII.
const FIRST_OF_DASHES: u8 = 0xE2;

/// Parts a title of the contents from the name behind it. The shape alone says little (`Chợ Tết - Hồ Gươm`): the body has to
/// print the title without the name.
pub fn split(title: &str) -> Option<(&str, &str)> {
    // Most titles hold no dash, which their bytes tell.
    if !title.ends_with(')') && memchr::memchr2(b'-', FIRST_OF_DASHES, title.as_bytes()).is_none() {
        return None;
    }
    let dashed = || behind_dash(title).filter(|(_, name)| !name.contains(DASHES));
    let (head, name) = if title.ends_with(')') { in_brackets(title)? } else { dashed()? };
    let (head, name) = (head.trim_end(), name.trim());
    (head.len() >= SHORTEST_TITLE && person::are_full_names(name) && !is_heading(title, name)).then_some((head, name))
}

/// Whether all of it is set in capitals and nothing of a person is told behind the dash: a heading with two subjects.
fn is_heading(title: &str, name: &str) -> bool {
    let first = person::without_degrees(name).split(' ').next().unwrap_or_default();
    letters::is_capitals(title, 3) && !person::is_family_name(first)
}

/// What stands before the brackets that end a title, and in them.
pub(super) fn in_brackets(title: &str) -> Option<(&str, &str)> {
    title.strip_suffix(')')?.rsplit_once('(')
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
    fn names_behind_titles() {
        for (title, want) in [
            ("Chuyện chợ quê - Lê Tám", Some(("Chuyện chợ quê", "Lê Tám"))),
            ("Chuyện chợ - đường – ThS. Lê Văn Tám", Some(("Chuyện chợ - đường", "ThS. Lê Văn Tám"))),
            ("Chuyện chợ quê (Lê Tám, Trần Sáu)", Some(("Chuyện chợ quê", "Lê Tám, Trần Sáu"))),
            ("CHUYỆN CHỢ QUÊ - LÊ TÁM", Some(("CHUYỆN CHỢ QUÊ", "LÊ TÁM"))),
            ("CHUYỆN CHỢ QUÊ - CHUYỆN SÔNG NƯỚC", None),
            ("Chuyện chợ quê - Bài 2", None),
            ("Chuyện chợ quê - những điều còn nhớ", None),
            ("Chuyện chợ quê", None),
            ("Chợ - Lê Tám", None),
        ] {
            assert_eq!(split(title), want, "{title}");
        }
    }
}

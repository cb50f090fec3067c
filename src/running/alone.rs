//! Running headers that give no page: lines that say the same again and again, and stand between the halves of a sentence,
//! as nothing of an article does, or speak as the name of a bulletin does.
//!
//! Other lines that recur between whole paragraphs may be what several articles say, and are left to them.

use super::{LONGEST, OFTEN, OTHERS, is_set_apart};
use crate::masthead;
use crate::page::Page;
use crate::roles::Roles;
use crate::text::key::{KeyHash, KeyMap};
use crate::text::letters;

/// Shortest first half of a cut sentence, in bytes. Text above shorter than this may be a heading with a note below it; it
/// proves no cut sentence.
const SHORTEST_HALF: usize = 60;

/// Fewest words of a name that is no section's heading (`Tin tức`).
const WORDS_OF_NAME: usize = 3;

/// Which of these lines, in order, recur so: those below the top that may be running headers.
pub(super) fn find(page: &Page<'_>, lines: &[usize]) -> Vec<usize> {
    const NOT: Roles = OTHERS.union(Roles::LISTED);
    let stands = |at: &usize| !page.is(*at, NOT) && is_set_apart(page, *at);
    let lines = || lines.iter().copied().filter(stands);
    let key = |at: usize| page.key(at, LONGEST);
    // Hardly any text has lines that tell, which is seen without the key of any line.
    let mut telling: KeyMap<usize> = KeyMap::default();
    for at in lines() {
        let cuts = cuts_sentence(page, at);
        if (cuts || names_bulletin(page.text(at)))
            && let Some(key) = key(at)
        {
            *telling.entry(key).or_default() += usize::from(cuts);
        }
    }
    if telling.is_empty() {
        return Vec::new();
    }
    let mut alike: KeyMap<Vec<usize>> = KeyMap::default();
    for at in lines() {
        if let Some(key) = key(at).filter(|key| telling.contains_key(key)) {
            alike.entry(key).or_default().push(at);
        }
    }
    let recurs =
        |key: &KeyHash, lines: &[usize]| lines.len() >= OFTEN || telling.get(key).is_some_and(|&cuts| cuts > 1);
    alike.into_iter().filter(|(key, lines)| recurs(key, lines)).flat_map(|(_, lines)| lines).collect()
}

/// Whether a text speaks as the name of a bulletin does.
fn names_bulletin(text: &str) -> bool {
    masthead::has_name_word(text) && letters::words(text) >= WORDS_OF_NAME
}

/// Whether the text above a line breaks off and goes on below it in small letters.
pub(super) fn cuts_sentence(page: &Page<'_>, at: usize) -> bool {
    const NOTHING: Roles = Roles::BLANK.union(Roles::PAGE_NUMBER);
    let Some(below) = page.below(at, NOTHING) else { return false };
    letters::starts_small(page.text(below))
        && !page.is(below, Roles::LISTED)
        && page.above(at, NOTHING).is_some_and(|above| {
            let text = page.text(above);
            text.len() >= SHORTEST_HALF && letters::is_open(text) && !page.is(above, Roles::ROW)
        })
}

#[cfg(test)]
mod tests {
    use super::super::may_run;
    use super::*;

    fn all(page: &Page<'_>) -> Vec<usize> {
        find(page, &(0..page.lines.len()).filter(|&at| may_run(page, at)).collect::<Vec<_>>())
    }

    /// The numbers of the lines that recur and cut sentences, in a text of stories with a line in the middle of each.
    fn found(lines: &[&str], second: &str) -> Vec<usize> {
        let stories = lines.iter().map(|line| {
            format!("Xã Phú An vừa mở một khu chợ mới ở bên bờ sông, nơi nông dân\n\n{line}\n\n{second}\n\n")
        });
        let mut found = all(&Page::of(&stories.collect::<String>()));
        found.sort_unstable();
        found.into_iter().map(|at| at + 1).collect()
    }

    #[test]
    fn a_line_recurs_and_cuts() {
        let small = "bán rau và hoa của vườn nhà.";
        assert_eq!(found(&["Sở Nội vụ", "Sở Nội vụ"], small), [3, 9]);
        assert_eq!(found(&["Sở Nội vụ", "Hoa và rau", "Sở Nội vụ"], small), [3, 15]);
        // It may be shaped like a source.
        assert_eq!(found(&["Cơ quan: Sở Nội vụ", "Cơ quan: Sở Nội vụ"], small), [3, 9]);
        // Once, or between whole sentences only.
        assert_eq!(found(&["Sở Nội vụ", "Hoa và rau"], small), [0; 0]);
        assert_eq!(found(&["Sở Nội vụ", "Sở Nội vụ", "Sở Nội vụ"], "Bán rau và hoa của vườn nhà."), [0; 0]);
        assert_eq!(found(&["Sở Nội vụ", "Sở Nội vụ"], "a) bán rau và hoa của vườn nhà."), [0; 0]);
    }

    #[test]
    fn a_name_recurs() {
        let whole = "Bán rau và hoa của vườn nhà.";
        assert_eq!(found(&["Bản tin Nội bộ", "Bản tin Nội bộ", "Bản tin Nội bộ"], whole), [3, 9, 15]);
        assert_eq!(found(&["Bản tin Nội bộ", "Hoa và rau", "Bản tin Nội bộ"], whole), [0; 0]);
        assert_eq!(found(&["Tin tức", "Tin tức", "Tin tức"], whole), [0; 0]);
    }

    #[test]
    fn it_is_one_between_paragraphs_as_well() {
        let text = "Xã Phú An vừa mở một khu chợ mới ở bên bờ sông, nơi nông dân\n\nSở Nội vụ\n\nbán rau và hoa.\n\nSở Nội vụ\n\nChợ mở cả ngày.\n\nSở Nội vụ\n";
        let mut found = all(&Page::of(text));
        found.sort_unstable();
        assert_eq!(found, [2, 6, 10]);
    }
}

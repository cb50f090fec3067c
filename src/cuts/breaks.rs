//! Where headings of the contents begin and end in wrapped text.
//!
//! Where neither blank lines nor final spaces part a title from its text, nothing on the page tells where it ends; the
//! contents do, which print it as well. Only whole lines count: what stands there may be read as it is printed.

use std::collections::BTreeSet;

use crate::contents::Contents;
use crate::furniture;
use crate::model::FurnitureKind;
use crate::page::Page;
use crate::setting::Setting;
use crate::text::key::{KeySet, beginning, is_longer, key};

/// Shortest heading, in bytes of its key.
const SHORTEST: usize = 8;
/// Longest heading, in lines.
const LONGEST: usize = 6;

/// The lines of the body, from line `from` on, that begin a heading of the contents, and those right behind one. None where
/// the setting tells where lines go on.
pub fn find(page: &Page<'_>, furniture: &[Option<FurnitureKind>], contents: &Contents, from: usize) -> BTreeSet<usize> {
    let mut breaks = BTreeSet::new();
    if !matches!(page.setting, Setting { wrapped: true, final_spaces: false, .. }) {
        return breaks;
    }
    let titles = contents.entries().map(|(_, entry)| entry.title.as_str());
    let groups = contents.groups.iter().filter_map(|group| group.title.as_deref());
    let wanted: BTreeSet<String> = titles.chain(groups).map(key).filter(|key| key.len() >= SHORTEST).collect();
    if wanted.is_empty() {
        return breaks;
    }
    let longest =
        wanted.iter().map(String::len).max().and_then(|longest| u32::try_from(longest).ok()).unwrap_or(u32::MAX);
    let firsts: KeySet = wanted.iter().map(|key| beginning(key, 1)).collect();
    // Whether a heading is, or begins with, these letters.
    let begins =
        |said: &String| wanted.range(said.clone()..).next().is_some_and(|title| title.starts_with(said.as_str()));
    let shown = |at: usize| at < page.lines.len() && !furniture::is_empty(page, furniture, at);
    for first in (from..page.lines.len()).filter(|&at| shown(at)) {
        let text = page.entitled(first);
        // Most lines begin with another letter, and need not be read.
        if !firsts.contains(&beginning(text, 1)) {
            continue;
        }
        let mut said = String::new();
        for at in (first..first + LONGEST).take_while(|&at| shown(at)) {
            let text = if at == first { text } else { page.text(at) };
            if is_longer(text, longest) {
                break;
            }
            said += &key(text);
            if !begins(&said) {
                break;
            }
            if wanted.contains(&said) {
                breaks.extend([first, at + 1]);
                break;
            }
        }
    }
    breaks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contents::listed;
    use crate::running::Headers;

    fn breaks(text: &str) -> Vec<usize> {
        let page = Page::of(text);
        let head = listed::find(&page, &Headers::find(&page), None);
        let furniture = vec![None; page.lines.len()];
        find(&page, &furniture, &head.contents, head.body).into_iter().map(|at| at + 1).collect()
    }

    #[test]
    fn titles_begin_and_end_where_the_contents_say() {
        let prose = "Sáng nay, xã đã mở chợ đầu tiên và mời\nbà con đến bán rau, cá và gạo từ sáng\nđến chiều.\n";
        let rest = prose.repeat(8);
        let text = format!(
            "ĐIỂM BÁO ĐẤT ĐAI\nTRONG SỐ NÀY\n1. Xã Một mở chợ mới ở ngã ba đường liên xã ..... 2\n2. Xã Hai sửa đường ..... \
             3\nXã Một mở chợ mới ở ngã ba\nđường liên xã\n{prose}2. Xã Hai sửa đường\n{prose}{rest}"
        );
        assert_eq!(breaks(&text), [5, 7, 10, 11]);
        let spaced = text.replace("mời\n", "mời \n").replace("sáng\n", "sáng \n");
        assert_eq!(breaks(&spaced), [0; 0], "final spaces tell");
    }
}

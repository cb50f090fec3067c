//! Articles that the word for a story counts (`Bài 1: …`), as numbers count those of other bulletins.
//!
//! The parts of a series are called so as well: the word counts only where it stands, from one on, before all articles.

use super::{ArticleCut, Cut, Cuts};
use crate::contents::Contents;
use crate::text::key::KeyHash;

/// Fewest articles that tell.
const LEAST: usize = 3;

/// Takes word and number off the titles of all articles, and off those of the contents.
pub fn number(cuts: &mut Cuts, contents: &mut Contents) {
    let mut articles: Vec<&mut ArticleCut> = cuts
        .cuts
        .iter_mut()
        .filter_map(|cut| match cut {
            Cut::Article(article) => Some(article),
            Cut::Section(_) => None,
        })
        .collect();
    let in_row = |(at, article): (usize, &&mut ArticleCut)| {
        article.label.is_none()
            && article.number.is_none()
            && story(&article.title).is_some_and(|story| usize::try_from(story.number) == Ok(at + 1))
    };
    if articles.len() < LEAST || !articles.iter().enumerate().all(in_row) {
        return;
    }
    for article in &mut articles {
        if let Some(Story { word, number, title }) = story(&article.title) {
            (article.label, article.label_line) = (Some(word.to_owned()), Some(article.start));
            (article.number, article.title) = (Some(number), title.to_owned());
        }
    }
    for entry in contents.groups.iter_mut().flat_map(|group| &mut group.entries).filter(|entry| entry.number.is_none())
    {
        if let Some(Story { word, number, title }) = story(&entry.title) {
            contents.rest.push((*entry.lines.start(), word.to_owned()));
            (entry.number, entry.key, entry.title) = (Some(number), KeyHash::of(title), title.to_owned());
        }
    }
    contents.rest.sort_by_key(|(at, _)| *at);
}

/// A title with the word that counts stories.
struct Story<'t> {
    word: &'t str,
    number: u32,
    title: &'t str,
}

fn story(text: &str) -> Option<Story<'_>> {
    let word = ["Bài", "BÀI"].into_iter().find(|word| text.starts_with(word))?;
    let rest = text.get(word.len()..)?.strip_prefix(' ')?;
    let digits = rest.find(|c: char| !c.is_ascii_digit())?;
    let title = rest.get(digits..)?.strip_prefix([':', '.'])?.trim_start();
    let number = rest.get(..digits)?.parse().ok()?;
    (!title.is_empty()).then_some(Story { word: text.get(..word.len())?, number, title })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stories() {
        let read = |text| story(text).map(|story| (story.word, story.number, story.title));
        assert_eq!(read("Bài 1: Chợ mới"), Some(("Bài", 1, "Chợ mới")));
        assert_eq!(read("BÀI 12. CHỢ MỚI"), Some(("BÀI", 12, "CHỢ MỚI")));
        for text in ["Bài 1 chợ", "Bài: Chợ", "Bài 3:", "Bài học 1: Chợ", "Tin 1: Chợ"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}

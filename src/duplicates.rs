//! Articles that stand in a run twice: the rule `duplicate-article`, over all files of one check.
//!
//! Nothing is kept of an article but a fingerprint and its place, so a run over an archive of any size fits into memory.
//! Files are told in order; whether one repeats another never depends on a later one.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use crate::model::{Article, Block, Bulletin, Code, Diagnostic, LineRange};
use crate::text::key;

/// Words of a body from which on it is the same article whatever its title: shorter ones recur by themselves.
const WORDS: usize = 20;

/// How many places of one fingerprint are remembered beyond the first. They only matter for telling that a whole file
/// repeats another; a text that stands in more files than that is a form letter and tells nothing.
const PLACES: usize = 16;

/// What is left of an article for the comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint {
    /// Stands for the letters and digits of the body, and of the title where the body is short.
    hash: u64,
    /// Whether the body holds anything; titles without text are no articles that could be told twice.
    has_text: bool,
    /// Lines of the title.
    pub title_lines: LineRange,
}

impl Fingerprint {
    /// The fingerprint of an article.
    pub fn of(article: &Article) -> Self {
        let mut digest = Sha256::new();
        let (mut words, mut has_text) = (0, false);
        for text in article.body.iter().flat_map(texts) {
            words += text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
            let key = key::key(text);
            has_text |= !key.is_empty();
            digest.update(key);
        }
        if words < WORDS {
            // No letter and no digit, so that title and body cannot be taken for each other.
            digest.update("\n");
            digest.update(key::key(&article.title));
        }
        let mut hash = [0; 8];
        hash.iter_mut().zip(digest.finalize()).for_each(|(to, from)| *to = from);
        Self { hash: u64::from_be_bytes(hash), has_text, title_lines: article.title_lines }
    }

    /// The fingerprints of the articles of a bulletin, in order.
    pub fn of_bulletin(bulletin: &Bulletin) -> Vec<Self> {
        bulletin.articles().map(Self::of).collect()
    }
}

/// The texts of a block.
fn texts(block: &Block) -> impl Iterator<Item = &str> {
    block.text.iter().chain(block.rows.iter().flatten().flatten()).map(String::as_str)
}

/// The places of all articles of the files so far.
#[derive(Debug, Default)]
pub struct Duplicates {
    /// The paths of the files, those aside whose articles all stand in an earlier one.
    files: Vec<Box<str>>,
    /// Where each fingerprint was first met.
    first: HashMap<u64, Place>,
    /// Further files that hold it.
    further: HashMap<u64, Vec<Place>>,
}

/// Where an article stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    /// Index of its file.
    file: u32,
    /// First line of its title.
    line: u32,
}

impl Duplicates {
    /// Tells which articles of a file stood in the run before, and remembers the file. `lines` is how many it has.
    ///
    /// A file whose every article stands in one earlier file gives a single finding.
    pub fn find(&mut self, path: &str, lines: u32, articles: &[Fingerprint]) -> Vec<Diagnostic> {
        if let Some(earlier) = self.file_with_all(articles) {
            let earlier = self.files.get(earlier as usize).map_or("", |path| path);
            // Its places would tell nothing that those of the earlier file do not.
            return vec![finding(
                format!("every article of this file stands already in {earlier}"),
                "leave one of the two files out",
                LineRange::new(1, lines.max(1)),
            )];
        }
        let file = u32::try_from(self.files.len()).unwrap_or(u32::MAX);
        self.files.push(path.into());
        let mut found = Vec::new();
        for article in articles {
            let place = Place { file, line: article.title_lines.first };
            let Some(&first) = self.first.get(&article.hash) else {
                self.first.insert(article.hash, place);
                continue;
            };
            if first.file != file {
                let further = self.further.entry(article.hash).or_default();
                if further.len() < PLACES && further.last().is_none_or(|last| last.file != file) {
                    further.push(place);
                }
            }
            if article.has_text {
                let Place { file, line } = first;
                let earlier = self.files.get(file as usize).map_or("", |path| path);
                found.push(finding(
                    format!("this article stands already in {earlier}, line {line}"),
                    "leave one of the two out",
                    article.title_lines,
                ));
            }
        }
        found
    }

    /// The first earlier file that holds all of these articles.
    fn file_with_all(&self, articles: &[Fingerprint]) -> Option<u32> {
        let places = |article: &Fingerprint| {
            let further = self.further.get(&article.hash).into_iter().flatten();
            self.first.get(&article.hash).into_iter().chain(further).map(|place| place.file)
        };
        let (first, others) = articles.split_first()?;
        if !articles.iter().any(|article| article.has_text) {
            return None;
        }
        places(first).find(|file| others.iter().all(|article| places(article).any(|other| other == *file)))
    }
}

/// A finding of the rule.
fn finding(message: String, help: &str, lines: LineRange) -> Diagnostic {
    Diagnostic {
        code: Code::DuplicateArticle,
        severity: Code::DuplicateArticle.severity(),
        message,
        help: Some(help.to_owned()),
        lines,
        column: None,
        end_column: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::BlockKind;

    /// An article at `line`.
    fn article(line: u32, title: &str, body: &str) -> Fingerprint {
        let block = |text: &str| Block {
            kind: BlockKind::Paragraph,
            text: Some(text.to_owned()),
            mark: None,
            rows: None,
            lines: LineRange::single(line + 1),
        };
        Fingerprint::of(&Article {
            id: String::new(),
            number: None,
            title: title.to_owned(),
            title_lines: LineRange::single(line),
            label: None,
            page: None,
            source: None,
            date: None,
            authors: Vec::new(),
            url: None,
            links: Vec::new(),
            citation: None,
            evidence: Vec::new(),
            body: body.split('\n').map(block).collect(),
            lines: LineRange::new(line, line + 1),
        })
    }

    /// A body of so many words.
    fn words(number: usize) -> String {
        (0..number).map(|word| format!("từ{word}")).collect::<Vec<_>>().join(" ")
    }

    /// What is found in a file: first line and message.
    fn found(duplicates: &mut Duplicates, path: &str, articles: &[Fingerprint]) -> Vec<(u32, String)> {
        duplicates.find(path, 99, articles).into_iter().map(|d| (d.lines.first, d.message)).collect()
    }

    #[test]
    fn long_bodies_are_the_same_under_any_title_and_short_ones_are_not() {
        let mut duplicates = Duplicates::default();
        let file = [article(1, "Chợ mới", &words(20)), article(5, "Lịch họp", &words(19)), article(9, "Mời họp", "")];
        assert_eq!(found(&mut duplicates, "a", &file), []);
        let others = [
            article(2, "Chợ đã mở", &words(20)),
            article(4, "Lịch nghỉ", &words(19)),
            article(6, "LỊCH HỌP", &words(19).to_uppercase()),
            article(8, "Mời họp", "./."),
            article(9, "Chợ mới", &words(21)),
        ];
        let expected = [
            (2, "this article stands already in a, line 1".to_owned()),
            (6, "this article stands already in a, line 5".to_owned()),
        ];
        assert_eq!(found(&mut duplicates, "b", &others), expected);
    }

    #[test]
    fn marks_spaces_and_blocks_do_not_matter() {
        let mut duplicates = Duplicates::default();
        let text = words(30);
        found(&mut duplicates, "a", &[article(1, "Một", &text)]);
        let other = [article(1, "Hai", &text.replace("từ7 ", "“Từ7”,\n")), article(3, "Ba", "khác")];
        assert_eq!(found(&mut duplicates, "b", &other).len(), 1);
    }

    #[test]
    fn one_file_can_tell_an_article_twice() {
        let mut duplicates = Duplicates::default();
        let file = [article(1, "Một", &words(30)), article(7, "Hai", &words(30))];
        assert_eq!(found(&mut duplicates, "a", &file), [(7, "this article stands already in a, line 1".to_owned())]);
    }

    #[test]
    fn a_file_that_repeats_another_is_one_finding() {
        let mut duplicates = Duplicates::default();
        let [one, two, three] = [article(1, "Một", &words(30)), article(5, "Hai", &words(31)), article(9, "Ba", "")];
        assert_eq!(found(&mut duplicates, "a", std::slice::from_ref(&one)), []);
        let both = [one.clone(), two.clone(), three.clone()];
        assert_eq!(found(&mut duplicates, "b", &both), [(1, "this article stands already in a, line 1".to_owned())]);
        // Its first article was met in a, and still b is the file that holds all of them.
        let whole = |path| [(1, format!("every article of this file stands already in {path}"))];
        assert_eq!(found(&mut duplicates, "c", &both), whole("b"));
        assert_eq!(found(&mut duplicates, "d", &[two, one.clone()]), whole("b"));
        assert_eq!(found(&mut duplicates, "e", &[one]), whole("a"));
        assert_eq!(found(&mut duplicates, "f", &[three]), []);
        assert_eq!(found(&mut duplicates, "g", &[]), []);
        assert_eq!(duplicates.find("h", 12, &both)[0].lines, LineRange::new(1, 12));
    }
}

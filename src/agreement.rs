//! The table of contents beside the body: which entries have an article, and under which title the body prints it.
//!
//! What a person looks at in an outline or on a page. Whether something is a mistake, and how to mend it, is for the
//! findings of [`diagnose`](crate::diagnose).

use std::collections::HashMap;

use crate::diagnose::same_title;
use crate::model::{Article, Bulletin, TocEntry};

/// Contents and body of a bulletin, laid side by side.
#[derive(Debug, Default)]
pub struct Agreement<'b> {
    /// Articles by their id.
    articles: HashMap<&'b str, &'b Article>,
    /// Entries by the id of their article; of several the first.
    entries: HashMap<&'b str, &'b TocEntry>,
    /// The entries and the articles in numbers.
    pub tally: Tally,
}

/// Contents and body in numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Entries of the contents.
    pub entries: usize,
    /// Entries that have an article.
    pub matched: usize,
    /// Entries whose article has another title.
    pub differing: usize,
    /// Articles that no entry leads to.
    pub unlisted: usize,
}

/// What the body has for an entry.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Match<'b> {
    /// No article.
    Missing,
    /// An article of the same title; its label, capitals, signs, spacing and the place of a tone mark aside.
    Same(&'b Article),
    /// An article of another title.
    Differs(&'b Article),
}

impl<'b> Agreement<'b> {
    /// Lays contents and body of a bulletin side by side.
    pub fn of(bulletin: &'b Bulletin) -> Self {
        let articles: HashMap<&str, &Article> =
            bulletin.articles().map(|article| (article.id.as_str(), article)).collect();
        let mut agreement = Self { articles, ..Self::default() };
        for entry in bulletin.toc.iter().flat_map(|group| &group.entries) {
            agreement.tally.entries += 1;
            let matched = agreement.matched(entry);
            agreement.tally.matched += usize::from(matched != Match::Missing);
            agreement.tally.differing += usize::from(matches!(matched, Match::Differs(_)));
            if let Match::Same(article) | Match::Differs(article) = matched {
                agreement.entries.entry(&article.id).or_insert(entry);
            }
        }
        agreement.tally.unlisted = agreement.articles.len() - agreement.entries.len();
        agreement
    }

    /// What the body has for an entry.
    pub fn matched(&self, entry: &TocEntry) -> Match<'b> {
        match entry.article.as_deref().and_then(|id| self.articles.get(id)) {
            None => Match::Missing,
            Some(article) if same_title(&entry.title, article) => Match::Same(article),
            Some(article) => Match::Differs(article),
        }
    }

    /// The entry that leads to an article.
    pub fn entry(&self, article: &Article) -> Option<&'b TocEntry> {
        self.entries.get(article.id.as_str()).copied()
    }

    /// Whether the bulletin has contents at all.
    pub const fn has_contents(&self) -> bool {
        self.tally.entries > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, parse};

    #[test]
    fn contents_and_body_side_by_side() {
        let text = "ĐIỂM BÁO HUYỆN THỬ\nSố 7/2031, ngày 14/02/2031\n\nMỤC LỤC\n1. Cầu Tre thông xe\n2. Chợ Mẫu mở lại\n\
                    3. Trường Ví Dụ đón học sinh lớp một\n\n1. CẦU TRE THÔNG XE\n\nCầu dài 120 mét. (Vidu.vn 13/02)\n\n\
                    3. Trường Ví Dụ đón học sinh lớp hai\n\nTrường có ba lớp mới. (Vidu.vn 12/02)\n\n\
                    4. Xe buýt chạy thêm tuyến\n\nTuyến mới qua ba xã. (Vidu.vn 11/02)\n";
        let bulletin = parse(text, &Options::default());
        let agreement = Agreement::of(&bulletin);
        let found: Vec<Option<(bool, &str)>> = bulletin.toc[0]
            .entries
            .iter()
            .map(|entry| match agreement.matched(entry) {
                Match::Missing => None,
                Match::Same(article) => Some((true, article.title.as_str())),
                Match::Differs(article) => Some((false, article.title.as_str())),
            })
            .collect();
        let expected = [Some((true, "CẦU TRE THÔNG XE")), None, Some((false, "Trường Ví Dụ đón học sinh lớp hai"))];
        assert_eq!(found, expected);
        assert_eq!(agreement.tally, Tally { entries: 3, matched: 2, differing: 1, unlisted: 1 });
        let articles = &bulletin.sections[0].articles;
        assert_eq!(agreement.entry(&articles[1]).map(|entry| entry.number), Some(Some(3)));
        assert_eq!(agreement.entry(&articles[2]), None);
    }

    #[test]
    fn no_contents_agree_with_nothing() {
        let bulletin = parse("", &Options::default());
        assert!(!Agreement::of(&bulletin).has_contents());
    }
}

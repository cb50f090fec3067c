//! A bulletin in numbers: what summaries and manifests say of it.

use crate::model::{Bulletin, Code, Encoding, FurnitureKind, LayoutKind, Severity};

/// A bulletin in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// Size of the file in bytes.
    pub bytes: u64,
    /// Encoding that the file was read in.
    pub encoding: Encoding,
    /// Ill-formed byte sequences that became U+FFFD. The bulletin does not know them: whoever decoded it fills them in.
    pub replaced: u64,
    /// Kind of bulletin.
    pub layout: LayoutKind,
    /// Articles.
    pub articles: u64,
    /// Articles with a citation.
    pub citations: u64,
    /// Articles that rest on their looks alone.
    pub weak_articles: u64,
    /// Articles without a citation although the others have one.
    pub missing_citations: u64,
    /// Pieces of text, mostly lines, that found no place.
    pub unrecognised: u64,
    /// Findings.
    pub findings: Findings,
}

/// Findings by their severity, as the rules have it of themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
pub struct Findings {
    /// Errors.
    pub error: u64,
    /// Warnings.
    pub warning: u64,
    /// Notes.
    pub note: u64,
}

impl Findings {
    /// Counts a finding.
    pub const fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.error += 1,
            Severity::Warning => self.warning += 1,
            Severity::Note => self.note += 1,
        }
    }

    /// All of them.
    pub const fn total(self) -> u64 {
        self.error + self.warning + self.note
    }

    /// The findings in words, the gravest first; empty where there are none.
    pub fn in_words(self) -> String {
        let counted = [(self.error, "error"), (self.warning, "warning"), (self.note, "note")];
        let words: Vec<String> = counted.into_iter().filter(|(n, _)| *n > 0).map(|(n, word)| many(n, word)).collect();
        words.join(", ")
    }
}

/// A number of things: `1 file`, `2 files`.
pub fn many(number: u64, word: &str) -> String {
    format!("{number} {word}{}", if number == 1 { "" } else { "s" })
}

impl Facts {
    /// The facts of a bulletin.
    pub fn of(bulletin: &Bulletin) -> Self {
        let of_code = |code| bulletin.diagnostics.iter().filter(|d| d.code == code).count() as u64;
        let mut findings = Findings::default();
        bulletin.diagnostics.iter().for_each(|diagnostic| findings.add(diagnostic.severity));
        Self {
            bytes: bulletin.file.bytes,
            encoding: bulletin.file.encoding,
            replaced: 0,
            layout: bulletin.layout,
            articles: bulletin.articles().count() as u64,
            citations: bulletin.articles().filter(|article| article.citation.is_some()).count() as u64,
            weak_articles: of_code(Code::WeakArticle),
            missing_citations: of_code(Code::MissingCitation),
            unrecognised: bulletin.furniture.iter().filter(|f| f.kind == FurnitureKind::Unrecognised).count() as u64,
            findings,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::sample;

    #[test]
    fn a_bulletin_is_counted() {
        let facts = Facts::of(&sample::bulletin());
        assert_eq!((facts.layout, facts.articles, facts.citations), (LayoutKind::PressReview, 3, 0));
        let text = "BẢN TIN ĐẤT ĐAI\n\nSố: 7\n\nNgày phát hành: 22/3/2031\n\n\
                    Xã Một mở chợ mới\n\nSáng nay, xã Một mở chợ. (Baoxa.vn 21/3, Lê Tám)\n";
        let facts = Facts::of(&crate::parse(text, &crate::Options::default()));
        assert_eq!((facts.articles, facts.citations, facts.bytes), (1, 1, text.len() as u64));
        let facts = Facts::of(&crate::parse("Một dòng.\n\nHai.\n", &crate::Options::default()));
        assert_eq!((facts.layout, facts.articles, facts.unrecognised), (LayoutKind::Unknown, 0, 2));
        assert_eq!((facts.findings.error, facts.findings.total()), (1, 1));
    }

    #[test]
    fn findings_in_words() {
        assert_eq!(Findings::default().in_words(), "");
        assert_eq!(Findings { error: 1, warning: 0, note: 3 }.in_words(), "1 error, 3 notes");
    }
}

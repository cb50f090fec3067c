//! Quotation marks without a partner.
//!
//! Counted over a whole article, since a quotation may run over several paragraphs; each of them may open it anew. Titles
//! and captions are counted by themselves.

use super::Subject;
use super::place::{Cursor, Places, set};
use crate::model::{Article, BlockKind, Code, Diagnostic, LineRange};

/// A mark that has no partner so far.
struct Open<'t> {
    /// Which of the texts it stands in, counted from 0.
    text: usize,
    /// Lines of that text.
    lines: LineRange,
    /// The mark.
    sign: char,
    /// What follows it in its text.
    after: &'t str,
}

impl Open<'_> {
    fn is_straight(&self) -> bool {
        self.sign == '"'
    }
}

/// How many words are quoted to show a mark.
const SHOWN: usize = 4;
/// How much of the text is looked at for them, in bytes.
const AROUND: usize = 1024;

/// Marks without a partner in the titles that contents and sections print, and in the articles.
pub(super) fn find(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let Subject { places, bulletin, .. } = subject;
    let mut found = Vec::new();
    let mut alone = |title: Option<&str>, lines| {
        scan(places, title.map(|title| (title, lines)).into_iter(), &mut found);
    };
    for group in &bulletin.toc {
        for entry in &group.entries {
            alone(Some(&entry.title), entry.lines);
        }
    }
    for section in &bulletin.sections {
        if let Some(lines) = section.title_lines {
            alone(section.title.as_deref(), lines);
        }
    }
    // The partner of a mark may stand where the text cannot be read.
    let articles = bulletin.articles();
    for article in articles.filter(|article| !subject.is_unreadable(article.lines)) {
        of_article(places, article, &mut found);
    }
    found
}

/// Marks without a partner in one article.
fn of_article(places: &Places<'_>, article: &Article, found: &mut Vec<Diagnostic>) {
    scan(places, [(article.title.as_str(), article.title_lines)].into_iter(), found);
    let texts = |kinds: fn(BlockKind) -> bool| {
        let blocks = article.body.iter().filter(move |block| kinds(block.kind));
        blocks.filter_map(|block| Some((block.text.as_deref()?, block.lines)))
    };
    scan(places, texts(|kind| !matches!(kind, BlockKind::Table | BlockKind::Caption | BlockKind::Footnote)), found);
    // A caption interrupts the text and quotes by itself.
    for caption in texts(|kind| kind == BlockKind::Caption) {
        scan(places, [caption].into_iter(), found);
    }
}

/// The marks of a text with their places. A search for their first bytes, since most text has none.
fn marks(text: &str) -> impl Iterator<Item = (usize, char)> {
    // `“`, `”` and `„` begin with E2 80, `«` and `»` are C2 AB and C2 BB.
    memchr::memchr3_iter(b'"', 0xE2, 0xC2, text.as_bytes()).filter_map(|at| {
        let sign = match text.as_bytes().get(at..)? {
            [b'"', ..] => '"',
            [0xE2, 0x80, 0x9C, ..] => '“',
            [0xE2, 0x80, 0x9D, ..] => '”',
            [0xE2, 0x80, 0x9E, ..] => '„',
            [0xC2, 0xAB, ..] => '«',
            [0xC2, 0xBB, ..] => '»',
            _ => return None,
        };
        Some((at, sign))
    })
}

/// Whether a straight mark opens a quotation, by what stands on its two sides; `open` where that does not say.
fn straight_opens(before: &str, after: &str, open: bool) -> bool {
    let left = before.chars().next_back().is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '«' | '–'));
    let right = after.chars().next().is_none_or(|c| {
        c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '…' | ')' | ']' | '”' | '»' | '–')
    });
    match (left, right) {
        (true, false) => true,
        (false, true) => false,
        _ => !open,
    }
}

fn scan<'t>(places: &Places<'_>, texts: impl Iterator<Item = (&'t str, LineRange)>, found: &mut Vec<Diagnostic>) {
    let mut open: Vec<Open<'_>> = Vec::new();
    // How many of them are straight.
    let mut straight = 0_usize;
    // The places of closing marks are told in order, and behind them those of opening ones.
    let (mut closing, mut opening) = (Cursor::default(), Cursor::default());
    for (text_at, (text, lines)) in texts.enumerate() {
        for (at, sign) in marks(text) {
            let before = text.get(..at).unwrap_or("");
            let after = text.get(at + sign.len_utf8()..).unwrap_or("");
            let opens = match sign {
                '“' | '«' | '„' => true,
                '”' | '»' => false,
                // Inches and seconds have a digit before.
                _ if before.ends_with(|c: char| c.is_ascii_digit()) && open.is_empty() => continue,
                _ => straight_opens(before, after, straight > 0),
            };
            if opens {
                // A paragraph may open the quotation again that the one right before it has left open.
                if before.trim().is_empty() && open.last().is_some_and(|o| o.text + 1 == text_at) {
                    straight -= open.pop().map_or(0, |o| usize::from(o.is_straight()));
                }
                let this = Open { text: text_at, lines, sign, after };
                straight += usize::from(this.is_straight());
                open.push(this);
            } else if let Some(partner) = open.pop() {
                straight -= usize::from(partner.is_straight());
            } else {
                let around = words_before(before, sign);
                found.push(told(places, lines, &around, sign, "closing", &mut closing));
            }
        }
    }
    for Open { lines, sign, after, .. } in open {
        found.push(told(places, lines, &words_after(sign, after), sign, "opening", &mut opening));
    }
}

fn words_after(sign: char, after: &str) -> String {
    // At most three bytes more belong to a character that the limit would cut.
    let near = (0..4).find_map(|less| after.get(..AROUND - less)).unwrap_or(after);
    let words: Vec<&str> = near.split_whitespace().take(SHOWN).collect();
    format!("{sign}{}{}", if after.starts_with(char::is_whitespace) { " " } else { "" }, words.join(" "))
}

fn words_before(before: &str, sign: char) -> String {
    let near = (0..4).find_map(|more| before.get(before.len().checked_sub(AROUND)? + more..)).unwrap_or(before);
    let mut words: Vec<&str> = near.split_whitespace().rev().take(SHOWN).collect();
    words.reverse();
    format!("{}{}{sign}", words.join(" "), if before.ends_with(char::is_whitespace) { " " } else { "" })
}

fn told(
    places: &Places<'_>,
    lines: LineRange,
    around: &str,
    sign: char,
    what: &str,
    cursor: &mut Cursor,
) -> Diagnostic {
    let finding =
        Diagnostic::new(Code::UnbalancedQuotes, lines, format!("the {what} {sign} of `{around}` has no partner"))
            .help("add its partner, or take it out");
    let place = places.find_next(cursor, lines, around).map(|mut place| {
        // The sign alone is marked, not the words that it was found by.
        if around.starts_with(sign) {
            place.end_column = place.column + 1;
        } else {
            place.column = place.end_column - 1;
        }
        place
    });
    set(finding, place)
}

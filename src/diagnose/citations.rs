//! Citations: missing, without date or parenthesis, with a date that cannot be, with a mistyped domain.

use std::cmp::Ordering;
use std::sync::LazyLock;

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use regex::Regex;

use super::Subject;
use super::contents::Listing;
use super::domains::{self, Slip};
use super::masthead::{day_text, holds_year, issue_date_lines};
use super::place::{Places, set};
use crate::citation::{Form, PrintedDate, find_closing};
use crate::model::{Article, Block, BlockKind, Citation, Code, Diagnostic, LayoutKind, LineRange};
use crate::text::pattern::pattern;
use crate::text::{letters, scan};

/// Fewest citations that make a habit, and the share of articles that has it, in per cent.
const FEWEST: usize = 3;
const HABIT: usize = 66;

/// What is wrong with the citations.
pub(super) fn find(subject: &Subject<'_>, listing: &Listing<'_>) -> Vec<Diagnostic> {
    let form = match subject.bulletin.layout {
        LayoutKind::PressReview => Form::Parenthesised,
        LayoutKind::Newsletter => Form::Line,
        LayoutKind::Proceedings | LayoutKind::Unknown => return Vec::new(),
    };
    let articles: Vec<&Article> = listing.articles.iter().map(|printed| printed.article).collect();
    let cited: Vec<&Citation> = articles.iter().filter_map(|a| a.citation.as_ref()).collect();
    let dated = cited.iter().filter(|c| c.date_text.is_some()).count();
    let habit = |count: usize, all: usize| count >= FEWEST && count * 100 >= all * HABIT;
    let habits = (habit(cited.len(), articles.len()), habit(dated, cited.len()));
    let mut found = Vec::new();
    for (at, article) in articles.iter().enumerate() {
        let Some(citation) = &article.citation else {
            // The part before a cut that looks alone speak for is closed by the part behind it.
            let cut_off = articles.get(at + 1).is_some_and(|next| subject.is_weak(next.title_lines));
            let lost = article.body.iter().rev().take(ENDS).any(|block| subject.is_lost(block.lines));
            found.extend(absent(&subject.places, article, form, habits.0 && !cut_off && !lost));
            continue;
        };
        found.extend(left_behind(article, citation, form));
        found.extend(unbalanced(&subject.places, citation));
        found.extend(domain(&subject.places, article, citation));
        // `(Lê Thử tổng hợp)` names nothing that came out on a day.
        if let Some(printed) = citation.date_text.is_none().then(|| unreadable_date(&citation.text)).flatten() {
            found.push(no_such_day(&subject.places, citation.lines, printed));
        } else if citation.date_text.is_none() && article.source.is_some() && habits.1 && !names_number(citation) {
            let finding = Diagnostic::new(
                Code::CitationWithoutDate,
                citation.lines,
                format!("the citation `{}` gives no date", citation.text),
            )
            .help("add the day on which the article was published");
            found.push(set(finding, subject.places.find(citation.lines, &citation.text)));
        }
    }
    found.extend(dates(subject, &articles));
    found
}

/// An article that no citation was read for: its parenthesis may be broken, or it is not there.
fn absent(places: &Places<'_>, article: &Article, form: Form, usual: bool) -> Option<Diagnostic> {
    let last = article.body.iter().rev().find(|b| !matches!(b.kind, BlockKind::Caption | BlockKind::Footnote))?;
    if let Some((text, missing)) = last.text.as_deref().and_then(|text| broken(text, form)) {
        return Some(without_bracket(places, last.lines, text, missing));
    }
    // A line behind the citation may have kept it from being the last.
    let ends = article.body.iter().rev().filter_map(|block| Some((block.text.as_deref()?, block.lines))).take(ENDS);
    for (text, lines) in ends {
        if let Some(slip) = closing_words(text, form).and_then(domains::slip_in_unread) {
            return Some(mistyped(places, lines, slip));
        }
        if let Some(printed) = closing_words(text, form).and_then(unreadable_date) {
            return Some(no_such_day(places, lines, printed));
        }
    }
    let line = LineRange::single(article.lines.last);
    usual.then(|| {
        Diagnostic::new(
            Code::MissingCitation,
            line,
            format!("“{}” ends here without a citation, which the other articles have", article.title),
        )
        .help("add source and date in parentheses at the end of the article (`(Tenbao.vn 19/4)`)")
    })
}

/// Text behind the citation of an article that it closes. One above all text stands below the title, as it should there.
fn left_behind(article: &Article, citation: &Citation, form: Form) -> Option<Diagnostic> {
    let is_behind = |lines: LineRange| lines.first > citation.lines.last;
    let is_text = |block: &Block| {
        block.kind == BlockKind::Paragraph && block.text.as_deref().is_some_and(letters::ends_like_prose)
    };
    let first = article.body.iter().find(|block| is_behind(block.lines) && is_text(block))?;
    let closes = form == Form::Parenthesised && article.body.first().is_some_and(|block| !is_behind(block.lines));
    closes.then(|| {
        Diagnostic::new(
            Code::TextBehindCitation,
            first.lines,
            format!("text stands behind the citation of “{}”", article.title),
        )
        .help("where another article begins, give it its title; else move the citation to the end of the article")
    })
}

/// The words at the end of a text that stand where a citation does: in parentheses, or behind `Theo:`.
fn closing_words(text: &str, form: Form) -> Option<&str> {
    let body = text.trim_end_matches(['.', '/', ' ']);
    if let Some((_, inner)) = body.strip_suffix(')').and_then(|body| body.rsplit_once('(')) {
        return Some(inner);
    }
    if form != Form::Line {
        return None;
    }
    let announced = ["Theo:", "Theo :", "Nguồn:", "Nguồn :"].iter().find_map(|word| Some(body.rsplit_once(word)?.1));
    announced.filter(|words| words.len() <= LONGEST_SOURCE)
}

/// Blocks at the end of an article that are searched for a citation which could not be read.
const ENDS: usize = 3;

/// Longest name of a source, in bytes.
const LONGEST_SOURCE: usize = 80;

/// The end of a text that would be a citation if a parenthesis were added, and which one.
fn broken(text: &str, form: Form) -> Option<(&str, char)> {
    let body = text.trim_end_matches(['.', '/', ' ']);
    if let Some(open) = body.rfind('(')
        && body.get(open..).is_some_and(|rest| !rest.contains(')'))
    {
        let mended = format!("{body})");
        let closing = find_closing(&mended, form)?;
        return (closing.span.start == open && dated_or_sure(&closing)).then_some((body.get(open..)?, ')'));
    }
    let inner = body.strip_suffix(')')?;
    if inner.rfind(')') > inner.rfind('(') || !inner.contains('(') {
        // From the last sentence end on.
        let start = inner.rmatch_indices(['.', '!', '?', '”']).find_map(|(at, sign)| {
            let rest = inner.get(at + sign.len()..)?;
            let words = rest.trim_start();
            (rest.len() > words.len() && !words.is_empty()).then_some(inner.len() - words.len())
        });
        let start = start.unwrap_or(0);
        let mended = format!("{}({})", inner.get(..start)?, inner.get(start..)?);
        let closing = find_closing(&mended, form)?;
        return (closing.span.start >= start && dated_or_sure(&closing)).then_some((body.get(start..)?, '('));
    }
    None
}

fn dated_or_sure(closing: &crate::citation::Closing) -> bool {
    closing.date.is_some() || closing.source.as_ref().is_some_and(|s| s.domain.is_some())
}

/// A citation that was read although a bracket is missing.
fn unbalanced(places: &Places<'_>, citation: &Citation) -> Option<Diagnostic> {
    let missing = missing_bracket(&citation.text)?;
    Some(without_bracket(places, citation.lines, &citation.text, missing))
}

/// The bracket that a text has too few of.
fn missing_bracket(text: &str) -> Option<char> {
    // Most are a pair of them with none inside.
    let inside = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')).unwrap_or(text);
    if !scan::any_byte(inside.as_bytes(), letters::is_bracket) {
        return None;
    }
    let (mut round, mut square) = (0_isize, 0_isize);
    for byte in text.bytes() {
        round += isize::from(byte == b'(') - isize::from(byte == b')');
        square += isize::from(byte == b'[') - isize::from(byte == b']');
    }
    [(round, '(', ')'), (square, '[', ']')].into_iter().find_map(|(unclosed, open, close)| match unclosed.cmp(&0) {
        Ordering::Equal => None,
        Ordering::Greater => Some(close),
        Ordering::Less => Some(open),
    })
}

fn without_bracket(places: &Places<'_>, lines: LineRange, text: &str, missing: char) -> Diagnostic {
    let which = if matches!(missing, ')' | ']') { "closing" } else { "opening" };
    let finding =
        Diagnostic::new(Code::CitationUnbalanced, lines, format!("the citation `{text}` has no {which} bracket"))
            .help(format!("add the `{missing}`"));
    set(finding, places.find(lines, text))
}

/// Whether an issue or page stands in the place of a date (`Báo Đồi Cỏ, số 45, tr. 3`).
fn names_number(citation: &Citation) -> bool {
    let small = citation.text.to_lowercase();
    ["số ", "tr.", "trang "].iter().any(|word| small.contains(word)) && small.contains(|c: char| c.is_ascii_digit())
}

/// A source whose domain is misspelt.
fn domain(places: &Places<'_>, article: &Article, citation: &Citation) -> Option<Diagnostic> {
    let source = article.source.as_ref()?;
    let slip = domains::slip(&source.name)
        .or_else(|| domains::slip_in_address(article.url.as_deref()?))
        .or_else(|| domains::slip_at_head(citation.text.trim_start_matches(['(', '['])))
        .or_else(|| domains::slip_in_citation(article.url.is_none().then_some(&citation.text)?))?;
    Some(mistyped(places, citation.lines, slip))
}

fn mistyped(places: &Places<'_>, lines: LineRange, slip: Slip) -> Diagnostic {
    let finding = Diagnostic::new(
        Code::DomainSuspicious,
        lines,
        format!("“{}” looks like a mistyped domain: {}", slip.text, slip.what),
    )
    .help(slip.mended.map_or("look up the address of the source".to_owned(), |m| format!("perhaps “{m}” is meant")));
    set(finding, places.find(lines, &slip.text))
}

/// An article's date as its citation prints it.
struct Dated<'a> {
    article: &'a Article,
    citation: &'a Citation,
    printed: &'a str,
    date: Date,
}

/// How long after the issue date a date may lie, in days, that was read as one of the year before: `25/4` over an issue of
/// 19/4 is more likely a slip than a year old.
const SOON_AFTER: i64 = 92;

/// Share of dates after the issue date, in per cent, from which on the issue date is wrong and not they.
const MOST: usize = 66;

fn dates(subject: &Subject<'_>, articles: &[&Article]) -> Vec<Diagnostic> {
    let bulletin = subject.bulletin;
    let issue = &bulletin.issue;
    let day = issue.date.as_deref().or_else(|| issue.posted.as_deref()?.get(..10));
    let reference: Option<Date> = day.and_then(|d| d.parse().ok());
    let mut found = Vec::new();
    let mut late: Vec<Dated<'_>> = Vec::new();
    let mut total = 0;
    for article in articles {
        // A citation with a bracket too few may have been read together with what stands before it.
        let Some(citation) = article.citation.as_ref().filter(|c| missing_bracket(&c.text).is_none()) else { continue };
        let Some(printed) = citation.date_text.as_deref() else { continue };
        let Some(date) = article.date.as_deref().and_then(|d| d.parse::<Date>().ok()) else {
            found.extend(impossible(&subject.places, citation, printed, reference));
            continue;
        };
        total += 1;
        let Some(reference) = reference else { continue };
        let dated = Dated { article, citation, printed, date };
        if let Some(after) = day_after(&dated, reference) {
            late.push(Dated { date: after, ..dated });
        } else if let Ok(age) = reference.since(date)
            && i64::from(age.get_days()) > i64::from(subject.max_age_days)
        {
            let finding = Diagnostic::new(
                Code::DateTooOld,
                citation.lines,
                format!("{printed} lies {} days before the issue date {}", age.get_days(), day_text(reference)),
            )
            .help("see whether the year is right; `max-age-days` sets the limit");
            found.push(set(finding, subject.places.find_last(citation.lines, printed)));
        }
    }
    let Some(reference) = reference else { return found };
    if late.len() >= FEWEST
        && late.len() * 100 >= total * MOST
        && let Some(lines) = issue_date_lines(bulletin)
    {
        let finding = Diagnostic::new(
            Code::DateAfterIssue,
            lines,
            format!("{} of {total} citations are later than this issue date", late.len()),
        )
        .help("mend the issue date");
        let printed = issue.date_text.as_deref().unwrap_or_default();
        found.push(set(finding, subject.places.find(lines, printed)));
        return found;
    }
    found.extend(late.into_iter().map(|dated| {
        let guess = if dated.article.date.as_deref() == Some(dated.date.to_string().as_str()) {
            String::new()
        } else {
            format!(" (it was read as {})", dated.article.date.as_deref().unwrap_or_default())
        };
        let finding = Diagnostic::new(
            Code::DateAfterIssue,
            dated.citation.lines,
            format!("{} is later than the issue date {}{guess}", dated.printed, day_text(reference)),
        )
        .help("mend the date of the citation or that of the issue");
        set(finding, subject.places.find_last(dated.citation.lines, dated.printed))
    }));
    found
}

/// The day after the issue date that a citation's date means, if it does.
fn day_after(dated: &Dated<'_>, reference: Date) -> Option<Date> {
    if !dated.citation.year_inferred {
        return (dated.date > reference).then_some(dated.date);
    }
    // Read as a day of the year before because it lies behind the issue date in this one.
    let this_year = dated.date.checked_add(1.year()).ok()?;
    let window: Span = SOON_AFTER.days();
    (this_year > reference && this_year <= reference.checked_add(window).ok()?).then_some(this_year)
}

/// A date that no calendar holds.
fn impossible(places: &Places<'_>, citation: &Citation, printed: &str, reference: Option<Date>) -> Option<Diagnostic> {
    let date: PrintedDate = printed.parse().ok()?;
    let day = date.day?;
    // Without a year, 29/2 may be one: it is impossible only where the years that can be meant are known.
    let years = match (date.year, reference) {
        (Some(year), _) => vec![year],
        (None, Some(reference)) => vec![reference.year(), reference.year() - 1],
        (None, None) => vec![2000],
    };
    if years.into_iter().any(|year| Date::new(year, date.month, day).is_ok()) {
        return None;
    }
    Some(no_such_day(places, citation.lines, printed))
}

/// Three numbers in the form of a date, whatever their values.
static DATE_FORM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|[\s,(])(?:((?:19|20)\d{2})-(\d{1,2})-(\d{1,2})|(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d{2}))(?:$|[\s,.;)])",
    )
});

/// Numbers in the form of a date that no calendar holds and that were not read as one for that (`2024-13-05`).
fn unreadable_date(text: &str) -> Option<&str> {
    if !holds_year(text) {
        return None;
    }
    let captures = DATE_FORM.captures(text)?;
    let number = |at: usize| captures.get(at)?.as_str().parse::<i16>().ok();
    let (year, month, day) =
        (number(1).or_else(|| number(6))?, number(2).or_else(|| number(5))?, number(3).or_else(|| number(4))?);
    let exists = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).is_ok();
    let (first, last) = (captures.get(1).or_else(|| captures.get(4))?, captures.get(3).or_else(|| captures.get(6))?);
    (!exists).then(|| text.get(first.start()..last.end()))?
}

fn no_such_day(places: &Places<'_>, lines: LineRange, printed: &str) -> Diagnostic {
    let finding = Diagnostic::new(Code::DateImpossible, lines, format!("no calendar holds the day {printed}"))
        .help("look up the day on which the article was published");
    set(finding, places.find_last(lines, printed))
}

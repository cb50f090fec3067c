//! Numbers of entries, groups, articles and sections: left out or used twice.
//!
//! An entry without article or an article without entry explains a gap; it is told by the rules on the contents alone.

use std::collections::{HashMap, HashSet};

use super::Subject;
use super::contents::Listing;
use super::place::{Places, set};
use super::sequence::{Fault, Numbered, faults};
use crate::model::{Code, Diagnostic, LineRange};
use crate::text::enumerator::{self, Enumerator};

/// Something with a number.
pub(super) struct Counted {
    number: Numbered,
    /// Where it stands.
    lines: LineRange,
    /// The number as printed.
    printed: String,
    /// Whether a missing partner in contents or body explains what is wrong with its number.
    explained: bool,
}

/// What is wrong with the numbers of contents and body.
pub(super) fn find(subject: &Subject<'_>, listing: &Listing<'_>) -> Vec<Diagnostic> {
    let mut found = told(&subject.places, &entries(subject, listing), "number");
    // The numbers of the contents are often the body's as well; a fault that both have is told once.
    let told_numbers: HashSet<(Code, String)> = found.iter().map(|f| (f.code, f.message.clone())).collect();
    let headings = told(&subject.places, &headings(subject, listing), "number");
    found.extend(headings.into_iter().filter(|f| !told_numbers.contains(&(f.code, f.message.clone()))));
    found.extend(told_from(&subject.places, &sections(subject), "section", FEWEST_SECTIONS));
    found
}

/// The entries of the contents. One without article is left out where the others count well without it.
fn entries(subject: &Subject<'_>, listing: &Listing<'_>) -> Vec<Counted> {
    // How many articles without entry stand before each article: any number of them may stand between two.
    let mut unlisted_before = vec![0_usize];
    for article in &listing.articles {
        let before = unlisted_before.last().copied().unwrap_or(0);
        unlisted_before.push(before + usize::from(article.entry.is_none()));
    }
    let any_unlisted = |from: usize, to: usize| unlisted_before.get(from) < unlisted_before.get(to);
    let count = |with: bool| -> Vec<Counted> {
        let mut counted = Vec::new();
        let mut at = 0;
        let mut last_article: Option<usize> = None;
        let section = |article: Option<usize>| article.and_then(|a| listing.articles.get(a)).map(|p| p.section);
        for group in &subject.bulletin.toc {
            let mut may_restart = true;
            for entry in &group.entries {
                let listed = listing.entries.get(at);
                at += 1;
                let article = listed.and_then(|l| l.article);
                // An article without entry between the article before and this one: its entry was left out.
                let from = last_article.map_or(0, |before| before + 1);
                let unlisted = article.is_some_and(|this| any_unlisted(from, this));
                // Contents without headings count anew where the body begins another section.
                may_restart |= last_article.is_some() && article.is_some() && section(last_article) != section(article);
                last_article = article.or(last_article);
                if let Some(number) = entry.number
                    && (with || article.is_some())
                {
                    counted.push(Counted {
                        number: Numbered { number, may_restart, headed: may_restart && group.title.is_some() },
                        lines: entry.lines,
                        printed: number.to_string(),
                        explained: unlisted,
                    });
                    may_restart = false;
                }
            }
        }
        counted
    };
    let numbers = |counted: &[Counted]| counted.iter().map(|c| c.number).collect::<Vec<_>>();
    let counts_well = |counted: &[Counted]| faults(&numbers(counted)).is_empty();
    let without = count(false);
    if counts_well(&without) {
        return without;
    }
    // Numbers that count well in the order of the body: an entry stands in the wrong place with its number.
    let mut moved: Vec<(usize, Numbered)> = listing
        .entries
        .iter()
        .filter_map(|l| Some((l.article?, Numbered { number: l.entry.number?, may_restart: false, headed: false })))
        .collect();
    if moved.windows(2).any(|pair| matches!(pair, [a, b] if a.0 > b.0)) {
        moved.sort_by_key(|(article, _)| *article);
        let mut section = None;
        for (article, numbered) in &mut moved {
            let own = listing.articles.get(*article).map(|p| p.section);
            numbered.may_restart = section.replace(own) != Some(own);
            numbered.headed = numbered.may_restart;
        }
        if faults(&moved.into_iter().map(|(_, n)| n).collect::<Vec<_>>()).is_empty() {
            return Vec::new();
        }
    }
    count(true)
}

/// The numbers at the headings of the body.
fn headings(subject: &Subject<'_>, listing: &Listing<'_>) -> Vec<Counted> {
    let mut counted = Vec::new();
    let mut section = usize::MAX;
    let mut unlisted_before = false;
    let contents = !listing.entries.is_empty();
    let by_line: HashMap<u32, usize> =
        listing.articles.iter().filter_map(|p| Some((p.article.title_lines.first, p.entry?))).collect();
    let lost: HashSet<u32> =
        listing.entries.iter().filter(|l| l.article.is_none()).filter_map(|l| l.entry.number).collect();
    for printed in &listing.articles {
        let may_restart = section != printed.section;
        let headed = may_restart && listing.is_headed(printed.section);
        let lines = printed.article.title_lines;
        let unlisted = contents && printed.entry.is_none();
        let text = subject.page.text(subject.page.index(lines.first));
        if let Some((Enumerator::Arabic { value, .. }, _)) = enumerator::split(text) {
            section = printed.section;
            let after_lost = value > 1 && lost.contains(&(value - 1));
            counted.push(Counted {
                number: Numbered { number: value, may_restart, headed },
                lines: LineRange::single(lines.first),
                printed: value.to_string(),
                explained: unlisted || unlisted_before || after_lost,
            });
        }
        unlisted_before = unlisted;
    }
    // Articles that were moved with their numbers: these count well in the order of the contents.
    let mut moved: Vec<(usize, u32)> =
        counted.iter().filter_map(|c| Some((by_line.get(&c.lines.first).copied()?, c.number.number))).collect();
    let in_order = moved.windows(2).all(|pair| matches!(pair, [a, b] if a.0 < b.0));
    if !in_order {
        moved.sort_unstable();
        let mut group = None;
        let numbers: Vec<Numbered> = moved
            .iter()
            .map(|(entry, number)| {
                let own = listing.entries.get(*entry).map(|l| l.group);
                let may_restart = group.replace(own) != Some(own);
                Numbered { number: *number, may_restart, headed: may_restart }
            })
            .collect();
        if faults(&numbers).is_empty() {
            return Vec::new();
        }
    }
    // Numbers at a few headings out of many belong to the titles.
    if counted.len() * 2 > listing.articles.len() { counted } else { Vec::new() }
}

/// Groups of the contents; sections of the body where the contents have none.
fn sections(subject: &Subject<'_>) -> Vec<Counted> {
    let count = |headings: Vec<(Option<&String>, LineRange, bool)>| -> Vec<Counted> {
        headings
            .into_iter()
            .filter_map(|(printed, lines, below)| {
                let printed = printed?;
                let number = Numbered { number: value(printed)?, may_restart: below, headed: below };
                Some(Counted { number, lines, printed: printed.clone(), explained: false })
            })
            .collect()
    };
    let bulletin = subject.bulletin;
    let below_group = below_empty(bulletin.toc.iter().map(|group| group.entries.is_empty()));
    let groups = bulletin.toc.iter().zip(below_group).map(|(g, below)| (g.number.as_ref(), g.lines, below));
    let groups = count(groups.collect());
    if !groups.is_empty() {
        return groups;
    }
    // Where the body lacks a heading of the contents, that is told instead.
    let headed = bulletin.sections.iter().filter(|s| s.title_lines.is_some()).count();
    if !bulletin.toc.is_empty() && headed != bulletin.toc.len() {
        return Vec::new();
    }
    let below_section = below_empty(bulletin.sections.iter().map(|section| section.articles.is_empty()));
    let printed = bulletin.sections.iter().zip(below_section);
    count(printed.filter_map(|(s, below)| Some((s.number.as_ref(), s.title_lines?, below))).collect())
}

/// Whether each heading stands right below one that holds nothing of its own: the numbers begin again there.
fn below_empty(empty: impl Iterator<Item = bool>) -> impl Iterator<Item = bool> {
    std::iter::once(false).chain(empty)
}

/// The value of an enumerator in roman or arabic digits.
fn value(printed: &str) -> Option<u32> {
    if printed.bytes().all(|b| b.is_ascii_digit()) {
        return printed.parse().ok();
    }
    let digits: Option<Vec<u32>> = printed
        .chars()
        .map(|c| match c {
            'I' => Some(1),
            'V' => Some(5),
            'X' => Some(10),
            'L' => Some(50),
            _ => None,
        })
        .collect();
    let digits = digits?;
    let next = digits.iter().skip(1).chain([&0]);
    // A lower digit before a higher one is taken from it.
    let (add, take) =
        digits.iter().zip(next).fold((0, 0), |(a, t), (d, n)| if d < n { (a, t + d) } else { (a + d, t) });
    add.checked_sub(take).filter(|value| *value > 0)
}

/// Fewest numbers that are a sequence; two sections are one, since their enumerators serve for nothing else.
const FEWEST: usize = 3;
const FEWEST_SECTIONS: usize = 2;

/// The findings of one sequence.
fn told(places: &Places<'_>, counted: &[Counted], what: &str) -> Vec<Diagnostic> {
    told_from(places, counted, what, FEWEST)
}

/// The findings of one sequence of at least `fewest` numbers.
fn told_from(places: &Places<'_>, counted: &[Counted], what: &str, fewest: usize) -> Vec<Diagnostic> {
    let numbers: Vec<Numbered> = counted.iter().map(|c| c.number).collect();
    if numbers.len() < fewest {
        return Vec::new();
    }
    faults(&numbers)
        .into_iter()
        .filter_map(|(at, fault)| {
            let this = counted.get(at).filter(|c| !c.explained)?;
            let before = at.checked_sub(1).and_then(|b| counted.get(b)).map(|c| c.printed.as_str());
            let after = before.map_or(String::new(), |b| format!(" after {b}"));
            let printed = &this.printed;
            let finding = match fault {
                Fault::Gap(from, to) => {
                    let left_out = if from == to { format!("{from}") } else { format!("{from} to {to}") };
                    Diagnostic::new(
                        Code::NumberGap,
                        this.lines,
                        format!("{what} {printed} comes{after}: {left_out} is left out"),
                    )
                    .help("see whether something is missing here; else count on without a gap")
                }
                Fault::Repeated => {
                    Diagnostic::new(Code::NumberRepeated, this.lines, format!("{what} {printed} is used again{after}"))
                        .help("give each its own number")
                }
            };
            Some(set(finding, places.find(this.lines, printed)))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enumerators_have_values() {
        let cases = [("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14), ("7", 7)];
        for (printed, number) in cases {
            assert_eq!(value(printed), Some(number), "{printed}");
        }
        assert_eq!(value("A"), None);
        assert_eq!(value(""), None);
    }
}

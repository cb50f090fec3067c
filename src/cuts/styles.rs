//! How the headings of a body are set, learned from those that stand right behind a citation or back link.
//!
//! Titles of one bulletin share few styles, and what is set otherwise above them heads a section. Which heading is which is
//! decided in `titled`.

use super::around::Around;
use super::units::Unit;
use crate::look::Look;
use crate::page::Page;
use crate::roles::Roles;
use crate::text::letters;

/// What tells a title from a sub-heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Style {
    /// A Markdown heading, or a star before it.
    heading: bool,
    numbered: bool,
    capitals: bool,
}

impl Style {
    fn of(page: &Page<'_>, line: usize) -> Self {
        let heading = page.heading(line) > 0 || page.text(line).starts_with('*');
        Self { heading, numbered: page.is(line, Roles::NUMBERED), capitals: page.is(line, Roles::CAPITALS) }
    }
}

/// The styles of a body's headings.
#[derive(Debug, Default)]
pub struct Styles {
    /// Those of titles.
    titles: Vec<Style>,
    /// Whether titles carry numbers.
    pub numbered: bool,
    /// Styles seen on headings that stand alone above text (titles).
    alone: Vec<Look>,
    /// Styles seen at least twice on a heading between a section's heading in capitals and text.
    below: Vec<Look>,
    /// The style of the first heading above text, with its level, where several others share it.
    alike: Option<(Look, u8)>,
    /// Styles seen at least twice on a heading directly above a title (section headings).
    over: Vec<Look>,
    /// The level of the Markdown headings that titles are, where no other heading has it.
    level: Option<u8>,
}

impl Styles {
    /// Learns the styles of a body made of these units.
    pub fn learn(page: &Page<'_>, units: &[Unit], around: &Around) -> Self {
        const MOST_HEADINGS: usize = 4;
        let mut styles = Self::default();
        let (mut numbered, mut all) = (0usize, 0usize);
        let mut pairs: Vec<(Look, Look)> = Vec::new();
        styles.below = below_sections(page, units);
        styles.alike = alike(page, units);
        for (at, unit) in units.iter().enumerate() {
            let (cited, linked) = around.closed_before(at);
            // The first heading of the body is one as well.
            if !(cited || linked || at == 0) || !unit.heads {
                continue;
            }
            let mut run = units.iter().skip(at).take(MOST_HEADINGS).take_while(|u| u.heads).map(|u| *u.lines.start());
            let (Some(first), second) = (run.next(), run.next()) else { continue };
            let look = Look::of(page, first);
            if let Some(second) = second {
                pairs.push((look, Look::of(page, second)));
            } else if !styles.alone.contains(&look) {
                styles.alone.push(look);
            }
            // The title is the last heading before running text.
            let style = Style::of(page, run.last().or(second).unwrap_or(first));
            all += 1;
            numbered += usize::from(style.numbered);
            if !styles.titles.contains(&style) {
                styles.titles.push(style);
            }
        }
        styles.numbered = all > 0 && numbered * 10 >= all * 7;
        styles.level = level_of_titles(page, units, around);
        pairs.retain(|(first, second)| !styles.alone.contains(first) && styles.alone.contains(second));
        // There are few ways to set a heading.
        for (first, _) in &pairs {
            if !styles.over.contains(first) && pairs.iter().filter(|(other, _)| other == first).count() > 1 {
                styles.over.push(*first);
            }
        }
        styles
    }

    /// Whether a line is a heading by its style, and whether titles are set so.
    pub fn heading(&self, page: &Page<'_>, line: usize) -> (bool, bool) {
        let style = Style::of(page, line);
        (style.heading, style.heading && self.titles.contains(&style))
    }

    /// Whether a line is a Markdown heading of the level that titles have and nothing else.
    pub fn has_level_of_titles(&self, page: &Page<'_>, line: usize) -> bool {
        self.level == Some(page.heading(line))
    }

    /// Whether a line, if it has a number, counts something within an article: titles are Markdown headings without numbers, and
    /// it is none.
    pub fn counts_within(&self, page: &Page<'_>, line: usize) -> bool {
        !self.numbered
            && (self.level.is_some() || self.alike.is_some_and(|(_, level)| level > 0))
            && page.heading(line) == 0
    }

    /// Whether a line is set as those right below sections' headings are.
    pub fn is_below_sections(&self, page: &Page<'_>, line: usize) -> bool {
        self.below.contains(&Look::of(page, line))
    }

    /// Whether a line is set as the first title is and several others are.
    pub fn is_alike(&self, page: &Page<'_>, line: usize) -> bool {
        self.alike == Some(Look::with_level(page, line))
    }

    /// Whether such titles are told from running text and sub-headings by more than that they stand apart.
    pub fn is_marked(&self) -> bool {
        self.alike.is_some_and(|(look, _)| !look.is_empty())
    }

    /// Whether the first of two lines is set as the headings of sections are, and the second as titles.
    pub fn heads_section(&self, page: &Page<'_>, first: usize, second: usize) -> bool {
        self.alone.contains(&Look::of(page, second)) && self.over.contains(&Look::of(page, first))
    }
}

/// How the first heading above text is set, where several are set so. Numbers tell titles by themselves.
fn alike(page: &Page<'_>, units: &[Unit]) -> Option<(Look, u8)> {
    const LEAST: usize = 3;
    let titles =
        units.windows(2).filter(|pair| pair.first().is_some_and(|u| u.heads) && !pair.last().is_some_and(|u| u.heads));
    let mut looks = titles.filter_map(|pair| pair.first()).map(|title| Look::with_level(page, *title.lines.start()));
    let first = looks.next().filter(|(look, _)| !look.contains(Look::NUMBERED))?;
    (looks.filter(|look| *look == first).count() + 1 >= LEAST).then_some(first)
}

/// The one level of the headings right above text that stand behind what closes an article, twice at least, if all headings
/// of this level have the words of a title: levels that are set at random, or on sub-headings too, say nothing.
fn level_of_titles(page: &Page<'_>, units: &[Unit], around: &Around) -> Option<u8> {
    const FEWEST: usize = 2;
    let level = |unit: &Unit| page.heading(*unit.lines.start());
    let headings = || units.iter().enumerate().filter(|(_, unit)| unit.heads && level(unit) > 0);
    let leads = |at: usize| units.get(at + 1).is_some_and(|next| !next.heads);
    // The body may open with a section's heading.
    let opening = units.iter().take_while(|unit| unit.heads).count();
    let closed = |at: usize| at < opening || around.closed_before(at) != (false, false);
    let mut titles = headings().filter(|(at, _)| leads(*at) && closed(*at)).map(|(_, unit)| level(unit));
    let first = titles.next()?;
    let mut count = 1;
    for other in titles {
        if other != first {
            return None;
        }
        count += 1;
    }
    let mut alike = headings().filter(|(_, unit)| level(unit) == first);
    let titled = |(at, unit): (usize, &Unit)| {
        leads(at) && letters::words(page.text(*unit.lines.start())) >= super::titled::LEAST_WORDS
    };
    (count >= FEWEST && alike.all(titled)).then_some(first)
}

/// How the headings are set, twice at least, that stand between one in capitals and text.
fn below_sections(page: &Page<'_>, units: &[Unit]) -> Vec<Look> {
    let mut looks: Vec<Look> = Vec::new();
    let mut met: Vec<Look> = Vec::new();
    for (at, window) in units.windows(3).enumerate() {
        let [section, title, text] = window else { continue };
        let above = at.checked_sub(1).and_then(|above| units.get(above));
        if !(section.heads && title.heads && !text.heads) || above.is_some_and(|above| above.heads) {
            continue;
        }
        let (over, look) = (Look::of(page, *section.lines.start()), Look::of(page, *title.lines.start()));
        if !over.contains(Look::CAPITALS) || over == look || looks.contains(&look) {
            continue;
        }
        if met.contains(&look) {
            looks.push(look);
        } else {
            met.push(look);
        }
    }
    looks
}

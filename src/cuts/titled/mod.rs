//! Cuts where articles open with a title or a number.
//!
//! One pass over the units. Titles that the contents name are taken as they come; every other run of headings is weighed,
//! and split into a section's heading and a title where it holds both (`runs`).

mod runs;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use super::around::Around;
use super::matching::{self, Matches};
use super::signals::{self, Signals};
use super::styles::Styles;
use super::units::{self, Unit};
use super::{ArticleCut, Cut, Cuts, SectionCut, tail};
use crate::contents::{Contents, EntryId, page_mark};
use crate::layout::{LEAST_WORDS_IN_BLOCKS, Layout, Opening};
use crate::page::Page;
use crate::roles::{Roles, presenter};
use crate::setting::Setting;
use crate::text::enumerator::{self, Enumerator};
use crate::text::key::KeyHash;
use crate::text::key::likeness;
use crate::text::letters;

/// So many words tell a title from a sub-heading where nothing but its setting does.
pub(super) const LEAST_WORDS: usize = 6;

/// So many short lines below a title with its number are verses.
const LEAST_VERSES: usize = 4;

struct Pass<'a, 't> {
    page: &'a Page<'t>,
    layout: &'a Layout,
    units: &'a [Unit],
    matches: Matches,
    around: Around,
    contents: &'a Contents,
    /// The numbers that the contents give their entries.
    listed: BTreeSet<u32>,
    styles: Styles,
    /// Whether back links close the articles.
    linked: bool,
    /// Whether nothing closes the articles: none, or in blocks most of them.
    unclosed: bool,
    /// Whether blank lines stand between the units, as a rule. Else it says nothing that two stand side by side.
    spaced: bool,
    cuts: Vec<Cut>,
    last_number: u32,
    group: Option<usize>,
    /// The units of the last article's title; None before the first article.
    title: Option<Range<usize>>,
}

/// Finds the cuts of a body made of these units.
pub fn find(page: &Page<'_>, layout: &Layout, units: &[Unit], contents: &Contents) -> Cuts {
    let tail = tail::find(page, layout, units, contents);
    let body = units.get(..tail).unwrap_or(units);
    let matches = matching::find(page, body, contents);
    let around = Around::of(page, body, &matches);
    let mut pass = Pass {
        page,
        layout,
        units: body,
        matches,
        contents,
        listed: contents.entries().filter_map(|(_, entry)| entry.number).collect(),
        styles: Styles::learn(page, body, &around),
        around,
        linked: body.iter().filter(|u| u.back_link).count() * 2
            > body.iter().filter(|u| u.closes.is_some()).count().max(1),
        unclosed: layout.in_blocks || body.iter().all(|u| u.closes.is_none() && !u.back_link && !u.sourced),
        spaced: body.iter().filter(|u| page.blanks_before(*u.lines.start()) > 0).count() * 4 >= body.len(),
        cuts: Vec::new(),
        last_number: 0,
        group: None,
        title: None,
    };
    pass.run();
    Cuts { cuts: pass.cuts, end: units.get(tail).map_or(page.lines.len(), |u| *u.lines.start()) }
}

impl<'a> Pass<'a, '_> {
    fn unit(&self, at: usize) -> Option<&Unit> {
        self.units.get(at)
    }

    fn text(&self, at: usize) -> Cow<'a, str> {
        self.unit(at).map(|u| units::text(self.page, &u.lines)).unwrap_or_default()
    }

    fn heads(&self, at: usize) -> bool {
        self.unit(at).is_some_and(|u| u.heads)
    }

    fn first_line(&self, at: usize) -> usize {
        self.unit(at).map_or(self.page.lines.len(), |u| *u.lines.start())
    }

    fn is_marked(&self, at: usize) -> bool {
        self.page.is(self.first_line(at), Roles::MARKED)
    }

    /// Whether a unit that begins with a small letter is the rest of the heading above it.
    fn goes_on_title(&self, at: usize) -> bool {
        let line = self.first_line(at);
        let plain = self.unit(at).is_some_and(|u| !u.prose && u.closes.is_none() && !u.address);
        plain
            && letters::starts_small(self.page.text(line))
            && (self.adjacent(at) || self.is_marked(at))
            && !self.page.is(line, Roles::LISTED)
            && letters::words(self.page.text(line)) <= 16
    }

    /// Whether leaders and a page end the line of a heading.
    fn is_listed(&self, at: usize) -> bool {
        let line = self.page.lines.get(self.first_line(at)).map_or("", |line| line.raw);
        page_mark::has_page(line) && (line.contains("...") || line.contains(['…', '\t']))
    }

    fn run(&mut self) {
        let mut at = 0;
        // Where the run of headings ends that was looked at last; articles may have been cut from its head.
        let mut end = 0;
        while at < self.units.len() {
            if let Some(&(len, entry)) = self.matches.titles.get(&at) {
                self.matched(at, len, entry);
                at += len;
                continue;
            }
            if !self.heads(at) && !self.matches.groups.contains_key(&at) {
                at += 1;
                continue;
            }
            let stays = |i: usize| self.heads(i) || self.matches.groups.contains_key(&i) || self.goes_on_title(i);
            if end <= at {
                end = (at + 1..self.units.len())
                    .find(|&i| self.matches.titles.contains_key(&i) || !stays(i))
                    .unwrap_or(self.units.len());
            }
            at = if self.matches.titles.contains_key(&end) {
                self.before_title(at..end)
            } else if self.ends_with_heading(at, end) {
                self.section(at..end);
                end
            } else {
                self.weigh(at..end)
            };
        }
    }

    /// Whether the body ends with a heading of the contents whose articles are missing.
    fn ends_with_heading(&self, at: usize, end: usize) -> bool {
        let (cited, linked) = self.around.closed_before(at);
        let heading = self.matches.groups.get(&at).is_some_and(|&(len, _)| at + len == end);
        heading && end == self.units.len() && (cited || linked)
    }

    fn push_section(&mut self, section: SectionCut) {
        self.cuts.push(Cut::Section(section));
        self.last_number = 0;
    }

    /// Whether the numbers of the articles start again with this one.
    fn starts_again(&self, number: Option<u32>) -> bool {
        number == Some(1) && self.last_number > 0
    }

    /// A run of headings right before a title that the contents name.
    fn before_title(&mut self, run: Range<usize>) -> usize {
        let (cited, linked) = self.around.closed_before(run.start);
        // A heading of the contents' groups is one wherever it stands in the run.
        // One above another has lost its articles.
        let groups: Vec<(usize, usize)> =
            run.clone().filter_map(|i| self.matches.groups.get(&i).map(|&(len, _)| (i, len))).collect();
        if !groups.is_empty() {
            let mut from = run.start;
            for (at, len) in groups {
                if at >= from {
                    from = (at + len).min(run.end);
                    self.section(at..from);
                }
            }
            return run.end;
        }
        let last = run.end - 1;
        let group = self.matches.titles.get(&run.end).map(|(_, entry)| entry.group);
        // The contents say that another group begins: a heading stands here, whatever closed the text before.
        let turns = group != self.group
            && group.and_then(|g| self.contents.groups.get(g)).and_then(|g| g.title.as_deref()).is_some_and(|title| {
                self.page.is(self.first_line(last), Roles::CAPITALS | Roles::ROMAN | Roles::MARKED)
                    || likeness(title, matching::bare(&self.text(last))) >= 0.6
            });
        // A heading with no text of its own before the title heads no part of an article.
        let set_apart = self.page.is(self.first_line(last), Roles::CAPITALS | Roles::ROMAN | Roles::MARKED);
        let opens = self.title.is_none() || cited || linked || turns || set_apart;
        if opens && self.is_section(last, run.len()) {
            // Two lines in capitals, one below the other, are one heading.
            let two = run.len() > 1 && self.adjacent(last) && self.capitals(last - 1) && self.capitals(last);
            self.section(if two { last - 1 } else { last }..run.end);
        }
        run.end
    }

    /// Whether a unit is set in capitals. Few letters tell only right below another line.
    fn capitals(&self, at: usize) -> bool {
        let line = self.first_line(at);
        self.page.is(line, Roles::CAPITALS) || self.adjacent(at) && letters::is_capitals(self.page.text(line), 1)
    }

    /// Whether no blank line stands between the unit and the one before it.
    fn adjacent(&self, at: usize) -> bool {
        self.page.blanks_before(self.first_line(at)) == 0
    }

    fn is_section(&self, at: usize, run: usize) -> bool {
        let line = self.first_line(at);
        self.page.is(line, Roles::CAPITALS | Roles::ROMAN | Roles::MARKED)
            || run == 1 && letters::words(self.page.text(line)) <= 12
    }

    fn section(&mut self, run: Range<usize>) {
        let mut title = String::new();
        let mut number = None;
        for (n, i) in run.clone().enumerate() {
            let text = self.text(i);
            let text = match enumerator::split(&text) {
                Some((Enumerator::Roman(r) | Enumerator::Letter(r), rest)) if n == 0 => {
                    number = Some(r.to_owned());
                    rest
                }
                Some((Enumerator::Arabic { value, .. }, rest)) if n == 0 => {
                    let word = enumerator::word(&text).map(|word| format!("{word} "));
                    number = Some(word.unwrap_or_default() + &value.to_string());
                    rest
                }
                Some((Enumerator::Bullet(_), rest)) if n == 0 => rest,
                _ => &text,
            };
            // Signs around it only adorn (`* TIN XÃ *`, `TIN XÃ --`).
            let text = text.trim_matches(|c: char| matches!(c, '*' | '=' | '~' | '_' | '-' | '–' | '—' | ' '));
            if !title.is_empty() {
                title.push(' ');
            }
            title.push_str(text);
        }
        let last = self.unit(run.end - 1).map_or(0, |u| *u.lines.end());
        let lines = self.first_line(run.start)..=last;
        self.push_section(SectionCut { number, title: Some(title), lines: Some(lines) });
    }

    fn matched(&mut self, at: usize, len: usize, entry: EntryId) {
        let (closed, back_link) = self.around.closed_before(at);
        let text = self.text(at);
        let (number, _) = enumerator::strip_arabic(&text);
        // The first article may stand under no heading. In a newsletter numbers that start again open a section, even where
        // neither body nor contents name it.
        if self.cuts.is_empty() || self.layout.opening == Opening::Number && self.starts_again(number) {
            self.push_section(SectionCut::default());
        }
        // A group whose heading is not printed is passed in silence.
        self.group = Some(entry.group);
        let signals = Signals {
            toc: true,
            first: self.title.is_none(),
            closed,
            back_link,
            number: number.is_some(),
            marked: self.is_marked(at),
            closes_itself: self.around.closes_itself(at + len),
            ..Signals::default()
        };
        let number = number.or_else(|| self.contents.entry(entry).and_then(|e| e.number));
        self.article(at..at + len, Some(entry), number, signals);
    }

    /// A run of headings that the contents do not name: a section, a title, both, or headings inside an article.
    fn weigh(&mut self, run: Range<usize>) -> usize {
        let run = if self.names_publisher(&run) { run.start + 1..run.end } else { run };
        let (cited, linked) = self.around.closed_before(run.start);
        let closed = cited || self.title.is_none();
        // Under a title at most stands who wrote the text.
        let by_line = self.unit(run.end).is_some_and(|unit| unit.by_line);
        let (section, title) = self.split(&run, closed || linked || by_line);
        let text = self.text(title.start);
        let (number, mark) = enumerator::number(&text).unzip();
        let by_number = self.layout.opening == Opening::Number;
        let counted = enumerator::counts_titles(&text);
        let in_sequence = number.is_some_and(|n| {
            n == self.last_number + 1
                || n == 1 && (section.is_some() || self.last_number == 0 || by_number)
                // Behind a closed article the sequence goes on where a number or two are left out. A part of a bulletin begins
                // anywhere in it.
                || (closed || linked) && n > self.last_number && match self.last_number {
                    0 => counted || self.styles.numbered,
                    last => counted || n <= last + 3,
                }
        });
        let counts = (by_number || self.styles.numbered) && self.counts_titles(&title, number, mark);
        // In a newsletter `7/` opens an article wherever it comes in sequence; `7.` counts the items of lists as well.
        let within = !counted && self.styles.counts_within(self.page, self.first_line(title.start));
        let expected =
            in_sequence && !within && (!by_number || counted || closed || linked || section.is_some() || counts);
        // Verses are as short as headings are.
        let verses = || closed && expected && self.styles.numbered && run.end - title.end >= LEAST_VERSES;
        let leads = self.unit(run.end).is_some_and(|u| !u.heads) || verses();
        let (heading, as_titles) = self.styles.heading(self.page, self.first_line(title.start));
        let signals = Signals {
            toc: false,
            first: self.title.is_none(),
            closed: cited,
            back_link: linked,
            unclosed: self.unclosed,
            number: expected,
            number_mark: counted,
            marked: self.is_marked(title.start) || heading,
            under_section: section.is_some(),
            counts_on: counts && !self.around.closes_itself(title.end),
            by_line,
            set_as_titles: self.is_set_as_titles(&title, letters::words(&text)),
            same_style: as_titles && !self.linked && letters::words(&text) >= 6,
            level_of_titles: self.styles.has_level_of_titles(self.page, self.first_line(title.start)),
            misses_number: self.styles.numbered && number.is_none(),
            closes_itself: self.around.closes_itself(title.end),
        };
        let beside = self.matches.exact >= 0.8;
        let least = if beside { signals::LEAST_BESIDE_CONTENTS } else { signals::LEAST };
        // Contents that agree with the body name all articles; one more stands between two that are closed, or has the number
        // that they leave out.
        let parted = || closed || linked || expected && number.is_some_and(|number| self.contents_skip(number));
        let enough = signals.weight() >= least && leads && (!beside || signals.closes_itself && parted());
        // A number that does not fit counts the items of a list, wherever it stands, and leaders lead to a page in contents.
        if !enough || self.is_listed(title.start) || number.is_some() && !expected && !(closed || linked) {
            return run.end;
        }
        if let Some(section) = section {
            // One below another is a section of its own.
            let below = (section.start + 1..section.end).rfind(|&at| self.heads_below(at));
            self.section(section.start..below.unwrap_or(section.end));
            if let Some(below) = below {
                self.section(below..section.end);
            }
        } else if self.cuts.is_empty() || expected && self.starts_again(number) {
            self.push_section(SectionCut::default());
        }
        let end = title.end;
        self.article(title, None, number.filter(|_| expected), signals);
        end
    }

    /// Whether the contents count their entries and leave out this number alone.
    fn contents_skip(&self, number: u32) -> bool {
        let listed = |number: Option<u32>| number.is_some_and(|number| self.listed.contains(&number));
        listed(number.checked_sub(1)) && !self.listed.contains(&number) && listed(number.checked_add(1))
    }

    /// Whether a run of headings begins with the body that publishes the bulletin: the end of the masthead, above the first
    /// section and its first title.
    fn names_publisher(&self, run: &Range<usize>) -> bool {
        run.start == 0 && run.len() > 2 && presenter::is_organisation(&self.text(0))
    }

    /// Whether a heading of so many words is set as titles are where nothing closes any text. What is not marked by more than
    /// blank lines has to be longer than sub-headings are.
    fn is_set_as_titles(&self, title: &Range<usize>, words: usize) -> bool {
        let line = self.first_line(title.start);
        let alike = self.styles.is_alike(self.page, line);
        let marked = alike && self.styles.is_marked();
        let least = if self.layout.in_blocks { LEAST_WORDS_IN_BLOCKS } else { LEAST_WORDS };
        (marked || words >= least)
            && self.is_apart_unclosed(title)
            && (alike || self.styles.is_below_sections(self.page, line))
    }

    /// Whether a heading stands apart where nothing closes any text; in blocks, the text stands right below it.
    fn is_apart_unclosed(&self, title: &Range<usize>) -> bool {
        let set = self.is_marked(title.start) || self.adjacent(title.end) == self.layout.in_blocks;
        self.unclosed && !self.adjacent(title.start) && set
    }

    /// Whether a number, set as the last one was, counts articles where the one before has no citation: the next one in a row
    /// in which no list has begun, or has begun and ended, or the first of a new row that a title goes on with. Behind the last
    /// citation of all the title has to stand apart as the last one does.
    fn counts_titles(&self, title: &Range<usize>, number: Option<u32>, mark: Option<char>) -> bool {
        let Some(last) = &self.title else { return false };
        let next = self.last_number + 1;
        let apart = || !self.adjacent(title.start) && self.adjacent(title.end) == self.adjacent(last.end);
        let counts = if number == Some(next) {
            let listed = self.around.counts_between(last.start, title.start);
            let ended = || self.around.number_above(title.start) != Some(self.last_number);
            (!listed || ended()) && (self.around.closes_itself(title.end) || apart())
        } else {
            let cited = || self.around.next_title(title.start) == Some(2) && self.around.closes_itself(title.end);
            number == Some(1) && next > 2 && (cited() || self.unclosed && apart() && self.begins_row(title.start))
        };
        counts && mark == enumerator::number(&self.text(last.start)).map(|(_, mark)| mark)
    }

    /// Whether a row of numbers counts articles where nothing closes any: no line leads over to a list, and the row before does
    /// not go on behind it.
    fn begins_row(&self, at: usize) -> bool {
        let row = self.around.row(at);
        let next = self.last_number + 1;
        let leads_over = at
            .checked_sub(1)
            .and_then(|above| self.unit(above))
            .is_some_and(|above| self.page.text(*above.lines.end()).ends_with([':', ';', ',']));
        row.last > 1 && row.last < next && row.next != Some(next) && !leads_over
    }

    fn article(&mut self, run: Range<usize>, entry: Option<EntryId>, number: Option<u32>, signals: Signals) {
        let (mut title, mut label) = (String::new(), None);
        for i in run.clone() {
            let text = self.text(i);
            let text = if i == run.start {
                label = enumerator::word(&text).filter(|_| number.is_some()).map(str::to_owned);
                heading_text(&text, number.is_some())
            } else {
                text.trim_start_matches('*').trim()
            };
            units::push_line(&mut title, false, text, Setting { wrapped: true, ..self.page.setting });
        }
        // A number that a digit was glued to (`10.5 nhà góp công`): the contents print the title without it.
        let listed = entry.and_then(|id| self.contents.entry(id)).filter(|entry| entry.number == number);
        let digit = title.starts_with(|c: char| c.is_ascii_digit());
        let glued = number.filter(|_| digit).and_then(|number| title.strip_prefix(&format!("{number}.")));
        if let Some(own) = glued.filter(|own| listed.is_some_and(|entry| entry.key == KeyHash::of(own))) {
            title = own.to_owned();
        }
        let start = self.first_line(run.start);
        let last = run.end.checked_sub(1).and_then(|i| self.unit(i)).map_or(start, |u| *u.lines.end());
        let spaced = self.page.blanks_before(start) > 0 || self.page.opens_page(start);
        if let Some(n) = number {
            self.last_number = n;
        }
        self.title = Some(run.clone());
        self.cuts.push(Cut::Article(ArticleCut {
            signed_above: None,
            start,
            label_line: label.is_some().then_some(start),
            label,
            title,
            title_lines: start..=last,
            body: last + 1,
            presenters: Vec::new(),
            by_line_label: None,
            number,
            entry,
            weak: signals.is_weak(),
            evidence: signals.evidence(spaced),
        }));
    }
}

/// A title without enumerator and leading marker.
fn heading_text(text: &str, numbered: bool) -> &str {
    let text = match enumerator::split(text) {
        Some((Enumerator::Arabic { .. }, rest)) if numbered => rest,
        Some((Enumerator::Bullet(_), rest)) => rest,
        _ => text,
    };
    text.trim_start_matches('*').trim()
}

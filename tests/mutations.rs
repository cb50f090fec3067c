//! A change of one line harms the article that it is in, and no other: every fixture, and the seeds of the shared corpus
//! where it is there, with lines cut out, repeated, swapped, corrupted, broken and blanked.
//!
//! An article that was not touched has to come out equal: id, lines, evidence and what it takes from the contents (number,
//! page) aside. A change touches the article in whose lines it lies; between two articles, on the last line of one or on
//! the first of the next, it touches both. A change of masthead or contents touches none, but may change the year of a
//! date that is printed without one.
//!
//! `MUTATIONS=10000 cargo test --release --test mutations -- --nocapture` makes as many changes of each kind and prints
//! the table of `docs/reliability.md`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails is a test that fails")]

#[path = "support/corpus.rs"]
mod corpus;

use std::fs;
use std::path::Path;

use bantin::input::decode::decode;
use bantin::model::{Article, Bulletin, LayoutKind, LineRange};
use bantin::{Options, parse};
use proptest::prelude::Rng as _;
use proptest::test_runner::{RngAlgorithm, TestRng};

/// How many changes of each kind, unless told otherwise.
const EACH: usize = 250;
/// Least share of changes, in percent, after which everything untouched is equal: over all kinds. Texts that habits alone
/// tell (sources below titles, by-lines, papers without labels) stand among them, in which one line may say how all are read.
const FLOOR: usize = 98;

/// What is done to a text.
#[derive(Debug, Clone, Copy)]
enum Kind {
    /// A line is taken out.
    Cut,
    /// A line is printed twice.
    Repeat,
    /// A line changes places with the next.
    Swap,
    /// A few characters of a line are replaced by others.
    Corrupt,
    /// A line is broken in two.
    Break,
    /// A blank line is put in.
    Blank,
}

impl Kind {
    const ALL: [Self; 6] = [Self::Cut, Self::Repeat, Self::Swap, Self::Corrupt, Self::Break, Self::Blank];
}

/// A text that changes are made of.
struct Original {
    name: String,
    lines: Vec<String>,
    bulletin: Bulletin,
}

/// A change: the text, and where lines have gone.
struct Changed {
    text: String,
    /// The first line that was changed, counted from 1, and the last.
    lines: LineRange,
    /// By how much later lines have moved.
    moved: i64,
}

/// Any number below `limit`.
fn below(random: &mut TestRng, limit: usize) -> usize {
    usize::try_from(random.next_u64() % limit.max(1) as u64).unwrap()
}

/// Makes a change of some line.
fn change(original: &Original, kind: Kind, random: &mut TestRng) -> Changed {
    let mut lines = original.lines.clone();
    let at = below(random, lines.len() - 1);
    let (mut last, mut moved) = (at, 0);
    match kind {
        Kind::Cut => {
            lines.remove(at);
            moved = -1;
        }
        Kind::Repeat => {
            lines.insert(at, lines[at].clone());
            moved = 1;
        }
        Kind::Swap => {
            lines.swap(at, at + 1);
            last = at + 1;
        }
        Kind::Corrupt => {
            let mut characters: Vec<char> = lines[at].chars().collect();
            for _ in 0..=below(random, 4) {
                if !characters.is_empty() {
                    let place = below(random, characters.len());
                    characters[place] = ['\u{fffd}', 'x', '7', ' ', '(', ')', '.', 'ệ', '*'][below(random, 9)];
                }
            }
            lines[at] = characters.into_iter().collect();
        }
        Kind::Break => {
            let characters: Vec<char> = lines[at].chars().collect();
            let (left, right) = characters.split_at(below(random, characters.len()));
            (lines[at], moved) = (left.iter().collect(), 1);
            lines.insert(at + 1, right.iter().collect());
        }
        Kind::Blank => {
            lines.insert(at, String::new());
            moved = 1;
        }
    }
    let line = |at: usize| u32::try_from(at + 1).unwrap();
    Changed { text: lines.join("\n"), lines: LineRange::new(line(at), line(last)), moved }
}

/// All articles in order.
fn articles(bulletin: &Bulletin) -> Vec<&Article> {
    bulletin.articles().collect()
}

/// What has to be equal of an article.
fn content(article: &Article, year: bool) -> Article {
    let mut article = article.clone();
    let nowhere = LineRange::new(1, 1);
    (article.id, article.number, article.page) = (String::new(), None, None);
    article.evidence.clear();
    (article.lines, article.title_lines) = (nowhere, nowhere);
    article.body.iter_mut().for_each(|block| block.lines = nowhere);
    if let Some(citation) = &mut article.citation {
        citation.lines = nowhere;
    }
    if !year {
        article.date = None;
        article.citation.iter_mut().for_each(|citation| citation.year_inferred = false);
    }
    article
}

/// How many untouched articles there are, and the titles of those that came out differently.
fn harmed(original: &Original, changed: &Changed) -> (usize, Vec<String>) {
    let before = articles(&original.bulletin);
    let bulletin = parse(&changed.text, &Options::default());
    let after = articles(&bulletin);
    let year = bulletin.issue.date == original.bulletin.issue.date;
    let (mut untouched, mut harmed) = (0, Vec::new());
    for (at, article) in before.iter().enumerate() {
        // From the last line of the article before to the first of the next.
        let from = match at.checked_sub(1) {
            Some(before_it) => before[before_it].lines.last,
            None => original.body(),
        };
        let to = before.get(at + 1).map_or(u32::MAX, |next| next.lines.first);
        if changed.lines.first <= to && changed.lines.last >= from {
            continue;
        }
        untouched += 1;
        let first = i64::from(article.lines.first);
        let first = if article.lines.first > changed.lines.last { first + changed.moved } else { first };
        let same = after.iter().find(|other| i64::from(other.lines.first) == first);
        if same.is_none_or(|same| content(same, year) != content(article, year)) {
            harmed.push(format!("{} ({})", article.title, article.lines.first));
        }
    }
    (untouched, harmed)
}

impl Original {
    fn new(name: String, text: &str) -> Option<Self> {
        let lines: Vec<String> = bantin::lines::physical(text).map(str::to_owned).collect();
        let bulletin = parse(&lines.join("\n"), &Options::default());
        let articles = articles(&bulletin).len();
        (bulletin.layout != LayoutKind::Unknown && articles > 1).then_some(Self { name, lines, bulletin })
    }

    /// The first line behind masthead and contents, up to which nothing touches an article.
    fn body(&self) -> u32 {
        let first = articles(&self.bulletin).first().map_or(1, |article| article.lines.first);
        let masthead = self.bulletin.masthead.iter().map(|line| line.lines.last);
        let contents = self.bulletin.toc.iter().map(|group| group.lines.last);
        masthead.chain(contents).filter(|last| *last < first).max().map_or(1, |last| last + 1)
    }
}

/// Every fixture that holds two articles or more, and the seeds.
fn originals() -> Vec<Original> {
    let mut paths: Vec<_> = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "txt" || extension == "md") {
                paths.push(path);
            }
        }
    }
    paths.sort();
    let fixtures = paths.iter().map(|path| {
        let name = path.strip_prefix(&root).unwrap().display().to_string();
        (name, decode(&fs::read(path).unwrap(), None).text.into_owned())
    });
    let seeds = corpus::texts("seeds").into_iter().map(|file| (file.name, file.text));
    fixtures.chain(seeds).filter_map(|(name, text)| Original::new(name, &text)).collect()
}

#[test]
fn a_change_harms_no_article_that_it_does_not_touch() {
    let each = std::env::var("MUTATIONS").ok().and_then(|each| each.parse().ok()).unwrap_or(EACH);
    let originals = originals();
    assert!(originals.len() >= 10, "only {} texts with two articles", originals.len());
    let mut table = "| change | made | nothing else harmed | articles untouched | of them harmed |\n".to_owned();
    let (mut all, mut good) = (0, 0);
    let mut examples = Vec::new();
    for (seed, kind) in (1_u8..).zip(Kind::ALL) {
        let mut random = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
        let (mut spared, mut untouched, mut lost) = (0, 0, 0);
        for number in 0..each {
            let original = &originals[number % originals.len()];
            let changed = change(original, kind, &mut random);
            let (count, harmed) = harmed(original, &changed);
            untouched += count;
            lost += harmed.len();
            spared += usize::from(harmed.is_empty());
            if !harmed.is_empty() {
                examples.push(format!("{kind:?} {} line {}: {harmed:?}", original.name, changed.lines.first));
            }
        }
        table += &format!("| {kind:?} | {each} | {spared} | {untouched} | {lost} |\n");
        (all, good) = (all + each, good + spared);
    }
    println!("{} texts\n{table}{}", originals.len(), examples.join("\n"));
    assert!(good * 100 >= all * FLOOR, "{good} of {all}\n{table}{}", examples.join("\n"));
}

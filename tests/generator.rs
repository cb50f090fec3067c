//! The generator checks itself: what the truth says stands in the text, and one seed gives the same bytes.

#![allow(missing_docs, unreachable_pub, clippy::expect_used)]

mod support;

use std::collections::BTreeMap;

use support::compare::differences;
use support::generate::gold::alternatives;
use support::generate::{Layout, Sample, mixed, sample};
use unicode_normalization::UnicodeNormalization as _;

/// The text of a file without tags and the targets of links.
fn bare(text: &str) -> String {
    let links = regex::Regex::new(r"\[([^\[\]]*)\]\([^()]*\)").expect("a valid pattern");
    links.replace_all(&text.replace("<p>", "").replace("</p>", ""), "$1").into_owned()
}

/// The text without byte-order mark, zero-width spaces, white space and markup, in NFC.
fn squeeze(text: &str) -> String {
    text.nfc()
        .filter(|character| {
            !character.is_whitespace() && !matches!(character, '\u{feff}' | '\u{200b}' | '*' | '#' | '-')
        })
        .collect()
}

/// Whether the piece stands in the text, whole or in up to so many pieces of some length.
fn stands(text: &str, piece: &str, parts: usize) -> bool {
    let mut rest = piece;
    for _ in 0..parts {
        if text.contains(rest) {
            return true;
        }
        let ends: Vec<usize> = rest.char_indices().map(|(at, _)| at).skip(1).collect();
        let fitting = ends.partition_point(|&end| text.contains(&rest[..end]));
        if fitting < 4 {
            return false;
        }
        rest = &rest[ends[fitting - 1]..];
    }
    false
}

fn check(made: &Sample) {
    let decoded = std::str::from_utf8(&made.bytes).expect("UTF-8");
    let text = squeeze(&bare(decoded));
    let lines = decoded.lines().count();
    let held = |what: &str, piece: &str, parts: usize| {
        assert!(
            stands(&text, &squeeze(piece), parts),
            "{}: {what} is not in the text: {piece}\n{}",
            made.key,
            made.recipe.join("\n")
        );
    };
    for group in &made.gold.toc {
        for entry in &group.entries {
            held("entry", &entry.title, 3);
        }
    }
    for section in &made.gold.sections {
        if let Some(title) = &section.title {
            held("section", title, 1);
        }
        for article in &section.articles {
            held("title", &article.title, 2);
            for paragraph in article.paragraphs.iter() {
                held("paragraph", paragraph.trim_end_matches('.'), 60);
            }
            for caption in article.captions.iter().chain(&article.raw_lines) {
                held("caption", caption, 3);
            }
            if let Some(citation) = &article.citation {
                let printed = alternatives(&citation.raw);
                assert!(
                    printed.iter().filter_map(|raw| raw.as_str()).any(|raw| stands(&text, &squeeze(raw), 2)),
                    "{}: {:?}",
                    made.key,
                    citation.raw
                );
            }
            if let Some((first, last)) = article.lines {
                assert!(1 <= first && first <= last && last <= lines, "{}: lines {first}-{last} of {lines}", made.key);
            }
        }
    }
}

#[test]
fn the_truth_stands_in_the_text() {
    for layout in Layout::ALL {
        for number in 1..=150 {
            check(&sample(11, layout, number));
        }
    }
}

#[test]
fn one_seed_gives_the_same_bytes() {
    for number in 1..=60 {
        let layout = mixed(number);
        let (first, second) = (sample(5, layout, number), sample(5, layout, number));
        assert_eq!(first.bytes, second.bytes);
        assert_eq!(first.gold.to_json(), second.gold.to_json());
        assert_eq!(first.recipe, second.recipe);
        if layout != Layout::NoBulletin {
            assert_ne!(first.bytes, sample(6, layout, number).bytes);
        }
    }
}

#[test]
fn every_variation_is_drawn_and_none_always() {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let total = 300;
    for number in 1..=total {
        for line in &sample(1, Layout::PressReview, number).recipe {
            *counts.entry(line.split(" @").next().unwrap_or_default().to_owned()).or_default() += 1;
        }
    }
    assert!(counts.len() > 120, "only {} variations", counts.len());
    for name in [
        "citation.unclosed=yes",
        "pages.cut=before-capital",
        "noise.nfd=yes",
        "contents.wrapped=yes",
        "title.two-lines=yes",
    ] {
        assert!(counts.get(name).is_some_and(|&count| count > 3 && count < total), "{name}: {:?}", counts.get(name));
    }
}

#[test]
fn the_comparison_finds_what_differs() {
    let empty = bantin::parse("", &bantin::Options::default());
    let mut gold = (1..)
        .map(|number| sample(1, Layout::NoBulletin, number))
        .find(|made| made.bytes.is_empty())
        .expect("an empty text")
        .gold;
    assert_eq!(differences(&empty, &gold), Vec::<String>::new());
    gold.layout = "newsletter";
    gold.editor = "Lê Thoa".into();
    let found = differences(&empty, &gold);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with("layout: ") && found[1].starts_with("editor: "), "{found:?}");
}

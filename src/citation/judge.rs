//! Decides whether what was read is a citation, and how sure that is.
//!
//! The rules weigh what names the source, what stands beside it, and whether the sentence before has ended: behind a
//! full stop a parenthesis is nearly always a citation, inside a sentence nearly never.

use super::Strength;
use super::locate::{Candidate, Shape};
use super::read::{Kind, Marker, Reading, is_possible_name};
use super::vocabulary::{is_common_noun, is_place, opens_like_a_person};

/// The strength of a citation, or `None` where it is none.
pub(crate) fn judge(
    reading: &Reading,
    candidate: &Candidate,
    newsletter: bool,
) -> Option<Strength> {
    match candidate.shape {
        Shape::Brackets => bracketed(reading, candidate, newsletter),
        Shape::Announced => announced(reading, candidate, newsletter),
        Shape::Bare => bare(reading),
    }
}

fn strong_if(condition: bool) -> Option<Strength> {
    Some(if condition {
        Strength::Strong
    } else {
        Strength::Weak
    })
}

fn bracketed(reading: &Reading, candidate: &Candidate, newsletter: bool) -> Option<Strength> {
    let closed = candidate.closed;
    let dated = reading.date.is_some() || reading.page;
    let announced = reading.marker >= Marker::Capital;
    let strength = match reading.kind {
        Kind::Address | Kind::Press | Kind::Agency => {
            if reading.prose > 0 && !(closed && dated) {
                return None;
            }
            let plain = reading.prose == 0 && reading.strange == 0;
            strong_if(plain && (closed || dated || !reading.authors.is_empty() || announced))
        }
        Kind::Name => named(reading, closed, dated),
        Kind::None => unnamed(reading, closed),
    };
    // A newsletter announces its sources; without the word only a sure citation counts.
    let kept = !newsletter || reading.marker != Marker::None || strength == Some(Strength::Strong);
    // Without a closing parenthesis only a sure citation is told from a parenthesis that prose forgot to close.
    let whole = candidate.balanced || strength == Some(Strength::Strong);
    strength.filter(|_| kept && whole)
}

/// A source by its place alone.
fn named(reading: &Reading, closed: bool, dated: bool) -> Option<Strength> {
    let name = &reading.source.as_ref()?.name;
    if reading.prose > 0 || reading.strange > 0 {
        return None;
    }
    if reading.marker == Marker::Colon {
        return is_announced_name(name)
            .then_some(())
            .and(strong_if(closed && !is_common_noun(name)));
    }
    if !is_possible_name(name, dated) {
        return None;
    }
    let acronym = name.chars().all(|c| c.is_uppercase() || c.is_numeric());
    if dated {
        return if acronym && !closed {
            None
        } else {
            strong_if(closed)
        };
    }
    if acronym {
        return None;
    }
    let coined = is_coined(name);
    if reading.marker == Marker::Capital {
        return (!opens_like_a_person(name) || coined).then_some(Strength::Weak);
    }
    if reading.marker == Marker::Small {
        return coined.then_some(Strength::Weak);
    }
    let by_line = !reading.authors.is_empty() || reading.nobody;
    (closed && (by_line || coined)
        || coined && by_line && !reading.authors.iter().any(|name| is_foreign(name)))
    .then_some(Strength::Weak)
}

/// No source: editors, or people behind a by-line's label.
fn unnamed(reading: &Reading, closed: bool) -> Option<Strength> {
    if reading.prose > 0 || reading.strange > 0 {
        return None;
    }
    let people = !reading.authors.is_empty();
    if reading.label && people {
        return strong_if(closed);
    }
    let person = reading
        .authors
        .first()
        .is_some_and(|name| opens_like_a_person(name));
    let dated = reading.date.is_some() && person && closed;
    (reading.nobody && reading.marker == Marker::None || dated).then_some(Strength::Weak)
}

fn announced(reading: &Reading, candidate: &Candidate, newsletter: bool) -> Option<Strength> {
    if reading.prose > 0 || reading.strange > 0 {
        return None;
    }
    let alone = candidate.body_end == 0;
    match reading.kind {
        Kind::Address | Kind::Press | Kind::Agency => Some(Strength::Strong),
        Kind::Name => {
            let name = &reading.source.as_ref()?.name;
            match reading.marker {
                Marker::Colon if is_announced_name(name) => strong_if(newsletter && alone),
                Marker::Capital if alone && is_possible_name(name, false) => {
                    let sure = reading.date.is_some() || is_coined(name);
                    sure.then_some(Strength::Weak)
                }
                _ => None,
            }
        }
        Kind::None => None,
    }
}

fn bare(reading: &Reading) -> Option<Strength> {
    if reading.prose > 0 || reading.strange > 0 {
        return None;
    }
    match reading.kind {
        Kind::Address if reading.date.is_some() => Some(Strength::Strong),
        Kind::None if reading.label && !reading.authors.is_empty() => Some(Strength::Weak),
        _ => None,
    }
}

/// What may follow `Nguồn:`: also an office (`Sở Nội vụ`), but no document, person or sentence.
fn is_announced_name(name: &str) -> bool {
    let words = name.split_whitespace().count();
    words <= 10
        && name.starts_with(char::is_uppercase)
        && !name.chars().any(char::is_numeric)
        && !is_place(name)
        && !name.contains(['.', '!', '?', ':'])
}

/// One word with a capital inside or of no Vietnamese spelling: `VnExpress`.
fn is_coined(name: &str) -> bool {
    let inner_capital =
        name.chars().skip(1).any(char::is_uppercase) && name.chars().any(char::is_lowercase);
    !name.contains(char::is_whitespace)
        && name.chars().all(char::is_alphanumeric)
        && (inner_capital || is_foreign(name))
        && name.chars().any(char::is_lowercase)
}

fn is_foreign(name: &str) -> bool {
    name.split_whitespace().all(|word| {
        word.split('.').any(|syllable| {
            !syllable.is_empty()
                && syllable.chars().count() > 1
                && !super::vocabulary::is_syllable(syllable)
        })
    })
}

//! Decides whether what was read is a citation, and how sure that is.
//!
//! The rules weigh what names the source, what stands beside it, and whether the sentence before has ended: behind a
//! full stop a parenthesis is nearly always a citation, inside a sentence nearly never.

use super::locate::{Candidate, Shape};
use super::marker::Marker;
use super::names::{is_possible_name, names_newspaper, names_subjects, opens_like_a_person};
use super::read::{Kind, Reading};
use super::vocabulary::{holds_prose, is_coined, is_common_noun, is_foreign, is_place, is_province, opens_like_press};
use super::{Form, Strength};
use crate::text::chars;
use crate::text::office::{opens_like_body, opens_like_source};

/// Most words of an announced name that holds small letters.
const MOST_WORDS: usize = 4;
/// The same where the citation is all that a line says.
const MOST_WORDS_ALONE: usize = 7;

/// The strength of a citation, or `None` where it is none.
pub(crate) fn judge(reading: &Reading<'_>, candidate: &Candidate<'_>, form: Form) -> Option<Strength> {
    match candidate.shape {
        Shape::Brackets => bracketed(reading, candidate, form),
        Shape::Announced => announced(reading, candidate, form.is_of_newsletters()),
        Shape::Bare => bare(reading, candidate),
        Shape::Entry => {
            let entry = reading.kind == Kind::Press && reading.page && reading.prose + reading.strange == 0;
            entry.then_some(Strength::Strong)
        }
        Shape::Line => {
            if form == Form::Unbracketed {
                line(reading)
            } else {
                None
            }
        }
    }
}

fn strong_if(condition: bool) -> Option<Strength> {
    Some(if condition { Strength::Strong } else { Strength::Weak })
}

fn bracketed(reading: &Reading<'_>, candidate: &Candidate<'_>, form: Form) -> Option<Strength> {
    let closed = candidate.closed;
    let dated = reading.date.is_some() || reading.page;
    let announced = reading.marker >= Marker::Capital;
    let signed = !candidate.signers.is_empty();
    // Behind a name alone, brackets hold much else (`Nậm Lành (Văn Chấn)`).
    if signed && (reading.kind == Kind::None || reading.kind == Kind::Name && !dated && !announced) {
        return None;
    }
    let strength = match reading.kind {
        Kind::Address | Kind::Press | Kind::Agency => {
            if reading.prose > 0 && !(closed && dated) {
                return None;
            }
            let plain = reading.prose == 0 && reading.strange == 0 && !reading.pointing;
            strong_if(plain && (closed || dated || !reading.authors.is_empty() || announced))
        }
        Kind::Name => named(reading, candidate, dated, form)
            .or_else(|| (form == Form::Named && is_name_alone(reading, candidate)).then_some(Strength::Weak)),
        Kind::None => unnamed(reading, candidate),
    };
    // A newsletter announces its sources; without the word only a sure citation counts.
    let sure = reading.marker != Marker::None || strength == Some(Strength::Strong);
    let kept = !form.is_of_newsletters() || sure || form == Form::Signed && reading.kind == Kind::None;
    // An unclosed parenthesis counts only when sure. `(Tổng hợp` is the exception: prose cannot continue it.
    let compiled = reading.nobody && candidate.closed && chars::strip_suffix(&candidate.text, "tổng hợp").is_some();
    let whole = candidate.balanced || compiled || strength == Some(Strength::Strong);
    // People, and behind them the newspaper, its day or what announces it: no sentence goes on so.
    let strength = strength.map(|strength| if signed { Strength::Strong } else { strength });
    strength.filter(|_| kept && whole)
}

/// A source by its place alone.
fn named(reading: &Reading<'_>, candidate: &Candidate<'_>, dated: bool, form: Form) -> Option<Strength> {
    let closed = candidate.closed;
    let name = reading.source?.name;
    if reading.prose > 0 || reading.strange > 0 {
        return None;
    }
    if reading.marker == Marker::Colon {
        return is_announced_name(name).then_some(()).and(strong_if(closed && !is_common_noun(name)));
    }
    // An office is a source only where nothing but the announcement stands on the line: `(Theo Văn phòng Chính phủ)`. In a
    // newsletter it may stand behind the last sentence as well.
    if reading.marker == Marker::Capital
        && (candidate.body_end == 0 || closed && form == Form::Line)
        && opens_like_source(name)
        && is_announced_name(name)
    {
        return Some(Strength::Weak);
    }
    // Behind a name it is where something is (`Hạ Long (Quảng Ninh, 12/2)`).
    let provincial = is_province(name) && reading.date.is_some() && reading.marker == Marker::None;
    if provincial && closed && candidate.signers.is_empty() {
        return Some(Strength::Strong);
    }
    let words = name.split_whitespace().filter(|word| *word != "&").count();
    let several = reading.papers > 1;
    // The name of a book or handbook may be longer, where it stands by itself.
    let short = words <= if candidate.body_end == 0 { MOST_WORDS_ALONE } else { MOST_WORDS };
    let small_words = dated || several || reading.marker == Marker::Capital && closed && short;
    // Newspapers that open like a body or a post are told by a date and a by-line beside them; where newspapers are known to
    // open so, by the date alone. No body joins two nouns by a sign (`Doanh nghiệp & Hội nhập`).
    let joined = name.contains(" & ") && reading.marker == Marker::Capital;
    let signed = reading.date.is_some() && (!reading.authors.is_empty() || opens_like_press(name));
    let told = closed && (joined || signed);
    if !is_possible_name(name, small_words) || is_common_noun(name) && !told || holds_prose(name) {
        return None;
    }
    let acronym = name.chars().all(|c| chars::is_uppercase(c) || c.is_numeric());
    if dated {
        return if acronym && !closed { None } else { strong_if(closed) };
    }
    if acronym {
        return None;
    }
    // Subjects in a row may be anything's; not so beside a name that was made up for a newspaper.
    if several {
        return if closed && reading.coined { Some(Strength::Strong) } else { None };
    }
    let coined = is_coined(name);
    if reading.marker == Marker::Capital {
        return (!opens_like_a_person(name) || coined).then_some(Strength::Weak);
    }
    if reading.marker == Marker::Small {
        return coined.then_some(Strength::Weak);
    }
    let by_line = !reading.authors.is_empty() || reading.nobody;
    (closed && (by_line || coined) || coined && by_line && !reading.authors.iter().any(|name| is_foreign(name)))
        .then_some(Strength::Weak)
}

/// Whether nothing but a name stands in the brackets, and it could be a newspaper's (`(Tuổi trẻ)`, `(SGGP)`). Who wrote it may
/// stand behind one that is no other's.
fn is_name_alone(reading: &Reading<'_>, candidate: &Candidate<'_>) -> bool {
    /// No newspaper's name has more words, unless a word of the press says that it is one.
    const MOST_WORDS: usize = 5;
    /// What else is printed below a text, lower case: it ends here, or goes on elsewhere.
    const NO_NAMES: [&str; 5] = ["hết", "còn nữa", "còn tiếp", "tiếp theo", "xem tiếp"];
    candidate.closed
        && reading.prose + reading.strange == 0
        && reading.marker == Marker::None
        && reading.source.is_some_and(|source| {
            source.name.split_whitespace().count() <= MOST_WORDS
                && is_possible_name(source.name, true)
                && !is_common_noun(source.name)
                && !holds_prose(source.name)
                && !NO_NAMES.contains(&&*chars::lowercase(source.name))
                && (reading.authors.is_empty() || names_newspaper(source.name))
        })
}

/// No source: editors, or people behind a by-line's label.
fn unnamed(reading: &Reading<'_>, candidate: &Candidate<'_>) -> Option<Strength> {
    let closed = candidate.closed;
    if reading.prose > 0 || reading.strange > 0 {
        return None;
    }
    let people = !reading.authors.is_empty();
    if reading.label && people {
        return strong_if(closed);
    }
    let person = reading.authors.first().is_some_and(|name| opens_like_a_person(name) && !is_common_noun(name));
    let dated = reading.date.is_some() && person && closed;
    // `(BT)` and `(TH)` inside a sentence shorten something else.
    let editors = matches!(candidate.text.trim_matches(|c: char| !chars::is_alphanumeric(c)), "PV" | "P.V" | "BBT");
    let acronym = !people && !editors && !candidate.text.chars().any(chars::is_lowercase);
    let nobody = reading.nobody && reading.marker == Marker::None && (closed || !acronym);
    (nobody || dated).then_some(Strength::Weak)
}

fn announced(reading: &Reading<'_>, candidate: &Candidate<'_>, newsletter: bool) -> Option<Strength> {
    if reading.prose > 0 || reading.strange > 0 {
        return None;
    }
    let alone = candidate.body_end == 0;
    let known = matches!(reading.kind, Kind::Address | Kind::Press | Kind::Agency);
    if reading.marker == Marker::Small {
        // A line of prose can begin so; an address with nothing behind it hardly ends one.
        return (alone && reading.kind == Kind::Address).then_some(Strength::Weak);
    }
    if known {
        return Some(Strength::Strong);
    }
    let Some(source) = reading.source else {
        // `Theo: Lê Thoa`, `Theo: PV`
        let people = !reading.authors.is_empty() || reading.nobody;
        return (alone && people && reading.marker == Marker::Colon).then_some(Strength::Weak);
    };
    let name = source.name;
    if reading.marker == Marker::Colon {
        return if is_announced_name(name) { strong_if(newsletter && alone) } else { None };
    }
    // `NGUỒN NHÂN LỰC` heads a section.
    if !candidate.text.chars().any(chars::is_lowercase) {
        return None;
    }
    let sure = reading.date.is_some() || is_coined(name) || !opens_like_a_person(name);
    // No line of prose is so short and says no more (`Theo Người lao động`).
    let short = name.split_whitespace().count() <= 4;
    let named = is_possible_name(name, short) || names_subjects(name);
    let office = opens_like_source(name) && is_announced_name(name);
    (alone && named && (!is_common_noun(name) || office) && sure).then_some(Strength::Weak)
}

fn bare(reading: &Reading<'_>, candidate: &Candidate<'_>) -> Option<Strength> {
    if reading.prose > 0 || reading.strange > 0 {
        return None;
    }
    match reading.kind {
        Kind::Address if reading.date.is_some() => strong_if(candidate.body_end == 0),
        Kind::None if reading.label && !reading.authors.is_empty() && candidate.body_end == 0 => Some(Strength::Weak),
        _ => None,
    }
}

/// A source and its day, and nothing that says so: the whole text has to.
fn line(reading: &Reading<'_>) -> Option<Strength> {
    let name = reading.source?.name;
    let named = || {
        let signed = !reading.authors.is_empty() || reading.page;
        is_possible_name(name, true)
            && !holds_prose(name)
            && (!is_common_noun(name) || signed && opens_like_press(name))
    };
    let fits = reading.kind != Kind::Name || named();
    (reading.date.is_some() && reading.prose + reading.strange == 0 && fits).then_some(Strength::Strong)
}

/// What may follow `Nguồn:`: also an office or another body (`Sở Nội vụ`, `Bệnh viện Đa khoa tỉnh`), but no document, person or
/// sentence.
fn is_announced_name(name: &str) -> bool {
    const MOST_WORDS: usize = 12;
    name.split_whitespace().count() <= MOST_WORDS
        && name.starts_with(chars::is_uppercase)
        && !name.chars().any(char::is_numeric)
        && !is_place(name)
        && !name.contains(['.', '!', '?', ':'])
        && !holds_prose(name)
        && (!is_common_noun(name) || opens_like_body(name))
}

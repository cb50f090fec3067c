//! How a document of a conference pack opens: label, title and presenting body as they are printed.
//!
//! What is read here could open a document; which of them do, is settled by `labelled` with contents and neighbours in
//! view. Lost line breaks glue label, title and body together; the double stars that stood between them tell them apart.

use crate::contents::Contents;
use crate::furniture;
use crate::model::FurnitureKind;
use crate::page::Page;
use crate::roles::{self, Roles, presenter};
use crate::signed::Signed;
use crate::text::enumerator::{self, Enumerator};
use crate::text::key::{KeyHash, KeyMap, KeySet};
use crate::text::{chars, letters, markup, normalise};

/// Most lines of a title.
const LONGEST_TITLE: usize = 8;

/// The opening of a document, as printed.
#[derive(Debug)]
pub(super) struct Opening {
    /// Index of the line that the document is known by: the label's, or the title's where that has none.
    pub(super) label_line: usize,
    pub(super) label: Option<String>,
    pub(super) title: String,
    pub(super) title_first: usize,
    pub(super) title_last: usize,
    /// Index of the last line of label and title, and of the presenting body where that is glued to them.
    pub(super) last: usize,
    /// Whether the presenting body is glued to the title.
    pub(super) glued: bool,
    /// Text of what may be the presenting body, and its line.
    pub(super) presenter: Option<(String, usize)>,
    /// Number printed before the title.
    pub(super) number: Option<u32>,
    /// Whether the title is told by who signs it.
    pub(super) signed: bool,
}

impl Opening {
    /// One with a title alone, which stands on these lines.
    pub(super) fn new(title: String, first: usize, last: usize) -> Self {
        Self {
            label_line: first,
            label: None,
            title,
            title_first: first,
            title_last: last,
            last,
            glued: false,
            presenter: None,
            number: None,
            signed: false,
        }
    }
}

/// The lines that openings are read from.
pub(super) struct Text<'a, 't> {
    pub(super) page: &'a Page<'t>,
    furniture: &'a [Option<FurnitureKind>],
    /// Keys of the presenting bodies that the contents name.
    presenters: KeySet,
    /// Keys of the titles that the contents name.
    titles: KeySet,
    /// Keys of the lines that stand below several labels: where and when was spoken, and no title.
    repeated: KeySet,
    /// Whether each line is a paragraph and hardly a blank line stands between.
    pub(super) unspaced: bool,
}

impl<'a, 't> Text<'a, 't> {
    /// The lines of a body with what the contents name.
    pub(super) fn of(
        page: &'a Page<'t>,
        furniture: &'a [Option<FurnitureKind>],
        contents: &Contents,
        body: usize,
    ) -> Self {
        let presenters = contents.entries().filter_map(|(_, e)| e.presenter.as_deref()).map(KeyHash::of).collect();
        let titles = contents.entries().map(|(_, e)| e.key).collect();
        let mut text =
            Self { page, furniture, presenters, titles, repeated: KeySet::default(), unspaced: is_unspaced(page) };
        text.repeated = text.repeated(body);
        text
    }

    /// The keys of the lines that stand below several labels, and below most of them.
    fn repeated(&self, body: usize) -> KeySet {
        let page = self.page;
        let mut below: KeyMap<usize> = KeyMap::default();
        let mut labels = 0;
        for label in (body..page.lines.len()).filter(|&at| page.is(at, Roles::LABEL) && !self.is_empty(at)) {
            labels += 1;
            let near = |at: &usize| *at <= label + 2 && !page.is(*at, Roles::LABEL | Roles::PROSE);
            // Of a title over two lines the first may be that of another as well.
            let whole = |at: &usize| {
                let stars = page.lines.get(*at).map_or(0, |line| line.raw.matches("**").count());
                stars.is_multiple_of(2) && !letters::starts_small(page.text(at + 1))
            };
            let key = self.next_line(label).filter(near).filter(whole).map(|at| KeyHash::of(page.text(at)));
            if let Some(key) = key.filter(|key| !self.titles.contains(key)) {
                *below.entry(key).or_default() += 1;
            }
        }
        below.into_iter().filter(|(_, times)| *times > 1 && times * 2 > labels).map(|(key, _)| key).collect()
    }

    /// Whether nothing of a document stands on the line.
    pub(super) fn is_empty(&self, at: usize) -> bool {
        furniture::is_empty(self.page, self.furniture, at)
    }

    pub(super) fn next_line(&self, at: usize) -> Option<usize> {
        (at + 1..self.page.lines.len()).find(|&i| !self.is_empty(i))
    }

    /// The nearest line above on which something of a document stands.
    pub(super) fn line_above(&self, at: usize) -> Option<usize> {
        /// Most lines that part a title from what stands above it.
        const FARTHEST: usize = 8;
        (at.saturating_sub(FARTHEST)..at).rev().find(|&above| !self.is_empty(above))
    }

    /// Whether nothing stands right above a line but furniture.
    pub(super) fn opens_apart(&self, at: usize) -> bool {
        self.page.opens_apart(at) || at.checked_sub(1).is_some_and(|above| self.is_empty(above))
    }

    /// Whether a document may open on a line by where that stands: apart, or in a text without blank lines.
    fn may_open(&self, at: usize) -> bool {
        self.unspaced || self.opens_apart(at)
    }

    pub(super) fn joined(&self, first: usize, last: usize) -> String {
        let lines = (first..=last).filter(|&i| !self.is_empty(i)).map(|i| self.page.text(i));
        lines.filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// Whether hardly a blank line stands in a text that is not wrapped.
fn is_unspaced(page: &Page<'_>) -> bool {
    /// Of so many lines, one may be blank.
    const SHARE: usize = 20;
    let blank = (0..page.lines.len()).filter(|&at| page.is(at, Roles::BLANK)).count();
    !page.setting.wrapped && blank * SHARE <= page.lines.len()
}

/// The document that opens on this line, if one could.
pub(super) fn opening(text: &Text<'_, '_>, at: usize) -> Option<Opening> {
    let page = text.page;
    if text.is_empty(at) {
        return None;
    }
    if page.has_glued_label(at) {
        return glued(text, at);
    }
    if let Some((label, title)) = roles::label::titled(page.text(at)) {
        return titled(text, at, label, title);
    }
    if page.is(at, Roles::CAPITALS) && !page.is(at, Roles::LABEL | Roles::ROW) && roles::label::is_whole(page.text(at))
    {
        return whole(text, at);
    }
    if !page.is(at, Roles::LABEL) || page.is(at, Roles::ROW) || roles::label::is_abstract(page.text(at)) {
        return None;
    }
    // A label over two lines (`DỰ THẢO`, `BÁO CÁO`; `THAM LUẬN`, `CỦA SỞ Y TẾ`).
    let mut label = page.text(at).trim_end_matches(':').to_owned();
    let mut last = at;
    let goes_on = |n: usize| {
        let text = page.text(n);
        page.is(n, Roles::LABEL) && letters::words(text) <= 4 || text.starts_with("CỦA ") && n == at + 1
    };
    if let Some(next) = text.next_line(at).filter(|&n| n <= at + 2 && goes_on(n)) {
        label = format!("{label} {}", page.text(next));
        last = next;
    }
    if let Some(next) = text.next_line(last).filter(|&n| text.repeated.contains(&KeyHash::of(page.text(n)))) {
        label = format!("{label} {}", page.text(next));
        last = next;
    }
    let first = text.next_line(last)?;
    // `BÁO CÁO ĐỀ DẪN` above its presenting body is the title, as the contents say.
    let body = presenter::name(page.text(first)).to_owned();
    if text.titles.contains(&KeyHash::of(&label)) && text.presenters.contains(&KeyHash::of(&body)) {
        return Some(Opening { presenter: Some((body, first)), ..Opening::new(label, at, last) });
    }
    if roles::label::is_whole(&label)
        && text.may_open(at)
        && let Some(presenter) = speaker_below(text, last)
    {
        return Some(Opening { presenter, ..Opening::new(label, at, last) });
    }
    // Who presents it may stand between label and title.
    let (above, first) = match presenter_above(text, first) {
        Some((presenter, title)) => (Some(presenter), title),
        None => (None, first),
    };
    let title_last = title_end(text, first)?;
    let title = text.joined(first, title_last);
    if roles::label::is_salutation(&title) {
        return None;
    }
    let presenter = above.or_else(|| presenter_below(text, title_last));
    let (number, title) = match enumerator::split(&title) {
        Some((Enumerator::Arabic { value, .. }, own))
            if page.is(first, Roles::MARKED) || text.titles.contains(&KeyHash::of(own)) =>
        {
            (Some(value), own.to_owned())
        }
        _ => (None, title),
    };
    Some(Opening { label_line: at, label: Some(label), presenter, number, ..Opening::new(title, first, title_last) })
}

/// A document whose kind opens a title in capitals, longer than labels are (`BÁO CÁO KẾT QUẢ GIỮ RỪNG NĂM 2031`).
fn whole(text: &Text<'_, '_>, at: usize) -> Option<Opening> {
    let page = text.page;
    let goes_on = |next: &usize| page.is(*next, Roles::CAPITALS) && !page.is(*next, Roles::LABEL | Roles::ROW);
    let last = at + (at + 1..page.lines.len()).take(LONGEST_TITLE).take_while(goes_on).count();
    let presenter = if text.may_open(at) { speaker_below(text, last)? } else { return None };
    Some(Opening { presenter, ..Opening::new(text.joined(at, last), at, last) })
}

/// Who presents a document, where that stands right below its label and the title below it, and the line of the title.
fn presenter_above(text: &Text<'_, '_>, first: usize) -> Option<((String, usize), usize)> {
    let page = text.page;
    let name = presenter::name(page.text(first));
    let title = text.next_line(first)?;
    let key = KeyHash::of(name);
    // Both titles and names may open with the name of a body (`Sở Một với rừng`): the contents tell them apart, or that text
    // stands below.
    let listed = text.presenters.contains(&key)
        && title_end(text, title).is_some_and(|last| text.titles.contains(&KeyHash::of(&text.joined(title, last))));
    let told = || {
        text.presenters.is_empty()
            && page.could_head(title)
            && !page.is_running(title)
            && !page.is(first, Roles::CAPITALS)
            && !text.titles.contains(&key)
            && presenter::names_presenter(name)
            && (page.is(title, Roles::CAPITALS | Roles::MARKED) || is_title_of_speech(text, title))
    };
    (listed || told()).then(|| ((name.to_owned(), first), title))
}

/// Whether a line that names nobody stands apart above a salutation or running text.
fn is_title_of_speech(text: &Text<'_, '_>, at: usize) -> bool {
    let page = text.page;
    let title = page.text(at);
    text.opens_apart(at)
        && !page.is(at, Roles::NUMBERED | Roles::ROMAN | Roles::LISTED)
        && !presenter::names_presenter(title)
        && !presenter::is_office(title)
        && !roles::label::is_salutation(title)
        && text.next_line(at).is_some_and(|below| text.opens_apart(below) && speaks(page, below))
}

/// Whether a speech begins with this line: a salutation or running text.
fn speaks(page: &Page<'_>, at: usize) -> bool {
    roles::label::is_salutation(page.text(at)) || page.is_running(at)
}

/// Who speaks below a label that is all the title there is, if anybody is named; None where something else than that, a
/// salutation, running text or the hours of a programme stand below it.
fn speaker_below(text: &Text<'_, '_>, label: usize) -> Option<Option<(String, usize)>> {
    let page = text.page;
    let gives_hours = |text: &str| roles::opens_with_hour(text) || chars::strip_prefix(text, "thời gian").is_some();
    let begins = |at: usize| speaks(page, at) || gives_hours(page.text(at));
    let first = text.next_line(label)?;
    if begins(first) {
        return Some(None);
    }
    let name = page.text(first);
    let of = chars::strip_prefix(name, "của ").is_some() || name.starts_with('(') && name.ends_with(')');
    let named = of || presenter::names_presenter(name) || presenter::is_office(name);
    let told = named && text.next_line(first).is_some_and(begins);
    told.then(|| Some((presenter::name(name).to_owned(), first)))
}

/// What may be the presenting body below a title.
fn presenter_below(text: &Text<'_, '_>, title: usize) -> Option<(String, usize)> {
    let line = text.next_line(title).filter(|&line| could_present(text.page, line))?;
    Some((presenter::name(text.page.text(line)).to_owned(), line))
}

/// A document whose title stands behind its label (`THAM LUẬN: Giữ rừng ở xã`), set as a title is.
fn titled(text: &Text<'_, '_>, at: usize, label: &str, title: &str) -> Option<Opening> {
    let page = text.page;
    let below =
        || text.next_line(at).is_none_or(|below| below > at + 1 || presenter::names_presenter(page.text(below)));
    let set = text.opens_apart(at) && page.could_head(at) && (page.is(at, Roles::MARKED) || below());
    set.then(|| Opening {
        label: Some(label.to_owned()),
        presenter: presenter_below(text, at),
        ..Opening::new(title.to_owned(), at, at)
    })
}

/// A paper whose title its author tells.
pub(super) fn by_author(text: &Text<'_, '_>, signed: Signed) -> Opening {
    let presenter = presenter::name(text.page.text(signed.author)).to_owned();
    let opening = unlabelled(text, signed.first, signed.last, Some((presenter, signed.author)));
    let line = opening.label_line.min(signed.author);
    let opening = Opening { label_line: line, signed: true, ..opening };
    match count_above(text, line) {
        Some((label_line, label, number)) => {
            // The title's own number, which nothing else would keep, comes first.
            let number = opening.number.or(Some(number));
            Opening { label_line, label: Some(label.to_owned()), number, ..opening }
        }
        None => opening,
    }
}

/// The line above a paper that counts it and says nothing else (`Bài 3`, `Bài số 3:`), and its number.
fn count_above<'t>(text: &Text<'t, '_>, paper: usize) -> Option<(usize, &'t str, u32)> {
    let at = (0..paper).rev().find(|&at| !text.is_empty(at)).filter(|&at| text.opens_apart(at))?;
    let label = text.page.text(at).trim_end_matches([':', '.']);
    let rest = chars::strip_prefix(label, "bài ")?;
    let number = chars::strip_prefix(rest, "số ").unwrap_or(rest);
    Some((at, label, number.parse().ok()?))
}

/// A document that opens with its title, from one line to another, and no label.
pub(super) fn unlabelled(
    text: &Text<'_, '_>,
    first: usize,
    last: usize,
    presenter: Option<(String, usize)>,
) -> Opening {
    let page = text.page;
    let counted = page.enumerator(first);
    let number = counted.as_ref().and_then(|(number, _)| number.arabic()).map(|(value, _)| value);
    // Letters, roman numbers and words before them stay with the title, as the number of a document is arabic.
    let own = if number.is_some() || matches!(counted, Some((Enumerator::Bullet(_), _))) {
        page.entitled(first)
    } else {
        page.text(first)
    };
    let title = [own, &text.joined(first + 1, last)].join(" ").trim().to_owned();
    let label = number.and_then(|_| enumerator::word(page.text(first))).map(str::to_owned);
    Opening { presenter, number, label, ..Opening::new(title, first, last) }
}

/// The last line of a title: where the double stars balance, or before the next blank line.
fn title_end(text: &Text<'_, '_>, first: usize) -> Option<usize> {
    let Text { page, presenters, titles, .. } = text;
    let mut stars = 0;
    let mut last = None;
    let mut title = KeyHash::default();
    for at in first..page.lines.len().min(first + LONGEST_TITLE) {
        if page.is(at, Roles::ROW | Roles::FOOTNOTE) {
            return last;
        }
        if text.is_empty(at) {
            continue;
        }
        // Where no blank line parts them, the presenting body is told by its name.
        let names_body = at > first
            && stars % 2 == 0
            && could_present(page, at)
            && (presenters.contains(&KeyHash::of(page.text(at)))
                || presenter::is_person(page.text(at))
                || presenters.is_empty() && presenter::is_organisation(page.text(at)));
        if names_body {
            return last;
        }
        stars += page.lines.get(at).map_or(0, |l| l.raw.matches("**").count());
        let next_blank = page.lines.get(at + 1).is_none_or(crate::lines::Line::is_blank);
        if stars % 2 == 0 && (stars > 0 || next_blank || text.unspaced && !goes_on_title(page, at)) {
            return Some(at);
        }
        title = title.then(KeyHash::of(page.text(at)));
        if stars == 0 && titles.contains(&title) && text.next_line(at).is_some_and(|next| could_present(page, next)) {
            return Some(at);
        }
        last = Some(at);
    }
    None
}

/// Whether a title goes on in the next line, where no blank lines stand in the text: in capitals or in small letters.
fn goes_on_title(page: &Page<'_>, at: usize) -> bool {
    let capitals = |at: usize| page.is(at, Roles::CAPITALS);
    let plain = !page.is(at + 1, Roles::LABEL | Roles::PROSE | Roles::NUMBERED | Roles::ROMAN);
    plain && (capitals(at) && capitals(at + 1) || letters::starts_small(page.text(at + 1)))
}

/// Whether a line could name the presenting body: short, no sentence, no salutation, no heading of the text, no label.
pub(super) fn could_present(page: &Page<'_>, at: usize) -> bool {
    let text = page.text(at);
    !page.is(
        at,
        Roles::PROSE | Roles::ROMAN | Roles::NUMBERED | Roles::LISTED | Roles::ROW | Roles::FOOTNOTE | Roles::LABEL,
    ) && !page.has_glued_label(at)
        && (letters::words(text) <= 14 || presenter::is_labelled(text))
        && !text.starts_with("Kính gửi")
        && !text.ends_with(['!', ':', ',', '?'])
        && letters::starts_capital(text)
        // A paragraph that runs over lines begins with a short one as well.
        && !letters::starts_small(page.text(at + 1))
}

/// A label, title and presenting body that lost line breaks have glued together.
fn glued(text: &Text<'_, '_>, at: usize) -> Option<Opening> {
    let page = text.page;
    let mut raw = String::new();
    let mut last = at;
    // Where each line ends in the joined text.
    let mut ends = Vec::new();
    for line in at..page.lines.len().min(at + LONGEST_TITLE) {
        if !raw.is_empty() {
            // Emphasis that nobody closed ends with its paragraph.
            if page.is(line, Roles::BLANK) {
                break;
            }
            if text.is_empty(line) {
                ends.push(raw.len());
                continue;
            }
            raw.push(' ');
        }
        raw.push_str(page.lines.get(line)?.raw.trim());
        ends.push(raw.len());
        last = line;
        if raw.matches("**").count().is_multiple_of(2) {
            break;
        }
    }
    let mut offset = 0;
    let pieces = raw.split("**").map(|piece| {
        let (start, end) = (offset + piece.len() - piece.trim_start().len(), offset + piece.trim_end().len());
        offset += piece.len() + "**".len();
        // The mark of a heading that was glued on as well.
        (plain(piece.trim_end_matches(['#', ' '])), start..end)
    });
    let mut pieces = pieces.filter(|(piece, _)| !piece.is_empty()).peekable();
    let (mut label, _) = pieces.next()?;
    while let Some((more, _)) = pieces.next_if(|(piece, _)| roles::label::is_label(piece)) {
        label = format!("{label} {more}");
    }
    let (title, place) = pieces.next()?;
    let title_first = at + ends.partition_point(|&line| line <= place.start);
    let title_last = at + ends.partition_point(|&line| line < place.end);
    let rest: Vec<String> = pieces.map(|(piece, _)| piece).collect();
    let glued_on = (!rest.is_empty()).then(|| (presenter::name(&rest.join(" ")).to_owned(), last));
    // Below them it is told by the contents alone.
    let listed = || {
        let below = presenter_below(text, last)?;
        text.presenters.contains(&KeyHash::of(&below.0)).then_some(below)
    };
    let presenter = glued_on.or_else(listed);
    Some(Opening {
        label_line: at,
        label: Some(label),
        last,
        glued: true,
        presenter,
        ..Opening::new(title, title_first, title_last)
    })
}

fn plain(text: &str) -> String {
    normalise::fold_space(&markup::strip(text).text).into_owned()
}

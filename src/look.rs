//! How a heading is set: what tells the titles of one bulletin from the headings of its sections and from sub-headings.
//!
//! Editors set like things alike. A look says nothing by itself; which of them is that of the titles, `layout` and `cuts` tell
//! from where the headings stand.

use bitflags::bitflags;

use crate::page::Page;
use crate::roles::Roles;

bitflags! {
    /// The signs of a heading that a printer chooses.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Look: u8 {
        /// A Markdown heading, of whatever level.
        const HEADING = 1;
        /// Bold as a whole.
        const BOLD = 1 << 1;
        /// A bullet or star before it.
        const BULLET = 1 << 2;
        /// A number before it.
        const NUMBERED = 1 << 3;
        /// In capitals.
        const CAPITALS = 1 << 4;
    }
}

impl Look {
    /// How a line is set.
    pub fn of(page: &Page<'_>, line: usize) -> Self {
        let (level, bold) = page.lines.get(line).map_or((0, false), |line| (line.heading(), line.bold()));
        let mut look = Self::empty();
        look.set(Self::HEADING, level > 0);
        look.set(Self::BOLD, bold);
        look.set(Self::BULLET, page.is(line, Roles::LISTED) || page.text(line).starts_with('*'));
        look.set(Self::NUMBERED, page.is(line, Roles::NUMBERED));
        look.set(Self::CAPITALS, page.is(line, Roles::CAPITALS));
        look
    }

    /// How a line is set, with the level of a Markdown heading; 0 where it is none.
    pub fn with_level(page: &Page<'_>, line: usize) -> (Self, u8) {
        (Self::of(page, line), page.heading(line))
    }
}

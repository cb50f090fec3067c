//! What both kinds of page share: the head with its policy, style sheet and script, and the body around the content.

use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maud::{Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use super::OPENING;
use super::labels::Lang;
use super::visible::visible;

/// The style sheet of all pages.
const STYLE: &str = include_str!("review.css");

/// What a page is, as far as its frame goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The page of a bulletin.
    Page,
    /// The index.
    Index,
}

impl Kind {
    /// The script.
    const fn script(self) -> &'static str {
        match self {
            Self::Page => include_str!("page.js"),
            Self::Index => include_str!("index.js"),
        }
    }

    /// Its class in the style sheet.
    const fn class(self) -> &'static str {
        match self {
            Self::Page => "sheet",
            Self::Index => "list",
        }
    }

    /// The policy: nothing is fetched, nothing runs and nothing styles but what the page itself holds.
    fn policy(self) -> &'static str {
        static POLICIES: LazyLock<[String; 2]> = LazyLock::new(|| [Kind::Page, Kind::Index].map(policy));
        let [page, index] = &*POLICIES;
        match self {
            Self::Page => page,
            Self::Index => index,
        }
    }
}

/// The policy of a kind of page, with the checksums of its script and style sheet.
fn policy(kind: Kind) -> String {
    let checksum = |text: &str| STANDARD.encode(Sha256::digest(text));
    format!(
        "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        checksum(kind.script()),
        checksum(STYLE)
    )
}

/// A whole page: `title` for the browser, `skips` for the keyboard (target and label), and the content.
pub(super) fn frame(kind: Kind, lang: Lang, title: &str, skips: &[(&str, &str)], content: &Markup) -> Vec<u8> {
    let rest = html! {
        html lang=(lang.tag()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(kind.policy());
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                meta name="generator" content=(concat!("bantin ", env!("CARGO_PKG_VERSION")));
                title { (visible(title)) }
                style { (PreEscaped(STYLE)) }
            }
            body class=(kind.class()) {
                @for (target, label) in skips {
                    a.skip href=(target) { (label) }
                }
                (content)
                script { (PreEscaped(kind.script())) }
            }
        }
    };
    [OPENING, "\n", &rest.into_string(), "\n"].concat().into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_into_a_page_closes_nothing() {
        for kind in [Kind::Page, Kind::Index] {
            assert!(!kind.script().contains("</") && !kind.script().contains("<!--"), "{kind:?}");
            assert!(kind.policy().starts_with("default-src 'none'; script-src 'sha256-"), "{kind:?}");
        }
        // A browser reads line ends as LF before it computes the checksum.
        for text in [STYLE, Kind::Page.script(), Kind::Index.script()] {
            assert!(!text.contains('\r') && !text.contains('\0'));
        }
        assert!(!STYLE.contains("</") && !STYLE.contains("url("));
        assert_ne!(Kind::Page.policy(), Kind::Index.policy());
    }
}

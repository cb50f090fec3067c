//! Vietnamese in an encoding of the years before Unicode that was read as Western text: `B¸o c¸o` (TCVN3) and
//! `Baùo caùo` (VNI) for `Báo cáo`.
//!
//! One line at a time, by its characters alone and only where they are certain: a sign between letters where no written
//! language has one, or vowels side by side as none writes them. It says what a line is in and converts nothing.

use memchr::{memchr, memchr2};

/// What a line of Western letters was before it was misread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Legacy {
    /// TCVN3 (ABC): a byte for each letter, most of them signs of Western text.
    Tcvn3,
    /// VNI: a vowel and a second byte for its marks.
    Vni,
}

impl Legacy {
    /// The name that the people who typed in it know.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 => "TCVN3 (ABC)",
            Self::Vni => "VNI",
        }
    }
}

/// What a line was in, if it is certain.
///
/// A line that holds a letter which Vietnamese alone has was read rightly. Two words of proof are asked for, or one
/// where no other word stands on the line.
pub fn misread(line: &str) -> Option<Legacy> {
    let bytes = line.as_bytes();
    // Byte tests first: hardly a line of Vietnamese is without `ế`, `ộ` and the like, hardly one of English has marks.
    if is_vietnamese(line) || memchr2(0xC2, 0xC3, bytes).is_none() {
        return None;
    }
    let (mut words, mut tcvn3, mut vni) = (0usize, Proof::default(), Proof::default());
    for word in line.split(|c: char| !is_part(c)).filter(|word| !word.is_empty()) {
        if !word.is_ascii() {
            tcvn3.add(of_tcvn3(word));
            vni.add(of_vni(word));
        }
        words += usize::from(word.chars().any(char::is_alphabetic));
    }
    [(tcvn3, Legacy::Tcvn3), (vni, Legacy::Vni)].into_iter().find(|(proof, _)| proof.is_enough(words)).map(|(_, l)| l)
}

/// Whether a letter stands on the line that Vietnamese alone has: of the block that Unicode keeps for it, or `ă đ ơ ư`.
pub fn is_vietnamese(line: &str) -> bool {
    let bytes = line.as_bytes();
    // Most lines have one among the first bytes, which a register holds.
    if bytes.first_chunk::<32>().is_some_and(|head| head.iter().fold(false, |hit, &byte| hit | (byte == 0xE1))) {
        return true;
    }
    // U+1E00 to U+1EFF begin with E1 B8 to E1 BB, U+0100 to U+013F with C4, U+0180 to U+01BF with C6.
    memchr(0xE1, bytes).is_some() || memchr2(0xC4, 0xC6, bytes).is_some()
}

/// How many words speak for an encoding.
#[derive(Debug, Default, Clone, Copy)]
struct Proof {
    /// Those that nothing else explains.
    certain: usize,
    /// Those that fit.
    fitting: usize,
}

/// What a word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    Nothing,
    Fits,
    Certain,
}

impl Proof {
    fn add(&mut self, says: Says) {
        self.certain += usize::from(says == Says::Certain);
        self.fitting += usize::from(says == Says::Fits);
    }

    const fn is_enough(self, words: usize) -> bool {
        let all = self.certain + self.fitting;
        self.certain > 0 && (all >= 2 || all >= words)
    }
}

/// Characters that words of either encoding are made of: letters, and the signs of Latin-1.
const fn is_part(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{A1}'..='\u{FF}')
}

/// Letters of Latin-1 that Vietnamese does not have. Small ones are letters of French, German or Danish as well.
const fn is_foreign(c: char) -> bool {
    matches!(c, 'Ä' | 'Å' | 'Æ' | 'Ç' | 'Ë' | 'Î' | 'Ï' | 'Ð' | 'Ñ' | 'Ö' | '×' | 'Ø' | 'Û' | 'Ü' | 'Þ' | 'ß')
        || matches!(c, 'ä' | 'å' | 'æ' | 'ç' | 'ë' | 'î' | 'ï' | 'ð' | 'ñ' | 'ö' | '÷' | 'ø' | 'û' | 'ü' | 'þ' | 'ÿ')
}

/// What a word says of TCVN3, whose small letters lie at A8 to FE and whose capitals at A1 to A7.
fn of_tcvn3(word: &str) -> Says {
    let is_letter = |c: char| c.is_ascii_alphabetic() || matches!(c, '\u{C0}'..='\u{FF}');
    let is_small = |c: Option<char>| c.is_some_and(|c| c.is_ascii_lowercase());
    let mut says = Says::Nothing;
    let (mut before, mut rest) = (None, word.chars());
    while let Some(c) = rest.next() {
        let after = rest.clone().next();
        let (left, right) = (before.is_some_and(is_letter), after.is_some_and(is_letter));
        let found = match c {
            // `n¨m`, `c©y`, `ph¸t`, `lµ`: no language has these behind a letter.
            '¸' | 'µ' if left => Says::Certain,
            '¨' | '©' | '¶' | '¼' | '½' | '¾' | '¢' | '£' | '¥' if left && right => Says::Certain,
            // `§iÓm`, `®iÖn`, `¤ng`: at the head of a word.
            '§' | '®' | '¤' | '¦' if before.is_none() && after.is_some_and(|after| after != c) => Says::Certain,
            // `huyÖn`, `B×nh`: a capital of other languages between small letters.
            'Ä'..='Þ' if c != '×' && is_foreign(c) && is_small(before) && (after.is_none() || is_small(after)) => {
                Says::Certain
            }
            // Also written otherwise: `1ª`, footnotes, glued quotation marks, hyphens at line ends that were kept.
            'ª' | '¹' if left && right => Says::Certain,
            'ª' | '¹' | '·' | '«' | '»' | '¬' | '\u{AD}' if left || right => Says::Fits,
            c if is_foreign(c) && (left || right) => Says::Fits,
            // `chÝnh`: two words of Vietnamese that are glued together look so as well.
            'À'..='Ý' if is_small(before) && is_small(after) => Says::Fits,
            _ => Says::Nothing,
        };
        if found == Says::Certain {
            return found;
        }
        if found == Says::Fits {
            says = found;
        }
        before = Some(c);
    }
    says
}

/// What a word says of VNI, where a vowel is followed by a letter that stands for its marks (`aù` is `á`, `öô` is `ươ`).
fn of_vni(word: &str) -> Says {
    let small = |c: char| c.to_lowercase().next().unwrap_or(c);
    let mut says = Says::Nothing;
    let mut before = ' ';
    for c in word.chars().map(small) {
        let certain = match before {
            // French has `aï`, `aé`, `eû`, `oû` and `où`, Finnish `eä`, Vietnamese `oà`, `uâ`, `uê` and their like.
            'a' => matches!(c, 'ù' | 'ø' | 'õ' | 'å' | 'ä' | 'û' | 'à' | 'á' | 'ã' | 'â'),
            'e' => matches!(c, 'ù' | 'ø' | 'õ' | 'å' | 'à' | 'ã' | 'â'),
            'o' => matches!(c, 'ø' | 'õ' | 'å' | 'ä' | 'â'),
            'u' => matches!(c, 'ù' | 'ø' | 'õ' | 'û'),
            'y' => matches!(c, 'ù' | 'ø' | 'õ' | 'û'),
            'ö' => matches!(c, 'ù' | 'ø' | 'õ' | 'û' | 'ï' | 'ô'),
            'ô' => matches!(c, 'ù' | 'ø' | 'õ' | 'û' | 'ï'),
            _ => false,
        };
        if certain {
            return Says::Certain;
        }
        if matches!(c, 'ö' | 'ñ' | 'ï' | 'û' | 'ø' | 'ä' | 'å' | 'ë' | 'æ' | 'î') {
            says = Says::Fits;
        }
        before = c;
    }
    says
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misread_lines_are_told() {
        for line in [
            "§iÓm b¸o huyÖn M©y Xanh",
            "Ph¸t hµnh: 14/02/2031",
            "N¨m 2031",
            "TIN NGOµI HUYÖN",
            "THø S¸U",
            "13/ ChuyÓn giao hµnh chÝnh",
        ] {
            assert_eq!(misread(line), Some(Legacy::Tcvn3), "{line}");
        }
        for line in ["Baùo caùo", "BAÙO CAÙO THAÙNG 2", "Ñieåm baùo huyeän Maây Xanh", "caàu môùi nhö ñöôøng cuõ"]
        {
            assert_eq!(misread(line), Some(Legacy::Vni), "{line}");
        }
    }

    #[test]
    fn other_languages_and_signs_are_not() {
        let lines = [
            "Cầu Tre thông xe sau ba năm chờ đợi",
            "Ban qua hai nam, xe to, ba lon",
            "THÔNG CÁO, ngày 2",
            "Hoà Nhà hoá toán luân thuê khoẻ",
            "François a préféré la crème brûlée à côté de l'hôtel où Noël, naïf, mangeait du maïs en août",
            "CRéDIT à LA CONSOMMATION, DéCRET Nº 5, NIñOS, AVIóN",
            "nous eûmes l’égoïsme ambiguë d’un héros aérien",
            "Señor Muñoz vivía en la mañana con niños pequeños; creé, reúne, aún, 1ª y Mª del Mar",
            "Müller größer Straße über Fußgänger, Größe 5 µm, § 5 und §7a, Läufer, Öl",
            "Blåbærgrød på øen, Ærø, håndsåede ååer",
            "§§ 5 und 6, ®®, (©), 3×4, a×b, «Intel®»",
            "col·lecció, paral·lel, ça va «bien» ou «mal», Intel® Core™ ©2031 Ánh",
            "Điều 5¹ và mục 2²",
            "tri¬ thông¬ tin¬ cho nhân viên",
            "informa¬tion and com¬munica¬tion",
            "São Paulo, coração, mãe, põe",
            "Jyväskylä, päivää, hyvää yötä, itseään, pimeä",
            "",
        ];
        for line in lines {
            assert_eq!(misread(line), None, "{line}");
        }
    }
}

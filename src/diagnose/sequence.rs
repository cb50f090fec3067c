//! Sequences of numbers that should rise: which members break them, and which are left out or used twice.
//!
//! Pure: numbers in, indices out. What the numbers count is the callers' matter.

use std::collections::{HashMap, VecDeque};

/// Indices of the fewest members that have to go so that the rest rises strictly.
pub(super) fn falling(numbers: &[usize]) -> Vec<usize> {
    outside(numbers, |tails, number| tails.partition_point(|tail| *tail < number))
}

/// Indices of the fewest members that have to go so that the rest never falls.
pub(super) fn lonely(numbers: &[u32]) -> Vec<usize> {
    outside(numbers, |tails, number| tails.partition_point(|tail| *tail <= number))
}

/// Indices outside of one longest subsequence, by patience sorting: n log n.
fn outside<T: Copy>(numbers: &[T], slot: impl Fn(&[T], T) -> usize) -> Vec<usize> {
    let mut tails: Vec<T> = Vec::new();
    let mut at_tail: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; numbers.len()];
    for (at, &number) in numbers.iter().enumerate() {
        let place = slot(&tails, number);
        if let Some(own) = before.get_mut(at) {
            *own = place.checked_sub(1).and_then(|p| at_tail.get(p)).copied();
        }
        if place < tails.len() {
            tails.splice(place..=place, [number]);
            at_tail.splice(place..=place, [at]);
        } else {
            tails.push(number);
            at_tail.push(at);
        }
    }
    let mut kept = vec![false; numbers.len()];
    let mut next = at_tail.last().copied();
    while let Some(at) = next {
        if let Some(own) = kept.get_mut(at) {
            *own = true;
        }
        next = before.get(at).copied().flatten();
    }
    kept.iter().enumerate().filter_map(|(at, kept)| (!kept).then_some(at)).collect()
}

/// A number in a sequence that counts up by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numbered {
    /// The number.
    pub(super) number: u32,
    /// Whether counting may begin again here.
    pub(super) may_restart: bool,
    /// Whether a printed heading says so.
    pub(super) headed: bool,
}

/// What is wrong at a member of a sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// Numbers are left out before it: the first and the last of them.
    Gap(u32, u32),
    /// Its number has been used.
    Repeated,
}

/// Faults that were found so far; thousands of members may be at fault.
#[derive(Debug, Default)]
struct Faults {
    /// In order, with the index of the member; None where a later member mended it.
    found: Vec<Option<(usize, Fault)>>,
    /// Where the gaps of a single number stand among them.
    single: HashMap<u32, VecDeque<usize>>,
}

impl Faults {
    fn push(&mut self, at: usize, fault: Fault) {
        if let Fault::Gap(from, to) = fault
            && from == to
        {
            self.single.entry(from).or_default().push_back(self.found.len());
        }
        self.found.push(Some((at, fault)));
    }

    /// Takes back the first gap of this number alone; false where there is none.
    fn fill(&mut self, number: u32) -> bool {
        let gap = self.single.get_mut(&number).and_then(VecDeque::pop_front);
        gap.and_then(|at| self.found.get_mut(at)?.take()).is_some()
    }
}

/// Counting that begins higher than this goes on from elsewhere: nothing is left out before its first number.
const HIGHEST_FIRST: u32 = 3;

/// The highest number that may begin a new count. In `1 2 3 |1 2 |1 2`, a number behind a bar may, and the count begins anew
/// there. None may, so that the highest is 0, where no count begins at 1 again; nor in `1 |1 2 |3`, where one place alone
/// begins again, right behind a 1, and the count goes on over the next bar: there 1 was printed twice.
fn restarts(sequence: &[Numbered]) -> u32 {
    let pairs = || sequence.iter().zip(sequence.iter().skip(1));
    let anew = |(before, this): &(&Numbered, &Numbered)| this.may_restart && this.number <= before.number;
    let from_one = pairs().filter(anew).filter(|(_, this)| this.number == 1).count();
    let goes_on = pairs()
        .skip_while(|pair| !anew(pair))
        .skip(1)
        .any(|(before, this)| this.may_restart && this.number == before.number + 1);
    let once = pairs().filter(anew).count() == 1;
    let repeats = pairs().find(anew).is_some_and(|(before, this)| before.number == this.number);
    if from_one == 0 || once && goes_on && repeats { 0 } else { HIGHEST_FIRST }
}

/// Where a sequence that should count up by one does not, with the index of the member.
///
/// A single number that is wrong is one fault, not a gap and a repetition: the count goes on behind it.
pub(super) fn faults(sequence: &[Numbered]) -> Vec<(usize, Fault)> {
    let mut found = Faults::default();
    let mut expected = 1;
    let mut first = true;
    let highest_first = restarts(sequence);
    // Whether the count goes on over some heading, at this member or behind it.
    let pairs = sequence.iter().zip(sequence.iter().skip(1));
    let last_over = pairs.clone().rposition(|(a, b)| b.may_restart && b.number == a.number + 1).map(|at| at + 1);
    for (at, member) in sequence.iter().enumerate() {
        let number = member.number;
        let next = sequence.get(at + 1).map(|n| n.number);
        // `1 2 |1 4`: the count goes on as if a 3 stood there.
        let goes_on = next == Some(expected + 1)
            && next != Some(number + 1)
            && (!member.headed || last_over.is_some_and(|last| at < last));
        let begins = first || member.may_restart && number < expected && number <= highest_first && !goes_on;
        if begins {
            first = false;
            if number > 1 && number <= HIGHEST_FIRST {
                found.push(at, Fault::Gap(1, number - 1));
            }
            expected = number + 1;
        } else if number == expected {
            expected += 1;
        } else if next == Some(expected + 1) {
            // The count goes on as if the right number stood here.
            found.push(at, if number < expected { Fault::Repeated } else { Fault::Gap(expected, expected) });
            expected += 1;
        } else if number > expected {
            found.push(at, Fault::Gap(expected, number - 1));
            expected = number + 1;
        } else if !found.fill(number) {
            // One that fills a gap stands late: two members were swapped, nothing is left out.
            found.push(at, Fault::Repeated);
        }
    }
    found.found.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fewest_members_go() {
        assert_eq!(falling(&[0, 2, 1, 3]), [1]);
        assert_eq!(falling(&[3, 0, 1, 2]), [0]);
        assert_eq!(falling(&[0, 1, 2]), [] as [usize; 0]);
        assert_eq!(lonely(&[1, 3, 4, 2, 6]), [3]);
        assert_eq!(lonely(&[1, 70, 8, 9]), [1]);
        assert_eq!(lonely(&[1, 1, 2, 2]), [] as [usize; 0]);
    }

    /// `|` before a number: counting may begin again there; `#`: because of a printed heading.
    fn faults_of(text: &str) -> Vec<(usize, Fault)> {
        let sequence: Vec<Numbered> = text
            .split(' ')
            .map(|word| Numbered {
                number: word.trim_start_matches(['|', '#']).parse().unwrap(),
                may_restart: word.starts_with(['|', '#']),
                headed: word.starts_with('#'),
            })
            .collect();
        faults(&sequence)
    }

    #[test]
    fn one_wrong_number_is_one_fault() {
        use Fault::{Gap, Repeated};
        let cases: &[(&str, &[(usize, Fault)])] = &[
            ("1 2 3 4", &[]),
            ("1 2 |1 2 |3 4 |1", &[]),
            ("1 2 4 5", &[(2, Gap(3, 3))]),
            ("1 2 6", &[(2, Gap(3, 5))]),
            ("1 2 5 4 5", &[(2, Gap(3, 3))]),
            ("1 2 40 4", &[(2, Gap(3, 3))]),
            ("1 2 2 4", &[(2, Repeated)]),
            ("1 2 3 3 4 5", &[(3, Repeated)]),
            ("1 2 3 3", &[(3, Repeated)]),
            ("1 3 2 4", &[]),
            ("2 3 4", &[(0, Gap(1, 1))]),
            ("7 8 9", &[]),
            ("1 2 |2 3", &[(2, Repeated)]),
            ("1 2 |1 2 |2 3", &[(4, Gap(1, 1))]),
            ("1 |1 2 3 |4", &[(1, Repeated)]),
            ("1 |1 3 4", &[(1, Repeated)]),
            ("1 #1 3 4", &[(2, Gap(2, 2))]),
            ("1 #1 3 4 #5", &[(1, Repeated)]),
            ("1 |1 2 3", &[]),
            ("1 |1 |1", &[]),
            ("1 2 |1 2 |3 |1", &[]),
            ("1 2 |3 4", &[]),
            ("1 2 1 4", &[(2, Repeated)]),
            ("1 2 2 |4 5", &[(2, Repeated)]),
        ];
        for (text, wanted) in cases {
            assert_eq!(faults_of(text), *wanted, "{text}");
        }
    }
}

//! Work on several threads, taken in its order, in memory that does not grow with the amount of it.
//!
//! One thread, the caller's, finds the tasks and takes what was made of them, both in order; workers do what lies
//! between. Nothing piles up: tasks are handed out only while few are under way, and while little that is finished waits
//! for an earlier one. What is done to an input is no business of this module.

use std::collections::VecDeque;
use std::num::NonZeroUsize;
use std::thread;

use crossbeam_channel::{Receiver, Sender, bounded};

/// Tasks under way for each worker: the one at work, and so many that it rarely waits for the caller's thread, which
/// costs more than a short task. What waits to be begun needs no memory of note.
const AHEAD: usize = 16;
/// Results for each worker that the caller's thread has not fetched; then the worker waits.
const UNFETCHED: usize = 2;
/// Places for what is under way or waits, for each worker. A short task that stands behind a long one waits.
const WINDOW: usize = 64;
/// Bytes that may wait before no further task is handed out.
const WAITING: usize = 1 << 20;

/// What is found next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Next<T, M> {
    /// Something to do.
    Task(T),
    /// Something that is made already, and only has to be taken in its turn.
    Made(M),
}

/// The two ends of the work, which see everything in order.
pub(super) trait Ends {
    /// Something to do.
    type Task: Send;
    /// What is made of it.
    type Made: Send;

    /// Finds the next task; none at the end.
    fn next(&mut self) -> Option<Next<Self::Task, Self::Made>>;

    /// Takes what was made. An error ends the work.
    fn take(&mut self, made: Self::Made) -> anyhow::Result<()>;

    /// The memory in bytes, roughly, that something made holds while it waits.
    fn weight(made: &Self::Made) -> usize;
}

/// Runs the tasks that `ends` finds on `jobs` threads. `worker` is called once for each of them, on its own thread, and
/// gives what does the work there.
///
/// # Errors
/// The first error of [`Ends::take`]. Tasks under way are finished then, and others are not begun.
pub(super) fn run<E, F>(jobs: NonZeroUsize, ends: &mut E, worker: impl Fn() -> F + Sync) -> anyhow::Result<()>
where
    E: Ends,
    F: FnMut(E::Task) -> E::Made,
{
    if jobs.get() == 1 {
        let mut work = worker();
        while let Some(next) = ends.next() {
            let made = match next {
                Next::Task(task) => work(task),
                Next::Made(made) => made,
            };
            ends.take(made)?;
        }
        return Ok(());
    }
    thread::scope(|scope| {
        let (tasks, to_do) = bounded::<(usize, E::Task)>(jobs.get() * AHEAD);
        let (done, results) = bounded::<(usize, E::Made)>(jobs.get() * UNFETCHED);
        let start = || {
            let (to_do, done) = (to_do.clone(), done.clone());
            let worker = &worker;
            scope.spawn(move || {
                let mut work = worker();
                for (at, task) in to_do {
                    if done.send((at, work(task))).is_err() {
                        break;
                    }
                }
            });
        };
        let outcome = Queue::new(jobs.get(), &tasks, &results).run(ends, start);
        // What was handed out and is not begun stays undone.
        if outcome.is_err() {
            while to_do.try_recv().is_ok() {}
        }
        outcome
    })
}

/// What is under way and what waits for its turn.
struct Queue<'a, E: Ends> {
    /// The most threads.
    jobs: usize,
    /// Threads that have been started. They are started as they are needed.
    started: usize,
    /// Where tasks go.
    tasks: &'a Sender<(usize, E::Task)>,
    /// Where they come back from.
    results: &'a Receiver<(usize, E::Made)>,
    /// What was found and has not been taken, in order; none for what is under way.
    places: VecDeque<Option<E::Made>>,
    /// How many were taken: the number of the first place.
    taken: usize,
    /// Tasks under way.
    under_way: usize,
    /// The memory that waits, in bytes.
    waiting: usize,
}

impl<'a, E: Ends> Queue<'a, E> {
    /// An empty queue.
    fn new(jobs: usize, tasks: &'a Sender<(usize, E::Task)>, results: &'a Receiver<(usize, E::Made)>) -> Self {
        Self { jobs, started: 0, tasks, results, places: VecDeque::new(), taken: 0, under_way: 0, waiting: 0 }
    }

    /// Runs to the end.
    fn run(mut self, ends: &mut E, start: impl Fn()) -> anyhow::Result<()> {
        let mut more = true;
        while more || !self.places.is_empty() {
            if more && self.has_room() {
                match ends.next() {
                    None => more = false,
                    Some(Next::Made(made)) => {
                        self.waiting += E::weight(&made);
                        self.places.push_back(Some(made));
                    }
                    Some(Next::Task(task)) => self.hand_out(task, &start),
                }
                while let Ok(result) = self.results.try_recv() {
                    self.put(result);
                }
            } else if self.under_way > 0 && self.places.front().is_some_and(Option::is_none) {
                let Ok(result) = self.results.recv() else { break };
                self.put(result);
            }
            while let Some(Some(_)) = self.places.front() {
                let Some(made) = self.places.pop_front().flatten() else { break };
                self.taken += 1;
                self.waiting -= E::weight(&made);
                ends.take(made)?;
            }
        }
        Ok(())
    }

    /// Whether another task may be found.
    fn has_room(&self) -> bool {
        self.under_way < self.jobs * AHEAD && self.places.len() < self.jobs * WINDOW && self.waiting < WAITING
    }

    /// Hands out a task. There is always room for it in the channel.
    fn hand_out(&mut self, task: E::Task, start: &impl Fn()) {
        if self.started < self.jobs && self.started <= self.under_way {
            self.started += 1;
            start();
        }
        if self.tasks.send((self.taken + self.places.len(), task)).is_ok() {
            self.under_way += 1;
            self.places.push_back(None);
        }
    }

    /// Puts a result at its place.
    fn put(&mut self, (at, made): (usize, E::Made)) {
        self.under_way -= 1;
        self.waiting += E::weight(&made);
        if let Some(place) = at.checked_sub(self.taken).and_then(|place| self.places.get_mut(place)) {
            *place = Some(made);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;
    use std::time::Duration;

    use anyhow::bail;

    use super::*;

    /// Numbers to square; every third one is made already.
    struct Squares {
        /// The next number.
        next: u64,
        /// Where they end.
        end: u64,
        /// What was taken.
        taken: Vec<u64>,
        /// The square that is refused.
        refused: Option<u64>,
        /// The most numbers that were found and not taken.
        most: u64,
    }

    impl Squares {
        fn new(end: u64) -> Self {
            Self { next: 0, end, taken: Vec::new(), refused: None, most: 0 }
        }
    }

    impl Ends for Squares {
        type Task = u64;
        type Made = u64;

        fn next(&mut self) -> Option<Next<u64, u64>> {
            let number = (self.next < self.end).then_some(self.next)?;
            self.next += 1;
            self.most = self.most.max(self.next - self.taken.len() as u64);
            Some(if number % 3 == 2 { Next::Made(number * number) } else { Next::Task(number) })
        }

        fn take(&mut self, made: u64) -> anyhow::Result<()> {
            if self.refused == Some(made) {
                bail!("enough");
            }
            self.taken.push(made);
            Ok(())
        }

        fn weight(made: &u64) -> usize {
            // A large number alone fills the queue.
            if *made > 1_000_000 { WAITING } else { 1 }
        }
    }

    fn jobs(number: usize) -> NonZeroUsize {
        NonZeroUsize::new(number).unwrap()
    }

    #[test]
    fn everything_is_taken_in_order_by_any_number_of_threads() {
        for number in [1, 2, 3, 16] {
            let mut ends = Squares::new(2000);
            run(jobs(number), &mut ends, || |task| task * task).unwrap();
            assert_eq!(ends.taken, (0..2000).map(|n| n * n).collect::<Vec<_>>(), "{number}");
        }
        let mut none = Squares::new(0);
        run(jobs(4), &mut none, || |task| task * task).unwrap();
        assert!(none.taken.is_empty());
    }

    #[test]
    fn little_is_found_ahead_of_a_slow_task() {
        let mut ends = Squares::new(2000);
        let slow = |task| {
            if task == 0 {
                thread::sleep(Duration::from_millis(50));
            }
            task * task
        };
        run(jobs(2), &mut ends, || slow).unwrap();
        assert_eq!(ends.taken.len(), 2000);
        assert!(ends.most <= 2 * WINDOW as u64 + 1, "{}", ends.most);
    }

    #[test]
    fn an_error_ends_the_work() {
        for number in [1, 4] {
            let mut ends = Squares::new(1 << 40);
            ends.refused = Some(100 * 100);
            let begun = Mutex::new(0);
            let error = run(jobs(number), &mut ends, || {
                |task| {
                    *begun.lock().unwrap() += 1;
                    task * task
                }
            });
            assert_eq!(error.unwrap_err().to_string(), "enough");
            assert_eq!(ends.taken.len(), 100);
            assert!(*begun.lock().unwrap() <= 100 + 4 * WINDOW);
        }
    }

    #[test]
    fn threads_are_started_as_they_are_needed() {
        let started = Mutex::new(0);
        let mut ends = Squares::new(1);
        run(jobs(8), &mut ends, || {
            *started.lock().unwrap() += 1;
            |task| task
        })
        .unwrap();
        assert_eq!((ends.taken.len(), *started.lock().unwrap()), (1, 1));
    }
}

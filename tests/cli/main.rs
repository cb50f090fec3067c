//! The command from the outside: what it writes, what it says, and how it ends.
//!
//! Each case works in a directory of its own. All texts are invented. Every JSON that a case reads is checked against
//! the schema that the program prints.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails is a test that fails")]

mod batch;
mod check;
mod ci;
mod convert;
mod folder;
mod inputs;
mod killed;
mod manifest;
mod names;
mod obstacles;
mod piping;
mod review;
mod schema;
mod terminal;
mod text;

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

/// A text that no layout fits.
const LETTER: &str = "Kính gửi: Tổ dân phố số 3\n\nChiều nay khu chợ nghỉ bán.\n";

/// A small press review: a masthead, a table of contents, two sections, three articles.
const REVIEW: &str = "\
ĐIỂM BÁO HUYỆN THỬ
Số 7/2031 - Thứ Sáu, ngày 14/02/2031

MỤC LỤC

I. TIN TRONG HUYỆN
1. Xã Mẫu Nhất mở lớp \"điện thoại cho người già\"
2. Cầu Ví Dụ thông xe sau Tết
II. TIN NGOÀI HUYỆN
3. Tỉnh bạn thử xe buýt, tàu thủy chung vé

I. TIN TRONG HUYỆN

1. Xã Mẫu Nhất mở lớp \"điện thoại cho người già\"

Lớp học mở tối thứ ba hằng tuần tại nhà văn hóa xã, do đoàn viên đứng lớp.

Học viên lớn tuổi nhất năm nay đã 81 tuổi. (Vidu.vn 13/02, Lê Thử, Trần Mẫu)

2. Cầu Ví Dụ thông xe sau Tết

Cây cầu dài 120 mét nối hai bờ sông Thử đã cho xe máy qua lại từ sáng nay. (Baothu.vn 12/02, Phạm Ví)

II. TIN NGOÀI HUYỆN

3. Tỉnh bạn thử xe buýt, tàu thủy chung vé

Một vé đi được cả hai loại phương tiện trong ngày, giá 20.000 đồng. (Baomau.vn 11/02)
";

/// A case: a directory of its own.
struct Case {
    /// The directory, removed in the end.
    dir: TempDir,
}

/// How a run ended and what it wrote.
#[derive(Debug)]
struct Outcome {
    /// The exit status.
    status: i32,
    /// Standard output.
    stdout: Vec<u8>,
    /// Standard error.
    stderr: String,
}

impl Case {
    /// A case in an empty directory.
    fn new() -> Self {
        Self { dir: tempfile::tempdir().unwrap() }
    }

    /// A case in a directory with these files, each with a text that no layout fits.
    fn with(names: &[&str]) -> Self {
        let case = Self::new();
        for name in names {
            case.write(name, LETTER);
        }
        case
    }

    /// The directory.
    fn path(&self) -> &Path {
        self.dir.path()
    }

    /// Writes a file, with the folders that it needs.
    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Reads a JSON file.
    fn json(&self, name: &str) -> Value {
        let path = self.path().join(name);
        let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        serde_json::from_slice(&bytes).unwrap()
    }

    /// Every file below a folder, sorted, with paths relative to it.
    fn files(&self, folder: &str) -> Vec<String> {
        fn collect(folder: &Path, root: &Path, files: &mut Vec<String>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    collect(&path, root, files);
                } else {
                    files.push(path.strip_prefix(root).unwrap().to_str().unwrap().to_owned());
                }
            }
        }
        let (root, mut files) = (self.path().join(folder), Vec::new());
        collect(&root, &root, &mut files);
        files.sort();
        files
    }

    /// The program in the case's directory, untouched by colour settings of the environment.
    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bantin"));
        command.args(args).current_dir(self.path());
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
            command.env_remove(name);
        }
        command
    }

    /// Runs the program with an empty standard input.
    fn run(&self, args: &[&str]) -> Outcome {
        self.run_with(args, b"")
    }

    /// Runs the program with `stdin` as standard input.
    fn run_with(&self, args: &[&str], stdin: &[u8]) -> Outcome {
        let output = assert_cmd::Command::from_std(self.command(args)).write_stdin(stdin).output().unwrap();
        Outcome {
            status: output.status.code().unwrap(),
            stdout: output.stdout,
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Outcome {
    /// Standard output, of a run that ended well and had nothing to say, a summary aside.
    #[track_caller]
    fn clean(self) -> Vec<u8> {
        assert_eq!((self.status, self.messages()), (0, ""));
        self.stdout
    }

    /// Standard error up to the summary that a run over several inputs ends with.
    fn messages(&self) -> &str {
        let is_summary = |line: &str| {
            let (number, rest) = line.split_once(' ').unwrap_or_default();
            number.parse::<u64>().is_ok() && rest.starts_with("converted")
        };
        let lines = self.stderr.split_inclusive('\n');
        let length = lines.take_while(|line| !is_summary(line.trim_end())).map(str::len).sum();
        &self.stderr[..length]
    }

    /// What a run says at its end.
    fn summary(&self) -> &str {
        &self.stderr[self.messages().len()..]
    }
}

/// The records of a JSON Lines text.
fn lines(stdout: &[u8]) -> Vec<Value> {
    let text = str::from_utf8(stdout).unwrap();
    assert!(text.is_empty() || text.ends_with('\n'));
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The bulletins of a JSON Lines text, valid all of them.
#[track_caller]
fn bulletins(stdout: &[u8]) -> Vec<Value> {
    let bulletins = lines(stdout);
    schema::assert_valid("bulletin", &bulletins);
    bulletins
}

/// The paths of the bulletins in a JSON Lines text.
#[track_caller]
fn paths(stdout: &[u8]) -> Vec<String> {
    bulletins(stdout).iter().map(|bulletin| bulletin["file"]["path"].as_str().unwrap().to_owned()).collect()
}

//! The `bantin` command.
fn main() {
    let mut out = String::new();
    for p in std::env::args().skip(1) {
        let mut paths: Vec<_> = if std::path::Path::new(&p).is_dir() { std::fs::read_dir(&p).unwrap().map(|e| e.unwrap().path()).collect() } else { vec![p.into()] };
        paths.sort();
        for path in paths {
            let raw = std::fs::read(&path).unwrap();
            let text = String::from_utf8_lossy(&raw);
            let b = bantin::parse(&text, &bantin::Options { path: path.display().to_string(), line_roles: false, ..Default::default() });
            out.push_str(&serde_json::to_string(&b).unwrap());
            out.push('\n');
        }
    }
    print!("{out}");
}

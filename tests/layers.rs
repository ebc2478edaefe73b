//! The layers of `design.md`: an import points down only, and the wings never import each other.

use std::fs;
use std::path::{Path, PathBuf};

/// What the modules of each layer may import besides themselves; the crate's door re-exports the ground.
const GROUND: &[&str] = &["error", "text", "url", "Error", "Limits"];
const DOM: &[&str] = &["error", "text", "url", "Error", "Limits", "dom"];
const LABELS: &[&str] = &["error", "text", "url", "Error", "Limits", "dom", "labels"];

/// Modules by their names, each with what it may import; none for those above all.
const LAYERS: &[(&str, Option<&[&str]>)] = &[
    ("error", Some(&[])),
    ("text", Some(&["error", "Error", "Limits"])),
    ("url", Some(&["error", "Error", "Limits"])),
    ("dom", Some(GROUND)),
    ("labels", Some(DOM)),
    ("metadata", Some(LABELS)),
    ("content", Some(LABELS)),
    // These two take any text, and so stand on the ground alone.
    ("keywords", Some(GROUND)),
    ("highlight", Some(GROUND)),
    (
        "article",
        Some(&[
            "error",
            "text",
            "url",
            "Error",
            "Limits",
            "dom",
            "labels",
            "metadata",
            "content",
            "keywords",
            "highlight",
        ]),
    ),
    ("api", None),
    ("bin", None),
    ("lib", None),
];

#[test]
fn imports_point_down_only() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    for file in files(&src) {
        let inside = file.strip_prefix(&src).expect("a file of src");
        let module = inside.components().next().expect("a name").as_os_str().to_string_lossy();
        let module = module.trim_end_matches(".rs");
        let (_, allowed) = LAYERS.iter().find(|(name, _)| *name == module).unwrap_or_else(|| {
            panic!("the module {module} is in no layer: say in tests/layers.rs what it stands on");
        });
        let Some(allowed) = allowed else { continue };
        for import in imports(&fs::read_to_string(&file).expect("a readable source")) {
            if import != module && !allowed.contains(&import.as_str()) {
                wrong.push(format!("{} imports {import}", inside.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a readable folder").map(|entry| entry.expect("an entry").path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let sources = files.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "rs"));
    sources.chain(folders.iter().flat_map(|folder| self::files(folder))).collect()
}

/// The names right behind `crate::` in a source: of a group, each of its own. Comments and tests' own imports count, too.
fn imports(source: &str) -> Vec<String> {
    source.split("crate::").skip(1).filter(|rest| !rest.is_empty()).flat_map(names).collect()
}

fn names(rest: &str) -> Vec<String> {
    let Some(group) = rest.strip_prefix('{') else { return vec![name(rest)] };
    let (mut depth, mut names) = (0, vec![name(group)]);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(name(group[at + 1..].trim_start())),
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn name(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[test]
fn imports_are_read_from_groups_and_paths() {
    let source = "use crate::{Error, dom::{self, Name}, text};\nfn f() { crate::url::resolve() }";
    assert_eq!(imports(source), ["Error", "dom", "text", "url"]);
    let wrong = names("{metadata::Facts}");
    assert_eq!(wrong, ["metadata"]);
}

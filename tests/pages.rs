//! Pages of our own, each with the rule it shows: `tests/pages/<slug>/` holds `page.html`, `rule.md` (one line), the fields
//! of the article that the rule is about in `article.json`, and options of the extraction in `options.json`.
//!
//! `UPDATE=1 cargo test --test pages` rewrites the fields that an `article.json` lists; one that is missing fails.
#![cfg(feature = "cli")]

use std::path::{Path, PathBuf};
use std::{env, fs};

use rubricate::dom::{self, Selector};
use rubricate::{Article, Error, Options, extract};
use serde_json::{Map, Value};

#[test]
fn pages_give_their_articles() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut folders: Vec<PathBuf> =
        fs::read_dir(&folder).expect("tests/pages").map(|entry| entry.expect("an entry").path()).collect();
    folders.sort();
    assert!(!folders.is_empty(), "no pages in {}", folder.display());
    let problems: Vec<String> = folders.iter().flat_map(|folder| check(folder)).collect();
    assert!(problems.is_empty(), "{} problems\n{}", problems.len(), problems.join("\n"));
}

/// What is wrong with one page, a line or more each.
fn check(folder: &Path) -> Vec<String> {
    let slug = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let rule = fs::read_to_string(folder.join("rule.md")).unwrap_or_default();
    if rule.trim().is_empty() || rule.trim().lines().count() > 1 {
        return vec![format!("{slug}: rule.md does not say in one line which rule the page shows")];
    }
    match article(folder) {
        Ok(article) => compare(&slug, &folder.join("article.json"), article, mode()),
        Err(error) => vec![format!("{slug}: {error}")],
    }
}

/// What is done with the fields that a reference lists.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Compare,
    Rewrite,
}

/// Compares the fields that a reference lists, or rewrites them.
fn compare(slug: &str, reference: &Path, article: Value, mode: Mode) -> Vec<String> {
    let listed: Map<String, Value> = match fs::read_to_string(reference).map(|text| serde_json::from_str(&text)) {
        Ok(Ok(listed)) => listed,
        Ok(Err(error)) => return vec![format!("{slug}: article.json: {error}")],
        Err(_) if mode == Mode::Rewrite => Map::from_iter([("textContent".to_owned(), Value::Null)]),
        Err(_) => return vec![format!("{slug}: there is no article.json; list the fields that the rule is about")],
    };
    let field = |name: &String| article.get(name).cloned().unwrap_or(Value::Null);
    if mode == Mode::Rewrite {
        let fields: Map<_, _> = listed.keys().map(|name| (name.clone(), field(name))).collect();
        let text = serde_json::to_string_pretty(&fields).expect("a map of strings");
        fs::write(reference, text + "\n").expect("a writable article.json");
        return Vec::new();
    }
    let wrong = listed.iter().filter(|(name, want)| field(name) != **want);
    wrong.map(|(name, want)| format!("{slug}: {name}\n{}", difference(want, &field(name)))).collect()
}

fn mode() -> Mode {
    if env::var_os("UPDATE").is_some_and(|value| value == "1") { Mode::Rewrite } else { Mode::Compare }
}

/// The first place where two values differ, with what stands around it.
fn difference(want: &Value, got: &Value) -> String {
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        value => serde_json::to_string_pretty(value).expect("a value"),
    };
    let (want, got) = (text(want), text(got));
    let same = want.chars().zip(got.chars()).take_while(|(a, b)| a == b).count();
    let around = |text: &str| text.chars().skip(same.saturating_sub(40)).take(120).collect::<String>();
    format!("  want …{}…\n  got  …{}…", around(&want), around(&got))
}

/// The article of the page in a folder, as it is given to callers.
fn article(folder: &Path) -> Result<Value, Error> {
    let bytes = fs::read(folder.join("page.html")).map_err(|error| Error::BadInput(format!("page.html: {error}")))?;
    let given: Value = match fs::read_to_string(folder.join("options.json")) {
        Ok(text) => serde_json::from_str(&text).map_err(|error| Error::BadInput(format!("options.json: {error}")))?,
        Err(_) => Value::Null,
    };
    let options = options(&given)?;
    let html = dom::decode(&bytes, given["charset"].as_str());
    let page = dom::parse(&html, given["url"].as_str(), &options.limits)?;
    let article: Article = extract(&page, &options)?;
    serde_json::to_value(article).map_err(|error| Error::BadInput(error.to_string()))
}

fn options(given: &Value) -> Result<Options, Error> {
    let known = ["url", "charset", "now", "root", "include", "exclude", "keywords", "markdown", "setAside", "explain"];
    let unknown = given.as_object().and_then(|given| given.keys().find(|name| !known.contains(&name.as_str())));
    if let Some(name) = unknown {
        return Err(Error::bad_option(name, "is not known to tests/pages.rs"));
    }
    let selectors = |name: &str| -> Result<Vec<Selector>, Error> {
        let list = given[name].as_array().into_iter().flatten().filter_map(Value::as_str);
        list.map(|text| Selector::parse(text, name)).collect()
    };
    let mut options = Options::default();
    options.now = given["now"].as_str().map(str::to_owned);
    options.keywords = given["keywords"].as_u64().unwrap_or(0) as usize;
    options.markdown = given["markdown"] == true;
    options.set_aside = given["setAside"] == true;
    options.explain = given["explain"] == true;
    options.corrections.root = given["root"].as_str().map(|text| Selector::parse(text, "root")).transpose()?;
    options.corrections.include = selectors("include")?;
    options.corrections.exclude = selectors("exclude")?;
    Ok(options)
}

#[test]
fn a_missing_reference_is_a_problem() {
    let problems = compare("x", Path::new("/nowhere/article.json"), Value::Null, Mode::Compare);
    assert_eq!(problems, ["x: there is no article.json; list the fields that the rule is about"]);
}

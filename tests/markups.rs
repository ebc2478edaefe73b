//! The seed page's facts in markups of our own: tables, lists of terms, spans, elements that a script made, English labels.
//!
//! `tests/markups/*.html` are templates; the facts come from `../shared/seed/expected.json`, without which nothing is tested.
#![cfg(feature = "cli")]

use std::fs;
use std::path::{Path, PathBuf};

use rubricate::dom;
use rubricate::{Options, extract};
use serde_json::{Value, json};

#[test]
fn every_markup_gives_the_same_facts() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let Ok(facts) = fs::read_to_string(root.join("../shared/seed/expected.json")) else {
        eprintln!("skipped: ../shared/seed is absent");
        return;
    };
    let facts: Value = serde_json::from_str(&facts).expect("expected.json");
    let folder = fs::read_dir(root.join("tests/markups")).expect("tests/markups");
    let mut templates: Vec<PathBuf> = folder.map(|entry| entry.expect("an entry").path()).collect();
    templates.sort();
    let problems: Vec<String> = templates.iter().flat_map(|template| check(template, &facts)).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// What differs between the facts and those of one markup's article.
fn check(template: &Path, facts: &Value) -> Vec<String> {
    let html = filled(&fs::read_to_string(template).expect("a template"), facts);
    let options = Options::default();
    let page = dom::parse(&html, Some("https://seed.example/detail/1"), &options.limits).expect("a page");
    let article = serde_json::to_value(extract(&page, &options).expect("an article")).expect("JSON");
    let name = template.file_stem().unwrap_or_default().to_string_lossy();
    let mut problems = Vec::new();
    let mut same = |field: &str, got: Value, want: Value| {
        if got != want {
            problems.push(format!("{name}: {field}\n  want {want}\n  got  {got}"));
        }
    };
    for field in ["title", "siteName", "section", "pageType", "tags"] {
        same(field, article[field].clone(), facts[field].clone());
    }
    same("publishedTime", article["publishedTime"].clone(), facts["publishedTime"].clone());
    same("source", article["source"]["name"].clone(), facts["source"]["name"].clone());
    same("lang", json!(article["lang"].as_str().map(|lang| &lang[..2])), facts["lang"].clone());
    same("credit", article["images"][0]["credit"].clone(), facts["images"][0]["credit"].clone());
    same("notice", article["notices"][0]["kind"].clone(), facts["notices"][0]["kind"].clone());
    same("body", paragraphs(article["textContent"].as_str().unwrap_or_default(), facts), facts["paragraphs"].clone());
    let wanted: Vec<[&Value; 4]> = facts["related"].as_array().into_iter().flatten().map(item).collect();
    let given: Vec<[&Value; 4]> = article["related"].as_array().into_iter().flatten().map(item).collect();
    same("related", json!(given), json!(wanted));
    problems
}

/// What is compared of a related item.
fn item(one: &Value) -> [&Value; 4] {
    ["title", "section", "date", "duration"].map(|field| &one[field])
}

/// The lines of a text without the picture's credit, which may stand among them.
fn paragraphs(text: &str, facts: &Value) -> Value {
    let credit = facts["images"][0]["credit"].as_str().unwrap_or_default();
    text.lines().filter(|line| line.len() > 100 || !line.contains(credit)).collect()
}

/// A template with the facts in their places.
fn filled(template: &str, facts: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let (before, rest) = template.split_once("{{#related}}").expect("related items");
    let (item, after) = rest.split_once("{{/related}}").expect("their end");
    let related = facts["related"].as_array().expect("a list").iter().enumerate().map(|(at, one)| {
        let day = text(&one["date"]);
        item.replace("{{at}}", &at.to_string())
            .replace("{{name}}", &text(&one["title"]))
            .replace("{{channel}}", &text(&one["section"]))
            .replace("{{duration}}", &text(&one["duration"]))
            .replace("{{slashed}}", &day.replace('-', "/"))
            .replace("{{day}}", &day)
    });
    let mut html = format!("{before}{}{after}", related.collect::<String>());
    for (letter, list) in [("p", &facts["paragraphs"]), ("t", &facts["tags"])] {
        for (at, value) in list.as_array().into_iter().flatten().enumerate() {
            html = html.replace(&format!("{{{{{letter}{at}}}}}"), &text(value));
        }
    }
    let credit = format!("图片来源:{} 摄", text(&facts["images"][0]["credit"]));
    html.replace("{{title}}", &text(&facts["title"]))
        .replace("{{site}}", &text(&facts["siteName"]))
        .replace("{{source}}", &text(&facts["source"]["name"]))
        .replace("{{section}}", &text(&facts["section"]))
        .replace("{{notice}}", &text(&facts["notices"][0]["text"]))
        .replace("{{credit}}", &credit)
        .replace("{{who}}", &text(&facts["images"][0]["credit"]))
}

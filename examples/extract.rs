//! Prints a page's article as Markdown, with its title and keywords:
//! `cargo run --example extract -- page.html https://news.example/page`.

use std::error::Error;
use std::{env, fs};

use rubricate::{Options, dom, extract};

/// The page that is read where none is named.
const SAMPLE: &str = "<title>Rain | The Valley Record</title><main><h1>Rain</h1><p>It rained all night, and in the morning the
    river rose over the <em>lower</em> bridge.<p>Nobody had seen it so high, said the miller, and nobody hopes to again.</main>";

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let bytes = arguments.next().map_or_else(|| Ok(SAMPLE.into()), fs::read)?;
    let html = dom::decode(&bytes, None);
    let mut options = Options::default();
    options.markdown = true;
    options.keywords = 5;
    let page = dom::parse(&html, arguments.next().as_deref(), &options.limits)?;
    let article = extract(&page, &options)?;
    println!("# {}\n", article.facts.title.as_deref().unwrap_or("Untitled"));
    println!("{}\n", article.markdown.as_deref().unwrap_or_default());
    let keywords: Vec<_> = article.keywords.iter().map(|keyword| keyword.term.as_str()).collect();
    println!("Keywords: {}", keywords.join(", "));
    Ok(())
}

//! Laws of `content` on whole pages: nothing that a reader can see is lost without a name.
#![cfg(feature = "html")]

use rubricate::content::{self, Corrections};
use rubricate::dom::{self, Document, Name, NodeId, Selector};
use rubricate::labels::{Content, Hints, Kind};
use rubricate::{Limits, metadata};

const NEWS: &str = "<title>Rain floods the valley - The Example</title><body>
<header><a href=/>The Example</a><nav><a href=/n>News</a> <a href=/s>Sport</a></nav></header>
<div><h1>Rain floods the valley</h1><div>By Ann Lee, 3 May 2024</div>
<div><p>It rained all night, and in the morning the river rose over the bridge, said the mayor of the town.</p>
<p>Nobody was hurt, but forty houses stand empty, and the school, the station and the mill are closed for a week.</p>
<p>Read more: <a href=/x>the last flood</a></p>
<p>The water is expected to fall on Friday, when the engineers will look at the dam, the road and the railway line.</p></div>
<div>Tags: <a href=/t/rain>rain</a> <a href=/t/flood>flood</a></div></div>
<div><h2>Related articles</h2><ul><li><a href=/a>One story</a><li><a href=/b>Another story</a></ul></div>
<footer>Copyright © 2024 The Example. All rights reserved.</footer>";

fn found(html: &str, corrections: &Corrections) -> (Document, Content) {
    let page = dom::parse(html, Some("https://news.example/2024/rain"), &Limits::default()).unwrap();
    let hints = metadata::head(&page).hints();
    let content = content::extract(&page, &hints, corrections).unwrap();
    (page, content)
}

fn body(page: &Document, content: &Content) -> String {
    content.body.iter().filter_map(|node| page.text(node)).collect()
}

fn of_kind(page: &Document, content: &Content, kind: Kind) -> Vec<String> {
    let regions = content.leftovers.iter().filter(|leftover| leftover.kind == kind).map(|leftover| leftover.region);
    regions.map(|region| page.region_text(region)).collect()
}

/// Each text that is shown stands in the body or in exactly one leftover.
fn check_cover(page: &Document, content: &Content) {
    let mut times = vec![0; page.len()];
    for leftover in &content.leftovers {
        page.region_range(leftover.region).for_each(|index| times[index] += 1);
    }
    let fallbacks = [Name::IFRAME, Name::VIDEO, Name::AUDIO, Name::CANVAS, Name::NOSCRIPT];
    for node in page.all().filter(|node| page.is_displayed(*node)) {
        let unseen = |above: NodeId| page.name(above).is_unrendered() || fallbacks.contains(&page.name(above));
        let Some(text) = page.text(node).filter(|text| !text.trim().is_empty()) else { continue };
        if page.ancestors(node).any(unseen) {
            continue;
        }
        let expected = usize::from(!content.body.contains(node));
        assert_eq!(times[node.index()], expected, "{text:?} at {}", page.path(node.into()));
    }
}

#[test]
fn a_news_page_is_taken_apart() {
    let (page, content) = found(NEWS, &Corrections::default());
    check_cover(&page, &content);
    let text = body(&page, &content);
    assert!(text.contains("river rose") && text.contains("on Friday") && !text.contains("Ann Lee"), "{text}");
    assert!(!text.contains("Read more"), "{text}");
    assert_eq!(of_kind(&page, &content, Kind::Headline), ["Rain floods the valley"]);
    assert_eq!(of_kind(&page, &content, Kind::Byline), ["By Ann Lee, 3 May 2024"]);
    assert_eq!(of_kind(&page, &content, Kind::Tags), ["Tags: rain flood"]);
    assert_eq!(of_kind(&page, &content, Kind::Footer).len(), 1);
    assert!(of_kind(&page, &content, Kind::Related).contains(&"Related articles\nOne story\nAnother story".to_owned()));
    assert_eq!(page.visible_text(content.headline.unwrap()), "Rain floods the valley");
}

#[test]
fn a_person_s_word_wins() {
    let select = |text: &str| Selector::parse(text, "include").unwrap();
    let include = Corrections { include: vec![select("h2, footer")], ..Corrections::default() };
    let (page, content) = found(NEWS, &include);
    check_cover(&page, &content);
    assert!(body(&page, &content).contains("All rights reserved"));
    let root =
        Corrections { root: Some(select("ul")), exclude: vec![select("li a[href=/a]")], ..Corrections::default() };
    let (page, content) = found(NEWS, &root);
    check_cover(&page, &content);
    assert_eq!(body(&page, &content).trim(), "Another story");
    let lost = Corrections { root: Some(select("#gone")), ..Corrections::default() };
    assert!(body(&found(NEWS, &lost).0, &found(NEWS, &lost).1).contains("river rose"));
}

#[test]
fn a_page_without_text_has_no_body() {
    let page = dom::parse("<title>x</title><script>1</script>", None, &Limits::default()).unwrap();
    let content = content::extract(&page, &Hints::default(), &Corrections::default()).unwrap();
    assert!(content.body.is_empty() && content.leftovers.is_empty() && content.top.is_none());
}

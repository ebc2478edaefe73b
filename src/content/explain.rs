//! Why the body of a page is what it is, as data.

use serde::Serialize;

use super::address::Says;
use super::choose::promises;
use super::kind::Breadth;
use super::label::label;
use super::measure::WORD;
use super::reading::Reading;
use super::verdict::Verdict;
use super::{Corrections, Decided};
use crate::dom::{Document, NodeId, Region};
use crate::labels::{Hints, Kind, PageType};

/// How many of the elements that could hold the body are told of.
const CANDIDATES: usize = 5;
/// Characters that are told of a line.
const TEXT: usize = 80;

/// Why the body of a page is what it is. Places are paths: child indices from the root.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Explanation {
    /// Whether the body is one element or all good islands of text.
    pub breadth: Breadth,
    /// What decided between the two.
    pub gate: Gate,
    /// The element that was taken for the body, before corrections; none where islands were, or nothing.
    pub root: Option<String>,
    /// The elements that promise most as the body, best first, five at most.
    pub candidates: Vec<Candidate>,
    /// Each line of the page, in order, with what was decided of it and why.
    pub lines: Vec<Line>,
}

/// What is known of a page when it is decided how wide its body is taken.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Gate {
    /// The kind of page that its address says, or a date beside its title; none where they say nothing.
    pub address: Option<PageType>,
    /// The kind that its head states.
    pub stated: Option<PageType>,
    /// The share of the running text that lies in the best element or the one above, 0 to 1.
    pub gathered: f64,
    /// The share of the page's whole text there, 0 to 1.
    pub all: f64,
    /// The share of links in the text of the best element, 0 to 1.
    pub linked: f64,
    /// The share of code in the text of the best element, 0 to 1.
    pub code: f64,
    /// The length of the best element, in words of an average length.
    pub words: f64,
}

/// An element that could hold the body.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Candidate {
    /// Where it stands.
    pub path: String,
    /// The F1 to be expected of all its text as the body, 0 to 1.
    pub expected: f64,
    /// Its score as a share of the page's highest, 0 to 1.
    pub score: f64,
    /// Its length, in words of an average length.
    pub words: f64,
}

/// A line of the page: text between two edges of blocks or line breaks.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Line {
    /// Where it stands, with a range where it is a run of children.
    pub path: String,
    /// Its first characters, eighty at most.
    pub text: String,
    /// Its length, in words of an average length.
    pub words: f64,
    /// How likely it is of the body by what is learnt, 0 to 1.
    pub chance: f64,
    /// Whether it is of the body.
    pub kept: bool,
    /// The rule that decided so.
    pub rule: &'static str,
    /// What it was set aside as; none for a line of the body.
    pub kind: Option<Kind>,
    /// The rule that named it so.
    pub named_by: Option<&'static str>,
}

/// Why [`super::extract`] takes the body that it takes from a page: decides once more, and tells by which rules.
pub fn explain(page: &Document, hints: &Hints, corrections: &Corrections) -> Explanation {
    let decided = Decided::new(page, hints, corrections);
    let Decided { reading, judged, choice, .. } = &decided;
    let (shape, address) = (judged.shape, judged.address);
    let gate = Gate {
        address: if let Says::Kind(kind) = address { Some(kind) } else { None },
        stated: hints.page_type,
        gathered: rounded(shape.gathered),
        all: rounded(shape.all),
        linked: rounded(shape.linked),
        code: rounded(shape.code),
        words: words(shape.length),
    };
    Explanation {
        breadth: judged.breadth,
        gate,
        root: choice.holder.map(|node| page.path(node.into())),
        candidates: candidates(reading, &choice.chances),
        lines: lines(&decided),
    }
}

fn candidates(reading: &Reading, chances: &[f32]) -> Vec<Candidate> {
    let mut promising: Vec<(f64, NodeId)> = promises(reading, chances).collect();
    promising.sort_by(|(one, first), (other, second)| other.total_cmp(one).then(second.cmp(first)));
    promising.truncate(CANDIDATES);
    let candidate = |(expected, node): (f64, NodeId)| Candidate {
        path: reading.page.path(node.into()),
        expected: rounded(expected as f32),
        score: rounded(reading.scores.share(node)),
        words: words(reading.blocks.sum_of(reading.page, node).length),
    };
    promising.into_iter().map(candidate).collect()
}

fn lines(decided: &Decided) -> Vec<Line> {
    let Decided { reading, verdicts, headline, .. } = decided;
    let labels = label(reading, verdicts, *headline);
    let line = |index: usize| Line {
        path: reading.page.path(region(reading, index)),
        text: reading.text(index).chars().take(TEXT).collect(),
        words: words(reading.block(index).length()),
        chance: rounded(decided.choice.chances[index]),
        kept: verdicts[index].is_kept(),
        rule: rule(decided, index),
        kind: labels[index].map(|(kind, _)| kind),
        named_by: labels[index].map(|(_, rule)| rule),
    };
    (0..reading.len()).map(line).collect()
}

/// The rule behind the verdict on a block.
fn rule(decided: &Decided, index: usize) -> &'static str {
    if let Verdict::Dropped { rule, .. } = decided.verdicts[index] {
        return rule;
    }
    match (decided.uncorrected[index].is_kept(), decided.choice.verdicts[index].is_kept()) {
        (false, _) => "corrected",
        (true, false) => "belongs to what is likely",
        (true, true) => "likely",
    }
}

/// The smallest run of siblings that holds a block.
fn region(reading: &Reading, index: usize) -> Region {
    let (page, block) = (reading.page, reading.block(index));
    let above = page.common_ancestor(block.first, block.last);
    let below = |node| page.ancestors_or_self(node).take_while(|node| *node != above).last().unwrap_or(above);
    Region { first: below(block.first), last: below(block.last) }
}

fn words(length: u32) -> f64 {
    f64::from(length) / f64::from(WORD)
}

/// To four places.
fn rounded(value: f32) -> f64 {
    (f64::from(value) * 1e4).round() / 1e4
}

#[cfg(all(test, feature = "html"))]
mod tests {
    use super::*;
    use crate::Limits;
    use crate::dom::{self, Selector};

    const PAGE: &str = "<title>Rain floods the valley</title><nav><a href=/>Home</a></nav><main><h1>Rain floods the valley</h1><p>By Ann Lee, 3 May 2024</p>\
        <p>It rained all night, and in the <b>morning</b> the river rose over the bridge, said the mayor of the town.</p>\
        <p>Nobody was hurt, but forty houses stand empty, and the school, the mill and the station are closed for a week.</p>\
        <p>The water is expected to fall on Friday, when the engineers will look at the dam, the road and the railway line.</p>\
        </main><footer>All rights reserved.</footer>";

    fn explained(corrections: &Corrections) -> (Document, Explanation) {
        let page = dom::parse(PAGE, Some("https://news.example/2024/05/rain"), &Limits::default()).unwrap();
        let hints = Hints { titles: vec!["Rain floods the valley".to_owned()], ..Hints::default() };
        let explanation = explain(&page, &hints, corrections);
        (page, explanation)
    }

    fn line<'a>(explanation: &'a Explanation, start: &str) -> &'a Line {
        explanation.lines.iter().find(|line| line.text.starts_with(start)).unwrap()
    }

    #[test]
    fn each_line_says_why_it_stands_where_it_does() {
        let (page, found) = explained(&Corrections::default());
        assert_eq!((found.breadth, found.gate.address), (Breadth::One, Some(PageType::Article)));
        let root = page.at_path(found.root.as_deref().unwrap()).unwrap().first;
        let body = page.at_path(&line(&found, "It rained").path).unwrap().first;
        assert!(page.contains(root, body));
        assert_eq!(found.candidates[0].path, found.root.clone().unwrap());
        assert!(found.candidates.is_sorted_by(|one, other| one.expected >= other.expected));
        let body = line(&found, "It rained");
        assert_eq!((body.kept, body.rule, body.kind), (true, "likely", None));
        let home = line(&found, "Home");
        assert_eq!((home.kept, home.rule, home.kind), (false, "navigation", Some(Kind::Navigation)));
        assert_eq!(line(&found, "By Ann").kind, Some(Kind::Byline));
        assert_eq!(line(&found, "Rain floods").kind, Some(Kind::Headline));
    }

    #[test]
    fn a_person_s_word_is_named_as_the_rule() {
        let select = |text: &str| vec![Selector::parse(text, "include").unwrap()];
        let corrections = Corrections { include: select("footer"), exclude: select("main > p"), root: None };
        let (_, found) = explained(&corrections);
        assert_eq!(line(&found, "All rights").rule, "corrected");
        assert_eq!(line(&found, "It rained").rule, "excluded");
    }
}

//! The article among the rest of the page: which nodes are its body, and a name for everything else.

mod address;
mod blocks;
mod body;
mod choose;
mod classes;
mod comments;
mod copies;
mod correct;
mod explain;
mod features;
mod fill;
mod headline;
mod images;
mod kind;
mod label;
mod layout;
mod leftovers;
mod measure;
mod model;
mod place;
mod prune;
mod reading;
mod roles;
mod score;
mod stand_in;
mod tables;
mod teasers;
mod verdict;
mod vocabulary;
mod weights;

use self::choose::Choice;
use self::correct::Corrected;
use self::features::Features;
use self::kind::Judged;
use self::reading::Reading;
use self::verdict::Verdict;
use crate::Error;
use crate::dom::{Document, NodeId, NodeSet, Selector};
use crate::labels::{Content, Hints, StandIn};

pub use self::explain::{Candidate, Explanation, Gate, Line, explain};
pub use self::kind::Breadth;

/// A person's corrections, which win over every heuristic.
#[derive(Debug, Clone, Default)]
pub struct Corrections {
    /// The element that is the article.
    pub root: Option<Selector>,
    /// What belongs to the body.
    pub include: Vec<Selector>,
    /// What does not.
    pub exclude: Vec<Selector>,
}

/// Finds the body of a page and labels what is left over.
///
/// A correction that finds nothing on this page changes nothing: a rule that a site is remembered by must not break its
/// other pages.
///
/// # Errors
/// None yet; corrections are read where they are given.
pub fn extract(page: &Document, hints: &Hints, corrections: &Corrections) -> Result<Content, Error> {
    let Decided { reading, headline, judged, verdicts, stand_in, .. } = Decided::new(page, hints, corrections);
    let body = body::body(&reading, &verdicts);
    let top = top(page, &body);
    let pictures = top.map_or_else(Vec::new, |top| images::pictures(&reading, &verdicts, top));
    let labels = label::label(&reading, &verdicts, headline);
    Ok(Content {
        page_type: judged.kind,
        body,
        top,
        stand_in,
        pictures,
        leftovers: leftovers::leftovers(&reading, &labels),
        headline: headline.map(|index| headline::element(&reading, index)),
    })
}

/// A page with what was decided of each of its blocks.
struct Decided<'a> {
    reading: Reading<'a>,
    headline: Option<usize>,
    judged: Judged,
    /// What was chosen before the rules for single lines.
    choice: Choice,
    /// By block, before a person's corrections.
    uncorrected: Vec<Verdict>,
    verdicts: Vec<Verdict>,
    stand_in: Option<StandIn>,
}

impl<'a> Decided<'a> {
    fn new(page: &'a Document, hints: &Hints, corrections: &Corrections) -> Self {
        let (reading, headline) = Reading::new(page, hints);
        let judged = kind::judge(&reading, hints, headline);
        let choice = choose::choose(&reading, &Features::new(&reading, headline), judged);
        let mut verdicts = choice.verdicts.clone();
        fill::fill(&reading, &mut verdicts, judged);
        prune::prune(&reading, &mut verdicts, headline, judged, hints);
        let uncorrected = verdicts.clone();
        let stand_in = match correct::correct(&reading, &mut verdicts, corrections) {
            Corrected::Chosen => None,
            Corrected::Left => stand_in(&reading, hints, &mut verdicts),
        };
        Decided { reading, headline, judged, choice, uncorrected, verdicts, stand_in }
    }
}

/// What stands in for a body of a few words, which is then none.
fn stand_in(reading: &Reading, hints: &Hints, verdicts: &mut [Verdict]) -> Option<StandIn> {
    let kept = verdicts.iter().enumerate().filter(|(_, verdict)| verdict.is_kept());
    let length: u32 = kept.map(|(index, _)| reading.block(index).length()).sum();
    let found = Some(()).filter(|()| length < stand_in::LITTLE).and_then(|()| stand_in::find(reading.page, hints))?;
    for verdict in verdicts.iter_mut().filter(|verdict| verdict.is_kept()) {
        *verdict = Verdict::unnamed("the page's data stands in");
    }
    Some(found)
}

/// The lowest element that holds all of the body.
fn top(page: &Document, body: &NodeSet) -> Option<NodeId> {
    let (first, last) = (body.iter().next()?, body.iter().last()?);
    Some(page.common_ancestor(first, last))
}

/// A block of a page as the learned weights see it: what `tools/train` learns from.
#[derive(Debug, Clone)]
pub struct Sample {
    /// Its text.
    pub text: String,
    /// Its length, hundredths of an average word.
    pub length: u32,
    /// Whether the markup around it alone keeps it out of the body.
    pub masked: bool,
    /// Its features, each 0 to 255, in the order of [`FEATURES`].
    pub features: Vec<u8>,
}

/// The names of the features of a [`Sample`], in order.
pub const FEATURES: &[&str] = features::NAMES;

/// The blocks of a page with their features, in document order, and whether the gate takes the page for one text.
pub fn samples(page: &Document, hints: &Hints) -> (Vec<Sample>, bool) {
    let (reading, headline) = Reading::new(page, hints);
    let features = Features::new(&reading, headline);
    let is_one = kind::judge(&reading, hints, headline).breadth == kind::Breadth::One;
    let sample = |index: usize| Sample {
        text: reading.text(index),
        length: reading.block(index).length(),
        masked: verdict::masked(reading.block(index)).is_some(),
        features: features.of(index).to_vec(),
    };
    ((0..reading.len()).map(sample).collect(), is_one)
}

//! What a score is made of.

use serde::Serialize;

/// The features of a term. Its score is their product, over that of the best term; 1 says nothing, more speaks for the term
/// and less against it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Features {
    /// How often it occurs, damped (Luhn, *A statistical approach to mechanized encoding*, 1957; damping after Salton and
    /// Buckley, *Term-weighting approaches*, 1988).
    pub frequency: f64,
    /// What its words tell: the rarer in the language (Spärck Jones, *Term specificity*, 1972; in scripts with spaces the
    /// longer, by Zipf's law of abbreviation), the more often met here and the more written as names (YAKE, Campos et al.
    /// 2020), the more; summed, and partly averaged, over the words.
    pub specificity: f64,
    /// How freely it stands: how seldom its commonest neighbours stand beside it (accessor variety, Feng et al. 2004;
    /// branching entropy, Jin and Tanaka-Ishii 2006).
    pub freedom: f64,
    /// How often it is all that stands between two stop words or marks (RAKE, Rose et al. 2010).
    pub filling: f64,
    /// Whether the title has it (Edmundson, *New methods in automatic extracting*, 1969).
    pub title: f64,
    /// How early it occurs first (KEA, Witten et al. 1999).
    pub position: f64,
    /// How likely terms are of its build: a word or a phrase (which of the two the text speaks in), a name, a length, the
    /// kinds of words at its ends (Hulth, *Improved automatic keyword extraction*, 2003, found keywords by such patterns).
    pub shape: f64,
    /// Where the page shows it: in headings, emphasis, links, captions and tags (Edmundson's cues).
    pub shown: f64,
    /// How much of it no better term says: less where its words stand in terms before it (maximal marginal relevance, Carbonell
    /// and Goldstein 1998).
    pub novelty: f64,
}

impl Features {
    /// The product of all.
    pub(super) fn product(&self) -> f64 {
        self.frequency
            * self.specificity
            * self.freedom
            * self.filling
            * self.title
            * self.position
            * self.shape
            * self.shown
            * self.novelty
    }

    /// The same, each rounded to four places.
    pub(super) fn rounded(&self) -> Features {
        let round = |value: f64| libm::round(value * 1e4) / 1e4;
        Features {
            frequency: round(self.frequency),
            specificity: round(self.specificity),
            freedom: round(self.freedom),
            filling: round(self.filling),
            title: round(self.title),
            position: round(self.position),
            shape: round(self.shape),
            shown: round(self.shown),
            novelty: round(self.novelty),
        }
    }
}

//! What is known of each language: function words, words that no term begins or ends with, a stemmer, how it elides.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use foldhash::fast::FixedState;
use rust_stemmers::{Algorithm, Stemmer};

/// A set of words that is built once from a list kept in the module.
type Set = LazyLock<HashSet<&'static str, FixedState>>;

/// The same of stems.
type Stems = LazyLock<HashSet<String, FixedState>>;

/// A language with stop words, and a Snowball stemmer where there is one.
pub(super) struct Language {
    /// ISO 639-1 code, lower case.
    pub code: &'static str,
    /// Function words, lower case.
    pub stop: Set,
    /// Common verbs in their inflected forms, evaluative adjectives, nouns that only frame what is said (*example*, *result*).
    pub weak: Set,
    /// Stems of further common verbs and adjectives, and of the days of the week.
    pub verbs: Stems,
    /// Makes the stemmer of the Snowball project. Each is made by name, so that the module holds no other.
    pub stemmer: Option<fn() -> Stemmer>,
}

/// The words of a list, one a line.
macro_rules! set {
    ($path:expr) => {
        LazyLock::new(|| include_str!($path).lines().collect())
    };
}

macro_rules! stems {
    ($algorithm:ident) => {
        Some(|| Stemmer::create(Algorithm::$algorithm))
    };
}

macro_rules! language {
    (@ $code:literal, $stemmer:expr, $weak:expr, $verbs:expr) => {
        Language {
            code: $code,
            stop: set!(concat!("data/stop/", $code, ".txt")),
            weak: $weak,
            verbs: $verbs,
            stemmer: $stemmer,
        }
    };
    ($code:literal, $stemmer:expr) => {
        language!(@ $code, $stemmer, LazyLock::new(HashSet::default), LazyLock::new(HashSet::default))
    };
    ($code:literal, $stemmer:expr, weak) => {
        language!(@ $code, $stemmer, set!(concat!("data/weak/", $code, ".txt")), LazyLock::new(HashSet::default))
    };
    ($code:literal, $stemmer:expr, verbs) => {
        language!(@ $code, $stemmer, LazyLock::new(HashSet::default), verbs!($code, $stemmer))
    };
    ($code:literal, $stemmer:expr, weak, verbs) => {
        language!(@ $code, $stemmer, set!(concat!("data/weak/", $code, ".txt")), verbs!($code, $stemmer))
    };
}

/// The stems of the verbs of a language.
macro_rules! verbs {
    ($code:literal, $stemmer:expr) => {
        LazyLock::new(|| stems(include_str!(concat!("data/verbs/", $code, ".txt")), $stemmer))
    };
}

/// Every language known, English first: it stands in where nothing tells.
pub(super) static LANGUAGES: [Language; 34] = [
    language!("en", stems!(English), weak),
    language!("ar", stems!(Arabic), verbs),
    language!("bg", None),
    language!("ca", None),
    language!("cs", None),
    language!("da", stems!(Danish), verbs),
    language!("de", stems!(German), verbs),
    language!("el", stems!(Greek)),
    language!("es", stems!(Spanish), weak, verbs),
    language!("fa", None),
    language!("fi", stems!(Finnish)),
    language!("fr", stems!(French), weak, verbs),
    language!("he", None),
    language!("hi", None, verbs),
    language!("hr", None),
    language!("hu", stems!(Hungarian)),
    language!("id", None),
    language!("it", stems!(Italian), weak, verbs),
    language!("ja", None),
    language!("ko", None),
    language!("nb", stems!(Norwegian), verbs),
    language!("nl", stems!(Dutch), verbs),
    language!("pl", None, verbs),
    language!("pt", stems!(Portuguese), weak, verbs),
    language!("ro", stems!(Romanian)),
    language!("ru", stems!(Russian), verbs),
    language!("sk", None),
    language!("sl", None),
    language!("sv", stems!(Swedish), verbs),
    language!("th", None),
    language!("tr", stems!(Turkish), verbs),
    language!("uk", None),
    language!("vi", None),
    // Its function words stand in the lexicon, with the words that it is cut into.
    Language {
        code: "zh",
        stop: LazyLock::new(HashSet::default),
        weak: LazyLock::new(HashSet::default),
        verbs: LazyLock::new(HashSet::default),
        stemmer: None,
    },
];

/// The stems of the words of a list, one a line.
fn stems(list: &str, stemmer: Option<fn() -> Stemmer>) -> HashSet<String, FixedState> {
    let stemmer = stemmer.map(|make| make());
    list.lines().map(|word| stem(stemmer.as_ref(), word).into_owned()).collect()
}

/// The stem of a folded word; words that no stemmer was made for stay whole.
pub(super) fn stem<'w>(stemmer: Option<&Stemmer>, word: &'w str) -> Cow<'w, str> {
    match stemmer {
        Some(stemmer) if word.len() <= 64 && word.chars().all(char::is_alphabetic) => stemmer.stem(word),
        _ => Cow::Borrowed(word),
    }
}

impl Language {
    /// Words at most of a phrase that occurs once and is no name: two where too few verbs are known to part a sentence.
    pub fn longest_once(&self) -> usize {
        if matches!(self.code, "en" | "fr" | "es" | "pt" | "it") { 4 } else { 2 }
    }

    /// Whether endings stand behind an apostrophe after names and numbers: *Ankara'da*.
    pub fn parts_endings(&self) -> bool {
        self.code == "tr"
    }

    /// Whether `prefix`, which stands before an apostrophe, is a word of its own: *l'*, *qu'*, *dell'*.
    pub fn elides(&self, prefix: &str) -> bool {
        match self.code {
            "fr" | "ca" => is_one_of("l d j m n s t c qu jusqu lorsqu puisqu quoiqu", prefix),
            "it" => prefix.ends_with('l') || is_one_of("c d un quest nient anch", prefix),
            _ => false,
        }
    }

    /// Whether `word` may stand inside a term, as the prepositions of possession and the articles after them do.
    pub fn links(&self, word: &str) -> bool {
        let word = word.trim_end_matches(['\'', '’']);
        let links = match self.code {
            "en" => "of",
            "fr" => "de d du des l la",
            "es" => "de del la",
            "pt" => "de do da dos das",
            "it" => "di del della dei delle degli dell d",
            "ca" => "de d del dels la l",
            "nl" => "van",
            _ => return false,
        };
        is_one_of(links, word)
    }

    /// Whether the ending of `word` tells that no term begins or ends with it: adverbs, finite verbs, gerunds.
    pub fn ends_weakly(&self, word: &str) -> bool {
        let (endings, but) = match self.code {
            "en" => ("ly", "family supply assembly anomaly monopoly butterfly"),
            "fr" => ("aient èrent eront erait issent issait", ""),
            "es" => ("mente aron ieron iendo aban aría arían erían irían arán erán irán", ""),
            "pt" => (
                "mente aram eram iram endo ando indo avam aria ariam eriam iriam assem essem",
                "bando comando lindo dividendo",
            ),
            "ko" => ("다 다고 하고 하며 하는 했던 되는 되며 지만 면서 해서 하지 이며", ""),
            "it" => ("mente arono irono avano evano ando endo rebbe rebbero eranno iranno", ""),
            _ => return false,
        };
        word.len() > 5 && endings.split(' ').any(|ending| word.ends_with(ending)) && !is_one_of(but, word)
    }

    /// Whether `word` is a participle by its ending: it may begin a term (*distributed systems*), not end one.
    pub fn is_participle(&self, word: &str) -> bool {
        self.code == "en" && word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed")
    }
}

fn is_one_of(words: &str, word: &str) -> bool {
    words.split(' ').any(|one| one == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_lower_case() {
        for language in &LANGUAGES {
            for (list, least) in [(&language.stop, 20), (&language.weak, 0)] {
                assert!(list.len() >= least || language.code == "zh", "{}", language.code);
                assert!(list.iter().all(|word| word.to_lowercase() == *word && !word.is_empty()), "{}", language.code);
            }
        }
    }

    #[test]
    fn endings_tell_adverbs_and_verbs() {
        let language = |code| LANGUAGES.iter().find(|language| language.code == code).unwrap();
        assert!(language("en").ends_weakly("quickly") && !language("en").ends_weakly("family"));
        assert!(language("pt").ends_weakly("chegaram") && !language("pt").ends_weakly("bando"));
        assert!(language("en").is_participle("distributed") && !language("en").is_participle("speed"));
    }
}

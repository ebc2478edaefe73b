//! What is known of each language: function words, words that no term begins or ends with, a stemmer, how it elides.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use foldhash::fast::FixedState;
use rust_stemmers::{Algorithm, Stemmer};

use super::stems::Stems;

/// UTF-8 bytes of the longest word that links others, with an apostrophe: `dell’`.
const LONGEST_LINK: usize = 7;

/// Words by what they are, built once from the lists kept in the module.
type Words = LazyLock<HashMap<&'static str, Listed, FixedState>>;

/// What a word of a list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Listed {
    /// A function word.
    Stop,
    /// A common verb, an evaluative adjective, a noun that only frames what is said (*example*, *result*).
    Weak,
}

/// Stems, built once in the same way.
type StemSet = LazyLock<HashSet<String, FixedState>>;

/// A language with stop words, and with stems where it has a stemmer.
pub(super) struct Language {
    /// ISO 639-1 code, lower case.
    pub code: &'static str,
    /// Function words, lower case, one a line.
    pub stop: &'static str,
    /// These and the weak words, in their inflected forms.
    pub words: Words,
    /// Stems of further common verbs and adjectives, and of the days of the week.
    pub verbs: StemSet,
    /// Makes what finds its stems. Each stemmer is made by name, so that the module holds no other.
    pub stems: fn() -> Stems,
}

macro_rules! language {
    (@ $code:literal, $stems:expr, $weak:expr, $verbs:expr) => {{
        const STOP: &str = include_str!(concat!("data/stop/", $code, ".txt"));
        Language {
            code: $code,
            stop: STOP,
            words: LazyLock::new(|| words(STOP, $weak)),
            verbs: $verbs,
            stems: $stems,
        }
    }};
    ($code:literal, $stems:expr) => {
        language!(@ $code, $stems, "", LazyLock::new(HashSet::default))
    };
    ($code:literal, $stems:expr, weak) => {
        language!(@ $code, $stems, include_str!(concat!("data/weak/", $code, ".txt")), LazyLock::new(HashSet::default))
    };
    ($code:literal, $stems:expr, verbs) => {
        language!(@ $code, $stems, "", verbs!($code, $stems))
    };
    ($code:literal, $stems:expr, weak, verbs) => {
        language!(@ $code, $stems, include_str!(concat!("data/weak/", $code, ".txt")), verbs!($code, $stems))
    };
}

/// The words of two lists, one a line; what is in both is a function word.
fn words(stop: &'static str, weak: &'static str) -> HashMap<&'static str, Listed, FixedState> {
    let weak = weak.lines().map(|word| (word, Listed::Weak));
    weak.chain(stop.lines().map(|word| (word, Listed::Stop))).collect()
}

/// The stems of the verbs of a language.
macro_rules! verbs {
    ($code:literal, $stems:expr) => {
        LazyLock::new(|| $stems().of(include_str!(concat!("data/verbs/", $code, ".txt")).lines()))
    };
}

macro_rules! snowball {
    ($algorithm:ident) => {
        || Stems::Snowball(Stemmer::create(Algorithm::$algorithm))
    };
}

/// Words stay whole.
const WHOLE: fn() -> Stems = || Stems::Whole;

/// Every language known, English first: it stands in where nothing tells.
pub(super) static LANGUAGES: [Language; 35] = [
    language!("en", || Stems::English, weak),
    language!("ar", snowball!(Arabic), verbs),
    language!("bg", WHOLE),
    language!("ca", WHOLE),
    language!("cs", WHOLE),
    language!("da", snowball!(Danish), verbs),
    language!("de", snowball!(German), verbs),
    language!("el", snowball!(Greek)),
    language!("es", snowball!(Spanish), weak, verbs),
    language!("fa", WHOLE),
    language!("fi", snowball!(Finnish)),
    language!("fr", snowball!(French), weak, verbs),
    language!("he", WHOLE),
    language!("hi", WHOLE, verbs),
    language!("hr", WHOLE),
    language!("hu", snowball!(Hungarian)),
    language!("id", WHOLE),
    language!("it", snowball!(Italian), weak, verbs),
    language!("ja", WHOLE),
    language!("ko", || Stems::Korean),
    language!("la", WHOLE),
    language!("nb", snowball!(Norwegian), verbs),
    language!("nl", snowball!(Dutch), verbs),
    language!("pl", WHOLE, verbs),
    language!("pt", snowball!(Portuguese), weak, verbs),
    language!("ro", snowball!(Romanian)),
    language!("ru", snowball!(Russian), verbs),
    language!("sk", WHOLE),
    language!("sl", WHOLE),
    language!("sv", snowball!(Swedish), verbs),
    language!("th", WHOLE),
    language!("tr", snowball!(Turkish), verbs),
    language!("uk", WHOLE),
    language!("vi", WHOLE),
    // Its function words stand in the lexicon, with the words that it is cut into.
    Language {
        code: "zh",
        stop: "",
        words: LazyLock::new(HashMap::default),
        verbs: LazyLock::new(HashSet::default),
        stems: WHOLE,
    },
];

impl Language {
    /// Whether `word`, in lower case, is a function word.
    pub fn is_stop(&self, word: &str) -> bool {
        self.words.get(word) == Some(&Listed::Stop)
    }

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

    /// Whether a folded word may stand inside a term, as the prepositions of possession and the articles after them do.
    pub fn links(&self, word: &str) -> bool {
        if word.len() > LONGEST_LINK {
            return false;
        }
        let word = word.strip_suffix('\'').unwrap_or(word);
        let links: &[&str] = match self.code {
            "en" => &["of"],
            "fr" => &["de", "d", "du", "des", "l", "la"],
            "es" => &["de", "del", "la"],
            "pt" => &["de", "do", "da", "dos", "das"],
            "it" => &["di", "del", "della", "dei", "delle", "degli", "dell", "d"],
            "ca" => &["de", "d", "del", "dels", "la", "l"],
            "nl" => &["van"],
            _ => return false,
        };
        links.contains(&word)
    }

    /// Whether the ending of `word` tells that no term begins or ends with it: adverbs, finite verbs, gerunds.
    pub fn ends_weakly(&self, word: &str) -> bool {
        if word.len() <= 5 {
            return false;
        }
        let (endings, but): (&[&str], &[&str]) = match self.code {
            "en" => (&["ly"], &["family", "supply", "assembly", "anomaly", "monopoly", "butterfly"]),
            "fr" => (&["aient", "èrent", "eront", "erait", "issent", "issait"], &[]),
            "es" => (
                &["mente", "aron", "ieron", "iendo", "aban", "aría", "arían", "erían", "irían", "arán", "erán", "irán"],
                &[],
            ),
            "pt" => (
                &[
                    "mente", "aram", "eram", "iram", "endo", "ando", "indo", "avam", "aria", "ariam", "eriam", "iriam",
                    "assem", "essem",
                ],
                &["bando", "comando", "lindo", "dividendo"],
            ),
            "ko" => (
                &["다", "다고", "하고", "하며", "하는", "했던", "되는", "되며", "지만", "면서", "해서", "하지", "이며"],
                &[],
            ),
            "it" => (
                &["mente", "arono", "irono", "avano", "evano", "ando", "endo", "rebbe", "rebbero", "eranno", "iranno"],
                &[],
            ),
            _ => return false,
        };
        endings.iter().any(|ending| word.ends_with(ending)) && !but.contains(&word)
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
            assert!(language.stop.lines().count() >= 20 || language.code == "zh", "{}", language.code);
            let is_lower = |word: &&str| word.to_lowercase() == *word && !word.is_empty();
            assert!(language.words.keys().all(is_lower), "{}", language.code);
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

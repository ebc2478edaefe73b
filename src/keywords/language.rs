//! What is known of each language: its stop words, its stemmer, how it elides; and which language a text is in.

use std::collections::HashSet;

use foldhash::fast::FixedState;
use rust_stemmers::Algorithm;

use crate::text::is_cjk;

/// A language with stop words, and a Snowball stemmer where there is one.
pub(super) struct Language {
    /// ISO 639-1 code, lower case.
    pub code: &'static str,
    /// Function words, lower case, one a line.
    stop: &'static str,
    /// The Snowball algorithm.
    pub stemmer: Option<Algorithm>,
}

macro_rules! language {
    ($code:literal) => {
        Language { code: $code, stop: include_str!(concat!("data/stop/", $code, ".txt")), stemmer: None }
    };
    ($code:literal, $stemmer:ident) => {
        Language {
            code: $code,
            stop: include_str!(concat!("data/stop/", $code, ".txt")),
            stemmer: Some(Algorithm::$stemmer),
        }
    };
}

/// Every language known, English first: it stands in where nothing tells.
static LANGUAGES: &[Language] = &[
    language!("en", English),
    language!("ar"),
    language!("bg"),
    language!("ca"),
    language!("cs"),
    language!("da", Danish),
    language!("de", German),
    language!("el"),
    language!("es", Spanish),
    language!("fa"),
    language!("fi", Finnish),
    language!("fr", French),
    language!("he"),
    language!("hi"),
    language!("hr"),
    language!("hu", Hungarian),
    language!("id"),
    language!("it", Italian),
    language!("ja"),
    language!("ko"),
    language!("nb", Norwegian),
    language!("nl", Dutch),
    language!("pl"),
    language!("pt", Portuguese),
    language!("ro", Romanian),
    language!("ru", Russian),
    language!("sk"),
    language!("sl"),
    language!("sv", Swedish),
    language!("th"),
    language!("tr", Turkish),
    language!("uk"),
    language!("vi"),
    language!("zh"),
];

/// Words of a text that are looked at to tell its language.
const SAMPLE: usize = 400;

impl Language {
    /// The stop words, one by one.
    pub fn stop_words(&self) -> impl Iterator<Item = &'static str> {
        self.stop.lines().filter(|line| !line.is_empty())
    }

    /// The stop words as a set.
    pub fn stop_set(&self) -> HashSet<&'static str, FixedState> {
        self.stop_words().collect()
    }

    /// Whether `prefix`, which stands before an apostrophe, is a word of its own: *l'*, *qu'*, *dell'*.
    pub fn elides(&self, prefix: &str) -> bool {
        match self.code {
            "fr" | "ca" => matches!(
                prefix,
                "l" | "d" | "j" | "m" | "n" | "s" | "t" | "c" | "qu" | "jusqu" | "lorsqu" | "puisqu" | "quoiqu"
            ),
            "it" => prefix.ends_with('l') || matches!(prefix, "c" | "d" | "un" | "quest" | "quell" | "nient" | "anch"),
            _ => false,
        }
    }
}

/// The language called `lang` (`pt-BR` is `pt`), if it is known.
fn named(lang: &str) -> Option<&'static Language> {
    let code = lang.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let code = if matches!(code.as_str(), "no" | "nn") { "nb" } else { &code };
    LANGUAGES.iter().find(|language| language.code == code)
}

/// The language of `text`: `lang` where the text does not contradict it, else the one whose stop words occur most
/// (Grefenstette, *Comparing two language identification schemes*, 1995), else English.
pub(super) fn language(text: &str, lang: Option<&str>) -> &'static Language {
    let claimed = lang.and_then(named);
    if let Some(language) = by_script(text) {
        let same = claimed.filter(|claimed| claimed.code == language.code || (is_han(claimed) && is_han(language)));
        return same.unwrap_or(language);
    }
    let words = sample(text);
    let share = |language: &Language| {
        let stop = language.stop_set();
        words.iter().filter(|word| stop.contains(word.as_str())).count()
    };
    let fallback = claimed.unwrap_or(&LANGUAGES[0]);
    let mut best = (2 * share(fallback) + 2, fallback);
    if claimed.is_some() && best.0 * 5 >= words.len() {
        return fallback;
    }
    for language in LANGUAGES {
        let hits = share(language);
        if hits > best.0 {
            best = (hits, language);
        }
    }
    best.1
}

fn is_han(language: &Language) -> bool {
    matches!(language.code, "zh" | "ja")
}

/// The first words of `text`, lower case.
fn sample(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphabetic() && !unicode_normalization::char::is_combining_mark(c));
    words.filter(|word| !word.is_empty()).take(SAMPLE).map(str::to_lowercase).collect()
}

/// The language that the script of `text` alone tells.
fn by_script(text: &str) -> Option<&'static Language> {
    let (mut kana, mut han, mut thai, mut all) = (0usize, 0usize, 0usize, 0usize);
    for c in text.chars().filter(|c| c.is_alphabetic()).take(SAMPLE * 5) {
        all += 1;
        match c as u32 {
            0x3040..=0x30FF => kana += 1,
            0x0E00..=0x0E7F => thai += 1,
            _ if is_cjk(c) => han += 1,
            _ => {}
        }
    }
    if thai * 2 > all {
        named("th")
    } else if (han + kana) * 5 > all * 2 {
        named(if kana * 10 > han + kana { "ja" } else { "zh" })
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_told_by_its_stop_words() {
        for (text, code) in [
            ("The cat sat on the mat and it was not happy with this.", "en"),
            ("O gato estava em cima da mesa e não queria sair de lá.", "pt"),
            ("Le chat est sur la table et il ne veut pas descendre.", "fr"),
            ("Die Katze ist auf dem Tisch und sie will nicht gehen.", "de"),
            ("El gato está sobre la mesa y no quiere bajar de ella.", "es"),
            ("Кошка была на столе и не хотела уходить от него.", "ru"),
            ("猫在桌子上，不想下来。", "zh"),
            ("猫はテーブルの上にいて、降りたくない。", "ja"),
        ] {
            assert_eq!(language(text, None).code, code, "{text}");
        }
    }

    #[test]
    fn a_wrong_claim_is_not_believed() {
        assert_eq!(language("O gato estava em cima da mesa e não queria sair de lá.", Some("en-US")).code, "pt");
        assert_eq!(language("Gato preto, mesa alta", Some("pt-BR")).code, "pt");
    }

    #[test]
    fn stop_words_are_sorted_and_lower_case() {
        for language in LANGUAGES {
            let words: Vec<_> = language.stop_words().collect();
            assert!(words.is_sorted() && (words.len() > 20 || language.code == "zh"), "{}", language.code);
            assert!(words.iter().all(|word| word.to_lowercase() == *word), "{}", language.code);
        }
    }
}

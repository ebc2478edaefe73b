//! Which language a text is in.

use std::sync::LazyLock;

use super::language::{LANGUAGES, Language};
use super::words::fold;
use crate::text::{Lists, is_cjk, is_combining_mark};

/// Words of a text that are looked at to tell its language.
const SAMPLE: usize = 400;

/// Words after which a language that is claimed may be taken for told.
const EARLY: usize = 24;

/// The function words of [`LANGUAGES`].
static SPOKEN: LazyLock<Lists> = LazyLock::new(|| Lists::new(LANGUAGES.iter().map(|language| language.stop.lines())));

/// The first byte in UTF-8 of Thai, and of no script before it.
const THAI: u8 = 0xE0;

/// The first byte of quotation marks and dashes, and of no script that tells a language here.
const PUNCTUATION: u8 = 0xE2;

/// The language of `text`: `lang` (a BCP 47 tag) where the text does not contradict it, else the one whose stop words occur most
/// (Grefenstette, *Comparing two language identification schemes*, 1995), else English.
pub(super) fn language(text: &str, lang: Option<&str>) -> &'static Language {
    let claimed = lang.and_then(named);
    if let Some(language) = by_script(text) {
        let same = claimed.filter(|claimed| claimed.code == language.code || (is_han(claimed) && is_han(language)));
        return same.unwrap_or(language);
    }
    if let Some(claimed) = claimed.filter(|claimed| is_told(text, claimed)) {
        return claimed;
    }
    let hits = hits(text);
    let fallback = claimed.unwrap_or(&LANGUAGES[0]);
    let own = LANGUAGES.iter().zip(hits).find(|(language, _)| language.code == fallback.code).map_or(0, |(_, own)| own);
    // Another language must win clearly: short words belong to many.
    let mut best = (own + own / 4 + 1 + usize::from(claimed.is_some()) * own / 2, fallback);
    for (language, hits) in LANGUAGES.iter().zip(hits) {
        if hits > best.0 {
            best = (hits, language);
        }
    }
    best.1
}

/// How many of the first words of `text` are function words of each language.
fn hits(text: &str) -> [usize; LANGUAGES.len()] {
    let mut hits = [0; LANGUAGES.len()];
    let mut room = String::new();
    sample(text).for_each(|word| SPOKEN.count(fold(word, &mut room), &mut hits));
    hits
}

/// The language called `lang` (`pt-BR` is `pt`), if it is known.
fn named(lang: &str) -> Option<&'static Language> {
    let code = lang.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let code = if matches!(code.as_str(), "no" | "nn") { "nb" } else { &code };
    LANGUAGES.iter().find(|language| language.code == code)
}

fn is_han(language: &Language) -> bool {
    matches!(language.code, "zh" | "ja")
}

/// Whether a fifth of the first words of `text` are stop words of `language`; a text that is told so early is not read on.
fn is_told(text: &str, language: &Language) -> bool {
    let (mut all, mut own, mut room) = (0, 0, String::new());
    for word in sample(text) {
        all += 1;
        own += usize::from(language.is_stop(fold(word, &mut room)));
        if all >= EARLY && own * 5 >= all {
            return true;
        }
    }
    own * 5 >= all
}

/// The first words of `text`.
fn sample(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphabetic() && (c.is_ascii() || !is_combining_mark(c)));
    words.filter(|word| !word.is_empty()).take(SAMPLE)
}

/// The language that the script of `text` alone tells.
fn by_script(text: &str) -> Option<&'static Language> {
    let sample = first_chars(text, SAMPLE * 5);
    if sample.is_ascii() || sample.bytes().all(|byte| byte < THAI || byte == PUNCTUATION) {
        return None;
    }
    let (mut kana, mut han, mut thai, mut all) = (0usize, 0usize, 0usize, 0usize);
    for c in sample.chars() {
        match c as u32 {
            0..=0x7F => all += usize::from(c.is_ascii_alphabetic()),
            0x4E00..=0x9FFF => han += 1,
            0x3040..=0x30FF => kana += 1,
            0x0E00..=0x0E7F => thai += 1,
            _ if is_cjk(c) => han += 1,
            _ => all += usize::from(c.is_alphabetic()),
        }
    }
    all += kana + thai + han;
    if thai * 2 > all {
        named("th")
    } else if (han + kana) * 5 > all * 2 {
        named(if kana * 10 > han + kana { "ja" } else { "zh" })
    } else {
        None
    }
}

/// The first `most` characters of `text`.
fn first_chars(text: &str, most: usize) -> &str {
    let mut rest = text.chars();
    let end = rest.nth(most - 1).map_or(text.len(), |_| text.len() - rest.as_str().len());
    &text[..end]
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
}

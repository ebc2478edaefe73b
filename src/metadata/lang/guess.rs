//! The language that a text shows by its script, the letters that only some languages have, and its commonest words.

use std::sync::LazyLock;

use crate::text::{Lists, is_cjk};

/// What a text shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Guess {
    /// A BCP 47 primary tag.
    pub language: &'static str,
    /// Whether the words leave no doubt; else only the script is sure.
    certain: bool,
    script: Script,
}

/// The scripts that languages are told by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Han,
    Kana,
    Hangul,
    Greek,
    Hebrew,
    Arabic,
    Devanagari,
    Bengali,
    Tamil,
    Thai,
    Georgian,
    Armenian,
}

/// The scripts with the first and last of their letters, and the language to guess where words do not tell.
const SCRIPTS: &[(Script, u32, u32, &str)] = &[
    (Script::Latin, 0x41, 0x24F, "en"),
    (Script::Latin, 0x1E00, 0x1EFF, "vi"),
    (Script::Greek, 0x370, 0x3FF, "el"),
    (Script::Cyrillic, 0x400, 0x52F, "ru"),
    (Script::Armenian, 0x530, 0x58F, "hy"),
    (Script::Hebrew, 0x590, 0x5FF, "he"),
    (Script::Arabic, 0x600, 0x6FF, "ar"),
    (Script::Devanagari, 0x900, 0x97F, "hi"),
    (Script::Bengali, 0x980, 0x9FF, "bn"),
    (Script::Tamil, 0xB80, 0xBFF, "ta"),
    (Script::Thai, 0xE00, 0xE7F, "th"),
    (Script::Georgian, 0x10A0, 0x10FF, "ka"),
    (Script::Kana, 0x3040, 0x30FF, "ja"),
    (Script::Hangul, 0xAC00, 0xD7A3, "ko"),
];

impl Guess {
    /// Whether a declared tag may be the language of this text.
    pub fn allows(&self, declared: &str) -> bool {
        let language = declared.split('-').next().unwrap_or(declared);
        if language == self.language {
            return true;
        }
        !self.certain && fits_script(language, self.script)
    }
}

/// Whether a language is written in a script, as far as its tag is known; of an unknown one nothing is.
fn fits_script(language: &str, script: Script) -> bool {
    let own = match language {
        "zh" | "yue" | "wuu" => &[Script::Han][..],
        "ja" => &[Script::Kana, Script::Han],
        "ko" => &[Script::Hangul, Script::Han],
        "ru" | "uk" | "bg" | "be" | "mk" | "kk" | "ky" | "mn" | "tg" => &[Script::Cyrillic],
        "sr" | "uz" => &[Script::Cyrillic, Script::Latin],
        "el" => &[Script::Greek],
        "he" | "yi" => &[Script::Hebrew],
        "ar" | "fa" | "ur" | "ps" | "ckb" | "ug" | "sd" => &[Script::Arabic],
        "hi" | "mr" | "ne" | "sa" => &[Script::Devanagari],
        "bn" | "as" => &[Script::Bengali],
        "ta" => &[Script::Tamil],
        "th" => &[Script::Thai],
        "ka" => &[Script::Georgian],
        "hy" => &[Script::Armenian],
        _ => &[Script::Latin],
    };
    own.contains(&script)
}

/// A language: its script, its tag, its commonest short words, and the letters that only it has.
type Language = (Script, &'static str, &'static [&'static str], &'static str);

/// The commonest short words of languages that share a script, and letters that only one of them has.
#[rustfmt::skip]
const WORDS: &[Language] = &[
    (Script::Latin, "en", &["the", "and", "of", "to", "is", "that", "for", "with", "was", "are", "this", "you", "it", "from", "have", "be"], ""),
    (Script::Latin, "de", &["der", "die", "und", "das", "ist", "nicht", "den", "mit", "von", "ein", "eine", "auf", "sich", "auch", "dem", "zu"], "ß"),
    (Script::Latin, "fr", &["le", "la", "les", "des", "et", "est", "une", "dans", "pour", "qui", "que", "sur", "pas", "du", "au", "plus"], "œ"),
    (Script::Latin, "es", &["el", "los", "las", "una", "por", "con", "para", "del", "que", "es", "se", "como", "su", "y", "más", "pero"], "ñ¿¡"),
    (Script::Latin, "pt", &["o", "os", "uma", "não", "com", "para", "do", "da", "em", "que", "um", "no", "na", "mais", "dos", "é"], "ãõ"),
    (Script::Latin, "it", &["il", "di", "che", "gli", "della", "una", "per", "non", "con", "sono", "è", "nel", "dei", "del", "anche", "più"], ""),
    (Script::Latin, "nl", &["het", "een", "van", "en", "de", "niet", "dat", "zijn", "voor", "met", "op", "aan", "ook", "wordt", "bij", "om"], ""),
    (Script::Latin, "sv", &["och", "att", "det", "som", "är", "inte", "för", "på", "med", "till", "av", "har", "ett", "om", "kan", "från"], ""),
    (Script::Latin, "da", &["og", "det", "er", "ikke", "til", "af", "på", "med", "for", "den", "har", "som", "fra", "blev", "hvor", "også"], ""),
    (Script::Latin, "no", &["og", "det", "er", "ikke", "til", "av", "på", "med", "for", "som", "har", "fra", "ble", "å", "hvor", "også"], ""),
    (Script::Latin, "fi", &["ja", "on", "ei", "että", "oli", "se", "mutta", "kun", "myös", "ovat", "hän", "joka", "sekä", "mukaan", "kuin", "tai"], ""),
    (Script::Latin, "pl", &["i", "w", "na", "nie", "się", "z", "do", "jest", "że", "to", "przez", "oraz", "jak", "po", "od", "dla"], "łżśćńź"),
    (Script::Latin, "cs", &["a", "se", "na", "v", "je", "že", "to", "s", "z", "do", "pro", "jsou", "ale", "jako", "by", "podle"], "řěů"),
    (Script::Latin, "sk", &["a", "sa", "na", "v", "je", "že", "to", "s", "z", "do", "pre", "sú", "ale", "ako", "by", "podľa"], "ľĺŕô"),
    (Script::Latin, "hu", &["a", "az", "és", "hogy", "nem", "egy", "is", "ez", "van", "volt", "csak", "már", "vagy", "meg", "de", "el"], "őű"),
    (Script::Latin, "ro", &["și", "în", "de", "la", "cu", "nu", "este", "care", "pe", "din", "un", "o", "pentru", "mai", "sunt", "că"], "țș"),
    (Script::Latin, "hr", &["i", "je", "u", "na", "se", "za", "da", "su", "od", "koji", "bi", "što", "nije", "kako", "iz", "kao"], "đ"),
    (Script::Latin, "tr", &["ve", "bir", "bu", "için", "ile", "olarak", "da", "de", "daha", "olan", "gibi", "çok", "sonra", "ise", "kadar", "değil"], "ğış"),
    (Script::Latin, "id", &["yang", "dan", "di", "untuk", "dengan", "dari", "ini", "itu", "pada", "tidak", "dalam", "akan", "juga", "adalah", "ke", "oleh"], ""),
    (Script::Latin, "vi", &["và", "của", "các", "là", "có", "cho", "được", "không", "trong", "với", "một", "những", "đã", "này", "người", "để"], "ơưđ"),
    (Script::Latin, "ca", &["el", "els", "amb", "per", "que", "una", "és", "del", "les", "més", "als", "aquest", "i", "no", "ha", "dels"], ""),
    (Script::Latin, "lt", &["ir", "yra", "kad", "su", "iš", "į", "tai", "bet", "kaip", "ne", "jis", "buvo", "dėl", "apie", "už", "o"], "ėįųū"),
    (Script::Cyrillic, "ru", &["и", "в", "не", "на", "что", "с", "по", "как", "это", "из", "для", "был", "его", "от", "о", "но"], "ыэё"),
    (Script::Cyrillic, "uk", &["і", "в", "на", "не", "що", "з", "до", "та", "у", "як", "за", "це", "для", "від", "про", "але"], "їєґ"),
    (Script::Cyrillic, "bg", &["и", "на", "да", "се", "за", "от", "не", "в", "че", "са", "с", "по", "ще", "това", "който", "като"], ""),
    (Script::Cyrillic, "sr", &["и", "је", "у", "на", "да", "се", "за", "су", "од", "са", "који", "не", "како", "из", "као", "би"], "ђћџљњ"),
    (Script::Arabic, "ar", &["في", "من", "على", "أن", "إلى", "عن", "التي", "الذي", "ما", "هذا", "مع", "كان", "هذه", "لا", "بعد", "أو"], "ةىأإ"),
    (Script::Arabic, "fa", &["و", "در", "به", "از", "که", "این", "را", "با", "است", "برای", "آن", "یک", "تا", "می", "خود", "شد"], "پچژگ"),
    (Script::Arabic, "ur", &["کے", "کی", "میں", "کا", "سے", "ہے", "کو", "اور", "نے", "پر", "یہ", "کہ", "ہیں", "اس", "بھی", "تھا"], "ٹڈڑےں"),
];

/// The language of a text, told from at least a few words; none for a shorter one.
pub(super) fn guess(text: &str) -> Option<Guess> {
    let script = script(text)?;
    let default = SCRIPTS.iter().find(|(other, ..)| *other == script).map_or("zh", |(.., language)| language);
    if !WORDS.iter().any(|(other, ..)| *other == script) {
        return Some(Guess { language: default, certain: script != Script::Devanagari, script });
    }
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).take(800).collect();
    if words.len() < 6 {
        return None;
    }
    let mut scores = scores(script, &words);
    scores.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    let (first, second) = (scores[0], scores[1]);
    let enough = first.0 * 12 >= words.len() && first.0 >= 6;
    let certain = enough && words.len() >= 40 && first.0 * 2 >= second.0 * 3;
    enough.then_some(Guess { language: first.1, certain, script })
}

/// The common words of [`WORDS`].
static COMMON: LazyLock<Lists> =
    LazyLock::new(|| Lists::new(WORDS.iter().map(|(_, _, words, _)| words.iter().copied())));

/// For each language of a script: how many of the words are common in it, or have letters that only it has.
fn scores(script: Script, words: &[&str]) -> Vec<(usize, &'static str)> {
    let rivals = || WORDS.iter().enumerate().filter(|(_, (other, ..))| *other == script);
    let mut scores = [0; WORDS.len()];
    for word in words {
        COMMON.count(word, &mut scores);
        if !word.is_ascii() {
            let has_own = |letters: &str| word.contains(|c| letters.contains(c));
            rivals().for_each(|(at, (.., letters))| scores[at] += usize::from(has_own(letters)));
        }
    }
    rivals().map(|(at, (_, language, ..))| (scores[at], *language)).collect()
}

/// The script of most of a text's letters; Japanese is told from Chinese by its kana.
fn script(text: &str) -> Option<Script> {
    let mut counts = [0usize; SCRIPTS.len()];
    let mut han = 0usize;
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        // The first range of the table, which most letters are of.
        if c.is_ascii() {
            counts[0] += 1;
            continue;
        }
        match SCRIPTS.iter().position(|(_, first, last, _)| (*first..=*last).contains(&(c as u32))) {
            Some(at) => counts[at] += 1,
            None => han += usize::from(is_cjk(c)),
        }
    }
    let total = han + counts.iter().sum::<usize>();
    if total < 8 {
        return None;
    }
    let of = |script: Script| {
        SCRIPTS.iter().zip(counts).filter(|((other, ..), _)| *other == script).map(|(_, count)| count).sum::<usize>()
    };
    let (kana, hangul) = (of(Script::Kana), of(Script::Hangul));
    // A Chinese or Japanese character says more than a letter.
    if (han + kana + hangul) * 3 >= total {
        if kana * 8 >= han + kana && kana > 2 {
            return Some(Script::Kana);
        }
        return Some(if hangul > han { Script::Hangul } else { Script::Han });
    }
    let most = SCRIPTS.iter().map(|(script, ..)| *script).max_by_key(|script| of(*script))?;
    (of(most) * 2 >= total).then_some(most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_by_script_and_words() {
        for (text, want) in [
            ("The river rose in the night and the people of the town were afraid that it was the end.", "en"),
            (
                "Der Fluss stieg in der Nacht und die Leute waren nicht mit dem Regen zufrieden, der auf die Stadt fiel.",
                "de",
            ),
            ("Le fleuve est monté dans la nuit et les gens de la ville ont eu peur que ce soit la fin pour eux.", "fr"),
            (
                "El río subió por la noche y los vecinos del pueblo temieron que se llevara las casas como una vez.",
                "es",
            ),
            ("O rio subiu à noite e os moradores da cidade não sabiam que era uma cheia para durar mais dias.", "pt"),
            (
                "Il fiume è salito nella notte e gli abitanti non sono usciti per la pioggia che della notte era più forte.",
                "it",
            ),
            ("Река поднялась ночью, и жители города не знали, что это только начало, как и в прошлом году.", "ru"),
            ("Річка піднялася вночі, і жителі міста не знали, що це лише початок, як і в минулому році.", "uk"),
            ("会议指出，当前正是阻断疫情蔓延扩散的关键阶段。", "zh"),
            ("川は夜のうちに増水し、町の人々は避難した。", "ja"),
            ("강물이 밤새 불어나 마을 사람들이 대피했다.", "ko"),
            ("ارتفع النهر في الليل وخاف سكان المدينة من أن يكون هذا هو ما كان في العام الماضي", "ar"),
            ("הנהר עלה בלילה ותושבי העיר חששו", "he"),
        ] {
            assert_eq!(guess(text).map(|guess| guess.language), Some(want), "{text}");
        }
        assert_eq!(guess("OK"), None);
    }

    #[test]
    fn a_declaration_is_refused_where_the_text_rules_it_out() {
        let chinese = guess("会议指出，当前正是阻断疫情蔓延扩散的关键阶段。").unwrap();
        assert!(chinese.allows("zh-CN") && !chinese.allows("en"));
        let short = guess("The river rose in the night and the end of it is near").unwrap();
        assert!(short.allows("sw") && !short.allows("ru"));
    }
}

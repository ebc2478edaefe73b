//! Canonical composition (UAX #15) of runs of characters.

use super::normal::{self, combining_class, decompose};

/// Characters in normalisation form C.
pub fn composed(chars: impl Iterator<Item = char>) -> Vec<char> {
    let mut out = Vec::with_capacity(chars.size_hint().0);
    for c in chars {
        decompose(c, &mut |part| out.push(part));
    }
    order_marks(&mut out);
    compose(&mut out);
    out
}

/// Canonical ordering: marks after a letter by their combining class.
pub(super) fn order_marks(chars: &mut [char]) {
    for marks in chars.chunk_by_mut(|_, &next| combining_class(next) != 0) {
        if marks.len() > 1 {
            marks.sort_by_key(|&c| combining_class(c));
        }
    }
}

/// Composition of decomposed and ordered characters in place.
pub(super) fn compose(chars: &mut Vec<char>) {
    let mut starter = None;
    let mut last_class = 0;
    let mut kept = 0;
    for at in 0..chars.len() {
        let c = chars[at];
        let class = combining_class(c);
        let open = starter.filter(|&s: &usize| kept == s + 1 || last_class < class);
        if let Some((s, whole)) = open.and_then(|s| Some((s, normal::compose(chars[s], c)?))) {
            chars[s] = whole;
            continue;
        }
        if class == 0 {
            starter = Some(kept);
        }
        last_class = class;
        chars[kept] = c;
        kept += 1;
    }
    chars.truncate(kept);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    proptest! {
        #[test]
        fn it_is_the_form_c_of_the_standard(text in "([a-zåÅé\u{300}-\u{345}\u{1100}-\u{11ff}가-각\u{3041}-\u{309a}क-ऽ़\u{5b0}-\u{5ea}]|.){0,12}") {
            prop_assert_eq!(composed(text.chars()).into_iter().collect::<String>(), text.nfc().collect::<String>());
        }
    }
}

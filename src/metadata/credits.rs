//! Who made or gave a picture, out of its caption or a line beside it.

use crate::text::collapse;

/// What stands before the name of a picture's maker, in lower case.
#[rustfmt::skip]
const BEFORE: &[&str] = &[
    "图片来源", "圖片來源", "图片由", "照片由", "(图", "（图", "(圖", "（圖", "图源", "圖源", "供图", "图片", "摄影", "攝影", "摄", "资料图来源", "写真提供", "撮影", "写真", "画像提供", "画像", "사진 출처", "사진제공", "사진 제공", "사진",
    "photo credit", "photograph by", "photography by", "photographs by", "photo courtesy of", "photo by", "photos by", "photo via", "photo", "picture credit", "pictures", "picture by", "picture", "image credit", "image source", "image courtesy of", "image by", "image via", "image", "illustration by", "illustration", "credit", "source", "courtesy of",
    "foto di", "foto von", "foto", "fotos", "fotografie", "bildquelle", "bild", "quelle", "crédit photo", "crédits photo", "crédits", "crédit", "photo par", "fotografía de", "fotografía", "crédito", "créditos", "imagen", "imagem", "reprodução", "fonte", "fuente",
    "фото", "фотография", "источник фото", "zdjęcie", "fot", "kuva", "kuvat", "fotó", "fotograf", "görsel", "ảnh", "تصوير", "صورة", "צילום", "ภาพ", "φωτογραφία", "फोटो", "©", "(c)",
];

/// What ends a Chinese credit: 张三 摄, 新华社供图.
const AFTER: &[&str] =
    &["摄影报道", "摄影", "攝影", "供图", "供圖", "提供", "摄", "攝", "图", "制图", "绘", "撮影", "촬영", "제공"];

/// Ends of a credit that are no part of the name.
const TAILS: &[&str] =
    &["摄影报道", "摄影", "攝影", "供图", "供圖", "提供", "摄", "攝", "资料图", "资料图片", "資料照片", "图片"];

/// The longest credit, in characters, and the longest line in brackets that is nothing else.
const LONGEST: usize = 60;
const LONGEST_BRACKETED: usize = 24;

/// The name that a caption credits; none where it credits nobody.
pub(super) fn credit(caption: &str) -> Option<String> {
    let caption = collapse(caption);
    if caption.len() > 2_000 {
        return None;
    }
    labelled(&caption).or_else(|| bracketed(&caption)).or_else(|| slashed(&caption))
}

/// Whether a line is nothing but a credit.
pub(super) fn is_credit(line: &str) -> bool {
    let line = line.trim();
    let inner = line.trim_matches(|c| matches!(c, '(' | ')' | '（' | '）' | '[' | ']' | '【' | '】'));
    if inner.len() < line.len() && line.chars().count() <= LONGEST_BRACKETED && credit(line).is_some() {
        return true;
    }
    let lower = inner.to_lowercase();
    let starts = BEFORE.iter().any(|label| {
        lower.strip_prefix(label).is_some_and(|rest| {
            rest.trim_start().starts_with([':', '：'])
                || (label.contains(' ') && rest.starts_with(' '))
                || is_worded(label, rest)
        })
    });
    line.chars().count() <= LONGEST && starts && credit(line).is_some()
}

/// A name behind a label: `Photo: Ann Lee`, `图片来源：陈正宝 摄`, `© Ann Lee`. The last label counts.
fn labelled(caption: &str) -> Option<String> {
    let lower: String = caption.chars().map(|c| c.to_lowercase().next().unwrap_or(c)).collect();
    if lower.len() != caption.len() {
        return None;
    }
    let mut best: Option<usize> = None;
    for label in BEFORE {
        for (at, _) in lower.match_indices(label).take(8) {
            let behind = &lower[at + label.len()..];
            let free = lower[..at].chars().next_back().is_none_or(|c| !c.is_alphabetic() || crate::text::is_cjk(c));
            let colon =
                behind.trim_start().starts_with([':', '：', '/', '=', '＝']) || *label == "©" || *label == "(c)";
            let start = at + label.len();
            if free && (colon || is_worded(label, behind)) && best.is_none_or(|best| start > best) {
                best = Some(start);
            }
        }
    }
    name(&caption[best?..])
}

/// Whether a label and what stands behind it credit somebody in words: `photo by Ann Lee`, `照片由张三提供`.
fn is_worded(label: &str, behind: &str) -> bool {
    if label.ends_with('由') {
        let sentence = behind.split('。').next().unwrap_or(behind);
        return sentence.trim_end_matches([')', '）', '】', ']', '.', ' ']).ends_with("提供");
    }
    [" by", " of", " via"].iter().any(|word| label.ends_with(word)) && behind.starts_with(' ')
}

/// A name in brackets at the end: `(Ann Lee/The Site)`, `（新华社 陈正宝 摄）`, `张三摄`.
fn bracketed(caption: &str) -> Option<String> {
    let closed = caption.trim_end_matches(['.', '。', ' ']);
    let end = closed.strip_suffix([')', '）', '】', ']']);
    let inner = match end {
        Some(inner) => {
            &inner[inner
                .rfind(['(', '（', '【', '['])
                .map(|at| at + inner[at..].chars().next().map_or(1, char::len_utf8))?..]
        }
        None => closed.rsplit(['。', '，', '\u{3000}', '；']).next()?,
    };
    let has_end = AFTER.iter().any(|end| inner.ends_with(end) && inner.chars().count() > end.chars().count() + 1);
    let agency = ["ap photo", "reuters", "afp", "getty images", "epa", "dpa", "shutterstock"]
        .iter()
        .any(|agency| inner.to_lowercase().contains(agency));
    if (end.is_some() && agency) || has_end { name(inner) } else { None }
}

/// `Ann Lee/Getty Images` as the end of a caption, `Getty Images` alone.
fn slashed(caption: &str) -> Option<String> {
    let last = caption.rsplit(['.', '|', '\n']).next()?.trim();
    let known = ["Getty Images", "Shutterstock", "Unsplash", "Reuters", "AFP", "iStock", "Alamy", "Pexels", "Pixabay"];
    let short = last.split(' ').count() <= 7;
    known
        .iter()
        .any(|agency| last.ends_with(agency) || last.contains(&format!("{agency} via")))
        .then(|| name(last))
        .flatten()
        .filter(|_| short)
}

fn name(text: &str) -> Option<String> {
    let text = text.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, ':' | '：' | '/' | '=' | '＝' | '©' | '-' | '–')
    });
    let end =
        text.find(['。', '；', ';', '|', ')', '）', '】', ']', '，', '、', '\n', '(', '（']).unwrap_or(text.len());
    let mut text = text[..end].trim();
    let stop = text.find(". ").filter(|at| *at > 3 && text[..*at].rsplit(' ').next().is_none_or(|word| word.len() > 2));
    text = &text[..stop.unwrap_or(text.len())];
    loop {
        let shorter = TAILS
            .iter()
            .find_map(|tail| text.strip_suffix(tail))
            .map(str::trim_end)
            .filter(|rest| rest.chars().count() >= 2);
        match shorter {
            Some(shorter) => text = shorter,
            None => break,
        }
    }
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | '"' | '“' | '”' | '/' | '-'));
    let text = ["记者", "記者"].iter().find_map(|role| text.split_once(role)).map_or(text, |(_, name)| name.trim());
    (text.chars().count() >= 2 && text.chars().count() <= LONGEST && text.chars().any(char::is_alphabetic))
        .then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_alone_is_taken() {
        for (caption, want) in [
            ("(图片来源:陈正宝 摄)", Some("陈正宝")),
            ("会议现场。新华社记者 李明 摄", Some("李明")),
            ("（张三 摄）", Some("张三")),
            ("会议现场（图/张三）", Some("张三")),
            ("(张三/摄)", Some("张三")),
            ("照片由张三提供", Some("张三")),
            ("会议现场（图片由张三提供）", Some("张三")),
            ("会议现场。图片由张三提供。", Some("张三")),
            ("示意图:北京", None),
            ("(示意图:北京)", None),
            ("A bridge. Photo: Ann Lee", Some("Ann Lee")),
            ("A bridge. Photograph by Ann Lee", Some("Ann Lee")),
            ("A bridge (Ann Lee/AP Photo)", Some("Ann Lee/AP Photo")),
            ("A bridge. Ann Lee/Getty Images", Some("Ann Lee/Getty Images")),
            ("Foto: Ann Lee / dpa", Some("Ann Lee / dpa")),
            ("© Ann Lee", Some("Ann Lee")),
            ("Фото: Анна Ли", Some("Анна Ли")),
            ("写真：山田太郎", Some("山田太郎")),
            ("A photo of a bridge", None),
            ("会议现场", None),
            ("", None),
        ] {
            assert_eq!(credit(caption).as_deref(), want, "{caption}");
        }
    }

    #[test]
    fn a_line_is_a_credit_where_it_is_nothing_else() {
        assert!(
            ["(图片来源:陈正宝 摄)", "Photo: Ann Lee", "(图/陈正宝)", "（陈正宝/摄）", "照片由陈正宝提供"]
                .into_iter()
                .all(is_credit)
        );
        assert!(!is_credit("A photo: we saw it.") && !is_credit("会议现场"));
    }
}

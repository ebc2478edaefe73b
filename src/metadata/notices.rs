//! What was printed about the rights in the text, its sources and its corrections.

use super::scene::Scene;
use super::visible::lines;
use super::{Notice, NoticeKind};
use crate::labels::Kind;

/// Words (lower case) that tell the kind of a notice, the more telling kinds first.
#[rustfmt::skip]
const WORDS: &[(NoticeKind, &[&str])] = &[
    (NoticeKind::Correction, &["correction", "corrected", "clarification", "editor's note", "editor’s note", "an earlier version", "更正", "勘误", "訂正", "정정", "korrektur", "berichtigung", "rectification", "corrección", "errata", "correção", "correzione", "исправлен", "уточнение"]),
    (NoticeKind::Licence, &["creative commons", "cc by", "cc-by", "license", "licence", "lizenz", "知识共享", "许可协议", "ライセンス", "licencia", "licença", "лицензи"]),
    (NoticeKind::Copyright, &["版权", "版權", "著作权", "著作權", "未经授权", "未經授權", "不得转载", "禁止转载", "转载请", "轉載請", "独家稿件", "無断転載", "無断複製", "저작권", "무단전재", "copyright", "©", "all rights reserved", "alle rechte", "droits réservés", "derechos reservados", "direitos reservados", "diritti riservati", "все права", "prawa zastrzeżone", "hak cipta", "bản quyền", "جميع الحقوق", "حقوق النشر", "כל הזכויות", "tüm hakları", "všechna práva", "สงวนลิขสิทธิ์", "reprint"]),
    (NoticeKind::Disclaimer, &["免责", "免責", "声明", "聲明", "不代表", "仅代表", "僅代表", "不构成", "disclaimer", "disclosure", "views expressed", "opinions expressed", "not necessarily", "not constitute", "haftungsausschluss", "avertissement", "descargo", "aviso legal", "отказ от ответственности", "affiliate", "commission"]),
];

/// The notices that `content` set aside, each line one.
pub(super) fn decide(scene: &Scene) -> Vec<Notice> {
    let mut out: Vec<Notice> = Vec::new();
    let regions = scene.content.leftovers.iter().filter(|leftover| leftover.kind == Kind::Notice);
    for leftover in regions.take(24) {
        for line in lines(scene.page, scene.page.region_range(leftover.region), 12) {
            let text = line.printed();
            let new = Notice { kind: kind(&text), text };
            if new.text.chars().any(char::is_alphabetic) && out.len() < 40 && !out.contains(&new) {
                out.push(new);
            }
        }
    }
    out
}

fn kind(text: &str) -> NoticeKind {
    let lower = text.to_lowercase();
    let known = WORDS.iter().find(|(_, words)| words.iter().any(|word| lower.contains(word)));
    known.map_or(NoticeKind::Credit, |(kind, _)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_by_their_words() {
        for (text, want) in [
            ("版权声明:本文系独家稿件,未经授权,不得转载", NoticeKind::Copyright),
            ("免责声明：本文仅代表作者观点", NoticeKind::Disclaimer),
            ("Correction: an earlier version said Monday.", NoticeKind::Correction),
            ("This text is under a Creative Commons licence.", NoticeKind::Licence),
            ("来源：新华社", NoticeKind::Credit),
        ] {
            assert_eq!(kind(text), want, "{text}");
        }
    }
}

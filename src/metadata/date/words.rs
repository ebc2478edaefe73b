//! The words of dates in many languages: months, units, what stands beside them.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

/// The names of each month, full and short, in lower case: English, German, French, Spanish, Portuguese, Italian, Dutch,
/// Scandinavian, Finnish, Polish, Czech, Slovak, Croatian, Hungarian, Romanian, Lithuanian, Russian, Ukrainian, Bulgarian,
/// Serbian, Greek, Turkish, Indonesian, Arabic (both sets), Hebrew, Hindi, Thai.
#[rustfmt::skip]
const MONTHS: [&str; 12] = [
    "january jan januar jänner jän janvier janv enero ene janeiro gennaio gen januari tammikuuta tammikuu styczeń stycznia sty leden ledna led január januára siječnja siječanj január ianuarie ian sausio январь января янв січня січ януари јануар јануара ιανουαρίου ιανουάριος ιαν ocak oca يناير كانون.الثاني جانفي ינואר בינואר ינו जनवरी जन มกราคม ม.ค",
    "february feb februar février févr fév febrero fevereiro fev febbraio februari helmikuuta helmikuu luty lutego lut únor února úno február februára veljače veljača február februarie vasario февраль февраля фев февр лютого лют февруари фебруар фебруара φεβρουαρίου φεβρουάριος φεβ şubat şub فبراير شباط فيفري פברואר בפברואר פבר फ़रवरी फरवरी กุมภาพันธ์ ก.พ",
    "march mar märz mrz mars marts marzo março maart mrt maaliskuuta maaliskuu marzec marca březen března bře marec ožujka ožujak március márc martie kovo март марта мар березня бер марта μαρτίου μάρτιος μαρ mart maret مارس آذار מרץ במרץ מרס मार्च มีนาคม มี.ค",
    "april apr avril avr abril abr aprile huhtikuuta huhtikuu kwiecień kwietnia kwi duben dubna dub apríl apríla travnja travanj április ápr aprilie balandžio апрель апреля апр квітня квіт април априла απριλίου απρίλιος απρ nisan nis أبريل ابريل نيسان أفريل אפריל באפריל אפר अप्रैल เมษายน เม.ย",
    "may mai mayo maio maggio mag mei maj toukokuuta toukokuu maja květen května kvě máj mája svibnja svibanj május máj mai gegužės май мая травня трав мај маја μαΐου μάιος μαϊ mayıs may مايو أيار ماي מאי במאי मई พฤษภาคม พ.ค",
    "june jun juni juin junio junho giugno giu kesäkuuta kesäkuu czerwiec czerwca cze červen června čvn jún júna lipnja lipanj június jún iunie iun birželio июнь июня июн червня черв юни јун јуна ιουνίου ιούνιος ιουν haziran haz يونيو حزيران جوان יוני ביוני जून มิถุนายน มิ.ย",
    "july jul juli juillet juil julio julho luglio lug heinäkuuta heinäkuu lipiec lipca lip červenec července čvc júl júla srpnja srpanj július júl iulie iul liepos июль июля июл липня лип юли јул јула ιουλίου ιούλιος ιουλ temmuz tem يوليو تموز جويلية יולי ביולי जुलाई กรกฎาคม ก.ค",
    "august aug août aou agosto ago augustus augusti elokuuta elokuu sierpień sierpnia sie srpen srpna srp augusta kolovoza kolovoz augusztus rugpjūčio август августа авг серпня серп август августа αυγούστου αύγουστος αυγ ağustos ağu agustus agu أغسطس آب أوت אוגוסט באוגוסט אוג अगस्त สิงหาคม ส.ค",
    "september sept sep septembre septiembre setiembre setembro set settembre sett syyskuuta syyskuu wrzesień września wrz září zář septembra rujna rujan szeptember szept septembrie rugsėjo сентябрь сентября сен сент вересня вер септември септембар септембра σεπτεμβρίου σεπτέμβριος σεπ eylül eyl سبتمبر أيلول ספטמבר בספטמבר ספט सितंबर सितम्बर กันยายน ก.ย",
    "october oct oktober okt octobre octubre outubro out ottobre ott lokakuuta lokakuu październik października paź říjen října říj október októbra listopada.hr október octombrie spalio октябрь октября окт жовтня жовт октомври октобар октобра οκτωβρίου οκτώβριος οκτ ekim eki أكتوبر اكتوبر אוקטובר באוקטובר אוק अक्टूबर अक्तूबर ตุลาคม ต.ค",
    "november nov novembre noviembre novembro marraskuuta marraskuu listopad listopada lis listopadu november novembra studenoga studeni noiembrie noi lapkričio ноябрь ноября ноя нояб листопада лист ноември новембар новембра νοεμβρίου νοέμβριος νοε kasım kas نوفمبر נובמבר בנובמבר נוב नवंबर नवम्बर พฤศจิกายน พ.ย",
    "december dec dezember dez décembre déc diciembre dic dezembro dicembre desember des joulukuuta joulukuu grudzień grudnia gru prosinec prosince pro decembra prosinca december decembrie gruodžio декабрь декабря дек грудня груд декември децембар децембра δεκεμβρίου δεκέμβριος δεκ aralık ara ديسمبر דצמבר בדצמבר דצמ दिसंबर दिसम्बर ธันวาคม ธ.ค",
];

/// The names with their months, 1 to 12; a name of two months is that of the first.
static NUMBERS: LazyLock<HashMap<&'static str, u8, FixedState>> = LazyLock::new(|| {
    let mut numbers = HashMap::default();
    for (names, number) in MONTHS.iter().zip(1..) {
        for name in names.split(' ') {
            numbers.entry(name).or_insert(number);
        }
    }
    numbers
});

/// The month that a word (lower case) names, 1 to 12.
pub(super) fn month(word: &str) -> Option<u8> {
    if word.len() < 3 { None } else { NUMBERS.get(word).copied() }
}

/// Words and endings between day, month and year, or between date and time, that say nothing.
#[rustfmt::skip]
pub(super) const FILLERS: &[&str] = &[
    "de", "del", "of", "di", "d", "the", "at", "um", "à", "a", "las", "às", "as", "kl", "klo", "kello", "в", "o", "ob", "alle", "ore", "om", "den",
    "saat", "pukul", "jam", "lúc", "on", "uhr", "г", "года", "год", "р", "року", "m", "και", "στις", "ngày", "năm", "u", "и", "v",
    "st", "nd", "rd", "th", "er", "ère", "ª", "º", "й", "เวลา", "น", "พ.ศ", "الساعة", "في", "ساعت", "בשעה", "को", "bei",
];

/// Days of the week, in lower case, as they stand before dates and between date and time.
#[rustfmt::skip]
const WEEKDAYS: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
    "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag", "mo", "di", "mi", "do", "fr", "sa", "so",
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo",
    "segunda", "terça", "quarta", "quinta", "sexta", "feira", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica",
    "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье",
    "pazar", "pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "minggu", "senin", "selasa", "rabu", "kamis", "jumat", "sabtu",
    "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag", "mandag", "tirsdag", "lørdag", "søndag", "maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai",
    "pondělí", "úterý", "středa", "čtvrtek", "pátek", "neděle", "hétfő", "kedd", "szerda", "csütörtök", "péntek", "szombat", "vasárnap", "понеділок", "вівторок", "середа", "четвер", "пʼятниця", "субота", "неділя",
    "δευτέρα", "τρίτη", "τετάρτη", "πέμπτη", "παρασκευή", "σάββατο", "κυριακή", "luni", "marți", "miercuri", "joi", "vineri", "sâmbătă", "duminică", "الأحد", "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت",
    "poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela", "월", "화", "수", "목", "금", "토", "일",
];

/// Whether a word is a filler or a day of the week.
pub(super) fn is_filler(word: &str) -> bool {
    FILLERS.contains(&word) || WEEKDAYS.contains(&word)
}

/// Units of time, longest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// The beginnings of the words for each unit, in lower case.
#[rustfmt::skip]
const UNITS: &[(Unit, &[&str])] = &[
    (Unit::Second, &["sec", "sekund", "second", "segundo", "сек", "초", "ثاني", "שני", "saniye", "detik", "giây", "วินาที", "सेकंड"]),
    (Unit::Minute, &["min", "мин", "хв", "분", "دقيق", "دقائق", "דק", "dakika", "menit", "phút", "นาที", "मिनट", "λεπτ"]),
    (Unit::Hour, &["hour", "hr", "hrs", "stund", "std", "heure", "hora", "ora", "ore", "uur", "uren", "timm", "time", "tunti", "godzin", "hodin", "час", "годин", "시간", "ساع", "שע", "saat", "jam", "giờ", "ชั่วโมง", "घंट", "ώρ"]),
    (Unit::Day, &["day", "tag", "jour", "día", "dia", "giorn", "dag", "päiv", "dni", "dzień", "den", "день", "дня", "дней", "일", "يوم", "أيام", "ימים", "יום", "gün", "hari", "ngày", "วัน", "दिन", "ημέρ", "μέρ"]),
    (Unit::Week, &["week", "woche", "semaine", "semana", "settiman", "wek", "veck", "uge", "uke", "viikko", "tydzień", "tygod", "týd", "недел", "тиж", "주", "أسبوع", "أسابيع", "שבוע", "hafta", "minggu", "tuần", "สัปดาห์", "सप्ताह", "εβδομάδ"]),
    (Unit::Month, &["month", "monat", "mois", "mes", "mês", "maand", "månad", "måned", "kuukau", "miesi", "měs", "месяц", "місяц", "개월", "달", "شهر", "أشهر", "חודש", "ay", "bulan", "tháng", "เดือน", "महीन", "μήν"]),
    (Unit::Year, &["year", "jahr", "an", "ans", "année", "año", "ano", "anno", "anni", "jaar", "år", "vuosi", "vuot", "rok", "lat", "год", "лет", "рік", "рок", "년", "سنة", "سنوات", "שנ", "yıl", "tahun", "năm", "ปี", "साल", "वर्ष", "χρόν", "έτ"]),
];

/// The unit that a word names.
pub(super) fn unit(word: &str) -> Option<Unit> {
    UNITS.iter().find(|(_, starts)| starts.iter().any(|start| word.starts_with(start))).map(|(unit, _)| *unit)
}

/// Words before a number that say that it counts back from now.
pub(super) const BEFORE: &[&str] = &["vor", "hace", "há", "منذ", "قبل", "לפני", "πριν", "před", "pred", "acum", "y"];

/// Words after number and unit that say that it counts back from now.
#[rustfmt::skip]
pub(super) const AFTER: &[&str] = &[
    "ago", "geleden", "sedan", "siden", "sitten", "temu", "назад", "тому", "önce", "lalu", "trước", "전", "atrás", "fa", "पहले", "ที่แล้ว", "ที่ผ่านมา", "قبل",
];

/// Words for today and yesterday, with how many days back they are.
#[rustfmt::skip]
pub(super) const NAMED: &[(&str, i64)] = &[
    ("today", 0), ("heute", 0), ("aujourd", 0), ("hoy", 0), ("hoje", 0), ("oggi", 0), ("vandaag", 0), ("idag", 0), ("dzisiaj", 0), ("сегодня", 0), ("сьогодні", 0), ("오늘", 0), ("اليوم", 0), ("היום", 0), ("bugün", 0),
    ("yesterday", 1), ("gestern", 1), ("hier", 1), ("ayer", 1), ("ontem", 1), ("ieri", 1), ("gisteren", 1), ("igår", 1), ("wczoraj", 1), ("вчера", 1), ("вчора", 1), ("어제", 1), ("أمس", 1), ("אתמול", 1), ("dün", 1),
];

/// The same in ideographs, with units.
pub(super) const NAMED_HAN: &[(&str, i64)] =
    &[("今天", 0), ("今日", 0), ("昨天", 1), ("昨日", 1), ("前天", 2), ("一昨日", 2)];
/// Units in ideographs.
pub(super) const UNITS_HAN: &[(&str, Unit)] = &[
    ("秒钟", Unit::Second),
    ("秒", Unit::Second),
    ("分钟", Unit::Minute),
    ("分鐘", Unit::Minute),
    ("分", Unit::Minute),
    ("小时", Unit::Hour),
    ("小時", Unit::Hour),
    ("時間", Unit::Hour),
    ("天", Unit::Day),
    ("日", Unit::Day),
    ("周", Unit::Week),
    ("週間", Unit::Week),
    ("週", Unit::Week),
    ("个月", Unit::Month),
    ("個月", Unit::Month),
    ("か月", Unit::Month),
    ("ヶ月", Unit::Month),
    ("カ月", Unit::Month),
    ("年", Unit::Year),
];

/// Words for the half of the day, with whether they add twelve hours.
pub(super) const HALVES: &[(&str, bool)] = &[
    ("am", false),
    ("a.m", false),
    ("오전", false),
    ("pm", true),
    ("p.m", true),
    ("오후", true),
    ("μμ", true),
    ("μ.μ", true),
    ("πμ", false),
    ("π.μ", false),
    ("ص", false),
    ("م", true),
];
/// The same in ideographs.
pub(super) const HALVES_HAN: &[(&str, bool)] = &[
    ("上午", false),
    ("凌晨", false),
    ("早上", false),
    ("午前", false),
    ("下午", true),
    ("晚上", true),
    ("午後", true),
    ("中午", true),
];

/// Time zones by name, in minutes east of UTC. Names that mean several zones are left out, save where one is far the commonest.
pub(super) const ZONES: &[(&str, i16)] = &[
    ("z", 0),
    ("utc", 0),
    ("gmt", 0),
    ("wet", 0),
    ("est", -300),
    ("edt", -240),
    ("cdt", -300),
    ("mst", -420),
    ("mdt", -360),
    ("pst", -480),
    ("pdt", -420),
    ("akst", -540),
    ("hst", -600),
    ("bst", 60),
    ("cet", 60),
    ("cest", 120),
    ("mez", 60),
    ("mesz", 120),
    ("eet", 120),
    ("eest", 180),
    ("msk", 180),
    ("мск", 180),
    ("ist", 330),
    ("pkt", 300),
    ("wib", 420),
    ("sgt", 480),
    ("hkt", 480),
    ("awst", 480),
    ("jst", 540),
    ("kst", 540),
    ("acst", 570),
    ("aest", 600),
    ("aedt", 660),
    ("nzst", 720),
    ("nzdt", 780),
    ("brt", -180),
    ("sast", 120),
    ("wat", 60),
    ("eat", 180),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_of_a_month_is_known() {
        for name in MONTHS.iter().flat_map(|names| names.split(' ')).filter(|name| name.len() > 2) {
            assert!(month(name).is_some(), "{name}");
        }
        assert_eq!((month("mai"), month("rain"), month("")), (Some(5), None, None));
    }
}

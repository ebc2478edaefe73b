use super::*;

const NOW: Moment = Moment {
    year: 2020,
    month: 3,
    day: 1,
    clock: Some(Clock { hour: 10, minute: 30, second: None, offset: Some(480) }),
};

fn read(text: &str) -> Vec<String> {
    let context =
        Context { order: Order::MonthFirst, near: in_address("http://a.example/2020/0126/1.html"), now: None };
    find(text, &context).iter().map(|found| found.moment.to_string()).collect()
}

fn back(text: &str) -> Vec<String> {
    let context = Context { now: Some(NOW), ..Context::default() };
    find(text, &context).iter().map(|found| found.moment.to_string()).collect()
}

#[test]
fn days_are_read_in_many_languages() {
    for text in [
        "January 26, 2020",
        "Jan. 26th, 2020",
        "Sunday, 26 January 2020",
        "26-Jan-2020",
        "Jan 26 '20",
        "1/26/2020",
        "26/01/2020",
        "26.1.2020",
        "26.01.20",
        "26. Januar 2020",
        "Sonntag, 26. Jänner 2020",
        "26 janvier 2020",
        "26 de enero de 2020",
        "26 de janeiro de 2020",
        "26 gennaio 2020",
        "26 januari 2020",
        "26. januar 2020",
        "26. tammikuuta 2020",
        "26 stycznia 2020",
        "26. ledna 2020",
        "26. januára 2020",
        "2020. január 26.",
        "26 ianuarie 2020",
        "2020 m. sausio 26 d.",
        "26 января 2020 г.",
        "26 січня 2020",
        "26 януари 2020",
        "26 Ιανουαρίου 2020",
        "26 Ocak 2020",
        "26 Januari 2020",
        "Ngày 26/1/2020",
        "26 tháng 1 năm 2020",
        "26 tháng 1, 2020",
        "26 يناير 2020",
        "٢٦ يناير ٢٠٢٠",
        "26 בינואר 2020",
        "26 जनवरी 2020",
        "26 มกราคม 2563",
        "26 ม.ค. 2563",
        "2020年1月26日",
        "2020年01月26号",
        "令和2年1月26日",
        "2020년 1월 26일",
        "2020. 1. 26.",
        "2020/01/26",
        "2020-1-26",
        "1月26日",
    ] {
        assert_eq!(read(text), ["2020-01-26"], "{text}");
    }
}

#[test]
fn times_are_kept_at_the_precision_they_have() {
    for (text, want) in [
        ("2020-01-26 20:27:50", "2020-01-26T20:27:50"),
        ("2020-01-26T20:27:50.123Z", "2020-01-26T20:27:50Z"),
        ("2020-01-26T20:27+0800", "2020-01-26T20:27+08:00"),
        ("2020年1月26日 20:27", "2020-01-26T20:27"),
        ("2020年1月26日20时27分", "2020-01-26T20:27"),
        ("2020年1月26日 下午8:27", "2020-01-26T20:27"),
        ("2020年1月26日 星期日 20:27", "2020-01-26T20:27"),
        ("2020年1月26日（日） 20時27分", "2020-01-26T20:27"),
        ("2020-01-26 20:27 北京时间", "2020-01-26T20:27+08:00"),
        ("2020년 1월 26일 오후 8:27", "2020-01-26T20:27"),
        ("2020.01.26. 오후 8시 27분", "2020-01-26T20:27"),
        ("01-26 20:27", "2020-01-26T20:27"),
        ("发布时间：01-2620:27", "2020-01-26T20:27"),
        ("Jan 26, 2020 at 8:27 p.m. EST", "2020-01-26T20:27-05:00"),
        ("8:27 PM GMT, Sun January 26, 2020", "2020-01-26T20:27Z"),
        ("26. Januar 2020, 20.27 Uhr", "2020-01-26T20:27"),
        ("26.01.2020 kl. 20.27", "2020-01-26T20:27"),
        ("26 janvier 2020 à 20h27", "2020-01-26T20:27"),
        ("26 января 2020 в 20:27 МСК", "2020-01-26T20:27+03:00"),
        ("Jan 26, 2020 8pm", "2020-01-26T20:00"),
        ("26/01/2020 20:27 GMT+7", "2020-01-26T20:27+07:00"),
    ] {
        assert_eq!(read(text), [want], "{text}");
    }
}

#[test]
fn relative_dates_need_the_time_of_reading() {
    for (text, want) in [
        ("3 hours ago", "2020-03-01T07:30+08:00"),
        ("an hour ago", "2020-03-01T09:30+08:00"),
        ("vor 2 Tagen", "2020-02-28"),
        ("il y a 2 semaines", "2020-02-16"),
        ("hace 5 minutos", "2020-03-01T10:25+08:00"),
        ("3 часа назад", "2020-03-01T07:30+08:00"),
        ("3小时前", "2020-03-01T07:30+08:00"),
        ("3時間前", "2020-03-01T07:30+08:00"),
        ("3시간 전", "2020-03-01T07:30+08:00"),
        ("昨天 08:12", "2020-02-29T08:12"),
        ("Yesterday at 8:12 am", "2020-02-29T08:12"),
        ("2 months ago", "2020-01"),
        ("1 year ago", "2019"),
        ("12-26 20:27", "2019-12-26T20:27"),
    ] {
        assert_eq!(back(text), [want], "{text}");
        assert!(find(text, &Context::default()).is_empty(), "{text}");
    }
}

#[test]
fn what_is_no_date_is_left() {
    for text in [
        "",
        "2020",
        "3.5",
        "192.168.1.1",
        "31 February 2020",
        "13/13/2020",
        "1-800-555-1234",
        "may 5",
        "Call 12-10",
        "20:27",
        "2 of 3 items",
        "Copyright © 2016",
        "ISBN 978-3-16-148410-0",
        "2019-20 season",
        "12/25/2020/4",
    ] {
        assert!(find(text, &Context::default()).is_empty(), "{text}: {:?}", find(text, &Context::default()));
    }
}

#[test]
fn machine_values_may_be_bare() {
    let read = |text| stated(text, &Context::default()).map(|moment| moment.to_string());
    assert_eq!(read("20200126").as_deref(), Some("2020-01-26"));
    assert_eq!(read("20200126202750").as_deref(), Some("2020-01-26T20:27:50"));
    assert_eq!(read("1580041670").as_deref(), Some("2020-01-26T12:27:50Z"));
    assert_eq!(read("1580041670000").as_deref(), Some("2020-01-26T12:27:50Z"));
    assert_eq!(read("2020-01").as_deref(), Some("2020-01"));
    assert_eq!(read("Sun, 26 Jan 2020 20:27:50 +0000").as_deref(), Some("2020-01-26T20:27:50Z"));
    assert_eq!(read("99999999999999"), None);
    assert_eq!(read("0000-00-00"), None);
}

#[test]
fn addresses_hold_days() {
    let read = |text| in_address(text).map(|moment| moment.to_string());
    assert_eq!(read("https://a.example/2020/01/26/x").as_deref(), Some("2020-01-26"));
    assert_eq!(read("https://a.example/n/20200126/x").as_deref(), Some("2020-01-26"));
    assert_eq!(read("https://a.example/2020/0126/x").as_deref(), Some("2020-01-26"));
    assert_eq!(read("https://a.example/2020-01/26/c_1.htm").as_deref(), Some("2020-01-26"));
    assert_eq!(read("https://a.example/2020/01/x").as_deref(), Some("2020-01"));
    assert_eq!(read("https://a.example/sport/2020/jan/26/x").as_deref(), Some("2020-01-26"));
    assert_eq!(read("https://a.example/2020/january/5/x").as_deref(), Some("2020-01-05"));
    assert_eq!(read("https://a.example/2020/rain/26/x"), None);
    assert_eq!(read("https://a.example/x/123456789"), None);
    assert_eq!(read("2020/01/26"), None);
}

#[test]
fn the_order_of_day_and_month_is_the_page_s_where_numbers_leave_it_open() {
    let read = |order| find("3/4/2020", &Context { order, ..Context::default() })[0].moment.to_string();
    assert_eq!(read(Order::MonthFirst), "2020-03-04");
    assert_eq!(read(Order::DayFirst), "2020-04-03");
}

#[test]
fn a_time_that_counts_back_is_told_without_now() {
    for text in ["3 hours ago", "1 year ago", "3小时前", "vor 2 Tagen"] {
        assert!(counts_back(text), "{text}");
    }
    for text in ["3 hours ago I ate", "hours ago", "2020-01-26"] {
        assert!(!counts_back(text), "{text}");
    }
}

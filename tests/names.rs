//! Names in the forms in which they come, one form at a time.
#![cfg(not(target_arch = "wasm32"))]

use whosaid::{EntityKind, MentionForm, Offsets, analyze};

/// Every mention by name with its kind, in the order of the text.
fn names(text: &str) -> Vec<(String, String)> {
    let report = analyze(text, Offsets::Byte);
    let mut found: Vec<(usize, String, String)> = Vec::new();
    for entity in &report.entities {
        for mention in entity.mentions.iter().filter(|mention| mention.form == MentionForm::Name) {
            found.push((mention.start, text[mention.start..mention.end].to_owned(), entity.kind.to_string()));
        }
    }
    found.sort();
    found.into_iter().map(|(_, name, kind)| (name, kind)).collect()
}

#[track_caller]
fn expect(text: &str, wanted: &[(&str, &str)]) {
    let wanted: Vec<(String, String)> = wanted.iter().map(|&(name, kind)| (name.to_owned(), kind.to_owned())).collect();
    assert_eq!(names(text), wanted, "{text}");
}

#[test]
fn in_a_headline() {
    let text = "Macron Urges Scholz to Back Ukraine at Brussels Summit\n\nBy Laura Hale\n\nThe leaders met on Friday.";
    // Whether the summit is named or only its place can be argued.
    let (summit, others): (Vec<_>, Vec<_>) =
        names(text).into_iter().partition(|(name, _)| name.starts_with("Brussels"));
    assert_eq!(summit.len(), 1, "{summit:?}");
    let others: Vec<(&str, &str)> = others.iter().map(|(name, kind)| (name.as_str(), kind.as_str())).collect();
    assert_eq!(
        others,
        [
            ("Macron", "person"),
            ("Scholz", "person"),
            ("Ukraine", "place"),
            ("Laura Hale", "person"),
            ("Friday", "date"),
        ]
    );
}

#[test]
fn in_capitals_only() {
    expect(
        "POLICE IN NAIROBI ARREST FORMER MINISTER PETER OTIENO\n\nPeter Otieno was arrested in Nairobi on Sunday.",
        &[
            ("NAIROBI", "place"),
            ("PETER OTIENO", "person"),
            ("Peter Otieno", "person"),
            ("Nairobi", "place"),
            ("Sunday", "date"),
        ],
    );
}

#[test]
fn a_nationality_belongs_to_the_word_behind_it_that_is_no_name() {
    expect("The European Union agreed on a plan.", &[("European Union", "organization")]);
    expect(
        "Norwegian Equinor met French officials.",
        &[("Norwegian", "group"), ("Equinor", "organization"), ("French", "group")],
    );
}

#[test]
fn in_small_letters_only() {
    expect(
        "angela merkel met emmanuel macron in berlin on tuesday",
        &[("angela merkel", "person"), ("emmanuel macron", "person"), ("berlin", "place"), ("tuesday", "date")],
    );
}

#[test]
fn with_hyphens() {
    expect(
        "Jean-Claude Juncker and Shirley Ann Jackson-Lee spoke in Port-au-Prince, said Park Geun-hye.",
        &[
            ("Jean-Claude Juncker", "person"),
            ("Shirley Ann Jackson-Lee", "person"),
            ("Port-au-Prince", "place"),
            ("Park Geun-hye", "person"),
        ],
    );
}

#[test]
fn of_other_languages() {
    expect(
        "Mohammed bin Salman called Ngozi Okonjo-Iweala and José Ángel Gurría, while Nguyễn Phú Trọng and Ursula von der Leyen flew to Reykjavík.",
        &[
            ("Mohammed bin Salman", "person"),
            ("Ngozi Okonjo-Iweala", "person"),
            ("José Ángel Gurría", "person"),
            ("Nguyễn Phú Trọng", "person"),
            ("Ursula von der Leyen", "person"),
            ("Reykjavík", "place"),
        ],
    );
}

#[test]
fn with_initials() {
    expect(
        "J. K. Simmons met George W. Hughes and R.K. Narayan in Boston.",
        &[("J. K. Simmons", "person"), ("George W. Hughes", "person"), ("R.K. Narayan", "person"), ("Boston", "place")],
    );
}

#[test]
fn at_the_beginning_of_a_sentence() {
    expect(
        "Tokyo has changed. Siemens will close two plants there. Hughes was not told.",
        &[("Tokyo", "place"), ("Siemens", "organization"), ("Hughes", "person")],
    );
}

#[test]
fn as_acronyms_in_brackets() {
    let text = "The International Maritime Organization (IMO) met in London. The IMO said nothing.";
    expect(
        text,
        &[
            ("International Maritime Organization", "organization"),
            ("IMO", "organization"),
            ("London", "place"),
            ("IMO", "organization"),
        ],
    );
    let report = analyze(text, Offsets::Byte);
    assert_eq!(report.entities[0].mentions.len(), 3);
}

#[test]
fn shorter_the_second_time() {
    let text = "Amina Yusuf Garba leads the Lagos Port Authority. Garba took office in May.";
    let report = analyze(text, Offsets::Byte);
    assert_eq!(report.entities[0].name, "Amina Yusuf Garba");
    assert_eq!(report.entities[0].mentions.iter().filter(|mention| mention.form == MentionForm::Name).count(), 2);
}

#[test]
fn of_one_kind_throughout() {
    let text = "Jordan signed the deal. Officials in Jordan and Syria were pleased. Jordan is a small country. The king of Jordan agreed.";
    let report = analyze(text, Offsets::Byte);
    let jordans: Vec<_> = report.entities.iter().filter(|entity| entity.name == "Jordan").collect();
    assert_eq!(jordans.len(), 1);
    assert_eq!((jordans[0].kind, jordans[0].mentions.len()), (EntityKind::Place, 4));
}

#[test]
fn of_two_kinds_where_the_text_says_so() {
    let text = "President George Washington crossed the river. Mr. Washington was cold. He never lived in Washington, D.C., and Congress met in Philadelphia.";
    let kinds: Vec<_> =
        names(text).into_iter().filter(|(name, _)| name.contains("Washington")).map(|(_, kind)| kind).collect();
    assert_eq!(kinds, ["person", "person", "place"]);
}

#[test]
fn with_normal_forms() {
    let text = "On March 5, 2019 the company paid €3.5 million. It met at 5:30 p.m. on Monday.";
    let report = analyze(text, Offsets::Byte);
    let normalized: Vec<_> = report.entities.iter().filter_map(|entity| entity.normalized.as_deref()).collect();
    assert_eq!(normalized, ["2019-03-05", "3500000 EUR", "17:30"]);
    let json = serde_json::to_string(&report.entities).unwrap();
    assert_eq!(json.matches("normalized").count(), 3, "left out where there is none: {json}");
}

#[test]
fn of_all_kinds() {
    for (text, name, kind) in [
        ("The crash closed Heathrow Airport for a day.", "Heathrow Airport", "facility"),
        ("Many Catholics and Nigerians were there.", "Catholics", "group"),
        ("She speaks Swahili and works as a nurse.", "Swahili", "language"),
        ("Fans came from Ghana to the 2018 World Cup.", "World Cup", "event"),
        ("The bill would amend the Clean Air Act.", "Clean Air Act", "law"),
    ] {
        assert!(
            names(text).iter().any(|(found, found_kind)| found.contains(name) && found_kind == kind),
            "{text}: {:?}",
            names(text)
        );
    }
}

//! Who is meant: several at once, relative pronouns, ages, bodies that go on speaking.

mod common;

use common::speakers;
use whosaid::{Offsets, Report, analyze};

fn entity<'r>(report: &'r Report, name: &str) -> &'r whosaid::Entity {
    report.entities.iter().find(|entity| entity.name == name).unwrap_or_else(|| panic!("no {name} in {report:?}"))
}

#[test]
fn several_who_speak_together_are_one_speaker_with_members() {
    let text = "Ann Smith and Bob Jones said the plan was dead. “We will not vote for it,” they added.";
    assert_eq!(speakers(text), [Some("Ann Smith and Bob Jones".into()), Some("Ann Smith and Bob Jones".into())]);
    let report = analyze(text, Offsets::Byte);
    let ids = [&entity(&report, "Ann Smith").id, &entity(&report, "Bob Jones").id];
    assert_eq!(entity(&report, "Ann Smith and Bob Jones").members.iter().collect::<Vec<_>>(), ids);
}

#[test]
fn they_is_nobody_where_one_person_spoke_last() {
    let text =
        "Two officials said the bridge was safe. Alex Moore said the river was high. “I do not know,” they said.";
    assert_eq!(speakers(text).last(), Some(&None));
}

#[test]
fn who_means_the_name_before_it() {
    let text = "Anna Berg, who said she had seen the fire herself, called for calm on Monday.";
    assert_eq!(speakers(text), [Some("Anna Berg".into())]);
}

#[test]
fn an_age_means_whoever_has_it() {
    let text = "Tom Hale, 57, of Leeds, was there with Jonas Vik, 61. The 57-year-old said he saw nothing.";
    assert_eq!(speakers(text), [Some("Tom Hale".into())]);
}

#[test]
fn roles_name_their_organisation() {
    let report = analyze("Jens Stoltenberg, the secretary general of NATO, said so.", Offsets::Byte);
    assert_eq!(entity(&report, "Jens Stoltenberg").affiliations, [entity(&report, "NATO").id.clone()]);
}

#[test]
fn they_takes_up_two_who_were_just_named() {
    assert_eq!(
        speakers("Maria Gomez and Tom Hale met on Monday. They said they would work together."),
        [Some("Maria Gomez and Tom Hale".to_owned())]
    );
    assert_eq!(speakers("Maria Gomez met Tom Hale and his lawyers. They said they would work together."), [None]);
    assert_eq!(speakers("Maria Gomez and Tom Hale met residents. They said it was late."), [None]);
}

#[test]
fn the_company_is_the_only_one_that_is_near() {
    assert_eq!(
        speakers("Acme Ltd. cut 300 jobs on Monday. The company said it would hire again.").last(),
        Some(&Some("Acme Ltd.".to_owned()))
    );
    let two = "Acme Ltd. sued Baker Inc. on Monday. The company said it would win.";
    assert_ne!(speakers(two).last(), Some(&Some("Acme Ltd.".to_owned())));
    assert_ne!(speakers(two).last(), Some(&Some("Baker Inc.".to_owned())));
}

#[test]
fn a_title_is_spelt_out_later() {
    let text = "Dr. Anna Berg treated him on Monday. The doctor said he would live.";
    assert_eq!(speakers(text).last(), Some(&Some("Anna Berg".to_owned())));
    let two = "Dr. Anna Berg and Dr. Tom Hale treated him. The doctor said he would live.";
    assert!(!matches!(speakers(two).last(), Some(Some(name)) if name.ends_with("Berg") || name.ends_with("Hale")));
}

#[test]
fn a_spokesperson_goes_on_as_they() {
    let text = "A police spokesperson said: “We are looking into it.” They added: “Anyone who saw it should call us.”";
    assert_eq!(speakers(text), [Some("police spokesperson".to_owned()), Some("police spokesperson".to_owned())]);
    let body =
        "A spokesperson for the Highways Agency said it had no objections. They added: “We will go on with the work.”";
    assert_eq!(speakers(body).last(), Some(&Some("spokesperson for the Highways Agency".to_owned())));
    let residents = "A police officer said residents fled. They added: “It was a long and cold night.”";
    assert_ne!(speakers(residents).last(), Some(&Some("police officer".to_owned())));
    let named = "Tom Hale, who uses they/them pronouns, said the prize was a surprise. “I never win,” they said.";
    assert_eq!(speakers(named).last(), Some(&Some("Tom Hale".to_owned())));
}

#[test]
fn the_alliance_and_the_bloc_are_who_is_known_so() {
    let text =
        "NATO met EU leaders on Monday. The alliance said it would send more troops. The bloc said it would pay.";
    assert_eq!(speakers(text), [Some("NATO".to_owned()), Some("EU".to_owned())]);
}

#[test]
fn who_spoke_is_not_what_was_said() {
    assert!(analyze("Maria Gomez and Tom Hale spoke later.", Offsets::Byte).quotes.is_empty());
}

#[test]
fn nobody_speaks_of_himself_by_his_name() {
    let text = "Ann Cole criticized Jerome Hill. Sen. Tom Berg disagreed. “Chair Hill has done a fine job,” he said.";
    assert_ne!(speakers(text).last(), Some(&Some("Jerome Hill".to_owned())));
    let text = "Hill confirmed that Jonas Vik was in doubt. “Jonas trained, but we have to see,” he explained.";
    assert_eq!(speakers(text).last(), Some(&Some("Hill".to_owned())));
}

#[test]
fn an_origin_or_an_age_means_the_only_person_near() {
    let text = "Captain Jonas Vik echoed his manager. “We go there to win,” the Norwegian said.";
    assert_eq!(speakers(text).last(), Some(&Some("Jonas Vik".to_owned())));
    let text = "Jonas Vik scored twice on Sunday. “It was a good day,” said the 26-year-old.";
    assert_eq!(speakers(text).last(), Some(&Some("Jonas Vik".to_owned())));
    let text =
        "Ann Cole went further on Sunday.\n\nIn Oslo, Jonas Vik called it late. The Norwegian said he would stay.";
    assert_eq!(speakers(text).last(), Some(&Some("Jonas Vik".to_owned())));
    for text in [
        "Jonas Vik and Tom Berg scored on Sunday. “It was a good day,” the Norwegian said.",
        "Jonas Vik met Tom Berg on Sunday. “It was a good day,” the Norwegian said.",
        "Dr. Anna Berg and Dr. Tom Hale treated him. “It was a good day,” the doctor said.",
    ] {
        assert_eq!(speakers(text).last(), Some(&None), "{text}");
    }
}

#[test]
fn whoever_was_asked_did_not_ask() {
    let text = "Asked whether homes would be lost, Tom Hale replied: “In a few cases, yes.”";
    let report = analyze(text, Offsets::Byte);
    let asked = report.quotes.iter().filter(|quote| quote.kind == whosaid::QuoteKind::Indirect);
    assert!(asked.into_iter().all(|quote| quote.speaker.is_none()));
    assert_eq!(speakers(text).last(), Some(&Some("Tom Hale".to_owned())));
}

#[test]
fn who_acts_in_the_paragraph_is_who_says_so() {
    let text = "Rebecca Stone, 41, wept in court on Friday. She left with Mary Stone.\n\nJudge Caroline Hartley thanked the jury. \
                “You have heard distressing evidence,” she said.\n\nThe victim’s daughter, Margaret Ellis, said the family was \
                heartbroken. “We wanted answers,” she said.";
    let found = speakers(text);
    assert!(found.contains(&Some("Caroline Hartley".to_owned())), "{found:?}");
    assert_eq!(found.last(), Some(&Some("Margaret Ellis".to_owned())));
    let reported = "Anna Berg said Mary Hale was late.\n\n“It was a good plan,” she said.";
    assert_eq!(speakers(reported).last(), Some(&Some("Anna Berg".to_owned())));
}

#[test]
fn an_apposition_is_not_the_speaker_but_whose_it_is() {
    let text = "Dr Anna Berg, an expert on bees, who was not involved, called the find “extraordinary”. “It tells us a lot,” she said.";
    assert!(speakers(text).iter().all(|name| name.as_deref() == Some("Anna Berg")), "{:?}", speakers(text));
}

#[test]
fn who_speaks_for_a_house_is_not_the_house() {
    let text = "A spokesman for the home, Oakfield Manor, said: “Our thoughts are with the family.”";
    assert_eq!(speakers(text), [Some("spokesman for the home".to_owned())]);
    let owner = "The ferry’s owner, Hale Shipping Lines, said: “Our thoughts are with the family.”";
    assert_eq!(speakers(owner), [Some("Hale Shipping Lines".to_owned())]);
    let placed = "The European Commission in Brussels said that it would look into the plan.";
    let report = analyze(placed, Offsets::Byte);
    assert_eq!(speakers(placed), [Some("European Commission".to_owned())]);
    assert_eq!(report.entities.iter().filter(|entity| entity.name == "European Commission").count(), 1);
}

#[test]
fn a_name_in_the_line_below_signs_a_quote() {
    for signature in
        ["— Ann Roe", "-Ann Roe, teacher.", "– Professor Ann Roe, speaking in Leeds", "-- Ann Roe, University of Leeds"]
    {
        for end in ["\n", "\n\n"] {
            let text = format!(
                "Tom Hale spoke first.\n\n“Nobody has told us why the school must close.”{end}{signature}\n\nThe vote is on Monday."
            );
            assert_eq!(speakers(&text), [Some("Ann Roe".to_owned())], "{text}");
        }
    }
    // Lines of a list, and a name that is told something of, sign nothing.
    for lines in ["- Ann Roe\n- Tom Hale", "– Ann Roe left the room"] {
        let text = format!("“Nobody has told us why the school must close.”\n{lines}\n\nThe vote is on Monday.");
        assert_eq!(speakers(&text).first(), Some(&None), "{text}");
    }
}

#[test]
fn who_cuts_in_or_chimes_in_speaks() {
    for verb in ["cut in", "chimed in", "shot back"] {
        let text = format!("Ann Roe and Tom Hale run the mill. “We will not wait,” {verb} Hale.");
        assert_eq!(speakers(&text), [Some("Tom Hale".to_owned())], "{text}");
    }
}

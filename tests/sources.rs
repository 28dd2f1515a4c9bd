//! Whom the words of a source stand for: the head of a phrase, lists, appositions, namesakes, other words for somebody.

mod common;

use common::speakers;
use whosaid::{Offsets, analyze};

/// The speaker of a quote with this source.
fn speaker_of(source: &str) -> Option<String> {
    let text = format!("{source} said the plan was dead. The vote is on Monday.");
    speakers(&text).first().cloned().flatten()
}

/// The speaker of the last quote.
fn last(text: &str) -> Option<String> {
    speakers(text).last().cloned().flatten()
}

#[test]
fn a_name_that_only_describes_does_not_speak() {
    let described = [
        ("The Clinton campaign", "Clinton campaign"),
        ("Many Sanders supporters", "Sanders supporters"),
        ("A spokesman for Mayor Frank Jackson", "spokesman for Mayor Frank Jackson"),
        ("A senior Obama administration official", "senior Obama administration official"),
        ("The head of the Leeds committee", "head of the Leeds committee"),
    ];
    for (source, name) in described {
        assert_eq!(speaker_of(source).as_deref(), Some(name), "{source}");
    }
    let named = [
        ("Clinton campaign spokesman Brian Fallon", "Brian Fallon"),
        ("Former Obama adviser David Axelrod", "David Axelrod"),
        ("Former secretary of state Hillary Clinton", "Hillary Clinton"),
        ("Clinton’s top aide, Jake Sullivan,", "Jake Sullivan"),
        ("A worker named Antonio Arroyo", "Antonio Arroyo"),
        ("Sanders surrogate and actor Tim Robbins", "Tim Robbins"),
        ("Bob Mulholland, a California delegate and Clinton supporter,", "Bob Mulholland"),
        ("Sandy Phillips, who lost her daughter Jessica Ghawi,", "Sandy Phillips"),
    ];
    for (source, name) in named {
        assert_eq!(speaker_of(source).as_deref(), Some(name), "{source}");
    }
}

#[test]
fn who_stands_side_by_side_speaks_together() {
    let together = [
        ("Bill Harker of Ohio and Lena Quist of Minnesota", "Bill Harker and Lena Quist"),
        ("Hillary Clinton, Bernie Sanders and Jay Nixon", "Hillary Clinton, Bernie Sanders and Jay Nixon"),
        ("Ann Hale, 27, and her husband, Tom Berg, 29,", "Ann Hale and Tom Berg"),
        ("Private experts and federal investigators", "Private experts and federal investigators"),
    ];
    for (source, name) in together {
        assert_eq!(speaker_of(source).as_deref(), Some(name), "{source}");
    }
    // One head behind two adjectives is one.
    assert_eq!(speaker_of("Current and former officials").as_deref(), Some("Current and former officials"));
    // Whoever `he` is cannot be told together with somebody else.
    assert_eq!(speaker_of("He and Jack Goldsmith"), None);
}

#[test]
fn a_family_name_alone_stays_with_whom_it_meant() {
    let text = "Carly Fiorina ran the firm. Fiorina said it had to change. She met Frank Fiorina in 1985. \
                “We must grow,” Fiorina told investors in Palm Springs after the summer was over and the books were closed.";
    assert_ne!(last(text).as_deref(), Some("Frank Fiorina"));
    let text = "Donald Trump praised his brother Freddy Trump. Freddy liked boats. Freddy moved to Florida. Freddy flew planes. \
                Mr. Trump said it had worked very well.";
    assert_ne!(last(text).as_deref(), Some("Freddy Trump"));
    let text = "Chairman Robert Okoye and his wife, Dr. Ngozi Okoye, watched. Mr. Okoye laughed. Dr. Okoye said she had no voice left.";
    assert_eq!(last(text).as_deref(), Some("Ngozi Okoye"));
}

#[test]
fn hyphens_and_particles_belong_to_a_family_name() {
    let text = "Jacob Rees-Mogg spoke first. Mr Rees-Mogg said it was late.";
    assert_eq!(last(text).as_deref(), Some("Jacob Rees-Mogg"));
    let text = "Bashar al-Assad spoke on Sunday. Assad said the war was over.";
    assert_eq!(last(text).as_deref(), Some("Bashar al-Assad"));
}

#[test]
fn whom_an_article_is_about_may_be_called_otherwise() {
    let text = "Donald Trump spoke in Salem on Monday. Trump took questions.\n\nThe billionaire businessman said it was cheaper than candy.";
    assert_eq!(last(text).as_deref(), Some("Donald Trump"));
    // Whoever is named in what was said does not say it.
    let text = "Donald Trump called for Ruth Ginsburg to go. Ginsburg wrote back.\n\n“Ruth Ginsburg has embarrassed us,” the nominee said.";
    assert_ne!(last(text).as_deref(), Some("Ruth Ginsburg"));
    // The judge may be either of them, or somebody else.
    let text = "Tom Hale and Ann Roe were there on Monday. Roe left. Hale smiled.\n\nThe judge said it was late.";
    assert!(!matches!(last(text).as_deref(), Some("Tom Hale" | "Ann Roe")));
}

#[test]
fn the_ohio_governor_is_the_one_from_ohio() {
    let text = "Ohio Gov. John Kasich met New Jersey Gov. Chris Christie. The Ohio governor said the border was open.";
    assert_eq!(last(text).as_deref(), Some("John Kasich"));
}

#[test]
fn a_description_before_a_name_is_a_role() {
    let text = "The federal heritage minister, Luc Tremblay, left. The heritage minister said it was late.";
    assert_eq!(last(text).as_deref(), Some("Luc Tremblay"));
    let report = analyze("“We will fight,” its leader, Jane Marwick, told reporters.", Offsets::Byte);
    assert_eq!(report.entities[0].roles, ["leader"]);
}

#[test]
fn they_is_one_person_where_the_text_says_so() {
    let text = "Priya Raman declined to speak.\n\nRobin Ashe, a curator who uses they/them pronouns, led the research. \
                They said the records were full of holes.";
    assert_eq!(last(text).as_deref(), Some("Robin Ashe"));
}

#[test]
fn whoever_opens_the_sentence_before_goes_on() {
    let text = "Two curators watched closely. They said it could set a precedent.";
    assert_eq!(last(text).as_deref(), Some("curators"));
    let text = "The Islands Council voted on Monday. The council has asked for more. It said it would be patient.";
    assert_eq!(last(text).as_deref(), Some("Islands Council"));
    let text = "“They were late,” Pat Corrigan said.\n\nThe yard’s lawyer, Tom Weir, disputed that. He said all had been told.";
    assert_eq!(last(text).as_deref(), Some("Tom Weir"));
}

#[test]
fn who_was_just_quoted_goes_on() {
    let text = "Arvid Berg left on Monday. Berg was ill.\n\n“They cannot keep us out,” said Lars Holm. He and two friends will meet \
                the board. They will stay for a week, he said.";
    assert_eq!(last(text).as_deref(), Some("Lars Holm"));
}

#[test]
fn a_name_behind_a_question_speaks() {
    for (behind, speaker) in [
        ("Ann Roe deadpanned.", "Ann Roe"),
        ("Ann Roe told Britain’s largest station in an interview on Monday.", "Ann Roe"),
        ("Ann Roe asked afterwards.", "Ann Roe"),
    ] {
        let text = format!("Tom Berg won on Sunday.\n\n“Who knows how all of this may end?” {behind} It was late.");
        assert_eq!(speakers(&text).first().cloned().flatten().as_deref(), Some(speaker), "{behind}");
    }
    let text = "Tom Berg won on Sunday.\n\n“Who knows how all of this may end?” Ann Roe told Berg to leave.";
    assert_ne!(speakers(text).first().cloned().flatten().as_deref(), Some("Tom Berg"));
}

#[test]
fn a_source_may_have_words_around_the_name() {
    for text in [
        "“It was late,” said Ann Roe bluntly. Tom Berg left.",
        "“It was late,” said Ann Roe last night. Tom Berg left.",
        "Ann Roe, Labour health spokesman said: “It was late, and we went home.” Tom Berg left.",
        "Ann Roe’s reply to Tom Berg was short: “It was late, and we went home.”",
        "“It was late,” Ann Roe said, according to Tom Berg.",
    ] {
        let report = analyze(text, Offsets::Byte);
        let at = text.find("It was late").expect("the words are there");
        let quote =
            report.quotes.iter().rfind(|quote| quote.content.iter().any(|piece| piece.start <= at && at < piece.end));
        let speaker = quote.and_then(|quote| quote.speaker.as_ref());
        let name = report.entities.iter().find(|entity| Some(&entity.id) == speaker).map(|entity| entity.name.as_str());
        assert_eq!(name, Some("Ann Roe"), "{text}");
    }
}

#[test]
fn roles_come_from_the_words_around_a_name() {
    let text = "Polish Prime Minister Ewa Nowak and Lars Holm, the mayor of Aalborg, met former senator Ann Cole.";
    let report = analyze(text, Offsets::Byte);
    let roles = |name: &str| report.entities.iter().find(|entity| entity.name == name).unwrap().roles.clone();
    assert_eq!(roles("Ewa Nowak"), ["Polish Prime Minister"]);
    assert_eq!(roles("Lars Holm"), ["mayor of Aalborg"]);
    assert_eq!(roles("Ann Cole"), ["former senator"]);
}

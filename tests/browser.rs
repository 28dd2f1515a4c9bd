//! What the bindings promise, in a real browser.
#![cfg(target_arch = "wasm32")]

use js_sys::{JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element};
use whosaid::bindings::{Analyzer, PageText, analyze};

wasm_bindgen_test_configure!(run_in_browser);

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

fn element(html: &str) -> Element {
    let element = document().create_element("article").unwrap();
    element.set_inner_html(html);
    document().document_element().unwrap().append_child(&element).unwrap();
    element
}

#[wasm_bindgen_test]
fn a_report_is_a_plain_object() {
    let report = analyze("“It works,” Ada Byron said.", None, None).ok().unwrap();
    let json = String::from(JSON::stringify(&report).unwrap());
    assert!(json.contains(r#""kind":"direct","content":[{"start":0,"end":11}]"#), "{json}");
    assert!(json.contains(r#""within":null"#), "{json}");
    assert_eq!(Reflect::get(&report, &"offsets".into()).unwrap(), JsValue::from("utf-16"));
}

#[wasm_bindgen_test]
fn an_analyzer_answers_an_edit_as_from_scratch() {
    let mut analyzer = Analyzer::new();
    let json = |report: JsValue| String::from(JSON::stringify(&report).unwrap());
    for text in ["“It works,” Ada Byron said.", "“It works.”\n\n“It works,” said Jane Doe.", ""] {
        let report = json(analyzer.analyze(text, None, None).ok().unwrap());
        assert_eq!(report, json(analyze(text, None, None).ok().unwrap()));
    }
    assert!(analyzer.analyze("", Some("inches".into()), None).is_err());
}

#[wasm_bindgen_test]
fn a_wrong_unit_is_an_error_that_names_the_choices() {
    let error: JsValue = analyze("", Some("inches".into()), None).err().unwrap().into();
    let message = String::from(error.unchecked_into::<js_sys::Error>().message());
    assert!(message.contains("codepoint"), "{message}");
}

#[wasm_bindgen_test]
fn reads_a_page_as_it_is_seen() {
    let element = element(
        "<h1>Title</h1><script>no()</script><p>One  <b>two</b>\n three<br>four</p><p hidden>no</p><p style='visibility:hidden'>no</p><pre>a\nb</pre><p><q>Yes</q>, she said.</p>",
    );
    assert_eq!(PageText::new(&element).ok().unwrap().text(), "Title\nOne two three\nfour\na\nb\n“Yes”, she said.");
    element.remove();
}

#[wasm_bindgen_test]
fn leads_back_to_the_page() {
    let element = element("<p>She   said <i>so</i>: 👍🏽 “<a href='#'>Yes</a>.”</p>\n<p>End</p>");
    let before = element.inner_html();
    let page = PageText::new(&element).ok().unwrap();
    let text: Vec<u16> = page.text().encode_utf16().collect();
    for start in 0..text.len() as u32 {
        for end in start + 1..=text.len() as u32 {
            let Some(range) = page.range(start, end) else { continue };
            let shown = String::from(range.to_string()).split_whitespace().collect::<Vec<_>>().join(" ");
            let wanted = String::from_utf16_lossy(&text[start as usize..end as usize])
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            if !wanted.contains('\u{fffd}') {
                assert_eq!(shown, wanted, "{start}..{end}");
            }
        }
    }
    assert!(page.range(9000, 9001).is_none());
    assert_eq!(element.inner_html(), before);
    element.remove();
}

//! The report's form for readers in other languages, made from the types of this module with their comments:
//! a JSON Schema, TypeScript types, and the tables of the README.

mod readme;
mod typescript;

use std::path::Path;

use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::Report;

/// What the files that are made say about themselves.
const COMMAND: &str = "cargo xtask types";

/// A JSON Schema (draft 2020-12) of reports as they are serialized.
fn schema() -> Value {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Report>().to_value()
}

/// The description of a type, a field or a value, on one line.
fn description(schema: &Value) -> String {
    let text = schema["description"].as_str().unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name of the type that a schema refers to.
fn reference(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str()?.strip_prefix("#/$defs/")
}

/// The schema without `null`, and whether it allows `null`.
fn without_null(schema: &Value) -> (Value, bool) {
    if let Some([inner, null]) = schema["anyOf"].as_array().map(Vec::as_slice)
        && null["type"] == "null"
    {
        return (inner.clone(), true);
    }
    if let Some([inner, null]) = schema["type"].as_array().map(Vec::as_slice)
        && null == "null"
    {
        return (serde_json::json!({ "type": inner }), true);
    }
    (schema.clone(), false)
}

/// The fields of a type, in their order: name, schema, and whether it is always there.
fn fields(schema: &Value) -> Vec<(&str, &Value, bool)> {
    let required = |name: &str| schema["required"].as_array().is_some_and(|names| names.iter().any(|one| one == name));
    let Some(properties) = schema["properties"].as_object() else { return Vec::new() };
    properties.iter().map(|(name, schema)| (name.as_str(), schema, required(name))).collect()
}

/// The strings that a type consists of, each with its description.
fn values(schema: &Value) -> Vec<(&str, String)> {
    let named =
        schema["enum"].as_array().into_iter().flatten().filter_map(|name| Some((name.as_str()?, String::new())));
    let described = schema["oneOf"].as_array().into_iter().flatten();
    let described = described.flat_map(|value| {
        let several = value["enum"].as_array().into_iter().flatten().filter_map(Value::as_str);
        several.chain(value["const"].as_str()).map(|name| (name, description(value)))
    });
    named.chain(described).collect()
}

/// The files that are made, with their text.
fn files() -> [(&'static str, String); 3] {
    let schema = schema();
    let json = serde_json::to_string_pretty(&schema).expect("a schema is JSON");
    let readme = std::fs::read_to_string(root().join("README.md")).expect("there is a README");
    [
        ("docs/report.schema.json", format!("{json}\n")),
        ("src/bindings/report.d.ts", typescript::declarations(&schema)),
        ("README.md", readme::with_tables(&readme, &schema)),
    ]
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// With `ACCEPT=1` writes the files instead.
#[test]
fn the_files_made_from_the_types_are_up_to_date() {
    let accept = std::env::var_os("ACCEPT").is_some_and(|value| value == "1");
    for (name, text) in files() {
        let file = root().join(name);
        if accept {
            std::fs::write(&file, text).expect("the file can be written");
        } else {
            let kept = std::fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
            assert!(kept == text, "{name} does not fit the types of the report: run `{COMMAND}`");
        }
    }
}

#[test]
fn every_type_and_field_is_described() {
    let schema = schema();
    let types = schema["$defs"].as_object().expect("the schema has types").iter();
    for (name, schema) in types.chain([(&"Report".to_owned(), &schema)]) {
        assert!(!description(schema).is_empty(), "{name} has no comment");
        for (field, schema, _) in fields(schema) {
            assert!(!description(schema).is_empty(), "{name}.{field} has no comment");
        }
    }
}

#[test]
fn reports_have_the_fields_of_the_schema() {
    let text = "“It works,” said Ada Byron, 36, a “poet”, and her mother. “Whoever ‘they’ are,” she may say.";
    let report = serde_json::to_value(crate::analyze(text, Default::default())).expect("a report is JSON");
    check(&report, &schema(), &schema());
}

/// Checks that a value has the fields that its schema demands, and no others.
fn check(value: &Value, schema: &Value, root: &Value) {
    let (schema, nullable) = without_null(schema);
    assert!(nullable || !value.is_null(), "null is not allowed by {schema}");
    let schema = reference(&schema).map_or(&schema, |name| &root["$defs"][name]);
    match value {
        Value::Array(items) => items.iter().for_each(|item| check(item, &schema["items"], root)),
        Value::Object(object) => {
            let fields = fields(schema);
            for (name, schema, required) in &fields {
                match object.get(*name) {
                    Some(value) => check(value, schema, root),
                    None => assert!(!required, "{name} is missing"),
                }
            }
            for name in object.keys() {
                assert!(fields.iter().any(|(field, ..)| field == name), "{name} is not in the schema");
            }
        }
        Value::String(text) if !values(schema).is_empty() => {
            assert!(values(schema).iter().any(|(value, _)| value == text), "{text} is not in {schema}");
        }
        _ => {}
    }
}

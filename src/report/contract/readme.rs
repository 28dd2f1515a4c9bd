//! The README's tables of fields and values from the schema.

use std::fmt::Write;

use serde_json::Value;

use super::{COMMAND, description, fields, reference, values, without_null};

/// Where the tables end in the README.
const END: &str = "<!-- end of the report’s fields -->";

/// The README with new tables between its two comments.
pub fn with_tables(readme: &str, schema: &Value) -> String {
    let start = format!("<!-- fields of the report, made by `{COMMAND}` -->");
    let place = readme.split_once(&start).and_then(|(before, rest)| Some((before, rest.split_once(END)?.1)));
    let (before, after) = place.unwrap_or_else(|| panic!("README.md needs the lines {start} and {END}"));
    let mut tables = Tables { root: schema, fields: String::new(), values: String::new() };
    tables.add("", schema);
    let Tables { fields, values, .. } = tables;
    format!(
        "{before}{start}\n\n| field | type | what it is |\n|---|---|---|\n{fields}\n\
         | value of | meaning |\n|---|---|\n{values}\n{END}{after}"
    )
}

struct Tables<'s> {
    root: &'s Value,
    fields: String,
    values: String,
}

impl Tables<'_> {
    /// Adds the fields of a type, each followed by the fields of its own type.
    fn add(&mut self, path: &str, schema: &Value) {
        for (name, field, required) in fields(schema) {
            if is_range(schema) && matches!(name, "start" | "end") {
                continue;
            }
            let (inner, nullable) = without_null(field);
            let is_list = inner["type"] == "array";
            let inner = if is_list { &inner["items"] } else { &inner };
            let target = reference(inner).map_or(inner, |name| &self.root["$defs"][name]);
            let path = format!("{path}{name}{}", if is_list { "[]" } else { "" });
            let note = match (required, nullable) {
                (false, _) => ", or left out",
                (true, true) => ", or null",
                (true, false) => "",
            };
            _ = writeln!(self.fields, "| `{path}` | {}{note} | {} |", type_of(target), description(field));
            let values: Vec<String> = values(target)
                .into_iter()
                .filter(|(_, meaning)| !meaning.is_empty())
                .map(|(value, meaning)| format!("`{value}`: {meaning}"))
                .collect();
            if values.len() > 1 {
                _ = writeln!(self.values, "| `{path}` | {} |", values.join("<br>"));
            }
            self.add(&format!("{path}."), target);
        }
    }
}

fn is_range(schema: &Value) -> bool {
    !schema["properties"]["start"].is_null() && !schema["properties"]["end"].is_null()
}

fn type_of(schema: &Value) -> String {
    let values: Vec<String> = values(schema).iter().map(|(value, _)| format!("`{value}`")).collect();
    match schema["type"].as_str() {
        _ if !values.is_empty() => values.join(", "),
        _ if is_range(schema) => "range".to_owned(),
        Some("integer" | "number") => "number".to_owned(),
        Some(name) => name.to_owned(),
        None => panic!("no type for {schema}"),
    }
}

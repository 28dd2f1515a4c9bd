//! TypeScript types from the schema.

use std::fmt::Write;

use serde_json::Value;

use super::{COMMAND, description, fields, reference, values, without_null};

/// The exported types of a report.
pub fn declarations(schema: &Value) -> String {
    let mut text = format!("// Made from the types in src/report by `{COMMAND}`.\n\n");
    for (name, schema) in schema["$defs"].as_object().into_iter().flatten() {
        text += &declaration(name, schema);
    }
    text + &declaration("Report", schema)
}

fn declaration(name: &str, schema: &Value) -> String {
    let mut text = comment("", schema);
    let values = values(schema);
    if values.is_empty() {
        assert!(!fields(schema).is_empty(), "{name} has neither fields nor values: derive its schema with `inline`");
        _ = writeln!(text, "export interface {name} {{");
        for (field, schema, required) in fields(schema) {
            let (inner, nullable) = without_null(schema);
            let optional = if required { "" } else { "?" };
            // A field that may be left out is never null.
            let null = if nullable && required { " | null" } else { "" };
            _ = writeln!(text, "{}  {field}{optional}: {}{null};", comment("  ", schema), type_of(&inner));
        }
        return text + "}\n";
    }
    _ = write!(text, "export type {name} =");
    for (value, meaning) in values {
        let meaning = if meaning.is_empty() { meaning } else { format!("\n  /** {meaning} */") };
        _ = write!(text, "{meaning}\n  | \"{value}\"");
    }
    text + ";\n"
}

fn comment(indent: &str, schema: &Value) -> String {
    let paragraphs: Vec<&str> = schema["description"].as_str().unwrap_or_default().split("\n\n").collect();
    let lines: Vec<String> =
        paragraphs.iter().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    match lines.as_slice() {
        [line] => format!("{indent}/** {line} */\n"),
        _ => format!("{indent}/**\n{indent} * {}\n{indent} */\n", lines.join(&format!("\n{indent} *\n{indent} * "))),
    }
}

fn type_of(schema: &Value) -> String {
    if let Some(name) = reference(schema) {
        return name.to_owned();
    }
    match schema["type"].as_str() {
        Some("array") => format!("{}[]", type_of(&schema["items"])),
        Some("integer" | "number") => "number".to_owned(),
        Some(name) => name.to_owned(),
        None => panic!("no TypeScript type for {schema} ({})", description(schema)),
    }
}

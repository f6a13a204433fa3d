//! Holds a value against `docs/crossread-1.schema.json`, for the words of JSON Schema (draft
//! 2020-12) that the file uses. A word that is not known here is a fault too, so that nothing in
//! the schema goes unchecked.

use serde_json::Value;

const SCHEMA: &str = include_str!("../../../docs/crossread-1.schema.json");

/// What of `value` is not as the definition says, each with its place.
pub fn faults(definition: &str, value: &Value) -> Vec<String> {
    let root: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    let mut faults = Vec::new();
    check(&root, &root["$defs"][definition], value, "", &mut faults);
    faults
}

fn check(root: &Value, schema: &Value, value: &Value, at: &str, faults: &mut Vec<String>) {
    let mut wrong =
        |what: String| faults.push(format!("{}: {what}", if at.is_empty() { "/" } else { at }));
    let words = schema
        .as_object()
        .unwrap_or_else(|| panic!("{at}: no schema"));
    for (word, rule) in words {
        match word.as_str() {
            "description" | "minItems" | "additionalProperties" => {}
            "properties" | "items" | "$ref" | "anyOf" => {}
            "type" => {
                let allowed = rule
                    .as_array()
                    .cloned()
                    .unwrap_or_else(|| vec![rule.clone()]);
                if !allowed
                    .iter()
                    .any(|name| has_type(value, name.as_str().unwrap_or_default()))
                {
                    wrong(format!("{value} is no {rule}"));
                }
            }
            "const" if value != rule => wrong(format!("{value} is not {rule}")),
            "enum" if !rule.as_array().expect("a list").contains(value) => {
                wrong(format!("{value} is none of {rule}"));
            }
            "minimum" if value.as_f64() < rule.as_f64() => {
                wrong(format!("{value} is below {rule}"))
            }
            "maximum" if value.as_f64() > rule.as_f64() => {
                wrong(format!("{value} is above {rule}"))
            }
            "maxItems" => {
                let length = value.as_array().map(|all| all.len() as u64);
                if length != rule.as_u64() || schema["minItems"] != *rule {
                    wrong(format!("{value} has not {rule} items"));
                }
            }
            "required" => {
                for key in rule.as_array().expect("a list") {
                    if value.get(key.as_str().expect("a name")).is_none() {
                        wrong(format!("`{}` is missing", key.as_str().unwrap_or_default()));
                    }
                }
            }
            "const" | "enum" | "minimum" | "maximum" => {}
            unknown => panic!("the schema uses `{unknown}`, which this check does not know"),
        }
    }
    if let Some(path) = schema["$ref"].as_str() {
        let target = root.pointer(path.trim_start_matches('#')).expect(path);
        check(root, target, value, at, faults);
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        let tries = choices.iter().map(|choice| {
            let mut faults = Vec::new();
            check(root, choice, value, at, &mut faults);
            faults
        });
        // The choice that is nearest tells best what is wrong.
        faults.extend(tries.min_by_key(Vec::len).unwrap_or_default());
    }
    if let (Some(items), Some(all)) = (schema.get("items"), value.as_array()) {
        for (i, item) in all.iter().enumerate() {
            check(root, items, item, &format!("{at}/{i}"), faults);
        }
    }
    if let (Some(properties), Some(members)) = (schema.get("properties"), value.as_object()) {
        for (key, member) in members {
            match properties.get(key) {
                Some(schema) => check(root, schema, member, &format!("{at}/{key}"), faults),
                None => faults.push(format!("{at}: `{key}` is not described")),
            }
        }
    }
}

fn has_type(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_u64() || value.is_i64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("the schema uses the type `{other}`, which this check does not know"),
    }
}

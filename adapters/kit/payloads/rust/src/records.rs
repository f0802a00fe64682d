//! Stands where the library of your client goes: the flat record of records.proto, and nothing that others have.
use serde_json::{json, Map, Value};
use std::error::Error;

const TEXT: &str = include_str!("../records.proto");

/// The rows `KIND NAME = NUMBER;` of the record, or `NAME = NUMBER;` of its enumeration.
fn rows<const WORDS: usize>() -> impl Iterator<Item = [&'static str; WORDS]> {
    let lines = TEXT.lines().filter(|line| line.contains(" = "));
    lines.filter_map(|line| {
        let words: Vec<_> = line
            .trim_end_matches(';')
            .split_whitespace()
            .filter(|word| *word != "=")
            .collect();
        words.try_into().ok()
    })
}

/// Strings and bytes have a length, all else is a varint.
fn wire_type(kind: &str) -> u64 {
    if ["string", "bytes"].contains(&kind) {
        2
    } else {
        0
    }
}

pub fn must_know(record: &str) -> Result<(), String> {
    let known = TEXT.contains(&format!("message {record} {{"));
    known.then_some(()).ok_or(format!("no record {record}"))
}

pub fn encode(value: &Map<String, Value>) -> Result<Vec<u8>, Box<dyn Error>> {
    if let Some(name) = value
        .keys()
        .find(|name| !rows().any(|[_, field, _]| field == **name))
    {
        return Err(format!("no field {name}").into());
    }
    let mut out = vec![];
    for [kind, name, number] in rows() {
        let Some(one) = value.get(name) else { continue };
        varint(&mut out, number.parse::<u64>()? << 3 | wire_type(kind));
        let text = one.as_str().map(Into::into).unwrap_or(one.to_string());
        if wire_type(kind) == 0 {
            let value = rows().find(|[value, _]| *value == text);
            varint(
                &mut out,
                value.map_or(&*text, |[_, number]| number).parse()?,
            );
            continue;
        }
        let text = one.as_str().ok_or("expected a string")?;
        let part = if kind == "bytes" {
            crate::from_hex(text)?
        } else {
            text.into()
        };
        varint(&mut out, part.len() as u64);
        out.extend(part);
    }
    Ok(out)
}

fn varint(out: &mut Vec<u8>, mut number: u64) {
    while number > 127 {
        out.push(number as u8 | 128);
        number >>= 7;
    }
    out.push(number as u8);
}

/// None: the bytes are no record.
pub fn decode(bytes: &[u8]) -> Option<Value> {
    let (mut rest, mut value) = (bytes, json!({}));
    while !rest.is_empty() {
        let key = take_varint(&mut rest)?;
        let number = if matches!(key & 7, 0 | 2) {
            take_varint(&mut rest)?
        } else {
            0
        };
        let length = match key & 7 {
            0 => 0,
            1 => 8,
            2 => usize::try_from(number).ok()?,
            5 => 4,
            _ => return None,
        };
        let (part, after) = rest.split_at_checked(length)?;
        rest = after;
        let known = |[kind, _, number]: &[&str; 3]| {
            *number == (key >> 3).to_string() && wire_type(kind) == key & 7
        };
        let Some([kind, name, _]) = rows().find(known) else {
            continue;
        };
        let text = number.to_string();
        value[name] = match kind {
            "string" => json!(std::str::from_utf8(part).ok()?),
            "bytes" => json!(crate::to_hex(part)),
            "uint64" => json!(text),
            _ => rows()
                .find(|[_, of]| *of == text)
                .map_or(json!(number), |[named, _]| json!(named)),
        };
    }
    Some(value)
}

fn take_varint(rest: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for shift in (0..64).step_by(7) {
        let (first, after) = rest.split_first()?;
        *rest = after;
        number |= u64::from(first & 127) << shift;
        if first & 128 == 0 {
            return Some(number);
        }
    }
    None
}

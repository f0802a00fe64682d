//! A first adapter for Status payloads (62): README.md tells what to do next.
mod records;
use serde_json::{json, Value};
use std::{error::Error, io};

fn answer(call: &Value) -> Result<Value, Box<dyn Error>> {
    let (op, params) = (call["op"].as_str().ok_or("no op")?, &call["params"]);
    let text = |key: &str| params[key].as_str().ok_or(format!("no {key}"));
    Ok(json!({ "ok": match op {
        "hello" => json!({
            "protocol": 1,
            "implementation": { "name": "my-client", "version": "0.0.0", "language": "Rust" },
            "adapter": { "name": "my-client-shim", "version": "0.0.0" },
            "areas": ["payloads"],
            "capabilities": [], // claim what works, and nothing else
            "clock": "virtual", // time is the `now` of each call, never the clock of this machine
        }),
        "destroy" => json!({}),
        // Your library goes here, in place of records.rs.
        "payloads.encode" => {
            records::must_know(text("record")?)?;
            let value = params["value"].as_object().ok_or("no value")?;
            json!({ "bytes": to_hex(&records::encode(value)?) })
        }
        "payloads.decode" => {
            records::must_know(text("record")?)?;
            match records::decode(&from_hex(text("bytes")?)?) {
                Some(value) => json!({ "value": value }),
                // The bytes are no record, which the specification lets a client refuse.
                None => return Ok(json!({ "rejected": { "code": "malformed" } })),
            }
        }
        _ => return Ok(json!({ "unsupported": { "capability": op } })),
    } }))
}

fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn from_hex(text: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let pairs = text.as_bytes().chunks(2);
    let bytes = pairs.map(|pair| Ok(u8::from_str_radix(std::str::from_utf8(pair)?, 16)?));
    bytes.collect()
}

fn main() -> Result<(), Box<dyn Error>> {
    for line in io::stdin().lines() {
        let call: Value = serde_json::from_str(&line?)?;
        let failed = |e: Box<dyn Error>| json!({ "error": { "message": e.to_string() } });
        let mut reply = answer(&call).unwrap_or_else(failed);
        reply["id"] = call["id"].clone();
        println!("{reply}");
    }
    Ok(())
}

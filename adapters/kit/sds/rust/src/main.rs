//! A first adapter for Scalable Data Sync: README.md tells what to do next.
use serde_json::{json, Value};
use std::{collections::HashMap, error::Error, io};

/// Your library goes here, by instance: this only remembers what was sent and received, so it
/// passes nothing. Two instances share nothing.
type Participants = HashMap<String, (Vec<String>, Vec<String>)>;

fn answer(call: &Value, all: &mut Participants) -> Result<Value, Box<dyn Error>> {
    let (op, params) = (call["op"].as_str().ok_or("no op")?, &call["params"]);
    let name = call["instance"].as_str().unwrap_or_default();
    let participant = all.get_mut(name).ok_or("no such instance");
    Ok(match op {
        "hello" => json!({ "ok": {
            "protocol": 1,
            "implementation": { "name": "my-client", "version": "0.0.0", "language": "Rust" },
            "adapter": { "name": "my-client-shim", "version": "0.0.0" },
            "areas": ["sds"],
            "capabilities": [], // claim what works, and nothing else
            "clock": "virtual", // time is the `now` of each call, never the clock of this machine
        } }),
        "sds.create" => {
            let config = params["config"].as_object().ok_or("no config")?;
            all.insert(name.into(), Default::default());
            json!({ "ok": { "ignoredConfig": config.keys().collect::<Vec<_>>() } })
        }
        "sds.send" => {
            let (sent, _) = participant?;
            sent.push(hex(&params["content"])?);
            let id = format!("{}-{}", call["now"], sent.concat());
            json!({ "ok": { "messageId": id, "wire": params["content"] } })
        }
        "sds.receive" => {
            // Bytes that are no message: json!({ "rejected": { "code": "undecodable" } })
            participant?.1.push(hex(&params["wire"])?);
            json!({ "ok": {} })
        }
        "sds.state" => participant.map(|_| json!({ "ok": {} }))?, // what you cannot show is absent
        "sds.events" => participant.map(|_| json!({ "ok": { "events": [] } }))?,
        "destroy" => (all.remove(name), json!({ "ok": {} })).1,
        _ => json!({ "unsupported": { "capability": op } }),
    })
}

fn hex(value: &Value) -> Result<String, &'static str> {
    let is_hex = |t: &&str| t.len() % 2 == 0 && t.bytes().all(|b| b.is_ascii_hexdigit());
    Ok(value.as_str().filter(is_hex).ok_or("expected hex")?.into())
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut all = Participants::new();
    for line in io::stdin().lines() {
        let call: Value = serde_json::from_str(&line?)?;
        let failed = |e: Box<dyn Error>| json!({ "error": { "message": e.to_string() } });
        let mut reply = answer(&call, &mut all).unwrap_or_else(failed);
        reply["id"] = call["id"].clone();
        println!("{reply}");
    }
    Ok(())
}

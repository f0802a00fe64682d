//! A first adapter for the hashgraph-like consensus: README.md tells what to do next.
use serde_json::{json, Value};
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
use std::{collections::HashMap, error::Error, io};

type Hash = BuildHasherDefault<DefaultHasher>;
/// Your library goes here. This only remembers proposals, by their place, so it passes nothing.
type Voter = Vec<String>;

/// `voters`: by instance; two of them share nothing.
fn answer(call: &Value, voters: &mut HashMap<String, Voter>) -> Result<Value, Box<dyn Error>> {
    let (op, params) = (call["op"].as_str().ok_or("no op")?, &call["params"]);
    let name = call["instance"].as_str().unwrap_or_default();
    let voter = voters.get_mut(name).ok_or("no such instance");
    let given = |key: &str| params[key].as_str().ok_or("a member is missing");
    let hash = |text: &str| format!("{:016x}", Hash::default().hash_one(text));
    let find = |all: &Voter| Some(all.get(params["proposalId"].as_u64()? as usize)?.clone());
    let keep = |all: &mut Voter, wire: &str| {
        all.push(wire.into());
        json!({ "proposalId": all.len() - 1, "wire": wire })
    };
    Ok(json!({ "ok": match op {
        "hello" => json!({
            "protocol": 1, "areas": ["voting"], "documents": ["consensus"],
            "implementation": { "name": "my-client", "version": "0.0.0", "language": "Rust" },
            "adapter": { "name": "my-client-shim", "version": "0.0.0" },
            "capabilities": [], // claim what works, and nothing else
            "clock": "virtual", // time is the `now` of each call, never the clock of this machine
        }),
        "voting.create" => {
            voters.insert(name.into(), Voter::new());
            json!({ "owner": hash(hex(given("privateKey")?)?) })
        }
        "voting.propose" => keep(voter?, &hash(&format!("{}{params}{}", given("name")?, call["now"]))),
        // Of a forged vote: return Ok(json!({ "rejected": { "code": "signature" } }))
        "voting.receive" => json!({ "proposalId": keep(voter?, hex(given("wire")?)?)["proposalId"] }),
        "voting.vote" => voter.and_then(|all| Ok(keep(all, &find(all).ok_or("no proposal")?)))?,
        "voting.proposal" => json!({ "wire": find(voter?).ok_or("no proposal")? }),
        "voting.result" => voter.map(|_| json!({ "result": "UNDECIDED", "final": false }))?,
        "destroy" => (voters.remove(name), json!({})).1,
        _ => return Ok(json!({ "unsupported": { "capability": op } })),
    } }))
}

fn hex(text: &str) -> Result<&str, &'static str> {
    let is_hex = text.len() % 2 == 0 && text.bytes().all(|b| b.is_ascii_hexdigit());
    is_hex.then_some(text).ok_or("expected hex")
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut all = HashMap::new();
    for line in io::stdin().lines() {
        let call: Value = serde_json::from_str(&line?)?;
        let failed = |e: Box<dyn Error>| json!({ "error": { "message": e.to_string() } });
        let mut reply = answer(&call, &mut all).unwrap_or_else(failed);
        reply["id"] = call["id"].clone();
        println!("{reply}");
    }
    Ok(())
}

//! A first adapter for community archives (61): README.md tells what to do next.
use serde_json::{json, Value};
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
use std::{collections::HashMap, collections::HashSet, error::Error, io};

type Hash = BuildHasherDefault<DefaultHasher>;
/// Your library goes here. This only remembers the communities it joined, so it passes nothing.
type Node = HashSet<String>;

/// `nodes`: by instance; two of them share nothing.
fn answer(call: &Value, nodes: &mut HashMap<String, Node>) -> Result<Value, Box<dyn Error>> {
    let (op, params) = (call["op"].as_str().ok_or("no op")?, &call["params"]);
    let name = call["instance"].as_str().unwrap_or_default();
    let node = nodes.get_mut(name).ok_or("no such instance");
    let given = |key: &str| params[key].as_str().ok_or("a member is missing");
    let hash = |text: &str| format!("{:016x}", Hash::default().hash_one(text));
    let id = given("communityId");
    let member = |node: &Node, reply| node.get(id?).ok_or("not a member").map(|_| reply);
    Ok(json!({ "ok": match op {
        "hello" => json!({
            "protocol": 1, "areas": ["archives"], "clock": "virtual", // time is the `now` of each call
            "implementation": { "name": "my-client", "version": "0.0.0", "language": "Rust" },
            "adapter": { "name": "my-client-shim", "version": "0.0.0" },
            "capabilities": ["archives.member"], // claim what works, and nothing else
        }),
        "archives.create" => {
            nodes.insert(name.into(), Node::new());
            json!({ "publicKey": format!("02{}", hash(hex(given("privateKey")?)?).repeat(4)) })
        }
        "archives.advance" => node.map(|_| json!({}))?, // does all that is due up to `now`
        // What a member must not take: return Ok(json!({ "rejected": { "code": "not-genuine" } }))
        "archives.receive" => (node?, hex(given("wire")?)?, json!({})).2,
        "archives.sent" => node.map(|_| json!({ "messages": [] }))?,
        "archives.join" => (node?.insert(id?.into()), json!({})).1,
        "archives.leave" => (node?.remove(id?), json!({})).1,
        "archives.community" => member(node?, json!({
            "controlNode": false, "name": "", "channelTopics": [], "specialTopic": "", "chatIds": [] }))?,
        "archives.messages" => member(node?, json!({ "messages": [] }))?,
        "archives.post" => member(node?, json!({ "messageId": hash(&format!("{params}{}", call["now"])) }))?,
        "destroy" => (nodes.remove(name), json!({})).1,
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

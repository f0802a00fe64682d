//! Adapter of the crate hashgraph-like-consensus: one JSON call in, one JSON reply out, over stdio or, with
//! `--http PORT`, as `POST /v1/call`. `--p2p` gives every participant the crate's P2P rounds instead of gossipsub's.

#[cfg(not(feature = "previous"))]
extern crate hashgraph_like_consensus as crate_under_test;
#[cfg(feature = "previous")]
extern crate previous as crate_under_test;

mod hello;
mod participant;
mod pure;
mod reply;

use participant::Participant;
use reply::{Reply, unsupported};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::{BufRead, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

struct Adapter {
    participants: HashMap<String, Participant>,
    p2p: bool,
}

impl Adapter {
    fn call(&mut self, line: &str) -> Value {
        let call: Value = match serde_json::from_str(line) {
            Ok(call) => call,
            Err(e) => {
                return json!({"id": 0, "error": {"message": format!("not a JSON call: {e}")}});
            }
        };
        let answered = catch_unwind(AssertUnwindSafe(|| self.answer(&call)));
        let mut reply = match answered {
            Ok(reply) => reply.unwrap_or_else(|other| other),
            Err(_) => json!({"error": {"message": "the crate panicked; see stderr"}}),
        };
        reply["id"] = call["id"].clone();
        reply
    }

    fn answer(&mut self, call: &Value) -> Reply {
        let op = call["op"].as_str().unwrap_or_default();
        let params = &call["params"];
        let instance = call["instance"].as_str().unwrap_or_default();
        // The envelope's clock is in milliseconds, the crate's in seconds.
        let now = call["now"].as_u64().unwrap_or_default() / 1000;
        match op {
            "hello" => hello::hello(self.p2p),
            "voting.create" => {
                let (participant, owner) = Participant::create(params, self.p2p)?;
                self.participants.insert(instance.to_owned(), participant);
                owner
            }
            "voting.decide" => pure::decide(params),
            "voting.hashVote" => pure::hash_vote(params),
            "voting.verifyVote" => pure::verify_vote(params),
            "destroy" => {
                self.participants.remove(instance);
                Ok(json!({"ok": {}}))
            }
            _ => match self.participants.get_mut(instance) {
                Some(participant) => participant.answer(op, params, now),
                None if participant::OPS.contains(&op) => Err(reply::error(format!(
                    "{instance} is not a voter: call voting.create first"
                ))),
                None => Err(unsupported(op)),
            },
        }
    }
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let mut adapter = Adapter {
        participants: HashMap::new(),
        p2p: args.iter().any(|a| a == "--p2p"),
    };
    match args
        .iter()
        .position(|a| a == "--http")
        .and_then(|at| args.get(at + 1))
    {
        Some(port) => serve(&mut adapter, port),
        None => {
            let mut out = std::io::stdout().lock();
            for line in std::io::stdin().lock().lines().map_while(Result::ok) {
                writeln!(out, "{}", adapter.call(&line))
                    .and_then(|()| out.flush())
                    .expect("stdout is open");
            }
        }
    }
}

fn serve(adapter: &mut Adapter, port: &str) {
    let server = tiny_http::Server::http(format!("0.0.0.0:{port}")).expect("the port is free");
    eprintln!("listening on {port}");
    for mut request in server.incoming_requests() {
        let mut body = String::new();
        let reply = match request.as_reader().take(64 << 20).read_to_string(&mut body) {
            Ok(_) => adapter.call(&body),
            Err(e) => json!({"id": 0, "error": {"message": e.to_string()}}),
        };
        let json =
            tiny_http::Header::from_bytes("content-type", "application/json").expect("a header");
        let _ =
            request.respond(tiny_http::Response::from_string(reply.to_string()).with_header(json));
    }
}

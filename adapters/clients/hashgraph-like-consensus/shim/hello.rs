//! What the adapter says about itself. Encodings as the crate writes them, behaviour as its documentation claims.

use crate::reply::Reply;
use serde_json::json;

pub fn hello(p2p: bool) -> Reply {
    let version = if cfg!(feature = "previous") { "0.6.0" } else { "0.7.0" };
    Ok(json!({"ok": {
        "name": "hashgraph-like-consensus",
        "version": version,
        "areas": ["voting"],
        "capabilities": ["voting.decide", "voting.hashVote", "voting.verifyVote", "voting.receiveVote"],
        "clock": "virtual",
        "readings": {
            "wire": "consensus-2026", "payloadType": "bytes",
            "voteHash": "sha256-le-concat", "signature": "secp256k1-eip191", "owner": "address20", "signTarget": "unsigned_vote",
            "receivedHash": "last", "requireOwnerVote": false, "accumulate": "votes-only",
            "round": if p2p { "votes-plus-one" } else { "gossip-2" },
            "expiry": "absolute", "expiryBound": "exclusive", "timeUnit": "s",
            "decision": "two-thirds", "silent": "quorum", "tiePolicy": "LIVENESS",
            "repeatedVotes": "reject", "conflict": "first", "roster": "open", "transport": "none",
        },
    }}))
}

//! What the adapter says about itself. Encodings as the crate writes them, behaviour as its documentation claims.

use crate::reply::Reply;
use serde_json::json;

pub fn hello(p2p: bool) -> Reply {
    let version = if cfg!(feature = "previous") {
        "0.6.0"
    } else {
        "0.7.0"
    };
    let name = if p2p {
        "hashgraph-like-consensus (P2P)"
    } else {
        "hashgraph-like-consensus"
    };
    Ok(json!({"ok": {
        "protocol": 1,
        "implementation": {
            "name": name,
            "version": version,
            "language": "Rust",
            "homepage": "https://github.com/vacp2p/hashgraph-like-consensus",
        },
        "adapter": {"name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION")},
        "areas": ["voting"],
        "documents": ["consensus"],
        "revisions": {"voting": "2026-04-02"},
        "capabilities": ["voting.decide", "voting.hash-vote", "voting.verify-vote"],
        "clock": "virtual",
        "readings": {
            "voting.wire": "consensus-2026",
            "voting.payloadType": "bytes",
            "voting.voteHash": "sha256-le-concat",
            "voting.signature": "secp256k1-eip191",
            "voting.owner": "address20",
            "voting.signTarget": "unsigned_vote",
            "voting.receivedHash": "last",
            "voting.requireOwnerVote": "false",
            "voting.accumulate": "votes-only",
            "voting.round": if p2p { "votes-plus-one" } else { "gossip-2" },
            "voting.expiry": "absolute",
            "voting.expiryBound": "exclusive",
            "voting.timeUnit": "s",
            "voting.decision": "two-thirds",
            "voting.earlyNo": "true",
            "voting.silent": "quorum",
            "voting.tiePolicy": "LIVENESS",
            "voting.repeatedVotes": "reject",
            "voting.conflict": "first",
            "voting.roster": "open",
            "voting.transport": "none",
        },
    }}))
}

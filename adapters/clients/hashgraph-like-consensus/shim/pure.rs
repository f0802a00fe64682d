//! The crate's pure functions: the decision, the vote hash, a single vote's signature.

use crate::reply::{Reply, bytes, flag, number, refused, uint32};
use crate_under_test::protos::consensus::v1::Vote;
use crate_under_test::signing::{ConsensusSignatureScheme, EthereumConsensusSigner};
use crate_under_test::utils::{calculate_consensus_result, compute_vote_hash};
use prost::Message;
use serde_json::{Value, json};
use std::collections::HashMap;

const TWO_THIRDS: f64 = 2.0 / 3.0;

pub fn decide(params: &Value) -> Reply {
    let (n, yes, no) = (
        uint32(params, "n")?,
        uint32(params, "yes")?,
        uint32(params, "no")?,
    );
    let mut votes = HashMap::new();
    for owner in 0..yes.saturating_add(no) {
        let vote = Vote {
            vote: owner < yes,
            ..Default::default()
        };
        votes.insert(owner.to_le_bytes().to_vec(), vote);
    }
    let decided = calculate_consensus_result(
        &votes,
        n,
        TWO_THIRDS,
        flag(params, "livenessYes")?,
        flag(params, "expired")?,
    );
    let result = match decided {
        Some(true) => "YES",
        Some(false) => "NO",
        None => "UNDECIDED",
    };
    Ok(json!({"ok": {"result": result}}))
}

pub fn hash_vote(params: &Value) -> Reply {
    let fields = &params["vote"];
    let vote = Vote {
        vote_id: uint32(fields, "vote_id")?,
        vote_owner: bytes(fields, "vote_owner")?,
        proposal_id: uint32(fields, "proposal_id")?,
        timestamp: number(fields, "timestamp")?,
        vote: flag(fields, "vote")?,
        parent_hash: bytes(fields, "parent_hash")?,
        received_hash: bytes(fields, "received_hash")?,
        ..Default::default()
    };
    Ok(json!({"ok": {"hash": hex::encode(compute_vote_hash(&vote))}}))
}

pub fn verify_vote(params: &Value) -> Reply {
    let vote =
        Vote::decode(bytes(params, "wire")?.as_slice()).map_err(|e| refused("malformed", e))?;
    let signed = Vote {
        signature: vec![],
        ..vote.clone()
    }
    .encode_to_vec();
    let by_owner = EthereumConsensusSigner::verify(&vote.vote_owner, &signed, &vote.signature);
    let valid = by_owner.unwrap_or(false) && compute_vote_hash(&vote) == vote.vote_hash;
    Ok(json!({"ok": {"valid": valid}}))
}

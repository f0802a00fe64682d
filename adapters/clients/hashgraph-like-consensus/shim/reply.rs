//! The four replies of the adapter protocol, and which of them an error of the crate is.

use crate_under_test::error::ConsensusError;
use serde_json::{Value, json};

/// `Ok` is an `ok` reply; `Err` any of the other three. Both are whole reply objects, without the id.
pub type Reply = Result<Value, Value>;

pub fn error(message: impl Into<String>) -> Value {
    json!({"error": {"message": message.into()}})
}

pub fn unsupported(capability: &str) -> Value {
    json!({"unsupported": {"capability": capability}})
}

pub fn refused(code: &str, native: impl std::fmt::Display) -> Value {
    json!({"rejected": {"code": code, "native": native.to_string()}})
}

/// Only what the crate documents as a refusal of a message or an act is `rejected`; the rest is an error.
pub fn from_crate(native: ConsensusError) -> Value {
    use ConsensusError::*;
    let code = match &native {
        InvalidVoteSignature | EmptySignature | SignatureScheme(_) => "signature",
        InvalidVoteHash | EmptyVoteHash => "hash",
        EmptyVoteOwner | InvalidExpectedVotersCount | MaxRoundsExceeded => "electorate",
        DuplicateVote | UserAlreadyVoted => "repeated-vote",
        ReceivedHashMismatch | ParentHashMismatch => "chain",
        VoteProposalIdMismatch => "foreign-vote",
        InvalidVoteTimestamp | TimestampOlderThanCreationTime => "timestamp",
        VoteExpired | ProposalExpired => "expired",
        SessionNotFound => "unknown-proposal",
        SessionNotActive => "closed",
        InvalidTimeout => "incomplete",
        _ => return error(native.to_string()),
    };
    refused(code, native)
}

/// A parameter that is missing or of the wrong kind is the caller's mistake, never a refusal.
pub fn text<'a>(params: &'a Value, name: &str) -> Result<&'a str, Value> {
    params[name].as_str().ok_or_else(|| {
        error(format!(
            "params.{name}: a string is needed, got {}",
            params[name]
        ))
    })
}

pub fn number(params: &Value, name: &str) -> Result<u64, Value> {
    let value = &params[name];
    let parsed = value
        .as_u64()
        .or_else(|| value.as_str().and_then(|digits| digits.parse().ok()));
    parsed.ok_or_else(|| {
        error(format!(
            "params.{name}: an unsigned integer is needed, got {value}"
        ))
    })
}

pub fn uint32(params: &Value, name: &str) -> Result<u32, Value> {
    let value = number(params, name)?;
    u32::try_from(value).map_err(|_| error(format!("params.{name}: {value} is more than 32 bits")))
}

pub fn flag(params: &Value, name: &str) -> Result<bool, Value> {
    params[name].as_bool().ok_or_else(|| {
        error(format!(
            "params.{name}: true or false is needed, got {}",
            params[name]
        ))
    })
}

pub fn bytes(params: &Value, name: &str) -> Result<Vec<u8>, Value> {
    hex::decode(text(params, name)?).map_err(|e| error(format!("params.{name}: {e}")))
}

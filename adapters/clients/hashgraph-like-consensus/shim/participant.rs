//! One voter: one ConsensusService with a storage of its own.

use crate::reply::{
    Reply, bytes, error, flag, from_crate, number, refused, text, uint32, unsupported,
};
use alloy::signers::local::PrivateKeySigner;
use crate_under_test::error::ConsensusError;
use crate_under_test::protos::consensus::v1::Proposal;
use crate_under_test::scope_config::NetworkType;
use crate_under_test::service::DefaultConsensusService;
use crate_under_test::signing::{ConsensusSignatureScheme, EthereumConsensusSigner};
use crate_under_test::storage::ConsensusStorage;
use crate_under_test::types::CreateProposalRequest;
use crate_under_test::utils::validate_proposal;
use prost::Message;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const SESSIONS: usize = 4096;

pub const OPS: [&str; 5] = [
    "voting.propose",
    "voting.receive",
    "voting.vote",
    "voting.proposal",
    "voting.result",
];

pub struct Participant {
    service: DefaultConsensusService,
    scope: String,
    /// Expiry (seconds) → proposals. The crate asks its application to call the timeout; this is that application.
    timers: BTreeMap<u64, Vec<u32>>,
}

impl Participant {
    pub fn create(params: &Value, p2p: bool) -> Result<(Self, Reply), Value> {
        let key = PrivateKeySigner::from_slice(&bytes(params, "privateKey")?)
            .map_err(|e| error(format!("params.privateKey: {e}")))?;
        let signer = EthereumConsensusSigner::new(key);
        let owner = json!({"ok": {"owner": hex::encode(signer.identity())}});
        let service = DefaultConsensusService::new_with_max_sessions(signer, SESSIONS);
        let scope = "conformance".to_owned();
        if p2p {
            let configured = service
                .scope(&scope)
                .and_then(|s| s.with_network_type(NetworkType::P2P).initialize());
            configured.map_err(from_crate)?;
        }
        Ok((
            Self {
                service,
                scope,
                timers: BTreeMap::new(),
            },
            Ok(owner),
        ))
    }

    pub fn answer(&mut self, op: &str, params: &Value, now: u64) -> Reply {
        self.fire_timers(now);
        match op {
            "voting.propose" => self.propose(params, now),
            "voting.receive" => self.receive(params, now),
            "voting.vote" => self.vote(uint32(params, "proposalId")?, flag(params, "vote")?, now),
            "voting.proposal" => self.proposal(uint32(params, "proposalId")?),
            "voting.result" => self.result(uint32(params, "proposalId")?),
            _ => Err(unsupported(op)),
        }
    }

    fn fire_timers(&mut self, now: u64) {
        while let Some(due) = self
            .timers
            .first_entry()
            .filter(|first| *first.key() <= now)
        {
            for id in due.remove() {
                // Both outcomes are kept by the session; `result` reports them.
                let _ = self.service.handle_consensus_timeout(&self.scope, id, now);
            }
        }
    }

    fn watch(&mut self, proposal: &Proposal) {
        self.timers
            .entry(proposal.expiration_timestamp)
            .or_default()
            .push(proposal.proposal_id);
    }

    fn propose(&mut self, params: &Value, now: u64) -> Reply {
        let choice = flag(params, "vote")?;
        let request = CreateProposalRequest::new(
            text(params, "name")?.to_owned(),
            text(params, "payload")?.as_bytes().to_vec(),
            self.service.signer().identity().to_vec(),
            uint32(params, "expectedVoters")?,
            number(params, "expiresIn")? / 1000,
            // The crate's own default for a scope; its request has none.
            params["livenessYes"].as_bool().unwrap_or(true),
        );
        let created =
            request.and_then(|request| self.service.create_proposal(&self.scope, request, now));
        let created = created.map_err(from_crate)?;
        self.watch(&created);
        self.vote(created.proposal_id, choice, now)
    }

    fn vote(&mut self, id: u32, choice: bool, now: u64) -> Reply {
        let cast = self
            .service
            .cast_vote_and_get_proposal(&self.scope, id, choice, now);
        let proposal = cast.map_err(from_crate)?;
        Ok(json!({"ok": {"proposalId": id, "wire": hex::encode(proposal.encode_to_vec())}}))
    }

    /// The crate takes a proposal once and single votes afterwards. A known proposal is therefore checked as a whole
    /// with the crate's own `validate_proposal`, and the votes of owners it has not heard are handed over one by one.
    fn receive(&mut self, params: &Value, now: u64) -> Reply {
        let wire = bytes(params, "wire")?;
        let proposal = Proposal::decode(wire.as_slice()).map_err(|e| refused("malformed", e))?;
        let id = proposal.proposal_id;
        match self
            .service
            .storage()
            .get_session(&self.scope, id)
            .map_err(from_crate)?
        {
            None => {
                self.service
                    .process_incoming_proposal(&self.scope, proposal.clone(), now)
                    .map_err(from_crate)?;
                self.watch(&proposal);
            }
            Some(session) => {
                validate_proposal::<EthereumConsensusSigner>(&proposal, now).map_err(from_crate)?;
                for vote in proposal
                    .votes
                    .into_iter()
                    .filter(|v| !session.votes.contains_key(&v.vote_owner))
                {
                    self.service
                        .process_incoming_vote(&self.scope, vote, now)
                        .map_err(from_crate)?;
                }
            }
        }
        Ok(json!({"ok": {"proposalId": id}}))
    }

    fn proposal(&self, id: u32) -> Reply {
        let proposal = self
            .service
            .storage()
            .get_proposal(&self.scope, id)
            .map_err(from_crate)?;
        Ok(json!({"ok": {"wire": hex::encode(proposal.encode_to_vec())}}))
    }

    fn result(&self, id: u32) -> Reply {
        let (result, is_final) = match self.service.storage().get_consensus_result(&self.scope, id)
        {
            Ok(true) => ("YES", true),
            Ok(false) => ("NO", true),
            Err(ConsensusError::ConsensusNotReached) => ("UNDECIDED", false),
            Err(ConsensusError::ConsensusFailed) => ("UNDECIDED", true),
            Err(ConsensusError::SessionNotFound) => ("UNKNOWN", false),
            Err(other) => return Err(from_crate(other)),
        };
        Ok(json!({"ok": {"result": result, "final": is_final}}))
    }
}

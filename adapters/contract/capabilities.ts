/**
 * What a client may or may not have.
 * `choice`: the specification leaves it open, so without it a requirement is not applicable.
 * `access`: something that the suite must reach or see, so without it a requirement is not measured.
 */
export interface Capability {
  readonly kind: 'choice' | 'access'
  readonly means: string
}

const choice = (means: string): Capability => ({ kind: 'choice', means })
const access = (means: string): Capability => ({ kind: 'access', means })

export const capabilities: Readonly<Record<string, Capability>> = {
  'virtual-clock': access('takes the time from `now` (follows from `clock: virtual`)'),

  'sds.sync': choice('sends sync messages (SDS, Periodic Sync Message: SHOULD)'),
  'sds.ephemeral': choice('sends ephemeral messages (SDS, Ephemeral Messages: MAY)'),
  'sds.no-channel': choice('can take part without a channel id (SDS, Message: channel_id "0")'),
  'sds.retrieval-hint': choice('adds retrieval hints to causal_history (SDS, Send Message: MAY)'),
  'sds.sweep-incoming': access('the incoming buffer sweep can be run'),
  'sds.sweep-outgoing': access('the outgoing buffer sweep can be run'),
  'sds.tick': access('periodic tasks can be run'),
  'sds.missing': access('the incoming buffer sweep tells the missing dependencies'),
  'sds.state.lamport': access('the local Lamport timestamp can be seen'),
  'sds.state.log': access('the local log can be seen'),
  'sds.state.incoming': access('the incoming buffer can be seen'),
  'sds.state.outgoing': access('the outgoing buffer and its states can be seen'),
  'sds.events.delivered': access('deliveries to the application can be seen'),
  'sds.config.causalHistorySize': access('the causal history size can be set'),
  'sds.config.resendUnackMs': access('the resend period can be set'),
  'sds.config.resendPossibleMs': access('the resend period of possibly acknowledged can be set'),
  'sds.config.syncIntervalMs': access('the sync period can be set'),
  'sds.config.lostAfterMs': access('the time until a dependency is lost can be set'),
  'sds.config.bloomCapacity': access('the capacity of the bloom filter can be set'),
  'sds.config.possibleAcksThreshold': access('the number of hits that acknowledge can be set'),

  'voting.single-votes': choice('exchanges single votes beside whole proposals'),
  'voting.transport': choice('chooses itself to whom it sends'),
  'voting.retry': choice('runs a tied proposal again (Equality of votes: RETRY)'),
  'voting.decide': access('the decision can be asked without votes'),
  'voting.hash-vote': access('the hash of a vote can be asked'),
  'voting.verify-vote': access('a single vote can be verified'),
}

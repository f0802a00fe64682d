/**
 * What a client may or may not have.
 * `choice`: the specification leaves it open, so without it a requirement is not applicable.
 * `access`: something that the suite must reach or see, so without it a requirement is not measured.
 */
export interface Capability {
  readonly kind: 'choice' | 'access'
  readonly means: string
  /** The choice that it belongs to: who did not make it is not asked for this. */
  readonly of?: string
}

const choice = (means: string): Capability => ({ kind: 'choice', means })
const access = (means: string): Capability => ({ kind: 'access', means })
const ofRepair = (means: string): Capability => ({ ...access(means), of: 'sds.repair' })

export const capabilities: Readonly<Record<string, Capability>> = {
  'virtual-clock': access('takes the time from `now` (follows from `clock: virtual`)'),

  'sds.sync': choice('sends sync messages (SDS, Periodic Sync Message: SHOULD)'),
  'sds.ephemeral': choice('sends ephemeral messages (SDS, Ephemeral Messages: MAY)'),
  'sds.no-channel': choice('can take part without a channel id (SDS, Message: channel_id "0")'),
  'sds.retrieval-hint': choice('adds retrieval hints to causal_history (SDS, Send Message: MAY)'),
  'sds.repair': choice('takes part in repairs (SDS of 2026-04-02, SDS-R: optional extension)'),
  'sds.sweep-incoming': access('the incoming buffer sweep can be run'),
  'sds.sweep-outgoing': access('the outgoing buffer sweep can be run'),
  'sds.sweep-repairs': ofRepair('the incoming repair request buffer sweep can be run'),
  'sds.tick': access('periodic tasks can be run'),
  'sds.missing': access('the incoming buffer sweep tells the missing dependencies'),
  'sds.state.lamport': access('the local Lamport timestamp can be seen'),
  'sds.state.log': access('the local log can be seen'),
  'sds.state.incoming': access('the incoming buffer can be seen'),
  'sds.state.outgoing': access('the outgoing buffer and its states can be seen'),
  'sds.state.toRequest': ofRepair('the outgoing repair request buffer and its times can be seen'),
  'sds.state.toAnswer': ofRepair('the incoming repair request buffer and its times can be seen'),
  'sds.events.delivered': access('deliveries to the application can be seen'),
  'sds.config.causalHistorySize': access('the causal history size can be set'),
  'sds.config.resendUnackMs': access('the resend period can be set'),
  'sds.config.resendPossibleMs': access('the resend period of possibly acknowledged can be set'),
  'sds.config.syncIntervalMs': access('the sync period can be set'),
  'sds.config.lostAfterMs': access('the time until a dependency is lost can be set'),
  'sds.config.bloomCapacity': access('the capacity of the bloom filter can be set'),
  'sds.config.possibleAcksThreshold': access('the number of hits that acknowledge can be set'),
  'sds.config.repairMinMs': ofRepair('T_min of repairs can be set'),
  'sds.config.repairMaxMs': ofRepair('T_max of repairs can be set'),
  'sds.config.responseGroups': ofRepair('the number of response groups can be set'),
  'sds.config.repairRequests': ofRepair('the most entries of a repair request can be set'),

  'voting.transport': choice('chooses itself to whom it sends'),
  'voting.revote': choice(
    'a later vote of an owner counts instead of the one it points to (AMB-30)',
  ),
  'voting.owner-first': choice(
    "demands that a list begins with the proposal owner's vote (AMB-16)",
  ),
  'voting.exclusive-end': choice('a proposal as old as its interval is expired (AMB-20)'),
  'voting.retry': choice('runs a tied proposal again (Equality of votes: RETRY)'),
  'voting.reject': choice('ends a tied proposal with NO (Equality of votes: REJECT)'),
  'voting.tie-policy': choice('carries a tie policy in the payload (Equality of votes: SHOULD)'),
  'voting.decide': choice('the decision can be asked without votes'),
  'voting.hash-vote': choice('the hash of a vote can be asked'),
  'voting.verify-vote': choice('a single vote can be verified'),
  'voting.announcements': choice('announces groups, and reads announcements (de-MLS; AMB-53)'),
  'voting.multi-steward': choice('several stewards take turns (de-MLS, Multi stewards; AMB-60)'),
  'voting.two-consensuses': choice(
    'lets the stewards alone vote on members, and the members on stewards (de-MLS; AMB-61)',
  ),
  'voting.proposal-limit': choice(
    'limits the proposals of a member in an epoch (de-MLS, Single steward; AMB-66)',
  ),
  'voting.signed-credentials': choice(
    "lets an account vouch for the key of its credential's leaf (de-MLS; AMB-62)",
  ),
  'voting.by-reference': choice(
    'sends MLS proposals as messages of their own, before the commit (de-MLS; AMB-54)',
  ),
  'voting.de-mls-votes': choice(
    'writes the votes of a group in the layout of de-MLS, not of the consensus (AMB-50)',
  ),
  'voting.frame': access("a vote can be put into a group's application data and taken out"),

  'payloads.reencode': access('a decoded record can be encoded again'),
  'payloads.wrap': access(
    'payloads can be put into a signed wrapper and taken out (62, Payload wrapper)',
  ),
  'payloads.membership': access('membership events can be signed and verified'),
  'payloads.mentions': access('texts with mentions can be written and read'),
  'payloads.display': access('the text that a user sees can be asked for'),
  'payloads.node': access('a node of one user can be run: chats, sending, receiving'),
  'payloads.restart': access('a node can be stopped and started from its storage'),
  'payloads.relay': access('what a node would relay can be seen'),
  'payloads.acts': access('contacts, profile, devices and communities of a node can be acted on'),
  'payloads.groups': access('a private group can be seen: name, colour, members'),
  'payloads.contacts': access('what a node knows of a contact can be seen'),
  'payloads.media': access('media can be handed in and their stored bytes seen'),
  'payloads.content.STICKER': choice('content type STICKER (62, Content types: MAY)'),
  'payloads.content.STATUS': choice('content type STATUS (62, Content types: MAY)'),
  'payloads.content.EMOJI': choice('content type EMOJI (62, Content types: MAY)'),
  'payloads.content.TRANSACTION_COMMAND': choice('content type TRANSACTION_COMMAND (62: MAY)'),
  'payloads.content.IMAGE': choice('content type IMAGE (62, Content types: MAY)'),
  'payloads.content.AUDIO': choice('content type AUDIO (62, Content types: MAY)'),
  'payloads.content.COMMUNITY': choice('content type COMMUNITY (62, Content types: MAY)'),
  'payloads.content.CONTACT_REQUEST': choice('content type CONTACT_REQUEST (62: MAY)'),
  'payloads.content.DISCORD_MESSAGE': choice('content type DISCORD_MESSAGE (62: MAY)'),
  'payloads.content.IDENTITY_VERIFICATION': choice('content type IDENTITY_VERIFICATION (62: MAY)'),

  'archives.control': choice('a node can be the control node of a community'),
  'archives.member': choice('a node can be a member of a community'),
  'archives.membership': access('requests to join can be made, seen and answered'),
  'archives.invitations': access('an invitation can be opened (56, Community Join Flow)'),
  'archives.restart': access('a node can be stopped and started from its storage'),
  'archives.compression': choice('compresses archive files (reading archives.compression)'),
  'archives.shard-info': choice('publishes shard information (56, Community Shard Info; A-40)'),
  'archives.waku-messages': access('the WakuMessages in the database can be seen'),
  'archives.files': access('archive files are in a file system that can be seen (A-28)'),
  'archives.download-option': access('the download option can be chosen (A-17)'),
  'archives.seed-messages': access('rows can be put into the database of messages'),
  'archives.known-keys': access('the keys of downloaded archives can be seen'),
  'archives.send-to-special': access('sending to the special channel can be tried'),
  'archives.subscriptions': access('subscribed topics can be seen'),
  'archives.codec': access('messages of 61, 14 and 56 can be encoded and decoded'),
  'archives.addresses': access('topics and key of a community can be derived'),
  'archives.index-key': access('the index key of an entry can be made'),
  'archives.message-types': access('the table of message types can be asked'),
}

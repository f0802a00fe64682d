/* What is asked of a program about each vector, and what it has to answer. Files without a question have a procedure in words. */

const valid = (...values) =>
  values.length === 0 ? [{ accepted: true }] : values.map((value) => ({ value }))
const refused = { refused: true }

/** A message as bytes, and the values as which it may be read; none: any. */
function decode(type, result, bytes, values) {
  const right = {
    valid: () => valid(...values),
    invalid: () => [refused],
    either: () => [...valid(...values), refused],
  }
  return { ask: { do: 'decode', type, bytes }, right: right[result]() }
}

/** The timestamp as the pinned int32 has it, or as the later uint64. */
function readings({ message }) {
  if (message === undefined) return []
  const { lamport64, ...pinned } = message
  return lamport64 === undefined ? [pinned] : [pinned, { ...pinned, lamportTimestamp: lamport64 }]
}

/** With the twin, which lacks the fault alone: to refuse everything is no way to pass. */
function record(one) {
  const values = one.value === undefined ? [] : [one.value]
  const asked = [decode(one.record, one.result, one.bytes, values)]
  if (one.twin !== undefined)
    asked.push({ ask: { do: 'decode', type: one.record, bytes: one.twin }, right: valid() })
  return asked
}

const records = ({ cases }) => cases.map((one) => ({ id: one.id, asked: record(one) }))

const messages = ({ type, cases }) =>
  cases.map((one) => ({ id: one.id, asked: [decode(type, one.result, one.wire, readings(one))] }))

/** By file: every case with its questions. */
export const questions = {
  'sds/messages.json': messages,
  'sds/repairs.json': messages,
  'payloads/records.json': records,
  'payloads/fields.json': records,
  'payloads/malformed.json': records,
  'payloads/traps.json': records,
  'archives/messages.json': records,
  'archives/communities.json': records,
  'archives/indices.json': ({ cases }) =>
    cases.map(({ id, indexMetadata, key }) => ({
      id,
      asked: [{ ask: { do: 'index-key', bytes: indexMetadata }, right: [{ key }] }],
    })),
  'archives/cids.json': ({ cases }) =>
    cases.map(({ id, cid, treeCid, layout, input, filename, mimetype }) => ({
      id,
      asked: [
        {
          ask: { do: 'cid', layout, input, filename, mimetype },
          right: [{ ...(cid && { cid }), ...(treeCid && { treeCid }) }],
        },
      ],
    })),
  'voting/votes.json': ({ encodings, cases }) =>
    cases.map(({ id, encoding, wire, result }) => ({
      id,
      asked: [
        {
          ask: { do: 'vote', encoding: encodings[encoding], bytes: wire },
          right: [result === 'valid' ? { accepted: true } : refused],
        },
      ],
    })),
  'voting/proposals.json': ({ encodings, cases }) =>
    cases.map(({ id, encoding, wire, now, result, outcome }) => ({
      id,
      asked: [
        {
          ask: { do: 'proposal', encoding: encodings[encoding], bytes: wire, now },
          right: [result === 'valid' ? { outcome } : refused],
        },
      ],
    })),
  'voting/de-mls.json': ({ cases }) =>
    cases.map(({ id, type, result, wire, value }) => ({
      id,
      asked: [decode(type, result, wire, value === undefined ? [] : [value])],
    })),
  'voting/decisions.json': ({ rows }) =>
    rows.map(([n, yes, no, before, silenceYes, silenceNo]) => ({
      id: `${n} ${yes} ${no}`,
      asked: [
        {
          ask: { do: 'decision', n, yes, no },
          right: [{ before, silenceYes, silenceNo }],
        },
      ],
    })),
}

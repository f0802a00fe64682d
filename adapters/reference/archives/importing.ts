import type { WakuMessageArchiveMetadata } from '../../../proto/archives/messages.ts'
import { NoArchive, walkArchive } from './archive-walk.ts'
import { chatMessageOf } from './chat.ts'
import type { ChatMessage, ChatMessages } from './chat-messages.ts'
import type { Database } from './database.ts'
import { unwrap } from './envelope.ts'
import type { Listed } from './index-file.ts'
import { milliseconds } from './time.ts'

/** Puts downloaded archives in the place of the member's own messages (61, "Storing historical messages"). */
export class Importing {
  readonly #database: Database
  readonly #messages: ChatMessages

  constructor(database: Database, messages: ChatMessages) {
    this.#database = database
    this.#messages = messages
  }

  /** The archives of an index that are not among those imported before. */
  missing(communityId: string, listed: readonly Listed[]): Listed[] {
    const known = new Set(this.knownKeys(communityId))
    return listed.filter(({ key }) => !known.has(key))
  }

  /** Keys of the archives imported, as the indices spelled them. */
  knownKeys(communityId: string): string[] {
    return this.#database
      .all('select key from known_archives where community = ? order by key', communityId)
      .map((row) => row.key as string)
  }

  /**
   * Replaces the messages of the archive's range by those in the file. All in one transaction: a file
   * that turns out to be no archive, or the end of the process, leaves everything as it was.
   */
  replace(communityId: string, { key, metadata }: Listed, file: string): void {
    const { from, to, contentTopic } = metadata
    this.#database.transaction(() => {
      this.#messages.deleteRange(communityId, contentTopic, milliseconds(from), milliseconds(to))
      this.#messages.keepAll(communityId, unpacked(communityId, metadata, file))
      this.#database.run('insert or replace into known_archives values (?, ?)', communityId, key)
    })
  }
}

/** The chat messages of an archive; a message that cannot be read or is not signed is passed over. */
function* unpacked(
  communityId: string,
  expected: WakuMessageArchiveMetadata,
  file: string,
): Generator<ChatMessage> {
  let described = false
  for (const part of walkArchive(file)) {
    if ('metadata' in part) {
      described = true
      checkRange(part.metadata, expected)
      continue
    }
    if (!expected.contentTopic.includes(part.message.content_topic)) continue
    const opened = unwrap(communityId, part.message)
    const message = opened && chatMessageOf(opened, part.message)
    if (message) yield message
  }
  if (!described) throw new NoArchive('the file has no metadata')
}

/** An archive of another range than the index says would take the wrong messages away. */
function checkRange(got: WakuMessageArchiveMetadata, expected: WakuMessageArchiveMetadata): void {
  if (got.from !== expected.from || got.to !== expected.to)
    throw new NoArchive(
      `the index says ${expected.from} to ${expected.to}, the file ${got.from} to ${got.to}`,
    )
}

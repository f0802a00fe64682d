import type { SQLInputValue } from 'node:sqlite'
import type { Database } from './database.ts'

/** A message of a channel as the application has it. */
export interface ChatMessage {
  readonly messageId: string
  readonly chatId: string
  readonly contentTopic: string
  /** Unix milliseconds of the WakuMessage that brought it. */
  readonly at: number
  readonly clock: bigint
  /** Compressed public key, hex. */
  readonly author: string
  readonly text: string
  /** The encoded ApplicationMetadataMessage; absent where the application made the row itself. */
  readonly record?: Uint8Array
}

/** The application's messages of all communities. */
export class ChatMessages {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Keeps a message; one of the same id is replaced. */
  keep(communityId: string, message: ChatMessage): void {
    this.keepAll(communityId, [message])
  }

  keepAll(communityId: string, messages: Iterable<ChatMessage>): void {
    this.#database.runEach(
      'insert or replace into chat_messages values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      rows(communityId, messages),
    )
  }

  /** Deletes the messages of these topics from `from` to just before `to`, Unix milliseconds. */
  deleteRange(communityId: string, topics: readonly string[], from: number, to: number): void {
    this.#database.run(
      `delete from chat_messages where community = ?
       and content_topic in (select value from json_each(?))
       and at >= ? and at < ?`,
      communityId,
      JSON.stringify(topics),
      from,
      to,
    )
  }

  all(communityId: string): ChatMessage[] {
    return this.#database
      .all('select * from chat_messages where community = ? order by at, message_id', communityId)
      .map((row) => ({
        messageId: row.message_id as string,
        chatId: row.chat_id as string,
        contentTopic: row.content_topic as string,
        at: Number(row.at),
        clock: BigInt(row.clock as string),
        author: row.author as string,
        text: row.text as string,
      }))
  }
}

function* rows(communityId: string, messages: Iterable<ChatMessage>): Generator<SQLInputValue[]> {
  for (const message of messages)
    yield [
      communityId,
      message.messageId,
      message.chatId,
      message.contentTopic,
      message.at,
      String(message.clock),
      message.author,
      message.text,
      message.record ?? null,
    ]
}

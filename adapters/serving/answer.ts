import type { Reply, Request } from '../contract/envelope.ts'
import type { Handler } from '../contract/handler.ts'
import { requestFault } from '../contract/validate.ts'

/** Answers one JSON text with another; whatever is wrong with it, the answer is a reply. */
export async function answer(handle: Handler, text: string): Promise<string> {
  let id = 0
  try {
    const request = JSON.parse(text) as Request
    const fault = requestFault(request)
    if (Number.isSafeInteger(request?.id) && request.id > 0) id = request.id
    if (fault) throw new TypeError(`this is not a request: ${fault}`)
    return JSON.stringify(await handle(request))
  } catch (cause) {
    const reply: Reply = { id, error: { message: String((cause as Error)?.message ?? cause) } }
    return JSON.stringify(reply)
  }
}

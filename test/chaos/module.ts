import type { Handler } from '../../adapters/contract/handler.ts'
import { forward } from './forward.ts'

const client: Handler = async (request) => {
  const { strike, reply } = await forward(JSON.stringify(request))
  if (strike === 'exits') process.exit(0)
  if (strike === 'hangs') for (;;);
  return strike === 'garbage' ? ('no reply' as never) : JSON.parse(reply)
}
export default client

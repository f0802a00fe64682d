// A client in a container that tells what it may do there; plain JavaScript, because it is alone in its image.
const { lookup } = require('node:dns/promises')
const { readFileSync, writeFileSync } = require('node:fs')
const http = require('node:http')
const { connect } = require('node:net')

const acts = {
  echo: (params) => ({ params }),
  hang: () => new Promise(() => {}),
  exit: ({ code }) => process.exit(code),
  swallow: () => {
    const kept = []
    for (;;) kept.push(Buffer.alloc(16 * 1024 * 1024, 1))
  },
  write: ({ path }) => attempt(() => writeFileSync(path, 'x')),
  status: () => ({ status: readFileSync('/proc/self/status', 'utf8') }),
  resolve: ({ name }) => attempt(() => lookup(name)),
  reach: ({ host, port }) =>
    attempt(() =>
      new Promise((done, failed) => {
        const socket = connect({ host, port, timeout: 1_500 })
        socket.on('connect', done)
        socket.on('error', failed)
        socket.on('timeout', () => failed(Object.assign(new Error(), { code: 'TIMEOUT' })))
      }).then(() => undefined),
    ),
}

async function attempt(act) {
  try {
    await act()
    return { done: true }
  } catch (fault) {
    return { done: false, code: fault.code }
  }
}

const server = http.createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  const { id, op, params } = JSON.parse(body)
  response.end(JSON.stringify({ id, ok: await acts[op](params) }))
})

if (process.env.REACH) {
  // Started without the suite, as a control.
  const [host, port] = process.env.REACH.split(' ')
  void acts.reach({ host, port: Number(port) }).then((told) => {
    console.log(JSON.stringify(told))
    process.exit()
  })
} else server.listen(8080, () => console.log('something for the log'))

/* Every command that the documents show is run as shown, or stands in elsewhere.ts with the reason why not. */
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { elsewhere } from './elsewhere.ts'
import { pages, type Shown, shownIn } from './shown.ts'
import { has, Scratch } from './stage.ts'

/** Commands that judge a client end with what they found; that the command line was wrong, or the suite, they never do. */
const JUDGES =
  /^(?:npx )?(?:vac-conformance|node cli\/launch\.js) (?:run|replay|gate|adapter lint) /
const VERDICTS = [0, 1, 3, 4]

const reason = ({ command }: Shown) =>
  elsewhere.find(({ of }) =>
    of.endsWith('…') ? command.startsWith(of.slice(0, -1)) : command === of,
  )?.because

const all = pages
  .map((page) => [page, shownIn(page)] as const)
  .filter(([, shown]) => shown.length > 0)

suite('the commands of the documents', { concurrency: 3 }, () => {
  for (const [page, shown] of all)
    suite(page, { concurrency: 1 }, () => {
      let scratch: Scratch | undefined
      before(async () => {
        if (!shown.every(reason)) scratch = await Scratch.of(page)
      })
      after(() => scratch?.[Symbol.asyncDispose]())
      for (const each of shown)
        test(`${each.line}: ${each.command}`, async (t) => {
          const because = reason(each)
          const missing = ['protoc', 'xxd', 'curl', 'python3'].find(
            (program) => each.command.includes(program) && !has(program),
          )
          if (because || missing || !scratch)
            return t.skip(`not measured: ${because ?? `no ${missing} on this machine`}`)
          const { code, said } = await scratch.run(each.command)
          const right = JUDGES.test(each.command) ? VERDICTS : [0]
          assert.ok(right.includes(code ?? -1), `exit ${code}\n${said.slice(-2_000)}`)
        })
    })
})

test('every reason is still that of a command that is shown', () => {
  const commands = all.flatMap(([, shown]) => shown)
  const used = new Set(commands.map((each) => reason(each)))
  const stale = elsewhere.filter(
    ({ of, because }) =>
      !used.has(because) ||
      !commands.some(({ command }) =>
        of.endsWith('…') ? command.startsWith(of.slice(0, -1)) : command === of,
      ),
  )
  assert.deepEqual(
    stale.map(({ of }) => of),
    [],
  )
})

/* Runs in a page with one table: takes times of what a reader does, each until it has been painted. */

/** The frame that shows what has happened so far is made: a message comes after it. */
const painted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = resolve
      port2.postMessage(0)
    })
  })

/** Milliseconds of each act, by turns with a frame in which nothing happens; of a slow page the first alone. */
async function times(acts) {
  const all = []
  const end = performance.now() + 4000
  for (const act of acts) {
    if (all.length >= 3 && performance.now() > end) break
    await painted()
    const started = performance.now()
    act()
    await painted()
    all.push(performance.now() - started)
  }
  return all
}

const WORDS = ['message', 'must', 'signature of a vote']
/** What stands in the field of search while somebody types each word and takes it back. */
const typed = WORDS.flatMap((word) => {
  const prefixes = Array.from(word, (_, at) => word.slice(0, at + 1))
  return [...prefixes, ...prefixes.toReversed().slice(1), '']
})

const ours = {
  keystrokes() {
    const field = document.querySelector('input[name=text]')
    return typed.map((text) => () => {
      field.value = text
      field.dispatchEvent(new Event('input', { bubbles: true }))
    })
  },
  toggles() {
    const fields = [...document.querySelectorAll('.filters input[type=radio]')]
    const back = (field) => document.querySelector(`[name=${field.name}][value=all]`)
    return fields.flatMap((field) => [() => field.click(), () => back(field).click()])
  },
  orders() {
    const select = document.querySelector('select[name=order]')
    return ['disagree', 'tested', 'order', 'disagree', 'order'].map((value) => () => {
      select.value = value
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })
  },
}

/** The same of a table without a script: the shortest that hides the same rows. */
const bare = {
  keystrokes() {
    const rows = [...document.querySelectorAll('tbody tr')]
    const texts = rows.map((row) => row.textContent.toLowerCase())
    return typed.map((text) => () => {
      const words = text.split(/\s+/)
      rows.forEach((row, i) => {
        row.hidden = !words.every((word) => texts[i].includes(word))
      })
    })
  },
  toggles() {
    const rows = [...document.querySelectorAll('tbody tr')]
    const words = ['✗ fail', '? inconclusive', '— not measured', '○ not applicable', '✓ pass']
    return words.flatMap((word) => {
      const hidden = rows.map((row) => !row.textContent.includes(word))
      return [hidden, hidden.map(() => false)].map((each) => () => {
        rows.forEach((row, i) => {
          row.hidden = each[i]
        })
      })
    })
  },
  orders() {
    const [body] = document.querySelector('table').tBodies
    const rows = [...body.rows]
    const turned = rows.toReversed()
    return [turned, rows, turned, rows, turned].map((order) => () => body.append(...order))
  },
}

/** Milliseconds between frames while the table moves by 300 pixels a frame, down and up again. */
async function scrolled() {
  const area = document.querySelector('.scroll.tall') ?? document.scrollingElement
  const all = []
  let before = await new Promise(requestAnimationFrame)
  const end = before + 4000
  for (let frame = 0; frame < 120 && before < end; frame++) {
    area.scrollTop += frame < 60 ? 300 : -300
    const now = await new Promise(requestAnimationFrame)
    all.push(now - before)
    before = now
  }
  return all
}

/** Milliseconds from the start of loading to the first paint and to the end of loading. */
function loaded() {
  const [paint] = performance.getEntriesByName('first-contentful-paint')
  const [page] = performance.getEntriesByType('navigation')
  return { paint: paint?.startTime ?? Number.NaN, load: page.loadEventEnd }
}

/** Everything of this page, in milliseconds. */
globalThis.measured = async () => {
  const acts = document.querySelector('.filtered') ? ours : bare
  const result = loaded()
  for (const [name, make] of Object.entries(acts)) result[name] = await times(make())
  result.frames = await scrolled()
  return result
}

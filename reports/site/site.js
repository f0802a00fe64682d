// All that the pages say stands in them without this script; it only makes them handier.
document.documentElement.classList.add('script')

for (const block of document.querySelectorAll('.copy')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = 'Copy'
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(block.textContent)
      button.textContent = 'Copied'
    } catch {
      getSelection()?.selectAllChildren(block)
      button.textContent = 'Selected: press Ctrl+C'
    }
  })
  block.after(button)
}

// Filters and the reader are kept in the address, so that a view can be passed on.
const state = new URLSearchParams(location.search)

function remember(name, value) {
  if (value === '' || value === 'all') state.delete(name)
  else state.set(name, value)
  const query = state.size > 0 ? `?${state}` : ''
  history.replaceState(null, '', location.pathname + query + location.hash)
}

/** What the classes of a row begin with that a filter asks for. */
const CLASSES = { verdict: 'v-', level: 'l-', area: 'a-' }

for (const form of document.querySelectorAll('form.filters')) {
  const filtered = form.closest('.filtered')
  const table = filtered.querySelector('table')
  const rows = [...table.querySelectorAll('tbody tr:not(.section)')]
  const sections = [...table.querySelectorAll('.section')]
  table.closest('.unscripted').classList.remove('unscripted')
  let texts
  const filter = () => {
    const words = form.elements.text.value.toLowerCase().split(/\s+/)
    if (words.some((word) => word !== ''))
      texts ??= rows.map((row) => row.textContent.toLowerCase())
    const wanted = Object.entries(CLASSES).flatMap(([name, prefix]) => {
      const { value = 'all' } = form.elements[name] ?? {}
      if (value === 'all') return []
      return [value === 'disagree' ? value : prefix + value]
    })
    rows.forEach((row, i) => {
      const fits =
        wanted.every((name) => row.classList.contains(name)) &&
        words.every((word) => word === '' || texts[i].includes(word))
      row.classList.toggle('hidden', !fits)
    })
    hideEmptySections()
  }
  const hideEmptySections = () => {
    for (const section of sections) {
      const [, ...own] = section.parentNode.rows
      const empty = own.length > 0 && own.every(({ classList }) => classList.contains('hidden'))
      section.classList.toggle('hidden', empty)
    }
  }
  const order = () => {
    const key = form.elements.order.value
    const inOrder = key === 'order'
    table.classList.toggle('sorted', !inOrder)
    const bodies = [...table.tBodies]
    const home = new Map(rows.map((row, i) => [row, homes[i]]))
    const sorted = rows.toSorted(
      (a, b) =>
        (inOrder ? 0 : Number(a.dataset[key]) - Number(b.dataset[key])) ||
        Number(a.dataset.order) - Number(b.dataset.order),
    )
    for (const row of sorted) (inOrder ? home.get(row) : bodies[0]).append(row)
    hideEmptySections()
  }
  const homes = rows.map((row) => row.parentNode)
  for (const [name, apply] of [
    ['verdict', filter],
    ['level', filter],
    ['area', filter],
    ['text', filter],
    ['order', order],
  ]) {
    const control = form.elements[name]
    if (!control) continue
    const wanted = state.get(name)
    if (wanted !== null) {
      control.value = wanted
      apply()
    }
    const fields = control instanceof RadioNodeList ? [...control] : [control]
    for (const field of fields)
      field.addEventListener(name === 'text' ? 'input' : 'change', () => {
        apply()
        remember(name, control.value)
      })
  }
  form.addEventListener('submit', (event) => event.preventDefault())
}

// The reader's section comes first; without this script the switch leads to it.
const readers = document.querySelector('.readers')
function show(reader) {
  const section = document.getElementById(reader)
  if (!readers || section?.parentNode !== readers) return
  readers.prepend(section)
  for (const link of document.querySelectorAll('[data-reader]')) {
    if (link.hash === `#${reader}`) link.setAttribute('aria-current', 'true')
    else link.removeAttribute('aria-current')
  }
}
for (const link of document.querySelectorAll('[data-reader]'))
  link.addEventListener('click', (event) => {
    event.preventDefault()
    const reader = link.hash.slice(1)
    show(reader)
    remember('reader', reader)
    const section = document.getElementById(reader)
    section.focus({ preventScroll: true })
    section.scrollIntoView()
  })
if (state.has('reader')) show(state.get('reader'))

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.target.closest('input[type=search], select')) return
  if (event.key === '/') {
    const search = [...document.querySelectorAll('input[name=text]')].find(
      (field) => field.offsetParent !== null,
    )
    if (!search) return
    event.preventDefault()
    search.focus()
  }
  const cell = event.target.closest('.matrix td, .matrix th')
  const step = { ArrowDown: 1, ArrowUp: -1, ArrowLeft: 0, ArrowRight: 0 }[event.key]
  if (!cell || step === undefined) return
  const next = step === 0 ? beside(cell, event.key) : above(cell, step)
  if (!next) return
  event.preventDefault()
  next.focus()
})

/** The link in the next cell of the row that has one. */
function beside(cell, key) {
  const way = key === 'ArrowRight' ? 'nextElementSibling' : 'previousElementSibling'
  let next = cell[way]
  while (next && !next.querySelector('a')) next = next[way]
  return next?.querySelector('a')
}

/** The link in the same column of the next row that is shown. */
function above(cell, step) {
  const rows = [...cell.closest('table').rows].filter((row) => row.offsetParent !== null)
  for (let i = rows.indexOf(cell.parentNode) + step; rows[i]; i += step) {
    const link = rows[i].cells[cell.cellIndex]?.querySelector('a')
    if (link) return link
  }
  return undefined
}

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

// Filters are kept in the address, so that a view can be passed on.
const state = new URLSearchParams(location.search)

function remember(name, value) {
  if (value === '' || value === 'all') state.delete(name)
  else state.set(name, value)
  const query = state.size > 0 ? `?${state}` : ''
  // A page opened from a file may not change its address in every browser.
  try {
    history.replaceState(null, '', location.pathname + query + location.hash)
  } catch {}
}

for (const radio of document.querySelectorAll('input[type=radio]')) {
  if (state.get(radio.name) === radio.value) radio.checked = true
  radio.addEventListener('change', () => remember(radio.name, radio.value))
}

for (const search of document.querySelectorAll('input[data-filter]')) {
  const rows = [...document.querySelectorAll(`#${search.dataset.filter} tbody tr`)]
  const texts = rows.map((row) => row.textContent.toLowerCase())
  const apply = () => {
    const words = search.value.toLowerCase().split(/\s+/)
    rows.forEach((row, i) => {
      row.classList.toggle('hidden', !words.every((word) => texts[i].includes(word)))
    })
    remember('text', search.value)
  }
  search.value = state.get('text') ?? ''
  if (search.value !== '') apply()
  search.addEventListener('input', apply)
}

addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.target.closest('input')) return
  const search = document.querySelector('input[data-filter]')
  if (!search) return
  event.preventDefault()
  search.focus()
})

import { type Html, html } from './html.ts'

/** One answer of a filter. Style alone makes it work: style.css knows its name and key. */
export interface Choice {
  readonly key: string
  readonly text: string
}

/** Filters of a table that stands in the same `.filtered`, each with `all` before its choices, and what only a script can do. */
export function filterForm(
  filters: Readonly<Record<string, readonly Choice[]>>,
  scripted?: Html,
): Html {
  return html`<form class="filters">
${Object.entries(filters).map(
  ([name, choices]) => html`<fieldset><legend>${name}</legend>
${[{ key: 'all', text: 'all' }, ...choices].map(
  ({ key, text }, i) =>
    html`<label class="choice"><input type="radio" name="${name}" value="${key}"${i === 0 && html` checked`}> ${text}</label>
`,
)}</fieldset>
`,
)}<label class="scripted">Text <input type="search" name="text" autocomplete="off"></label>
${scripted}</form>`
}

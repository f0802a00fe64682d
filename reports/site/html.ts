import { plain } from '../plain.ts'

/** Markup that is safe to write: only `html` makes it. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Part = string | number | Html | false | null | undefined | readonly Part[]

/** A template whose values are escaped; only Html goes in as it is. Lists are joined, nothing stays nothing. */
export function html(literals: TemplateStringsArray, ...values: readonly Part[]): Html {
  let text = literals[0] ?? ''
  for (const [i, value] of values.entries()) text += markup(value) + (literals[i + 1] ?? '')
  return new Html(text)
}

function markup(value: Part): string {
  if (value instanceof Html) return value.text
  if (value === undefined || value === null || value === false) return ''
  if (typeof value === 'object') return value.map(markup).join('')
  return escaped(String(value))
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const HARMLESS = /^[\n\t !#-%(-;=?-~]*$/

/** A text as content or attribute: no markup, no invisible or direction-turning character. */
function escaped(text: string): string {
  // Most texts have nothing of the kind, and looking is much quicker than replacing.
  if (HARMLESS.test(text)) return text
  return plain(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}

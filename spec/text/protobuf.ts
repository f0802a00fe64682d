/** One declaration of a protobuf block as the text prints it, whether or not a compiler would take it. */
export type Declaration = {
  kind: 'message' | 'enum' | 'oneof' | 'field' | 'value' | 'reserved' | 'option' | 'other'
  /** Enclosing messages and enums, outermost first; a oneof is not a scope of names. */
  scope: string
  name: string
  /** Field number or enum value; undefined where the text gives none. */
  number?: number
  type?: string
  label?: string
  /** The tokens on one line, comments removed. */
  text: string
  comments: { text: string; line: number }[]
  /** Line within the block, from 1. */
  line: number
}

const TOKEN = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"[^"\n]*"|\n|[{};=[\],<>]|[^\s{};=[\],<>"/]+|\//g
const COMPLETE = /^(?:syntax = "[^"]*"|[^={}]+ = -?(?:0x[\da-f]+|\d+)(?: \[.*\])?)$/i
const FIELD =
  /^(?:(optional|required|repeated) )?(map < \S+ , \S+ >|[\w.]+)(?: ([\w.]+))? = (-?\d+|0x[\da-fA-F]+)/
const VALUE = /^(\w+) = (-?\d+|0x[\da-fA-F]+)/

/** Whether a code block holds protobuf declarations, whatever language its fence names. */
export function isProtobuf(code: string): boolean {
  return /^\s*(?:message|enum)\s+\w+\s*\{/m.test(code)
}

type Scope = { name: string; kind: 'message' | 'enum' | 'oneof' | 'other' }

/**
 * Reads the declarations of a protobuf block. Tolerant where the texts are: a missing semicolon
 * ends with its line, a missing brace with the block, a field without a name keeps its type only.
 */
export function declarations(code: string): Declaration[] {
  const found: Declaration[] = []
  const scopes: Scope[] = []
  let tokens: string[] = []
  let line = 1
  let start = 1
  let waiting: Declaration['comments'] = []
  let last: Declaration | undefined

  const close = (opens: boolean): void => {
    const text = tokens.join(' ')
    tokens = []
    if (text === '') {
      if (opens) scopes.push({ name: '', kind: 'other' })
      return
    }
    last = declaration(text, scopes, opens)
    last.line = start
    last.comments = waiting
    waiting = []
    found.push(last)
    if (opens) scopes.push({ name: last.name, kind: scopeKind(last.kind) })
  }

  for (const [token] of code.matchAll(TOKEN)) {
    if (token === '\n') {
      if (COMPLETE.test(tokens.join(' '))) close(false)
      line++
    } else if (token.startsWith('//') || token.startsWith('/*')) {
      const comment = { text: commentText(token), line }
      if (tokens.length > 0 && COMPLETE.test(tokens.join(' '))) close(false)
      if (comment.text === '') continue
      if (last !== undefined && tokens.length === 0 && last.line === line) {
        last.comments.push(comment)
      } else if (waiting.at(-1)?.line === line - 1) {
        // Lines of // above a declaration are one text.
        const above = waiting.at(-1)
        if (above) waiting[waiting.length - 1] = { text: `${above.text} ${comment.text}`, line }
      } else waiting.push(comment)
      line += token.split('\n').length - 1
    } else if (token === ';') close(false)
    else if (token === '{') close(true)
    else if (token === '}') {
      close(false)
      scopes.pop()
    } else {
      if (tokens.length === 0) start = line
      tokens.push(token)
    }
  }
  close(false)
  if (waiting.length > 0 && last !== undefined) last.comments.push(...waiting)
  return found
}

function declaration(text: string, scopes: readonly Scope[], opens: boolean): Declaration {
  const scope = scopes.flatMap(({ kind, name }) => (kind === 'oneof' ? [] : [name])).join('.')
  const base = { scope, text: tidy(text), comments: [], line: 0 }
  const opened = /^(message|enum|oneof) (\S+)$/.exec(text)
  if (opens && opened?.[2] !== undefined) {
    return { ...base, kind: opened[1] as 'message' | 'enum' | 'oneof', name: opened[2] }
  }
  if (scopes.at(-1)?.kind === 'enum') {
    const value = VALUE.exec(text)
    if (value?.[1] !== undefined) {
      return { ...base, kind: 'value', name: value[1], number: Number(value[2]) }
    }
  }
  if (/^reserved /.test(text)) return { ...base, kind: 'reserved', name: tidy(text.slice(9)) }
  if (scopes.length === 0) return { ...base, kind: 'option', name: text.split(' ')[0] ?? text }
  const field = FIELD.exec(text)
  if (field?.[2] === undefined) return { ...base, kind: 'other', name: text }
  return {
    ...base,
    kind: 'field',
    name: field[3] ?? '',
    number: Number(field[4]),
    type: field[2].replaceAll(' ', ''),
    label: field[1] ?? '',
  }
}

function scopeKind(kind: Declaration['kind']): Scope['kind'] {
  return kind === 'message' || kind === 'enum' || kind === 'oneof' ? kind : 'other'
}

function commentText(token: string): string {
  if (token.startsWith('//')) return token.replace(/^\/+/, '').trim()
  return token
    .slice(2, -2)
    .replace(/^\s*\*/gm, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function tidy(text: string): string {
  return text.replaceAll(' < ', '<').replaceAll(' , ', ', ').replaceAll(' >', '>')
}

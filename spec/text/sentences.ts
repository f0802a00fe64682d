import type { Code, Nodes, Parents, Root, RootContent, Table } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { normal, sentenceHash } from './normal.ts'
import { type Declaration, declarations, isProtobuf } from './protobuf.ts'

/** A requirement level of RFC 2119; only upper case counts (RFC 8174). */
export type Keyword = string

/** One unit of a specification that something can be required in. */
export type Sentence = {
  /** SHA-256 of the normal form (normal.ts). */
  hash: string
  kind: 'sentence' | 'row' | 'declaration' | 'comment' | 'code'
  /** Normal form of the sentence, row, declaration or code line. */
  text: string
  /** Headings above it, outermost first, joined by " / ". */
  section: string
  /** Line in the file, from 1. */
  line: number
  /** RFC 2119 keywords in order; an item of a list without any has those of the sentence that leads in. */
  keywords: readonly Keyword[]
}

export type Extract = { sentences: Sentence[]; declarations: Declaration[] }

type Flow = { text: string; lines: number[] }

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter)
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
const KEYWORDS =
  /\b(?:MUST NOT|MUST|SHALL NOT|SHALL|REQUIRED|SHOULD NOT|SHOULD|NOT RECOMMENDED|RECOMMEND(?:ED|[Ss])?|MAY|OPTIONAL)\b/g

/** The RFC 2119 keywords of a text in order. */
export function keywords(text: string): Keyword[] {
  return text.match(KEYWORDS) ?? []
}

/** Reads a specification in Markdown into its sentences, table rows and protobuf declarations. */
export function extract(markdown: string): Extract {
  const tree: Root = parser.parse(markdown)
  const reader = new Reader()
  reader.blocks(body(tree))
  return { sentences: reader.sentences, declarations: reader.declarations }
}

/** The blocks without what surrounds a text in some layouts: its title, table of metadata and timeline. */
function body({ children }: Root): RootContent[] {
  const titled = !children.some(({ type }) => type === 'yaml')
  const first = children.findIndex((node) => node.type === 'heading' && node.depth > 1)
  let timeline = false
  return children.filter((node, i) => {
    if (node.type === 'html' && /timeline:(?:start|end)/.test(node.value)) {
      timeline = node.value.includes('start')
    }
    if (timeline) return false
    return !(titled && i < first && (node.type === 'table' || node.type === 'heading'))
  })
}

class Reader {
  readonly sentences: Sentence[] = []
  readonly declarations: Declaration[] = []
  readonly #headings: string[] = []
  #section = ''

  blocks(nodes: readonly RootContent[], inherited: readonly Keyword[] = []): void {
    let lead: readonly Keyword[] = []
    for (const node of nodes) {
      if (node.type === 'heading') {
        this.#headings.length = node.depth - 1
        this.#headings[node.depth - 1] = normal(flow(node).text)
        this.#section = this.#headings.filter(Boolean).join(' / ')
        lead = []
      } else if (node.type === 'paragraph') {
        lead = this.#paragraph(flow(node), inherited)
      } else if (node.type === 'list') {
        for (const item of node.children)
          this.blocks(item.children, lead.length > 0 ? lead : inherited)
      } else if (node.type === 'blockquote') this.blocks(node.children)
      else if (node.type === 'table') this.#table(node)
      else if (node.type === 'code') this.#code(node)
    }
  }

  /** Adds the sentences of a paragraph; returns the keyword it hands to a list that follows. */
  #paragraph({ text, lines }: Flow, inherited: readonly Keyword[]): readonly Keyword[] {
    let lead: readonly Keyword[] = []
    for (const { segment, index } of segments(text)) {
      const first = index + segment.search(/\S/)
      const own = keywords(segment)
      const found = own.length > 0 ? own : inherited
      this.#add('sentence', segment, lines[first] ?? lines[0] ?? 1, found)
      lead = segment.trimEnd().endsWith(':') ? found : []
    }
    return lead
  }

  #table(table: Table): void {
    for (const row of table.children.slice(1)) {
      const text = row.children.map((cell) => normal(flow(cell).text)).join(' | ')
      this.#add('row', text, row.position?.start.line ?? 1)
    }
  }

  #code(code: Code): void {
    const first = (code.position?.start.line ?? 0) + 1
    if (!isProtobuf(code.value)) {
      for (const [i, line] of code.value.split('\n').entries()) {
        if (/\w/.test(line)) this.#add('code', line, first + i)
      }
      return
    }
    for (const found of declarations(code.value)) {
      this.declarations.push({ ...found, line: first + found.line - 1 })
      const path = [found.scope, found.name].filter(Boolean).join('.')
      const text = found.scope === '' ? found.text : `${found.scope}: ${found.text}`
      this.#add('declaration', text, first + found.line - 1)
      for (const comment of found.comments) {
        const line = first + comment.line - 1
        this.#add('comment', `${path}: ${comment.text}`, line)
      }
    }
  }

  #add(
    kind: Sentence['kind'],
    text: string,
    line: number,
    found: readonly Keyword[] = keywords(text),
  ): void {
    const normalText = normal(text)
    if (!/[\p{L}\p{N}]/u.test(normalText)) return
    this.sentences.push({
      hash: sentenceHash(normalText),
      kind,
      text: normalText,
      section: this.#section,
      line,
      keywords: found,
    })
  }
}

// Abbreviations, "section 8.1. Title", a loose enumerator, and a full stop inside a name (`P_2.votes`).
const UNFINISHED =
  /(?:\b(?:e\.g|i\.e|a\.k\.a|vs|cf)\.\s*|\b[Ss]ections?\s[\d.]+\.\s*|^\s*[\d.]+\s*|\S)$/

/** Sentences by Unicode rules, with abbreviations and loose enumerators put back together. */
function* segments(text: string): Generator<{ segment: string; index: number }> {
  let held: { segment: string; index: number } | undefined
  for (const { segment, index } of segmenter.segment(text)) {
    held = held === undefined ? { segment, index } : { ...held, segment: held.segment + segment }
    if (UNFINISHED.test(held.segment)) continue
    yield held
    held = undefined
  }
  if (held !== undefined) yield held
}

/** The text of a block without its markup and link targets, on one line, with a line per character. */
function flow(block: Nodes): Flow {
  let text = ''
  const lines: number[] = []
  const walk = (node: Nodes): void => {
    let line = node.position?.start.line ?? 1
    const value =
      node.type === 'text' || node.type === 'inlineCode'
        ? node.value
        : node.type === 'break'
          ? ' '
          : node.type === 'image'
            ? (node.alt ?? '')
            : ''
    for (const char of value) {
      if (char === '\n') line++
      const plain = /\s/.test(char) ? ' ' : char
      text += plain
      for (let i = 0; i < plain.length; i++) lines.push(line)
    }
    if ('children' in node) for (const child of (node as Parents).children) walk(child)
  }
  walk(block)
  return { text, lines }
}

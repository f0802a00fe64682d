/** A field or an enum value as a specification prints it: `ChatMessage.clock` is `uint64` 1. */
export interface Printed {
  readonly owner: string
  readonly label: '' | 'repeated'
  /** The type as printed; empty for an enum value. */
  readonly type: string
  readonly name: string
  readonly number: number
}

/**
 * Reads the protobuf blocks of a specification line by line, so that a block that does not compile,
 * such as the unterminated AudioMessage of 62, is read as far as it goes.
 */
export function printedIn(markdown: string): Printed[] {
  return [...markdown.matchAll(/```protobuf\n(.*?)```/gs)].flatMap(([, block = '']) => read(block))
}

function read(block: string): Printed[] {
  const found: Printed[] = []
  const scopes: string[] = []
  for (const line of block.split('\n')) {
    const code = line.replace(/\/\/.*/, '').trim()
    const opened = /^(message|enum|oneof)\s+(\w+)\s*\{/.exec(code)
    if (opened) scopes.push(opened[1] === 'oneof' ? '' : (opened[2] as string))
    else if (code === '}') scopes.pop()
    const owner = scopes.filter(Boolean).join('.')
    const field =
      /^(?:(repeated)\s+)?(map\s*<[^>]+>|[\w.]+)\s+(\w+)\s*=\s*(\d+)\s*(?:\[.*\])?;/.exec(code)
    const value = /^(\w+)\s*=\s*(\d+)\s*;/.exec(code)
    if (field)
      found.push({
        owner,
        label: field[1] ? 'repeated' : '',
        type: (field[2] as string).replace(/\s/g, ''),
        name: field[3] as string,
        number: Number(field[4]),
      })
    else if (value)
      found.push({ owner, label: '', type: '', name: value[1] as string, number: Number(value[2]) })
  }
  return found
}

/*
A mutant for every field and every enumeration value of the payloads: its number is another one. They
follow from the schema, so none has a file of its own.
*/
import protobuf from 'protobufjs'
import { record, recordNames } from '../../../proto/payloads/records.ts'

const IMPORT = "import { record } from '../../../proto/payloads/records.ts'"

/** The import of the codec, with the lookup of records behind a fault. */
function faulty(fault: string, by: string): string {
  return `import { record as whole } from '../../../proto/payloads/records.ts'
import { ${fault} } from '../../mutants/payloads/faults.ts'
const record = ${fault}(whole, ${by})`
}

function mutant(name: string, breaks: string, what: string, fault: string, by: string) {
  const changes = [{ file: 'payloads/codec.ts', replace: IMPORT, by: faulty(fault, by) }]
  return { area: 'payloads', alone: true as const, name, breaks, what, changes }
}

const digits = (number: number) => String(number).padStart(2, '0')

/** A field changes places with the next one of its type, or moves to a free number. */
function fieldMutants(name: string) {
  const fields = [...record(name).type.fieldsArray].sort((a, b) => a.id - b.id)
  return fields.map((field, i) => {
    const like = (one: protobuf.Field) => one.type === field.type && one.repeated === field.repeated
    const other = [...fields.slice(i + 1), ...fields.slice(0, i).reverse()].find(like)
    const numbers = other
      ? { [field.name]: other.id, [other.name]: field.id }
      : { [field.name]: 500 }
    return mutant(
      `number-of-${name}-${field.name}`,
      `PAY-FLD-${name}-${digits(field.id)}`,
      other
        ? `${field.name} and ${other.name} of ${name} have each other's numbers`
        : `${field.name} of ${name} is field 500`,
      'renumbered',
      `'${name}', ${JSON.stringify(numbers)}`,
    )
  })
}

/** The enumerations, each with the record and field in which it is used first. */
function enumerations() {
  const found = new Map<protobuf.Enum, { name: string; record: string; field: string }>()
  for (const name of recordNames)
    for (const { resolvedType: type, name: field } of record(name).type.fieldsArray) {
      if (!(type instanceof protobuf.Enum)) continue
      const owner = type.parent instanceof protobuf.Type ? `${type.parent.name}-` : ''
      const own = type.parent?.name === name || (owner === '' && name === 'ChatMessage')
      if (own || !found.has(type))
        found.set(type, { name: `${owner}${type.name}`, record: name, field })
    }
  return [...found]
}

/** A value changes places with the next one. */
function valueMutants() {
  return enumerations().flatMap(([type, { name, record: holder, field }]) => {
    const values = Object.entries(type.values).sort(([, a], [, b]) => a - b)
    return values.map(([value, number], i) => {
      const [, next] = values[i + 1] ?? (values[i - 1] as [string, number])
      return mutant(
        `value-${name}-${value}`,
        `PAY-ENUM-${name}-${digits(number)}`,
        `${value} is ${next}`,
        'exchanged',
        `'${holder}', '${field}', ${number}, ${next}`,
      )
    })
  })
}

export function numberMutants() {
  const tested = recordNames.filter((name) => record(name).package !== 'status_deployed')
  return [
    ...tested.flatMap(fieldMutants),
    ...valueMutants().filter(({ breaks }) => !breaks.startsWith('PAY-ENUM-ApplicationMetadata')),
  ]
}

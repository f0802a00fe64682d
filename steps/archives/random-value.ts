import protobuf from 'protobufjs'
import type { Json, JsonObject } from '../../proto/payloads/json.ts'
import type { Dice } from '../dice.ts'

/** A value of a message type in the JSON of the adapter protocol, with every field set, another one in each run. */
export function randomValue(type: protobuf.Type, dice: Dice, depth = 2): JsonObject {
  const value: Record<string, Json> = {}
  for (const field of type.fieldsArray) {
    const one = randomOf(field.resolve(), dice, depth)
    if (one === undefined) continue
    if (field instanceof protobuf.MapField) value[field.name] = { [`key ${dice.hex(4)}`]: one }
    else value[field.name] = field.repeated ? [one] : one
  }
  return value
}

function randomOf(field: protobuf.Field, dice: Dice, depth: number): Json | undefined {
  const { resolvedType, type } = field
  const number = Number.parseInt(dice.hex(3), 16) + 1
  if (resolvedType instanceof protobuf.Type)
    return depth > 0 ? randomValue(resolvedType, dice, depth - 1) : undefined
  if (resolvedType instanceof protobuf.Enum) {
    const names = Object.keys(resolvedType.values).slice(1)
    return names[number % names.length] ?? 1
  }
  switch (type) {
    case 'bool':
      return true
    case 'string':
      return `${field.name} ${dice.hex(4)} é`
    case 'bytes':
      return `01${dice.hex(5)}`
    case 'uint64':
    case 'int64':
    case 'sint64':
      return String(2n ** 60n + BigInt(number))
    default:
      return number
  }
}

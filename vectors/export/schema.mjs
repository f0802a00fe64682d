/*
As much of JSON Schema 2020-12 as the schemas of the vectors use. A keyword that is not known here is an
error, so that nothing is valid because nobody looked.
*/

const has = (value, key) => Object.hasOwn(value, key)
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
const same = (a, b) => canonical(a) === canonical(b)
const length = (text) => [...text].length

/** JSON with the members of objects in one order. */
export function canonical(value) {
  return JSON.stringify(value, (_, each) =>
    isObject(each) ? Object.fromEntries(Object.entries(each).sort()) : each,
  )
}

const types = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  integer: Number.isInteger,
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
}

const words = new Set(['$schema', '$id', '$defs', 'title', 'description', 'then', 'else'])

/** Each answers what is wrong with a value, as lines, or nothing. */
const keywords = {
  type: ({ value, rule }) => [rule].flat().some((name) => types[name](value)) || `is no ${rule}`,
  const: ({ value, rule }) => same(value, rule) || `is not ${JSON.stringify(rule)}`,
  enum: ({ value, rule }) => rule.some((one) => same(value, one)) || `is none of ${rule}`,
  pattern: ({ value, rule }) =>
    typeof value !== 'string' || new RegExp(rule, 'u').test(value) || `is not like ${rule}`,
  minLength: ({ value, rule }) =>
    typeof value !== 'string' || length(value) >= rule || `is shorter than ${rule}`,
  minimum: ({ value, rule }) => typeof value !== 'number' || value >= rule || `is below ${rule}`,
  maximum: ({ value, rule }) => typeof value !== 'number' || value <= rule || `is above ${rule}`,
  minItems: ({ value, rule }) =>
    !Array.isArray(value) || value.length >= rule || `has fewer items than ${rule}`,
  uniqueItems: ({ value, rule }) =>
    !rule ||
    !Array.isArray(value) ||
    new Set(value.map(canonical)).size === value.length ||
    'repeats an item',
  minProperties: ({ value, rule }) =>
    !isObject(value) || Object.keys(value).length >= rule || `has fewer members than ${rule}`,
  required: ({ value, rule }) =>
    !isObject(value) || rule.every((key) => has(value, key)) || `lacks one of ${rule}`,
  properties: ({ value, rule, check }) =>
    isObject(value) &&
    Object.keys(rule).flatMap((key) => (has(value, key) ? check(rule[key], value[key], key) : [])),
  additionalProperties: ({ value, rule, schema, check }) =>
    isObject(value) &&
    Object.keys(value)
      .filter((key) => !has(schema.properties ?? {}, key))
      .flatMap((key) => check(rule, value[key], key)),
  prefixItems: ({ value, rule, check }) =>
    Array.isArray(value) &&
    rule.slice(0, value.length).flatMap((one, i) => check(one, value[i], i)),
  items: ({ value, rule, schema, check }) => {
    const first = schema.prefixItems?.length ?? 0
    return (
      Array.isArray(value) && value.slice(first).flatMap((one, i) => check(rule, one, first + i))
    )
  },
  anyOf: ({ value, rule, check }) =>
    rule.some((one) => check(one, value).length === 0) || 'is none of what it may be',
  oneOf: ({ value, rule, check }) =>
    rule.filter((one) => check(one, value).length === 0).length === 1 ||
    'is not one of what it may be',
  if: ({ value, rule, schema, check }) =>
    check((check(rule, value).length === 0 ? schema.then : schema.else) ?? true, value),
  $ref: ({ value, rule, check, find }) => check(find(rule), value),
}

/** What is wrong with a value, a line each; none: it is as the schema says. `schemas` are all files by name. */
export function faults(schemas, name, value) {
  const within = (file) => {
    const find = (reference) => {
      const [other, pointer] = reference.split('#')
      const root = other === '' ? file : other
      const steps = (pointer ?? '').split('/').slice(1)
      return { at: root, schema: steps.reduce((one, step) => one[step], schemas[root]) }
    }
    const check = (schema, value, path) => {
      if (schema === true) return []
      if (schema === false) return [`${path}: is not allowed`]
      return Object.entries(schema).flatMap(([word, rule]) => {
        if (words.has(word)) return []
        if (!has(keywords, word)) throw new Error(`the keyword ${word} is not known here`)
        const deeper = (inner, one, key) => {
          const to = key === undefined ? path : `${path}/${key}`
          return inner?.at ? within(inner.at)(inner.schema, one, to) : check(inner, one, to)
        }
        const found = keywords[word]({ value, rule, schema, check: deeper, find })
        if (typeof found === 'string') return [`${path}: ${found}`]
        return Array.isArray(found) ? found : []
      })
    }
    return check
  }
  return within(name)(schemas[name], value, '')
}

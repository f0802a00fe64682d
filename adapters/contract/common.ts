import type { Hello } from './hello.ts'

/**
 * What several clients that take part together have in common: areas, documents and capabilities of all; the
 * clock is virtual where everybody's is; readings and settings are those on which all agree, so that where they
 * differ the suite's own reading stands. A single client is as it says.
 */
export function commonHello(hellos: readonly Hello[]): Hello {
  const [first, ...others] = hellos
  if (!first) throw new Error('expected at least one client')
  return others.reduce(common, first)
}

function common(one: Hello, other: Hello): Hello {
  if (one === other) return one
  const documents = shared(one.documents, other.documents)
  const { name, version } = one.implementation
  const second = other.implementation
  return {
    protocol: Math.min(one.protocol, other.protocol),
    implementation: {
      name: name === second.name ? name : `${name} and ${second.name}`,
      version: version === second.version ? version : `${version} and ${second.version}`,
    },
    adapter: one.adapter,
    areas: one.areas.filter((area) => other.areas.includes(area)),
    ...(documents && { documents }),
    capabilities: one.capabilities.filter((each) => other.capabilities.includes(each)),
    emulated: [...new Set([...(one.emulated ?? []), ...(other.emulated ?? [])])],
    clock: one.clock === 'virtual' ? other.clock : 'real',
    revisions: agreed(one.revisions, other.revisions),
    readings: agreed(one.readings, other.readings),
    settings: agreed(one.settings, other.settings),
  }
}

/** Absent: all of them. */
function shared(one?: readonly string[], other?: readonly string[]): string[] | undefined {
  if (!one || !other) return (one ?? other)?.slice()
  return one.filter((each) => other.includes(each))
}

function agreed<V>(
  one: Readonly<Record<string, V>> = {},
  other: Readonly<Record<string, V>> = {},
): Record<string, V> {
  return Object.fromEntries(Object.entries(one).filter(([key, value]) => other[key] === value))
}

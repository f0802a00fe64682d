/**
 * Text of a client as one may print it: control characters (a terminal obeys them), marks that turn
 * the direction of writing, invisible characters and lone surrogates become visible escapes such as
 * `\u{202e}`. Line feeds and tabs stay.
 */
export function plain(text: string): string {
  return text.replace(
    /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029\ufffe\uffff]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  )
}

/** The same in one line of at most `most` characters; what is left out is counted. */
export function line(text: string, most = 160): string {
  // Cut before the escaping too: a client may say megabytes.
  const flat = plain(text.slice(0, most * 2))
    .replace(/\s+/g, ' ')
    .trim()
  if (flat.length <= most && text.length <= most * 2) return flat
  return `${flat.slice(0, most)}… (${text.length} characters)`
}

import { createHash } from 'node:crypto'

/**
 * The form in which sentences are compared: one line, plain quotes and hyphens, no enumerator in
 * front and no punctuation at the end. Case stays, because RFC 2119 keywords live in it.
 */
export function normal(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll('`', '')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[\s\u00a0\u200b]+/g, ' ')
    .trim()
    .replace(/^(?:\d+(?:\.\d+)+\.?|\d+[.)])\s+(?=\S)/, '')
    .replace(/[\s.,;:]+$/, '')
}

/** SHA-256 of the normal form, 64 lower-case hex digits: the identity of a sentence. */
export function sentenceHash(text: string): string {
  return createHash('sha256').update(normal(text), 'utf8').digest('hex')
}

/** Lower-case words of a text, without punctuation: what locators and likeness are made of. */
export function words(text: string): string[] {
  return (
    normal(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}_'-]+/gu) ?? []
  )
}

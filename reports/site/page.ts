import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../spec/root.ts'
import { Html, html } from './html.ts'

/** A file that lies beside this one and goes to the reader as it is. */
export function asset(name: 'style.css' | 'site.js'): string {
  return readFileSync(join(packageRoot(), 'reports', 'site', name), 'utf8')
}

export interface Page {
  readonly title: string
  readonly nav?: Html
  readonly body: Html
  /** Path to the folder of style.css and site.js; absent: both stand within the page. */
  readonly root?: string
}

/** A whole HTML document that asks nothing of any network and runs no script but its own. */
export function page({ title, nav, body, root }: Page): string {
  const style = root === undefined ? asset('style.css') : ''
  const script = root === undefined ? asset('site.js') : ''
  const policy =
    root === undefined
      ? `style-src '${sha256(style)}'; script-src '${sha256(script)}'`
      : "style-src 'self' file:; script-src 'self' file:"
  const head =
    root === undefined
      ? html`<style>${new Html(style)}</style>`
      : html`<link rel="stylesheet" href="${root}style.css">`
  const tail =
    root === undefined
      ? html`<script>${new Html(script)}</script>`
      : html`<script src="${root}site.js" defer></script>`
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'; ${policy}">
<title>${title}</title>
${head}
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
${nav && html`<nav aria-label="Pages">${nav}</nav>`}
<main id="main">
${body}
</main>
${tail}
</body>
</html>
`.text
}

function sha256(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

/** Where pages stand: as files of a folder, or as sections of one file. */
export interface Links {
  /** Address of a page, seen from the page that these links belong to. */
  to(page: string): string
  /** Address of the folder of style.css and site.js; absent in a single file. */
  readonly root?: string
}

/** Links from a page to others of the same folder. */
export function linksFrom(page: string): Links {
  const root = '../'.repeat(page.split('/').length - 1)
  return { root, to: (other) => `${root}${other}.html` }
}

/** Links between the sections of a single file. */
export const linksWithin: Links = { to: (other) => `#${other}` }

/** A text as part of a file name: what it is made of cannot leave the folder. */
export function slug(text: string): string {
  return (
    text
      .replace(/[^A-Za-z0-9-]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80) || 'unnamed'
  )
}

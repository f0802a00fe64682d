import type { DownloadOption } from './communities.ts'
import type { Listed } from './index-file.ts'

/** The archives that a download option asks for (61, "Downloading message archives", options 1 to 3). */
export function wanted(listed: readonly Listed[], download: DownloadOption): Listed[] {
  switch (download.option) {
    case 'all':
      return [...listed]
    case 'latest':
      return latest(listed)
    case 'range':
      return listed.filter(
        ({ metadata }) => metadata.from < download.to && metadata.to > download.from,
      )
  }
}

/** Those with the greatest upper bound, then lower bound; several where a range was split. */
function latest(listed: readonly Listed[]): Listed[] {
  const [newest] = [...listed].sort(newestFirst)
  return newest ? listed.filter((one) => newestFirst(one, newest) === 0) : []
}

function newestFirst(a: Listed, b: Listed): number {
  if (a.metadata.to !== b.metadata.to) return a.metadata.to > b.metadata.to ? -1 : 1
  if (a.metadata.from !== b.metadata.from) return a.metadata.from > b.metadata.from ? -1 : 1
  return 0
}

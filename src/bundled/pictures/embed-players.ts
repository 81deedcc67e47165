/** Players of others, by the address that people copy from their browser. */

interface Player {
  /** what is put into the page once the reader asks for it */
  readonly frame: string
  /** where a link leads */
  readonly page: string
  /** who learns of the reader then */
  readonly host: string
}

const YOUTUBE = /^(?:www\.|m\.|music\.)?youtube(?:-nocookie)?\.com$/
const ID = /^[\w-]+$/

/** The player of the film, recording or page at `address`; undefined for what is no address of the web. */
export function playerOf(address: string): Player | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined
  const parts = url.pathname.split('/').filter((part) => part !== '')
  const [first = '', second = '', third = ''] = parts
  const host = url.hostname
  if (YOUTUBE.test(host) || host === 'youtu.be') {
    const id = host === 'youtu.be' ? first : first === 'watch' ? (url.searchParams.get('v') ?? '') : second
    const begins = Number.parseInt(url.searchParams.get('t') ?? url.searchParams.get('start') ?? '', 10)
    if (ID.test(id)) {
      const start = begins > 0 ? `&start=${begins}` : ''
      return {
        frame: `https://www.youtube-nocookie.com/embed/${id}?autoplay=1${start}`,
        page: `https://www.youtube.com/watch?v=${id}${begins > 0 ? `&t=${begins}s` : ''}`,
        host: 'youtube.com',
      }
    }
  }
  if (host === 'vimeo.com' || host === 'player.vimeo.com' || host === 'www.vimeo.com') {
    const id = first === 'video' ? second : first
    if (/^\d+$/.test(id))
      return {
        frame: `https://player.vimeo.com/video/${id}?autoplay=1&dnt=1`,
        page: `https://vimeo.com/${id}`,
        host: 'vimeo.com',
      }
  }
  if (host === 'asciinema.org' && first === 'a' && ID.test(second))
    return {
      frame: `https://asciinema.org/a/${second}/iframe?autoplay=1`,
      page: `https://asciinema.org/a/${second}`,
      host,
    }
  // PeerTube, on any host.
  const watched = first === 'w' ? second : first === 'videos' && second === 'watch' ? third : ''
  if (ID.test(watched) && parts.at(-1) === watched)
    return {
      frame: `https://${url.host}/videos/embed/${watched}?autoplay=1&p2p=0`,
      page: url.href,
      host,
    }
  return { frame: url.href, page: url.href, host: host.replace(/^www\./, '') }
}

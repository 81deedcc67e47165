/** Players of others, by the address that people copy from their browser. */

interface Player {
  /** what is put into the page once the reader asks for it */
  readonly frame: string
  /** where a link leads */
  readonly page: string
  /** what that is loaded from, and who learns of the reader then */
  readonly host: string
}

const YOUTUBE = /^(?:www\.|m\.|music\.)?youtube(?:-nocookie)?\.com$/
/** Where its films are framed from, without cookies before they play. */
const YOUTUBE_FRAMES = 'www.youtube-nocookie.com'
const ID = /^[\w-]+$/

/** First folders of YouTube's addresses behind which a film's name stands. */
const FILMS: ReadonlySet<string> = new Set(['embed', 'live', 'shorts', 'v'])

/** The player of the film, recording or page at `address`, or what makes it none, in words. */
export function playerOf(address: string): Player | string {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
    return `'${address}' is no address of the web: write https://…`
  const framed = frameOf(url)
  if (framed === undefined)
    return `'${address}' is no film or list of films, and YouTube lets nothing else be shown elsewhere`
  return { ...framed, host: new URL(framed.frame).hostname.replace(/^www\./, '') }
}

/** undefined for what YouTube shows only itself. */
function frameOf(url: URL): Omit<Player, 'host'> | undefined {
  const parts = url.pathname.split('/').filter((part) => part !== '')
  const [first = '', second = '', third = ''] = parts
  const host = url.hostname
  if (YOUTUBE.test(host) || host === 'youtu.be') return youtubeFrame(url, host === 'youtu.be', first, second)
  if (host === 'vimeo.com' || host === 'player.vimeo.com' || host === 'www.vimeo.com') {
    const id = first === 'video' ? second : first
    if (/^\d+$/.test(id))
      return {
        frame: `https://player.vimeo.com/video/${id}?autoplay=1&dnt=1`,
        page: `https://vimeo.com/${id}`,
      }
  }
  if (host === 'asciinema.org' && first === 'a' && ID.test(second))
    return {
      frame: `https://asciinema.org/a/${second}/iframe?autoplay=1`,
      page: `https://asciinema.org/a/${second}`,
    }
  // PeerTube, on any host.
  const watched = first === 'w' ? second : first === 'videos' && second === 'watch' ? third : ''
  if (ID.test(watched) && parts.at(-1) === watched)
    return {
      frame: `https://${url.host}/videos/embed/${watched}?autoplay=1&p2p=0`,
      page: url.href,
    }
  return { frame: url.href, page: url.href }
}

function youtubeFrame(
  { searchParams }: URL,
  isShort: boolean,
  first: string,
  second: string,
): Omit<Player, 'host'> | undefined {
  const list = searchParams.get('list') ?? ''
  if ((first === 'playlist' || second === 'videoseries') && ID.test(list))
    return {
      frame: `https://${YOUTUBE_FRAMES}/embed/videoseries?list=${list}&autoplay=1`,
      page: `https://www.youtube.com/playlist?list=${list}`,
    }
  const named = first === 'watch' ? (searchParams.get('v') ?? '') : FILMS.has(first) ? second : ''
  const id = isShort ? first : named
  if (!ID.test(id)) return undefined
  const begins = Number.parseInt(searchParams.get('t') ?? searchParams.get('start') ?? '', 10)
  return {
    frame: `https://${YOUTUBE_FRAMES}/embed/${id}?autoplay=1${begins > 0 ? `&start=${begins}` : ''}`,
    page: `https://www.youtube.com/watch?v=${id}${begins > 0 ? `&t=${begins}s` : ''}`,
  }
}

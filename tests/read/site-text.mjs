// Sites of the fixtures, on the disk. A site is one text: `-- path --` starts a file, `-- path (escaped) --` one whose
// text has \r, \t, \xNN and \uNNNN for what must survive editors, `-- path (link) --` a symbolic link to its text,
// `-- path/ --` an empty directory. Used by the tests and by `npm run ask`, so that both see the same bytes.
import fs from 'node:fs'
import path from 'node:path'

const MARKER = /^-- (.+?)(?: \((escaped|link)\))? --\n/gm

/** When every file was changed: undated drafts show it. */
const MTIME = Date.UTC(2024, 0, 2, 3, 4, 5) / 1000

/** Writes the site `text` below the directory `root`. */
export function writeSite(root, text) {
  const markers = [...text.matchAll(MARKER)]
  markers.forEach((marker, index) => {
    const content = text.slice(marker.index + marker[0].length, markers[index + 1]?.index ?? text.length)
    const target = path.join(root, marker[1])
    if (marker[1].endsWith('/')) {
      fs.mkdirSync(target, { recursive: true })
      return
    }
    fs.mkdirSync(path.dirname(target), { recursive: true })
    if (marker[2] === 'link') fs.symlinkSync(content.trimEnd(), target)
    else {
      fs.writeFileSync(target, marker[2] === 'escaped' ? unescapeBytes(content) : content)
      fs.utimesSync(target, MTIME, MTIME)
    }
  })
}

function unescapeBytes(text) {
  const parts = text.split(/(\\(?:r|t|x[0-9a-f]{2}|u[0-9a-f]{4}))/)
  return Buffer.concat(
    parts.map((part) => {
      if (!part.startsWith('\\') || part === '\\') return Buffer.from(part)
      if (part[1] === 'r') return Buffer.from('\r')
      if (part[1] === 't') return Buffer.from('\t')
      const code = Number.parseInt(part.slice(2), 16)
      return part[1] === 'x' ? Buffer.from([code]) : Buffer.from(String.fromCharCode(code))
    }),
  )
}

/** What the command line says: the site's time held still, unless the site holds it itself. */
export function overridesOf(text, overrides = '{}') {
  const time = /^time:/m.test(text) ? {} : { time: '2024-06-01 12:00:00 +0000' }
  return { ...time, ...JSON.parse(overrides) }
}

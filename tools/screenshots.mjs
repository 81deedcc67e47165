// Pictures of the example blog for the docs: `node tools/screenshots.mjs [POST]`. Needs the bundle and Chromium.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'

const root = path.resolve(import.meta.dirname, '..')
const target = path.join(root, 'docs/screenshots')
const executablePath = ['chromium', 'chromium-browser', 'google-chrome']
  .map((name) => path.join('/usr/bin', name))
  .find((file) => fs.existsSync(file))
if (!executablePath) throw new Error('Chromium is missing')

const site = fs.mkdtempSync(path.join(os.tmpdir(), 'whirl-shots-'))
const built = spawnSync(
  process.execPath,
  ['dist/cli.js', 'build', '--quiet', '--source', 'examples/blog', '--destination', site],
  { cwd: root, stdio: 'inherit' },
)
if (built.status !== 0) process.exit(1)
const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
}
const server = http.createServer((request, response) => {
  const asked = decodeURIComponent(new URL(request.url, 'http://localhost').pathname)
  const file = path.join(site, asked.endsWith('/') ? `${asked}index.html` : asked)
  if (!fs.existsSync(file)) return response.writeHead(404).end()
  response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' })
  response.end(fs.readFileSync(file))
})
await new Promise((resolve) => server.listen(0, 'localhost', resolve))

/** The post with most code and a figure, unless one is named. */
function richest() {
  const posts = fs
    .readdirSync(site, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll(path.sep, '/'))
    .filter((name) => /^\d{4}\/.*index\.html$/.test(name))
  const worth = (name) =>
    fs.readFileSync(path.join(site, name), 'utf8').split(/class="(?:code|attribution-figure)/).length
  return `/${posts.sort((a, b) => worth(b) - worth(a))[0].replace(/index\.html$/, '')}`
}

const PAGES = {
  home: '/',
  post: process.argv[2] ?? richest(),
  employers: '/employers/',
  archive: '/archive/',
}
/** Further down on the post. */
const PLACES = { code: '.code', reuse: '.attribution-reuse' }
const SIZES = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 780 } }
const WANTED = [
  ['home', 'desktop', 'light'],
  ['home', 'phone', 'dark'],
  ['post', 'desktop', 'dark'],
  ['post', 'desktop', 'light'],
  ['post', 'phone', 'light'],
  ['code', 'desktop', 'light'],
  ['code', 'phone', 'dark'],
  ['reuse', 'desktop', 'light'],
  ['employers', 'desktop', 'light'],
  ['archive', 'desktop', 'dark'],
]
fs.mkdirSync(target, { recursive: true })
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
for (const [name, size, colorScheme] of WANTED) {
  const context = await browser.newContext({ viewport: SIZES[size], colorScheme })
  const page = await context.newPage()
  const open = () =>
    page.goto(`http://localhost:${server.address().port}${PAGES[name] ?? PAGES.post}`, {
      waitUntil: 'networkidle',
    })
  // Twice: typefaces that came too late the first time are in the cache the second.
  await open()
  await open()
  if (PLACES[name])
    await page.evaluate(
      `const place = document.querySelector('${PLACES[name]}'); place.open = true; scrollTo(0, place.getBoundingClientRect().top - 80)`,
    )
  await page.waitForTimeout(200)
  const file = path.join(target, `${name}-${size}-${colorScheme}.png`)
  await page.screenshot({ path: file })
  console.log(`${path.relative(root, file)} ${Math.round(fs.statSync(file).size / 1024)} KB`)
  await context.close()
}
await browser.close()
server.close()
fs.rmSync(site, { recursive: true, force: true })

// Pictures of the example blog for the docs: `node tools/screenshots.mjs [POST]`. Needs the bundle and Chromium.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { CHROMIUM } from './browser/chromium.mjs'
import { serveStrictly, WITH_SEARCH } from './browser/strict-server.mjs'

const root = path.resolve(import.meta.dirname, '..')
const target = path.join(root, 'docs/screenshots')
if (!CHROMIUM) throw new Error('Chromium is missing')

const site = fs.mkdtempSync(path.join(os.tmpdir(), 'whirl-shots-'))
const built = spawnSync(
  process.execPath,
  ['dist/cli.js', 'build', '--quiet', '--source', 'examples/blog', '--destination', site],
  { cwd: root, stdio: 'inherit' },
)
if (built.status !== 0) process.exit(1)
const server = await serveStrictly(site, WITH_SEARCH, { lifetimes: true })

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
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
for (const [name, size, colorScheme] of WANTED) {
  const context = await browser.newContext({ viewport: SIZES[size], colorScheme })
  const page = await context.newPage()
  const open = () =>
    page.goto(server.origin + (PAGES[name] ?? PAGES.post), {
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
await server.close()
fs.rmSync(site, { recursive: true, force: true })

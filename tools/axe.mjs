// axe-core over every page of the example blog and of the documentation: `node tools/axe.mjs [DIRECTORY ...]`, or over those
// of sites built elsewhere. Light and dark, 320 and 1280 pixels wide, as pages come and with all that folds unfolded. Takes
// minutes. Needs the bundle and Chromium.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { CHROMIUM } from './browser/chromium.mjs'
import { pageFaults } from './browser/page-faults.mjs'
import { serveStrictly, WITH_SEARCH } from './browser/strict-server.mjs'

const root = path.resolve(import.meta.dirname, '..')
if (CHROMIUM === undefined) throw new Error('Chromium is missing')
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'whirl-axe-'))

const SITES = {
  blog: ['--source', 'examples/blog', '--drafts', '--future'],
  docs: ['--config', 'docs/site/_config.yml'],
}
function buildSites() {
  return Object.entries(SITES).map(([name, words]) => {
    const destination = path.join(work, name)
    const args = ['dist/cli.js', 'build', '--quiet', ...words, '--destination', destination]
    const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
    if (status !== 0) process.exit(1)
    return destination
  })
}

const isRedirect = (file) => /<meta[^>]*http-equiv="?refresh/i.test(fs.readFileSync(file, 'utf8'))

const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
let faults = 0
try {
  const named = process.argv.slice(2)
  for (const site of named.length > 0 ? named.map((name) => path.resolve(name)) : buildSites()) {
    const server = await serveStrictly(site, WITH_SEARCH)
    const files = fs
      .readdirSync(site, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll(path.sep, '/'))
      .filter((name) => name.endsWith('.html'))
      .toSorted()
    const pages = files.filter((name) => !isRedirect(path.join(site, name)))
    const context = await browser.newContext()
    context.setDefaultTimeout(200_000)
    for (const name of pages) {
      const address = `/${name.replace(/(^|\/)index\.html$/, '$1')}`
      const page = await context.newPage()
      const found = []
      page.on('console', (message) => found.push(`${address}: ${message.type()}: ${message.text()}`))
      page.on('pageerror', (error) => found.push(`${address}: ${error.message}`))
      await page.goto(server.origin + encodeURI(address), { waitUntil: 'load' })
      found.push(...(await pageFaults(page, address, { every: true })))
      await page.evaluate('for (const part of document.querySelectorAll("details")) part.open = true')
      found.push(...(await pageFaults(page, `${address} unfolded`)))
      for (const fault of new Set(found)) console.log(fault)
      faults += new Set(found).size
      await page.close()
    }
    await context.close()
    await server.close()
    const redirects = files.length - pages.length
    console.log(
      `${path.basename(site)}: ${pages.length} pages looked at, ${redirects} that only lead elsewhere left out`,
    )
  }
} finally {
  await browser.close()
  fs.rmSync(work, { recursive: true, force: true })
}
console.log(`${faults} fault${faults === 1 ? '' : 's'}`)
process.exit(faults === 0 ? 0 : 1)

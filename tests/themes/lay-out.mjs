/** Puts a case's site and its theme, as an installed gem, below `root`. */
import fs from 'node:fs'
import path from 'node:path'
import { SPEC } from './cases.mjs'

/** Answers the directory of the site and the one of gems. */
export function layOut(root, { config, files }) {
  const site = path.join(root, 'site')
  const gems = path.join(root, 'gems')
  const theme = path.join(gems, 'gems/demo-1.2')
  const put = (file, text) => {
    fs.mkdirSync(path.dirname(file), { recursive: true })
    if (text.startsWith('-> ')) fs.symlinkSync(text.slice(3), file)
    else fs.writeFileSync(file, text)
  }
  put(path.join(gems, 'specifications/demo-1.2.gemspec'), SPEC)
  put(path.join(theme, '_layouts/default-of-the-theme.html'), '{{ content }}')
  put(path.join(site, '_config.yml'), `theme: demo\n${config}`)
  for (const [name, text] of Object.entries(files))
    put(name.startsWith('theme/') ? path.join(theme, name.slice(6)) : path.join(site, name), text)
  return { site, gems }
}

/** All that lies in the built site, by path; source maps name where sources lie and are left out. */
export function outputOf(folder) {
  if (!fs.existsSync(folder)) return {}
  const names = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.endsWith('.map') && fs.statSync(path.join(folder, name)).isFile())
    .sort()
  return Object.fromEntries(names.map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]))
}

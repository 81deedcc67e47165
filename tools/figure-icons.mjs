// The icons of figures, from the npm package @fortawesome/fontawesome-free: src/figures/icons/icons.json. They are
// Font Awesome Free's, CC BY 4.0, and `from` in the file says so wherever they are shown. Run again, with the package unpacked into the
// folder that is named, when it is of another version:
//     node tools/figure-icons.mjs FOLDER
import fs from 'node:fs'
import path from 'node:path'

const NAMES = {
  solid:
    'server desktop laptop mobile-screen database network-wired ethernet globe cloud shield-halved lock key user users skull bug ' +
    'microchip memory hard-drive box boxes-stacked cube cubes puzzle-piece gear gears envelope wifi tower-broadcast satellite-dish ' +
    'house building print video phone plug code-branch right-left shuffle filter eye magnifying-glass clock file file-code table ' +
    'terminal bolt fire crown robot industry scale-balanced up-down-left-right layer-group diagram-project tower-cell list-check',
  brands: 'linux docker',
}

const folder = process.argv[2]
if (folder === undefined) throw new Error('name the folder of the package @fortawesome/fontawesome-free')
const { version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
const icons = {}
for (const [style, names] of Object.entries(NAMES))
  for (const name of names.split(' ')) {
    const svg = fs.readFileSync(path.join(folder, 'svgs', style, `${name}.svg`), 'utf8')
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)
    const paths = [...svg.matchAll(/<path[^>]*? d="([^"]*)"/g)]
    icons[name] = [Number(width), Number(height), paths.map(([, d]) => d).join('')]
  }
const from = {
  text: `Font Awesome Free ${version}, © Fonticons, CC BY 4.0`,
  href: 'https://fontawesome.com/license/free',
}
const lines = Object.entries(icons).map(
  ([name, icon]) => `    ${JSON.stringify(name)}: ${JSON.stringify(icon)}`,
)
const root = path.resolve(import.meta.dirname, '..')
fs.writeFileSync(
  path.join(root, 'src/figures/icons/icons.json'),
  `{\n  "from": ${JSON.stringify(from)},\n  "icons": {\n${lines.join(',\n')}\n  }\n}\n`,
)

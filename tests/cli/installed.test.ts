/** What the package brings when npm installs it, and what is said of what it does not bring. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lacking } from '../needs.ts'
import { newFolder, type SiteFolder } from '../site-maker.ts'
import { installInto, root } from './installed-package.ts'

const unbundled = lacking('bundle', 'dist/cli.js', fs.existsSync(path.join(root, 'dist/cli.js')))

describe.skipIf(unbundled)('the package as npm installs it', () => {
  let folder: SiteFolder
  let cli = ''
  beforeAll(() => {
    folder = newFolder()
    cli = installInto(folder).cli
  })
  afterAll(() => folder.remove('.'))

  const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const done = spawnSync(process.execPath, [cli, ...args, '--source', folder.at('site')], {
      cwd: folder.root,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', XDG_CACHE_HOME: folder.at('nobody'), ...env },
    })
    return [done.status, done.stderr] as const
  }
  const build = (compat: string, files: Readonly<Record<string, string>>) => {
    fs.rmSync(folder.at('site'), { recursive: true, force: true })
    for (const [name, text] of Object.entries(files)) folder.put({ [`site/${name}`]: text })
    return run(['build', '-q', '--compat', compat, '--destination', folder.at('out')])
  }

  test.each(['jekyll-4.3', 'jekyll-4.4'])('has all that is needed for a site as %s', (compat) => {
    const done = build(compat, {
      '_config.yml': `plugins: [jemoji, jekyll-octicons, jekyll-coffeescript]\nkramdown: { math_engine: katex }\n`,
      'a.md':
        '---\n---\n$$x^2$$ :cat: {% octicon alert %}\n\n```ada\nprocedure A is begin null; end A;\n```\n',
      'b.coffee': '---\n---\nx = -> 1\n',
      'c.scss': '---\n---\na { b { c: d } }\n',
    })
    expect(done).toEqual([0, ''])
    expect(folder.read('out/a.html')).toMatch(
      /class="katex"[\s\S]*octicon[\s\S]*<span class="k[rdt]?">procedure/,
    )
    expect(folder.read('out/a.html')).toContain('emoji')
    expect(folder.read('out/b.js')).toContain('function() {')
    expect(folder.read('out/c.css')).toContain('a b {')
  })

  test.each([
    ['search', 'pagefind'],
    ['social-cards', '@resvg/resvg-js'],
  ])('%s asks for %s, and nothing is written without it', (plugin, name) => {
    fs.rmSync(folder.at('out'), { recursive: true, force: true })
    const [status, said] = build('jekyll-4.4', {
      '_config.yml': `title: x\nplugins: [${plugin}]\n`,
      '_posts/2020-01-01-a.md': '---\n---\nText\n',
    })
    expect([status, folder.has('out')]).toEqual([1, false])
    expect(said).toContain(`The plugin '${plugin}' needs the npm package ${name}, which is not installed.`)
    expect(said).toContain('_config.yml:2:1')
    expect(said).toContain(`help: npm install --save-dev ${name}, in the site`)
  })

  test('a compiler of another version is none', () => {
    const files = { 'c.scss': '---\n---\na { b { c: d } }\n' }
    const names = fs
      .readdirSync(folder.at('node_modules'))
      .filter((name) => /^sass-embedded-(?!1\.78)/.test(name))
    expect(names.length).toBeGreaterThan(0)
    const targets = names.map((name) => fs.readlinkSync(folder.at(`node_modules/${name}`)))
    for (const [i, name] of names.entries()) {
      fs.rmSync(folder.at(`node_modules/${name}`))
      fs.cpSync(targets[i]!, folder.at(`node_modules/${name}`), { recursive: true })
      folder.put({ [`node_modules/${name}/package.json`]: `{ "name": "${name}", "version": "1.90.0" }` })
    }
    const [status, said] = build('jekyll-4.4', files)
    for (const [i, name] of names.entries()) {
      fs.rmSync(folder.at(`node_modules/${name}`), { recursive: true })
      fs.symlinkSync(targets[i]!, folder.at(`node_modules/${name}`))
    }
    expect(status).toBe(1)
    expect(said).toContain('Dart Sass cannot be run')
    expect(said).toContain('install whirl-blog anew with its optional dependencies')
    expect(build('jekyll-4.4', files)).toEqual([0, ''])
  })

  test('without a compiler in machine code the older Sass compiles as JavaScript, to the same bytes', () => {
    const files = {
      '_config.yml': 'sass: { style: compressed }\n',
      'c.scss': '---\n---\n@import "d";\na { b { c: 1 + 2 } }\n',
      '_sass/_d.scss': 'i { j: k }',
    }
    const css = () => {
      expect(build('jekyll-4.3', files)).toEqual([0, ''])
      return folder.read('out/c.css')
    }
    const before = css()
    const aside = folder.at('aside')
    fs.mkdirSync(aside)
    const names = fs
      .readdirSync(folder.at('node_modules'))
      .filter((name) => name.startsWith('sass-embedded-1.78-'))
    for (const name of names) fs.renameSync(folder.at(`node_modules/${name}`), path.join(aside, name))
    expect(css()).toBe(before)
    for (const name of names) fs.renameSync(path.join(aside, name), folder.at(`node_modules/${name}`))
  })

  test("the first build leaves compiled code for the next, in the user's cache where the program cannot be written to", () => {
    const own = folder.at('node_modules/whirl-blog/dist/code-cache')
    const home = folder.at('cache')
    fs.rmSync(own, { recursive: true, force: true })
    folder.put({ 'node_modules/whirl-blog/dist/code-cache': 'no folder' })
    const files = { 'a.md': '---\n---\n# Hi\n' }
    const names = (place: string): readonly string[] =>
      fs.existsSync(place)
        ? fs.readdirSync(place, { recursive: true, encoding: 'utf8' }).map((name) => path.basename(name))
        : []
    build('jekyll-4.4', files)
    const env = { XDG_CACHE_HOME: home }
    expect(run(['build', '-q'], env)).toEqual([0, ''])
    const made = names(home)
    expect(made).toEqual(expect.arrayContaining(['kramdown.bin', 'start.bin', 'whirl.bin']))
    expect(run(['build', '-q'], env)).toEqual([0, ''])
    expect(names(home)).toEqual(made)
    // Code that somebody else could have written is not run, and made anew nowhere.
    const [folderOf = ''] = fs.readdirSync(path.join(home, 'whirl/code'))
    fs.chmodSync(path.join(home, 'whirl/code', folderOf), 0o777)
    fs.writeFileSync(path.join(home, 'whirl/code', folderOf, 'start.bin'), 'other')
    expect(run(['build', '-q'], env)).toEqual([0, ''])
    expect(fs.readFileSync(path.join(home, 'whirl/code', folderOf, 'start.bin'), 'utf8')).toBe('other')
    fs.rmSync(own)
    expect(run(['build', '-q'], { XDG_CACHE_HOME: folder.at('other') })).toEqual([0, ''])
    expect(names(own)).toEqual(expect.arrayContaining(['kramdown.bin', 'start.bin', 'whirl.bin']))
  })

  test.each([
    ['node_modules/whirl-blog/dist/whirl.cjs', 'whirl-blog/dist/whirl.cjs'],
    ['node_modules/whirl-blog/dist/kramdown.cjs', 'whirl-blog/dist/kramdown.cjs'],
    ['node_modules/smol-toml', 'smol-toml'],
  ])('without %s it says that it is not installed whole', (place, name) => {
    fs.renameSync(folder.at(place), folder.at('away'))
    const files = { '_config.toml': 'title = "x"\n', 'a.md': '---\n---\n# Hi\n' }
    const [status, said] = build('jekyll-4.4', files)
    fs.renameSync(folder.at('away'), folder.at(place))
    expect([status, said]).toEqual([
      1,
      expect.stringContaining(`Whirl is not installed whole: ${name} is missing.`),
    ])
    expect(said).not.toMatch(/^\s+at /m)
    expect(build('jekyll-4.4', files)).toEqual([0, ''])
  })

  test('the engines come alone', () => {
    folder.put({
      'engines.mjs': `
        import { createEngine } from 'whirl-blog/liquid'
        import { toHtml } from 'whirl-blog/kramdown'
        import { highlight } from 'whirl-blog/highlight'
        import { drawFigure } from 'whirl-blog/figures'
        console.log(createEngine({}).parse('{{ "a,b" | split: "," | join: "+" }}').render({}).output)
        console.log(toHtml('# Hi\\n').html)
        console.log(highlight('a = 1', 'python'))
        console.log(drawFigure('packet', 'include udp').figure.title)
        console.log(highlight('procedure A is begin null; end A;', 'ada'))`,
    })
    const { stdout, stderr } = spawnSync(process.execPath, [folder.at('engines.mjs')], { encoding: 'utf8' })
    expect([stderr, stdout.split('\n')[0]]).toEqual(['', 'a+b'])
    expect(stdout).toContain('<h1 id="hi">Hi</h1>')
    expect(stdout).toContain('UDP header')
    expect(stdout).toMatch(/<span class="k[rdt]?">procedure/)
  })
})

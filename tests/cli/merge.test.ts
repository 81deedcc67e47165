/** `build --shard` and `merge` where something is wrong, and where pages read what others left. */
import fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import { siteForEachTest } from '../site-maker.ts'
import { runIn } from './host.ts'

const site = siteForEachTest()
const { put, at } = site
const ENV = { SOURCE_DATE_EPOCH: '1767323045' }
const run = (...words: string[]) => runIn(site.root, [...words, '--compat', 'jekyll-4.4'], ENV)
const post = (n: number, text = 'One.\n\nTwo.'): Record<string, string> => ({
  [`_posts/2024-01-0${n}-p${n}.md`]: `---\ntitle: P${n}\nlayout: post\n---\n${text}\n`,
})

/** Renders all shards; answers what went wrong. */
async function shards(count: number): Promise<string> {
  let err = ''
  for (let shard = 1; shard <= count; shard++) err += (await run('build', '--shard', `${shard}/${count}`)).err
  return err
}

function site4(): void {
  put({
    '_config.yml': 'title: T\n',
    '_layouts/post.html': '<h1>{{ page.title }}</h1>{{ content }}',
    ...post(1),
    ...post(2),
    ...post(3),
    'index.html': '---\n---\n{% for p in site.posts %}{{ p.title }}{% endfor %}',
  })
}

describe('no shard', () => {
  test.each(['3/2', '0/4', '2', 'x/y', '1/0', '-1/2', '1/1001', '1.5/2'])('--shard %s', async (text) => {
    site4()
    const said = await run('build', `--shard=${text}`)
    expect(said.code).toBe(1)
    expect(said.err).toContain(
      `            Shards: --shard ${text} is no shard.\n  help: write which of how many`,
    )
    expect(site.has('_shards')).toBe(false)
  })

  test.each(['--watch', '--profile', '--explain', '--untrusted'])('--shard with %s', async (flag) => {
    site4()
    const said = await run('build', '--shard', '1/2', flag)
    expect([said.code, said.err.split('\n')[0]]).toEqual([
      1,
      `            Shards: --shard and ${flag} do not go together.`,
    ])
  })

  test('merge without a folder, with one that is not there, with one that holds none', async () => {
    site4()
    expect((await run('merge')).err).toContain('Error:  You must name the folders of the shards.\n')
    for (const folder of ['nowhere', '_posts']) {
      const said = await run('merge', folder)
      expect([said.code, said.err.split('\n')[0]]).toEqual([
        1,
        `            Shards: There is no shard in ${at(folder)}.`,
      ])
    }
    expect(site.has('_site')).toBe(false)
  })
})

describe('shards that do not belong together', () => {
  const refused = async (...words: string[]): Promise<string> => {
    const said = await run('merge', ...words)
    expect(said.code).toBe(1)
    expect(site.has('_site')).toBe(false)
    return said.err.split('\n').find((line) => line.includes('Shards:')) ?? said.err
  }

  test('one is missing, or several', async () => {
    site4()
    await shards(3)
    site.remove('_shards/shard-2-of-3.whirl')
    expect(await refused('_shards')).toBe('            Shards: shard 2/3 is missing.')
    site.remove('_shards/shard-1-of-3.whirl')
    expect(await refused('_shards')).toBe('            Shards: shard 1/3, shard 2/3 are missing.')
  })

  test('one is there twice', async () => {
    site4()
    await shards(2)
    fs.cpSync(at('_shards/shard-2-of-2.whirl'), at('_more/shard-2-of-2.whirl'))
    expect(await refused('_shards', '_more')).toBe(
      `            Shards: shard 2/2 is there twice: ${at('_shards/shard-2-of-2.whirl')} and ${at('_more/shard-2-of-2.whirl')}.`,
    )
    // Named twice it is there once.
    expect((await run('merge', '_shards', '_shards')).code).toBe(0)
  })

  test('of different numbers', async () => {
    site4()
    await shards(2)
    await run('build', '--shard', '1/3')
    expect(await refused('_shards')).toContain('are parts of different numbers of shards.')
  })

  test('of different states of the site, and of another than this', async () => {
    site4()
    await run('build', '--shard', '1/2')
    put(post(4))
    await run('build', '--shard', '2/2')
    expect(await refused('_shards')).toContain(
      'were rendered of different states of the site (_posts/2024-01-04-p4.md, the order of posts).',
    )
    await run('build', '--shard', '1/2')
    put(post(5))
    expect(await refused('_shards')).toBe(
      '            Shards: The shards and this build were rendered of different states of the site (_posts/2024-01-05-p5.md, the order of posts).',
    )
  })

  test.each([
    ['a layout', '_layouts/post.html', '{{ content }}', '_layouts/post.html'],
    ['a data file', '_data/a.yml', 'a: 1\n', 'the data'],
    ['a text', '_posts/2024-01-01-p1.md', '---\ntitle: P1\n---\nOther.\n', '_posts/2024-01-01-p1.md'],
    ['a static file', 'a.txt', 'a', 'a.txt'],
    ['files', 'more/', '', 'more/0.txt, more/1.txt, more/2.txt and 2 more'],
  ])('%s changed', async (_, file, text, named) => {
    site4()
    await shards(2)
    const files = file.endsWith('/') ? [0, 1, 2, 3, 4].map((i) => `${file}${i}.txt`) : [file]
    put(Object.fromEntries(files.map((name) => [name, text])))
    expect(await refused('_shards')).toBe(
      `            Shards: The shards and this build were rendered of different states of the site (${named}).`,
    )
  })

  test('with other settings', async () => {
    site4()
    await shards(2)
    put({ '_config.yml': 'title: T\nkramdown:\n  auto_ids: false\n' })
    expect(await refused('_shards')).toContain(
      'were rendered with different settings, plugins or themes (`kramdown`).',
    )
  })

  test('a damaged file, a file of something else', async () => {
    site4()
    await shards(2)
    const file = at('_shards/shard-1-of-2.whirl')
    const bytes = fs.readFileSync(file)
    for (const broken of [
      bytes.subarray(0, 200),
      bytes.subarray(0, bytes.length - 1),
      Buffer.concat([bytes, bytes]),
    ]) {
      fs.writeFileSync(file, broken)
      expect(await refused('_shards')).toBe(`            Shards: ${file} is damaged or not complete.`)
    }
    bytes[bytes.length - 100]! ^= 1
    fs.writeFileSync(file, bytes)
    expect(await refused('_shards')).toBe(`            Shards: ${file} is damaged or not complete.`)
    expect(await refused('index.html')).toBe(
      `            Shards: ${at('index.html')} is not the file of a shard that this Whirl reads.`,
    )
  })
})

describe('pages that read what others left', () => {
  const files = {
    '_config.yml': 'title: T\nplugins: [jekyll-include-cache]\n',
    '_layouts/post.html':
      '{% include_cached note.html %}{{ page.excerpt }}{{ page.title | nothing: }}{{ content }}',
    '_includes/note.html': '<i>{{ page.title }}</i>',
    ...post(1),
    ...post(2, '{{ content | size }} {{ site.posts.last.content }}\n\nMore.'),
    ...post(3, 'Three.\n\n{{ page.previous.excerpt }}'),
    ...post(4),
    'a.html':
      '---\n---\n{% for p in site.posts %}{{ p.content }}{{ p.excerpt }}{{ p.output | size }}{% endfor %}',
    'b.html': '---\nlayout: post\n---\n{{ site.time }} {{ site.posts.first.excerpt }}{{ "a" | markdownify }}',
  }
  const outputs = (): Record<string, string> =>
    Object.fromEntries(
      site
        .list()
        .filter((name) => name.startsWith('_site/'))
        .map((name) => [name, site.read(name)]),
    )

  test.each([1, 2, 3, 5])('%s shards say and make what one build does', async (count) => {
    put(files)
    const one = await run('build', '--disable-disk-cache')
    const made = outputs()
    site.remove('_site')
    await shards(count)
    const united = await run('merge', '_shards')
    expect(united.err).toBe(one.err)
    expect(one.err).toContain('Liquid Warning')
    expect(outputs()).toEqual(made)
    // What the merge kept serves the next build.
    const next = await run('build', '--explain')
    expect(next.out).toContain('Rendered: 0 of 6')
    expect(outputs()).toEqual(made)
  })

  test('what fails fails in the merge as in a build', async () => {
    put({ ...files, ...post(2, 'x\n\n{% include gone.html %}') })
    const one = await run('build')
    await shards(2)
    const united = await run('merge', '_shards')
    expect([united.code, united.err]).toEqual([one.code, one.err])
    expect(one.code).toBe(1)
  })

  test('a shard takes what earlier builds kept', async () => {
    put(files)
    await run('build')
    const said = await run('build', '--shard', '1/1', '--verbose')
    expect(said.out).not.toContain('Rendering: _posts/2024-01-04-p4.md')
    site.remove('_site')
    site.remove('.jekyll-cache')
    await run('merge', '_shards')
    const made = outputs()
    await run('build', '--disable-disk-cache')
    expect(outputs()).toEqual(made)
  })
})

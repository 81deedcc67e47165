import fs from 'node:fs'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Small files that take long, the longest first; the others are begun by size, the largest first. */
const LONG: readonly string[] = [
  'tests/highlight/steps.test.ts',
  'tests/highlight/pattern-steps.test.ts',
  'tests/features/answered.test.ts',
  'tests/features/features.test.ts',
  'tests/builder/workers.test.ts',
  'tests/theme/around-browser.test.ts',
  'tests/theme/example-browser.test.ts',
  'tests/builder/kept-edges.test.ts',
  'tests/builder/exact-rebuilds.test.ts',
  'tests/builder/cache/damage.test.ts',
  'tests/builder/blog-edits.test.ts',
  'tests/ruby/contract.test.ts',
  'tests/ruby/closed-in.test.ts',
]

/**
 * Files that leave a process other than they found it: what is in a module's place, and V8 after what counts steps put other
 * functions in the place of its own, which regular expressions are slow from then on.
 */
const MARKS = [
  'vi.mock(',
  "/steps.ts'",
  "/pattern-steps.ts'",
  "/growth/table.ts'",
  "'./table.ts'",
  "'./fuzz.ts'",
  // What starts Ruby itself has one that was started, not brought back (tests/kept-between-builds.ts).
  "'./layer.ts'",
]
const ALONE = fs
  .readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .map((name) => `tests/${name}`)
  .filter((name) => {
    if (!name.endsWith('.test.ts')) return false
    const text = fs.readFileSync(name, 'utf8')
    return MARKS.some((mark) => text.includes(mark))
  })

/**
 * Begins with files that have a process each: one between others would end the process that these share. In both halves what
 * takes longest comes first, so that no worker is left alone with it at the end.
 */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification): number => {
      const place = LONG.findIndex((name) => moduleId.endsWith(name))
      return (place < 0 ? LONG.length : place) + (project.config.isolate ? 0 : LONG.length + 1)
    }
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}

export default defineConfig({
  resolve: {
    // The examples import the package as a site does.
    alias: [
      { find: /^whirl-blog$/, replacement: new URL('src/index.ts', import.meta.url).pathname },
      { find: /^whirl-blog\/testing$/, replacement: new URL('src/testing.ts', import.meta.url).pathname },
    ],
  },
  test: {
    // Only what hangs is ended: how long a test takes depends on all that runs beside it.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 100_000 } },
    restoreMocks: true,
    pool: 'forks',
    // The others share what they load, which is half of the time of small files: no module of ours has a state.
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE } },
      {
        extends: true,
        test: {
          name: 'sharing',
          include: ['tests/**/*.test.ts', 'examples/plugins/**/*.test.ts'],
          exclude: ALONE,
          isolate: false,
          setupFiles: ['tests/kept-between-builds.ts'],
        },
      },
    ],
    sequence: { sequencer: LongFirst },
    maxWorkers: 2,
  },
})

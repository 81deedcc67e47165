import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    // The examples import the package as a site does.
    alias: [
      { find: /^whirl-blog$/, replacement: new URL('src/index.ts', import.meta.url).pathname },
      { find: /^whirl-blog\/testing$/, replacement: new URL('src/testing.ts', import.meta.url).pathname },
    ],
  },
  test: {
    include: ['tests/**/*.test.ts', 'examples/plugins/**/*.test.ts'],
    testTimeout: 30_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})

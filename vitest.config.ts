import { defineConfig } from 'vitest/config'

const everywhere = ['src/**/*.test.ts', 'test/*.test.ts']

/** What is decided before any database is asked, or beside it: once is enough. */
const once = [
  'test/bad-addresses.test.ts',
  'test/bad-input.test.ts',
  'test/mail.test.ts',
  'test/metrics.test.ts',
  'src/identity/openings.test.ts',
  'src/identity/sameness.test.ts',
  'src/identity/second-factor.test.ts',
  'src/payments/stripe*.test.ts',
  'src/video/*.test.ts',
]

/**
 * The others run on both databases; what needs several connections or a folder runs where there are some. A worker
 * loads the server once for all of its files: each of them opens a world of its own.
 */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    isolate: false,
    expect: { poll: { timeout: 15_000, interval: 100 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'embedded',
          include: [...everywhere, 'test/embedded/*.test.ts', 'web/**/*.test.ts'],
          globalSetup: './test/template.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: [...everywhere, 'test/real/*.test.ts'],
          exclude: once,
          env: { TEST_DATABASE: 'postgres' },
          globalSetup: './test/setup.ts',
        },
      },
    ],
  },
})

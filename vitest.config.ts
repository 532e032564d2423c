import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const onBothDatabases = ['src/**/*.test.ts', 'test/*.test.ts']

/** What is decided before any database is asked, or beside it: once is enough. */
const embeddedOnly = [
  'test/demo-film.test.ts',
  'test/invalid-ids-and-tokens.test.ts',
  'test/invalid-input.test.ts',
  'test/mail-delivery.test.ts',
  'test/metrics.test.ts',
  'test/type-projects.test.ts',
  'src/identity/auth-surface.test.ts',
  'src/identity/no-account-enumeration.test.ts',
  'src/identity/second-factor.test.ts',
  'src/orders/shipping/printing/*.test.ts',
  'src/payments/stripe*.test.ts',
  'src/video/*.test.ts',
]

/** They wait for clocks most of the time: they begin first, and the others run beside them. */
const longest =
  /(auctions-with-killed-nodes|skewed-nodes|crash-recovery|host-removal|hidden-revenue)\.test\.ts$/

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => longest.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

/**
 * The others run on both databases; what needs several connections or a folder runs where there are some. A worker
 * loads the server once for all of its files: each of them opens a world of its own.
 */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 5,
    isolate: false,
    sequence: { sequencer: LongestFirst },
    expect: { poll: { timeout: 30_000, interval: 25 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'embedded',
          include: [...onBothDatabases, 'test/embedded/*.test.ts', 'web/**/*.test.ts'],
          globalSetup: './test/support/embedded-global-setup.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: [...onBothDatabases, 'test/postgres/*.test.ts', 'test/scale/*.test.ts'],
          exclude: embeddedOnly,
          env: { TEST_DATABASE: 'postgres' },
          globalSetup: './test/support/postgres-global-setup.ts',
        },
      },
    ],
  },
})

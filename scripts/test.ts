import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './chromium.ts'

/** Runs everything there is to run, and closes with the plain line `N passed, N failed`. */
const folder = mkdtempSync(join(tmpdir(), 'stagedoor-test-'))
let passed = 0
let failed = 0

/** One command whose exit code is its result. */
function check(title: string, command: string, ...args: string[]) {
  const started = performance.now()
  const ended = spawnSync(command, args, { stdio: 'inherit' })
  const ok = ended.status === 0
  if (ok) passed++
  else failed++
  console.log(`${ok ? 'ok' : 'FAILED'}  ${title} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
}

/** A test runner that reports its counts as JSON. One that reports none has failed, whatever its exit code. */
function count(
  title: string,
  command: string,
  args: string[],
  report: string,
  read: (json: never) => [number, number],
) {
  const started = performance.now()
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  })
  const [good, bad] = counts(report, read)
  passed += good
  failed += bad + (bad === 0 && (status !== 0 || good === 0) ? 1 : 0)
  console.log(
    `${good} passed, ${bad} failed: ${title} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  )
}

function counts(report: string, read: (json: never) => [number, number]): [number, number] {
  try {
    return read(JSON.parse(readFileSync(report, 'utf8')) as never)
  } catch (error) {
    console.error(`no report: ${(error as Error).message}`)
    return [0, 0]
  }
}

const vitest = join(folder, 'vitest.json')
const playwright = join(folder, 'playwright.json')

check('types', 'tsc')
check('lint and format', 'biome', 'check', '.')
check('docs/permissions.md says what the matrix says', 'node', 'scripts/permissions-page.ts', '--check')
count(
  'unit and integration, on the embedded database and on PostgreSQL',
  'vitest',
  ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${vitest}`],
  vitest,
  ({ numPassedTests, numFailedTests, numFailedTestSuites }: Record<string, number>) => [
    numPassedTests ?? 0,
    (numFailedTests ?? 0) || (numFailedTestSuites ?? 0),
  ],
)
process.env.CHROMIUM_PATH = findChromium()
count(
  'end to end in Chromium',
  'playwright',
  ['test', '--reporter=line,json'],
  playwright,
  ({ stats }: { stats: { expected: number; unexpected: number; flaky: number } }) => [
    stats.expected,
    stats.unexpected + stats.flaky,
  ],
)
rmSync(folder, { recursive: true, force: true })
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { constants, setPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './find-chromium.ts'

/*
 * `npm test`: runs all checks and tests. The checks run beside the tests, and print their output when they end and fail;
 * so does what makes the stories’ database. The stories in the browser follow. The last line is `N passed, N failed`.
 */

type Counts = { passed: number; failed: number }

const folder = mkdtempSync(join(tmpdir(), 'stagedoor-test-'))
const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1)

/** Runs a command. @returns its exit status (null: killed or not found) and, if it is not streamed, its output */
async function execute(command: string, args: string[], streamed: boolean, environment: object = {}) {
  const child = spawn(command, args, {
    stdio: ['ignore', streamed ? 'inherit' : 'pipe', streamed ? 'inherit' : 'pipe'],
    env: { ...process.env, ...environment },
  })
  // The checks use what the tests leave of the processors while they wait.
  if (!streamed && child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text))
  const status = await new Promise<number | null>((done) => {
    child.once('error', (error) => {
      output += error.message
      done(null)
    })
    child.once('close', done)
  })
  return { status, output }
}

/** Runs a command whose exit status is its result. Its output is printed whole when it ends and has failed. */
async function check(title: string, command: string, ...args: string[]): Promise<Counts> {
  const started = performance.now()
  const { status, output } = await execute(command, args, false)
  const ok = status === 0
  console.log(`\n${ok ? 'ok    ' : 'FAILED'}  ${title} (${seconds(started)} s)${ok ? '' : `\n${output}`}`)
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 }
}

/** Runs a test runner that reports its results as JSON. Without a report, or with a bad exit status, it has failed. */
async function runTests(
  title: string,
  command: string,
  args: string[],
  report: string,
  read: (json: never) => Counts,
): Promise<Counts> {
  const started = performance.now()
  console.log(`\n${title}`)
  const { status } = await execute(command, args, true, { PLAYWRIGHT_JSON_OUTPUT_NAME: report })
  const counts = readReport(report, read)
  if (counts.failed === 0 && (status !== 0 || counts.passed === 0)) counts.failed = 1
  console.log(`\n${counts.passed} passed, ${counts.failed} failed: ${title} (${seconds(started)} s)`)
  return counts
}

function readReport(report: string, read: (json: never) => Counts): Counts {
  try {
    return read(JSON.parse(readFileSync(report, 'utf8')) as never)
  } catch (error) {
    console.error(`no report: ${(error as Error).message}`)
    return { passed: 0, failed: 1 }
  }
}

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/** A file that failed without a failed test did not load, or failed in a hook: it counts as one failure. */
function countVitest({ numPassedTests, numFailedTests, testResults }: VitestReport): Counts {
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  return { passed: numPassedTests, failed: numFailedTests + broken.length }
}

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number }
  errors: unknown[]
}

const countPlaywright = ({ stats, errors }: PlaywrightReport): Counts => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + errors.length,
})

process.env.CHROMIUM_PATH = findChromium()
const vitest = join(folder, 'vitest.json')
const playwright = join(folder, 'playwright.json')
const template = join(folder, 'template')
process.env.E2E_TEMPLATE = template

/** The second step reads what the first one builds. */
async function types(): Promise<Counts> {
  const server = await check('types of what is shared and of the server', 'tsc', '-b', 'src')
  const rest = await check('types of the dashboard and the tests', 'tsc', '-b')
  return { passed: server.passed + rest.passed, failed: server.failed + rest.failed }
}

const beside = Promise.all([
  types(),
  check('lint and format', 'biome', 'check', '.'),
  check('docs/permissions.md says what the matrix says', 'node', 'scripts/permissions-page.ts', '--check'),
  check('docs/errors.md says what the error codes say', 'node', 'scripts/errors-page.ts', '--check'),
  check('the stories’ people sign up', 'node', 'test/e2e/support/make-template.ts', template),
])
const units = await runTests(
  'unit and integration, on the embedded database and on PostgreSQL',
  'vitest',
  ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${vitest}`],
  vitest,
  countVitest,
)
const checks = await beside
const stories = await runTests(
  'end to end in Chromium',
  'playwright',
  ['test', '--reporter=line,json'],
  playwright,
  countPlaywright,
)
rmSync(folder, { recursive: true, force: true })

const all = [...checks, units, stories]
const sum = (of: keyof Counts) => all.reduce((total, counts) => total + counts[of], 0)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') > 0 ? 1 : 0

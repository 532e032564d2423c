import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { changedFiles, testsOf, unitTests } from './select-tests.ts'

/*
 * `npm run check`: what can be checked within a minute before a commit, in parallel and on the embedded database:
 * types, lint, generated pages, the unit and structure tests, and the tests of what changed. `npm test` runs
 * everything.
 */

/** The largest number of integration test files that fit into a minute. */
const maxIntegrationFiles = 8

const started = performance.now()
const folder = mkdtempSync(join(tmpdir(), 'stagedoor-check-'))
const report = join(folder, 'vitest.json')

const units = unitTests()
const affected = testsOf(changedFiles()).filter((file) => !units.includes(file))
const chosen = affected.slice(0, maxIntegrationFiles)

/** Runs a command, and prints its output only if it fails. */
async function step(title: string, command: string, ...args: string[]): Promise<boolean> {
  const since = performance.now()
  const child = spawn(command, args, { env: { ...process.env, FORCE_COLOR: '0' } })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
  const code = await new Promise((done) => child.once('error', done).once('close', done))
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${title} (${seconds(since)} s)`)
  if (code !== 0) console.log(output.trim() || String(code))
  return code === 0
}

const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1)

/** The dashboard reads the declarations that the server's project writes. */
const types = async () =>
  (await step('types of the server', 'tsc', '-b', 'src')) && (await step('types', 'tsc', '-b'))

async function tests(): Promise<[passed: number, failed: number]> {
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const title = `unit and structure tests${chosen.length > 0 ? `, and of what changed: ${chosen.join(', ')}` : ''}`
  const ok = await step(title, 'vitest', 'run', '--project', 'embedded', ...reporters, ...units, ...chosen)
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
    return [numPassedTests, numFailedTests || (ok ? 0 : 1)]
  } catch {
    return [0, 1]
  }
}

const [steps, [passed, failed]] = await Promise.all([
  Promise.all([
    types(),
    step('lint and format', 'biome', 'check', '.'),
    step('docs/permissions.md is up to date', 'node', 'scripts/permissions-page.ts', '--check'),
    step('docs/errors.md is up to date', 'node', 'scripts/errors-page.ts', '--check'),
  ]),
  tests(),
])
rmSync(folder, { recursive: true, force: true })

const left = affected.length - chosen.length
if (left > 0) console.log(`${left} more test files of what changed are left to npm test.`)
const broken = steps.filter((ok) => !ok).length
console.log(`\n${passed + steps.length - broken} passed, ${failed + broken} failed (${seconds(started)} s)`)
process.exitCode = failed + broken > 0 ? 1 : 0

import { execFile, execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/* The server compiles without the DOM, and the dashboard without Node, although it reads the types of the API. */

const root = join(import.meta.dirname, '..')
const tsc = join(root, 'node_modules/.bin/tsc')
let folder: string

beforeAll(() => {
  // What `npm run types` writes; the dashboard's project reads the API from it.
  if (!existsSync(join(root, '.types/src/server/api.d.ts'))) execFileSync(tsc, ['-b', 'src'], { cwd: root })
  mkdirSync(join(root, '.types'), { recursive: true })
  folder = mkdtempSync(join(root, '.types/probe-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The compiler's errors for one file under a project's options; empty if it compiles. */
function compile(project: 'src' | 'web', name: string, text: string): Promise<string> {
  const config = join(folder, `${name}.json`)
  writeFileSync(join(folder, `${name}.ts`), text)
  writeFileSync(
    config,
    JSON.stringify({
      extends: `../../${project}/tsconfig.json`,
      compilerOptions: {
        noEmit: true,
        composite: false,
        incremental: false,
        emitDeclarationOnly: false,
        tsBuildInfoFile: null,
      },
      files: [`${name}.ts`],
      include: [],
    }),
  )
  return new Promise((done) => execFile(tsc, ['-p', config], (_, output) => done(output)))
}

describe('the server', () => {
  test('knows Node, and not the DOM', async () => {
    expect(await compile('src', 'node', 'export const id = process.pid\n')).toBe('')
    for (const name of ['window', 'document'])
      expect(await compile('src', name, `export const it = ${name}\n`)).toContain(`'${name}'`)
  })
})

describe('the dashboard', () => {
  const withApi = (text: string) => `export type { Api } from '#server-api'\n${text}\n`

  test('knows the API and the DOM, and neither process nor Node’s modules', async () => {
    const answer = `import type { Answer } from '#server-api'
export const name = (me: Answer<'GET /me'>): string => document.title + me.person.name\n`
    expect(await compile('web', 'api', answer)).toBe('')
    const wrong = answer.replace('person.name', 'person.nothing')
    expect(await compile('web', 'wrong', wrong)).toContain("'nothing' does not exist")
    expect(await compile('web', 'process', withApi('export const id = process.pid'))).toContain("'process'")
    const file = withApi("export { readFile } from 'node:fs'")
    expect(await compile('web', 'module', file)).toContain("'node:fs'")
  })
})

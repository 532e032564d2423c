import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  type EndedProcess,
  makeHttpClient,
  runServerToItsEnd,
  startServerProcess,
} from '../support/server-process.ts'
import { copyTemplate } from '../support/test-world.ts'

// A busy machine takes long to start a process.
vi.setConfig({ testTimeout: 180_000 })

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stagedoor-'))
  copyTemplate('empty', folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Checks that the server ended before it served, with one sentence for the operator and nothing else. */
function expectOneSentence({ code, said, complained }: EndedProcess, sentence: RegExp) {
  expect({ code, said }).toEqual({ code: 1, said: '' })
  expect(complained.trim().split('\n')).toHaveLength(1)
  expect(complained).toMatch(sentence)
}

describe('a folder belongs to one running Stagedoor', () => {
  test('a second one is refused without affecting the first; stopping releases the folder', async () => {
    const first = await startServerProcess(folder)

    expectOneSentence(
      await runServerToItsEnd({ DATA_DIR: folder, PORT: '0' }),
      /^Another Stagedoor is running on .+\. Stop it, or set DATA_DIR to another folder\.$/m,
    )

    expect((await makeHttpClient(first.address)('GET', '/readyz')).status).toBe(200)
    expect((await first.stop()).code).toBe(0)
    expect(existsSync(join(folder, 'lock'))).toBe(false)
  })
})

// Each is a process of its own, and most of the time goes by in starting it.
describe.concurrent('a wrong configuration', () => {
  const wrong: [string, string][] = [
    ['PORT', 'eighty'],
    ['PUBLIC_URL', 'shop.example'],
    ['SMTP_URL', 'https://mail.example'],
    ['SUPPORT_EMAIL', 'nobody'],
    ['SECRET', 'short'],
    ['RATE_LIMIT_FACTOR', '0'],
  ]
  test.each(wrong)('%s=%s has one sentence that names the variable', async (name, value) => {
    const ended = await runServerToItsEnd({ DATA_DIR: join(folder, 'unused'), [name]: value })
    expectOneSentence(ended, new RegExp(`^${name} must be .+\\.$`, 'm'))
  })

  test('DATABASE_URL without SECRET has a sentence that offers a new secret', async () => {
    const ended = await runServerToItsEnd({ DATABASE_URL: 'postgres://nobody@localhost/stagedoor' })
    expectOneSentence(ended, /^SECRET must be given with DATABASE_URL, .+ SECRET=[\w-]{43}$/m)
  })

  test('a port in use has one sentence that names PORT', async () => {
    const other = createServer()
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
    const { port } = other.address() as { port: number }
    const ended = await runServerToItsEnd({ DATA_DIR: folder, PORT: String(port) })
    other.close()
    expectOneSentence(ended, /PORT/)
  })

  test('a DATA_DIR that is not a folder has one sentence that names it', async () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    expectOneSentence(await runServerToItsEnd({ DATA_DIR: file, PORT: '0' }), /DATA_DIR/)
  })

  test('a missing database has one sentence that names DATABASE_URL', async () => {
    const ended = await runServerToItsEnd({
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/stagedoor',
      SECRET: 'x'.repeat(32),
    })
    expectOneSentence(ended, /DATABASE_URL/)
  })
})

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asker, type Ended, runToItsEnd, startOn } from './child.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stagedoor-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** It ended before it served, with nothing but one sentence for the operator. */
function expectOneSentence({ code, said, complained }: Ended, sentence: RegExp) {
  expect({ code, said }).toEqual({ code: 1, said: '' })
  expect(complained.trim().split('\n')).toHaveLength(1)
  expect(complained).toMatch(sentence)
}

describe('a folder is one Stagedoor’s', () => {
  test('a second one on it is refused, and leaves the first as it is; whoever stops gives it back', async () => {
    const first = await startOn(folder)

    expectOneSentence(
      await runToItsEnd({ DATA_DIR: folder, PORT: '0' }),
      /^Another Stagedoor is running on .+\. Stop it, or set DATA_DIR to another folder\.$/m,
    )

    expect((await asker(first.address)('GET', '/readyz')).status).toBe(200)
    expect((await first.stop()).code).toBe(0)
    expect(existsSync(join(folder, 'lock'))).toBe(false)
  })
})

describe('a wrong configuration', () => {
  const wrong: [string, string][] = [
    ['PORT', 'eighty'],
    ['PUBLIC_URL', 'shop.example'],
    ['SMTP_URL', 'https://mail.example'],
    ['SUPPORT_EMAIL', 'nobody'],
    ['SECRET', 'short'],
    ['RATE_LIMIT_FACTOR', '0'],
  ]
  test.each(wrong)('%s=%s: one sentence that names it', async (name, value) => {
    const ended = await runToItsEnd({ DATA_DIR: join(folder, 'unused'), [name]: value })
    expectOneSentence(ended, new RegExp(`^${name} must be .+\\.$`, 'm'))
  })

  test('DATABASE_URL without SECRET: a sentence that offers a fresh one', async () => {
    const ended = await runToItsEnd({ DATABASE_URL: 'postgres://nobody@localhost/stagedoor' })
    expectOneSentence(ended, /^SECRET must be given with DATABASE_URL, .+ SECRET=[\w-]{43}$/m)
  })

  test('a port that is taken: one sentence that names PORT', async () => {
    const other = createServer()
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
    const { port } = other.address() as { port: number }
    const ended = await runToItsEnd({ DATA_DIR: join(folder, 'other'), PORT: String(port) })
    other.close()
    expectOneSentence(ended, /PORT/)
  })

  test('a DATA_DIR that is no folder: one sentence that names it', async () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    expectOneSentence(await runToItsEnd({ DATA_DIR: file, PORT: '0' }), /DATA_DIR/)
  })

  test('a database that is not there: one sentence that names DATABASE_URL', async () => {
    const ended = await runToItsEnd({
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/stagedoor',
      SECRET: 'x'.repeat(32),
    })
    expectOneSentence(ended, /DATABASE_URL/)
  })
})

import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailedLinks, signInByApi, signUpByApi } from '../../cast/api-client.ts'
import { cast, castPassword } from '../../cast/people.ts'
import { readConfig } from '../../src/platform/config.ts'
import { queryRows } from '../../src/platform/database/database.ts'
import { startServer } from '../../src/server/start.ts'
import { acceptedIban, bookEarnings } from '../support/money-fixtures.ts'
import { copyTemplate } from '../support/test-world.ts'

/* The operator changes SECRET. What the former secret sealed is sealed with the new one, and nothing is lost. */
const [former, present] = [
  'the former secret and long enough by far',
  'the present one and just as long as that',
]

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stagedoor-'))
  copyTemplate('empty', folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const open = (environment: Record<string, string>) =>
  startServer(
    readConfig({
      PORT: '0',
      PUBLIC_URL: 'http://localhost',
      DATA_DIR: folder,
      RATE_LIMIT_FACTOR: '1000',
      ...environment,
    }),
  )

/** Runs the operator's command in a separate process. */
async function admin(environment: Record<string, string>): Promise<string> {
  const command = [join(import.meta.dirname, '../../src/admin.ts'), 'reseal']
  const env = { PATH: process.env.PATH ?? '', DATA_DIR: folder, ...environment }
  const { stdout, stderr } = await promisify(execFile)(process.execPath, command, { env }).catch(
    (error) => error,
  )
  return stdout + stderr
}

// The embedded database starts four times.
test('bank accounts, second factors and mails survive a change of the secret', {
  timeout: 120_000,
}, async () => {
  let { app, database, stop } = await open({ SECRET: former })
  let olga = await signUpByApi(app, cast.olga)
  const { id: account } = (await olga.get('/me')).body.accounts[0]
  const where = `/accounts/${account}/payout-details`
  expect((await olga.post(where, { ...acceptedIban, password: castPassword })).status).toBe(200)
  const factor = await symmetricEncrypt({ key: former, data: 'JBSWY3DPEHPK3PXP' })
  await database.db.execute(sql`insert into two_factors (id, secret, backup_codes, person_id)
    select 'two_x', ${factor}, ${factor}, id from people`)
  const links = await mailedLinks(app, cast.olga.email)
  await stop()

  expect(await admin({ SECRET: present })).toMatch(/\d could not be opened: OLD_SECRETS lacks the secret/)
  const all = { SECRET: present, OLD_SECRETS: former }
  expect(await admin(all)).toMatch(
    /^Sealed: bank accounts 1, second factors 1, mails [2-9]\. OLD_SECRETS is no longer needed\.$/m,
  )

  ;({ app, database, stop } = await open({ SECRET: present }))
  expect(await mailedLinks(app, cast.olga.email)).toEqual(links)
  const [kept] = await queryRows<{ secret: string }>(database.db, sql`select secret from two_factors`)
  expect(await symmetricDecrypt({ key: present, data: kept?.secret ?? '' })).toBe('JBSWY3DPEHPK3PXP')
  olga = await signInByApi(app, cast.olga.email)
  await bookEarnings(database, account, 500)
  const { body } = await olga.post(`/accounts/${account}/payouts`, { amount: 500 })
  expect([body.status, body.destination]).toEqual(['paid', '•••• 3000'])
  await stop()
})

test('invalid OLD_SECRETS are named in the error', () => {
  expect(() => readConfig({ SECRET: present, OLD_SECRETS: 'short' })).toThrow(
    'OLD_SECRETS must be former values of SECRET, separated by commas.',
  )
})

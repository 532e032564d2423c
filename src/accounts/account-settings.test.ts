import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeApiClient, signInByApi } from '../../cast/api-client.ts'
import { cast, castPassword } from '../../cast/people.ts'
import type { SignedInCast } from '../../cast/sign-up-cast.ts'
import { makePhoto } from '../../test/support/make-photo.ts'
import { openWorldWithCast } from '../../test/support/test-world.ts'
import { deleteProductPhotoFiles } from '../inventory/product-photos.ts'
import type { RunningServer } from '../server/start.ts'
import { eraseAccountsWorker } from './close-account.ts'
import { transferOwnership } from './transfer-ownership.ts'

let world: RunningServer
let stage: SignedInCast
beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast({ SUPPORT_EMAIL: 'help@stagedoor.example' }))
})
afterAll(() => world.stop())

test('only the Owner can change the username; the former one stays reserved for 30 days', async () => {
  const refused = await stage.as.marc.patch(stage.ours, { username: 'marcs-now' })
  expect([refused.status, refused.body.permission]).toEqual([403, 'account.credentials'])
  expect(refused.body.detail).toBe(
    'Only the Owner can change the account’s username and password. Ask Olga Ours.',
  )
  expect((await stage.as.olga.patch(stage.ours, { username: cast.rita.username })).body.code).toBe(
    'username_taken',
  )
  expect((await stage.as.olga.patch(stage.ours, { username: 'ours' })).body.username).toBe('ours')
  expect((await stage.as.rita.patch(stage.fox, { username: cast.olga.username })).body.code).toBe(
    'username_taken',
  )
  await world.database.db.execute(
    sql`update usernames set until = now() - interval '1 second' where until is not null`,
  )
  expect((await stage.as.rita.patch(stage.fox, { username: cast.olga.username })).status).toBe(200)
})

test('changing the password needs the current one, ends the other sessions, and is recorded', async () => {
  const elsewhere = await signInByApi(world.app, cast.olga.email)
  const path = `${stage.ours}/password`
  expect((await stage.as.olga.post(path, { current: 'not mine', new: 'another password' })).body.code).toBe(
    'wrong_password',
  )
  expect((await stage.as.olga.post(path, { new: 'another password' })).status).toBe(428)
  expect((await stage.as.olga.post(path, { current: castPassword, new: 'another password' })).status).toBe(
    200,
  )
  expect((await elsewhere.get('/me')).status).toBe(401)
  expect((await stage.as.olga.get('/me')).status).toBe(200)
  const { items } = (await stage.as.marc.get(`${stage.ours}/activity?area=account`)).body
  expect(items[0].act).toBe('account.password_changed')
  await stage.as.olga.post(path, { current: 'another password', new: castPassword })
})

test('only the Owner can change the account’s password; members can change their own', async () => {
  expect(
    (await stage.as.marc.post(`${stage.ours}/password`, { current: castPassword, new: 'marc takes over' }))
      .status,
  ).toBe(403)
  expect(
    (await stage.as.marc.post('/me/password', { current: castPassword, new: 'marc’s own password' })).status,
  ).toBe(200)
  expect(
    (
      await makeApiClient(world.app).post('/api/auth/sign-in/email', {
        email: cast.olga.email,
        password: castPassword,
      })
    ).status,
  ).toBe(200)
})

test('a closing account disappears at once for its team, and the Owner can only undo the closing', async () => {
  expect((await stage.as.olga.delete(stage.ours, { password: 'not mine' })).body.code).toBe('wrong_password')
  expect((await stage.as.olga.delete(stage.ours, {})).body.code).toBe('proof_required')
  const closed = await stage.as.olga.delete(stage.ours, { password: castPassword })
  const days = (Date.parse(closed.body.eraseAt) - Date.now()) / 86_400_000
  expect(Math.round(days)).toBe(30)
  expect((await stage.as.marc.get(stage.ours)).status).toBe(404)
  expect(
    (await stage.as.marc.get('/me')).body.accounts.some(({ id }: { id: string }) => id === stage.own.olga),
  ).toBe(false)
  for (const path of ['', '/members', '/products', '/activity']) {
    expect((await stage.as.olga.get(stage.ours + path)).body.code).toBe('account_closing')
  }
  expect((await stage.as.olga.get('/me')).body.accounts[0].closing).not.toBeNull()
  expect((await stage.as.olga.post(`${stage.ours}/restore`)).status).toBe(200)
  expect((await stage.as.olga.post(`${stage.ours}/restore`)).body.code).toBe('not_closing')
  expect((await stage.as.marc.get(stage.ours)).status).toBe(200)
})

test('only the operator can transfer an account; the former Owner becomes an Admin', async () => {
  await expect(transferOwnership(world.database, 'nobody-has-this', cast.marc.email)).rejects.toThrow(
    'There is no account',
  )
  await expect(transferOwnership(world.database, 'ours', 'stranger@example.com')).rejects.toThrow(
    'Nobody has signed up',
  )
  await transferOwnership(world.database, 'ours', cast.selma.email)
  const { items } = (await stage.as.olga.get(`${stage.ours}/members`)).body
  const roles = Object.fromEntries(items.map(({ name, role }: Record<string, string>) => [name, role]))
  expect([roles[cast.selma.name], roles[cast.olga.name]]).toEqual(['owner', 'admin'])
  expect((await stage.as.olga.get(`${stage.ours}/activity?area=account`)).body.items[0].act).toBe(
    'account.transferred',
  )
  await transferOwnership(world.database, 'ours', cast.olga.email)
})

test('a closed account is erased after 30 days, with its Owner’s sign-in if they are a member of no other account', async () => {
  const { rita } = stage.as
  const made = await rita.post(`${stage.fox}/products`, { title: 'Fern', price: 100, quantity: 1 })
  const photos = `${stage.fox}/products/${made.body.id}/photos`
  const { body } = await rita.post(photos, await makePhoto(), { 'content-type': 'image/png' })
  const seen = async () => (await world.app.inject({ url: body.photos[0].url })).statusCode
  expect(await seen()).toBe(200)
  await rita.delete(stage.fox, { password: castPassword })
  const erase = () =>
    eraseAccountsWorker(world.database, deleteProductPhotoFiles).run({} as never, { lastTry: false })
  await erase()
  expect((await rita.get('/me')).status).toBe(200)
  await world.database.db.execute(sql`update accounts set erase_at = now() where id = ${stage.own.rita}`)
  await erase()
  expect((await rita.get('/me')).status).toBe(401)
  expect(
    (
      await makeApiClient(world.app).post('/api/auth/sign-in/email', {
        email: cast.rita.email,
        password: castPassword,
      })
    ).status,
  ).toBe(401)
  for (const table of ['products', 'stock_movements', 'members', 'activity', 'mails', 'usernames']) {
    const left = await world.database.db.execute(
      sql`select from ${sql.identifier(table)} where account_id = ${stage.own.rita}`,
    )
    expect((left as unknown as { rows: unknown[] }).rows, table).toEqual([])
  }
  await expect.poll(seen).toBe(404)
})

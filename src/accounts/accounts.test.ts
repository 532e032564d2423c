import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientOf, signIn } from '../../cast/client.ts'
import { loadCast, type Stage } from '../../cast/load.ts'
import { cast, password } from '../../cast/people.ts'
import { picture } from '../../test/pictures.ts'
import { openWorld } from '../../test/world.ts'
import { forgetPhotos } from '../inventory/photos.ts'
import type { Running } from '../start.ts'
import { eraseWorker } from './closing.ts'
import { transfer } from './transfer.ts'

let world: Running
let stage: Stage
beforeAll(async () => {
  world = await openWorld({ SUPPORT_EMAIL: 'help@stagedoor.example' })
  stage = await loadCast(world.app)
})
afterAll(() => world.stop())

test('only the Owner changes the username; the former one stays theirs for 30 days', async () => {
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

test('the password asks for the present one, ends the other sign-ins, and is recorded', async () => {
  const elsewhere = await signIn(world.app, cast.olga.email)
  const path = `${stage.ours}/password`
  expect((await stage.as.olga.post(path, { current: 'not mine', new: 'another password' })).body.code).toBe(
    'wrong_password',
  )
  expect((await stage.as.olga.post(path, { new: 'another password' })).status).toBe(428)
  expect((await stage.as.olga.post(path, { current: password, new: 'another password' })).status).toBe(200)
  expect((await elsewhere.get('/me')).status).toBe(401)
  expect((await stage.as.olga.get('/me')).status).toBe(200)
  const { items } = (await stage.as.marc.get(`${stage.ours}/activity?area=account`)).body
  expect(items[0].act).toBe('account.password_changed')
  await stage.as.olga.post(path, { current: 'another password', new: password })
})

test('nobody else reaches the account’s password, and a member’s own is theirs', async () => {
  expect(
    (await stage.as.marc.post(`${stage.ours}/password`, { current: password, new: 'marc takes over' }))
      .status,
  ).toBe(403)
  expect(
    (await stage.as.marc.post('/me/password', { current: password, new: 'marc’s own password' })).status,
  ).toBe(200)
  expect(
    (await clientOf(world.app).post('/api/auth/sign-in/email', { email: cast.olga.email, password })).status,
  ).toBe(200)
})

test('a closing account is gone at once for its team, and the Owner can only undo it', async () => {
  expect((await stage.as.olga.delete(stage.ours, { password: 'not mine' })).body.code).toBe('wrong_password')
  expect((await stage.as.olga.delete(stage.ours, {})).body.code).toBe('proof_required')
  const closed = await stage.as.olga.delete(stage.ours, { password })
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

test('the operator alone transfers an account; the former Owner becomes an Admin', async () => {
  await expect(transfer(world.database, 'nobody-has-this', cast.marc.email)).rejects.toThrow(
    'There is no account',
  )
  await expect(transfer(world.database, 'ours', 'stranger@example.com')).rejects.toThrow(
    'Nobody has signed up',
  )
  await transfer(world.database, 'ours', cast.selma.email)
  const { items } = (await stage.as.olga.get(`${stage.ours}/members`)).body
  const roles = Object.fromEntries(items.map(({ name, role }: Record<string, string>) => [name, role]))
  expect([roles[cast.selma.name], roles[cast.olga.name]]).toEqual(['owner', 'admin'])
  expect((await stage.as.olga.get(`${stage.ours}/activity?area=account`)).body.items[0].act).toBe(
    'account.transferred',
  )
  await transfer(world.database, 'ours', cast.olga.email)
})

test('after 30 days it is erased: with everything of it, and the Owner’s sign-in if they work nowhere else', async () => {
  const { rita } = stage.as
  const made = await rita.post(`${stage.fox}/products`, { title: 'Fern', price: 100, quantity: 1 })
  const photos = `${stage.fox}/products/${made.body.id}/photos`
  const { body } = await rita.post(photos, await picture(), { 'content-type': 'image/png' })
  const seen = async () => (await world.app.inject({ url: body.photos[0].url })).statusCode
  expect(await seen()).toBe(200)
  await rita.delete(stage.fox, { password })
  const erase = () => eraseWorker(world.database, forgetPhotos).run({} as never, { lastTry: false })
  await erase()
  expect((await rita.get('/me')).status).toBe(200)
  await world.database.db.execute(sql`update accounts set erase_at = now() where id = ${stage.own.rita}`)
  await erase()
  expect((await rita.get('/me')).status).toBe(401)
  expect(
    (await clientOf(world.app).post('/api/auth/sign-in/email', { email: cast.rita.email, password })).status,
  ).toBe(401)
  for (const table of ['products', 'stock_movements', 'members', 'activity', 'mails', 'usernames']) {
    const left = await world.database.db.execute(
      sql`select from ${sql.identifier(table)} where account_id = ${stage.own.rita}`,
    )
    expect((left as unknown as { rows: unknown[] }).rows, table).toEqual([])
  }
  await expect.poll(seen).toBe(404)
})

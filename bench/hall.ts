import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { readConfig } from '../src/ground/config.ts'
import { start } from '../src/start.ts'
import { asker, startOn } from '../test/embedded/child.ts'
import { startPostgres } from '../test/postgres.ts'
import { type Buyer, crowd } from '../test/real/crowd.ts'
import { secret } from '../test/world.ts'

export type Hall = {
  address: string
  /** Those who chat and bid. */
  guests: Buyer[]
  show: string
  /** Begins an auction of ten minutes. @returns its id */
  auction(): Promise<string>
  ask: <T>(buyer: Buyer, path: string, body?: unknown) => Promise<{ status: number; body: T }>
  close(): Promise<void>
}

/** One node, in a process of its own, on a PostgreSQL of its own; a show that is on; and some who take part. */
export async function openHall(many: number): Promise<Hall> {
  const server = await startPostgres()
  const admin = new pg.Client({ connectionString: server.url() })
  await admin.connect()
  await admin.query('create database live')
  await admin.end()
  const folder = mkdtempSync(join(tmpdir(), 'stagedoor-bench-'))
  const environment = {
    DATABASE_URL: server.url('live'),
    DATA_DIR: folder,
    SECRET: secret,
    MEDIA_PORT: '0',
    PUBLIC_URL: 'http://localhost',
    RATE_LIMIT_FACTOR: '100000',
  }
  const first = await start(readConfig({ ...environment, PORT: '0' }))
  const [host, ...guests] = await crowd(first, many + 1)
  await first.stop()
  const node = await startOn(folder, environment)

  const ask: Hall['ask'] = ({ client }, path, body) =>
    asker(node.address, client.cookie)(body === undefined ? 'GET' : 'POST', `/api/v1${path}`, body)
  const done = async (path: string, body: unknown) => {
    const answer = await ask<{ id: string; items: { id: string }[] }>(host as Buyer, path, body)
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const own = (host as Buyer).path
  const product = { title: 'Signed plate', price: 100, quantity: 100, weightGrams: 300, sale: 'auction' }
  const { id } = await done(`${own}/products`, product)
  const startsAt = `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T19:30`
  const { items } = await done(`${own}/shows`, { title: 'Plates', startsAt, zone: 'Europe/Paris' })
  const show = items[0]?.id as string
  await asker(node.address, (host as Buyer).client.cookie)('PATCH', `/api/v1${own}/shows/${show}/products`, {
    products: [{ product: id }],
  })
  await done(`${own}/shows/${show}/broadcast`, {})
  const beats = setInterval(() => void done(`${own}/shows/${show}/beat`, {}).catch(() => undefined), 10_000)

  return {
    address: node.address,
    guests,
    show,
    ask,
    auction: async () =>
      (await done(`${own}/shows/${show}/auctions`, { product: id, seconds: 600, counterSeconds: 0 })).id,
    close: async () => {
      clearInterval(beats)
      await node.stop()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type Heard = { open: number; lines: number; other: number; p50: number; p99: number }

/** So many who watch. @returns what they heard since they were asked last */
export async function seat(
  { address, show }: Hall,
  many: number,
): Promise<{ heard(): Promise<Heard>; leave(): void }> {
  const live = `${address.replace('http', 'ws')}/api/v1/live?show=${show}`
  const seats: ChildProcess = spawn(
    process.execPath,
    [join(import.meta.dirname, 'seats.ts'), live, String(many)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const lines = createInterface(seats.stdout as NodeJS.ReadableStream)
  const said = () => new Promise<Heard>((done) => lines.once('line', (line) => done(JSON.parse(line))))
  await said()
  return {
    heard: () => {
      seats.stdin?.write('\n')
      return said()
    },
    leave: () => void seats.kill(),
  }
}

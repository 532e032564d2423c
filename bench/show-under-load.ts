import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { readConfig } from '../src/platform/config.ts'
import { startServer } from '../src/server/start.ts'
import { startPostgresServer } from '../test/support/postgres-server.ts'
import { type SeededBuyer, seedBuyers } from '../test/support/seed-buyers.ts'
import { makeHttpClient, startServerProcess } from '../test/support/server-process.ts'
import { testSecret } from '../test/support/test-environment.ts'

export type ShowUnderLoad = {
  address: string
  /** The people who chat and bid. */
  guests: SeededBuyer[]
  show: string
  /** Starts an auction of ten minutes. @returns its id */
  auction(): Promise<string>
  ask: <T>(buyer: SeededBuyer, path: string, body?: unknown) => Promise<{ status: number; body: T }>
  close(): Promise<void>
}

/** One node, in a process of its own, on a PostgreSQL server of its own; a live show; and people who take part. */
export async function openShowUnderLoad(many: number): Promise<ShowUnderLoad> {
  const server = await startPostgresServer()
  const admin = new pg.Client({ connectionString: server.url() })
  await admin.connect()
  await admin.query('create database live')
  await admin.end()
  const folder = mkdtempSync(join(tmpdir(), 'stagedoor-bench-'))
  const environment = {
    DATABASE_URL: server.url('live'),
    DATA_DIR: folder,
    SECRET: testSecret,
    MEDIA_PORT: '0',
    PUBLIC_URL: 'http://localhost',
    RATE_LIMIT_FACTOR: '100000',
  }
  const first = await startServer(readConfig({ ...environment, PORT: '0' }))
  const [host, ...guests] = await seedBuyers(first, many + 1)
  await first.stop()
  const node = await startServerProcess(folder, environment)

  const ask: ShowUnderLoad['ask'] = ({ client }, path, body) =>
    makeHttpClient(node.address, client.cookie)(body === undefined ? 'GET' : 'POST', `/api/v1${path}`, body)
  const done = async (path: string, body: unknown) => {
    const answer = await ask<{ id: string; items: { id: string }[] }>(host as SeededBuyer, path, body)
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const own = (host as SeededBuyer).path
  const product = { title: 'Signed plate', price: 100, quantity: 100, weightGrams: 300, sale: 'auction' }
  const { id } = await done(`${own}/products`, product)
  const startsAt = `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T19:30`
  const { items } = await done(`${own}/shows`, { title: 'Plates', startsAt, zone: 'Europe/Paris' })
  const show = items[0]?.id as string
  await makeHttpClient(node.address, (host as SeededBuyer).client.cookie)(
    'PATCH',
    `/api/v1${own}/shows/${show}/products`,
    {
      products: [{ product: id }],
    },
  )
  await done(`${own}/shows/${show}/broadcast`, {})
  const beats = setInterval(
    () => void done(`${own}/shows/${show}/heartbeat`, {}).catch(() => undefined),
    10_000,
  )

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

export type ViewerReport = { open: number; lines: number; other: number; p50: number; p99: number }

/** Starts this many viewers. @returns a function for what they received since the last call */
export async function startChatViewers(
  { address, show }: ShowUnderLoad,
  many: number,
): Promise<{ heard(): Promise<ViewerReport>; leave(): void }> {
  const live = `${address.replace('http', 'ws')}/api/v1/live?show=${show}`
  const seats: ChildProcess = spawn(
    process.execPath,
    [join(import.meta.dirname, 'chat-viewers.ts'), live, String(many)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const lines = createInterface(seats.stdout as NodeJS.ReadableStream)
  const said = () => new Promise<ViewerReport>((done) => lines.once('line', (line) => done(JSON.parse(line))))
  await said()
  return {
    heard: () => {
      seats.stdin?.write('\n')
      return said()
    },
    leave: () => void seats.kill(),
  }
}

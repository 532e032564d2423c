import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { freePort } from '../postgres.ts'

/** What a Stagedoor in a process of its own printed, and how it ended. */
export type Ended = { code: number | null; said: string; complained: string }

const main = join(import.meta.dirname, '../../src/main.ts')

function run(environment: Record<string, string>): { child: ChildProcess; ended: Promise<Ended> } {
  const { PATH = '' } = process.env
  const child = spawn(process.execPath, [main], { env: { PATH, ...environment }, stdio: 'pipe' })
  const ended = new Promise<Ended>((done) => {
    let [said, complained] = ['', '']
    child.stdout?.on('data', (text) => {
      said += text
    })
    child.stderr?.on('data', (text) => {
      complained += text
    })
    child.once('close', (code) => done({ code, said, complained }))
  })
  return { child, ended }
}

/** Runs it until it ends by itself. */
export const runToItsEnd = (environment: Record<string, string>): Promise<Ended> => run(environment).ended

/** Starts it on a folder and waits until it says where it is. */
export async function startOn(folder: string, more: Record<string, string> = {}) {
  const port = await freePort()
  const { child, ended } = run({ DATA_DIR: folder, PORT: String(port), RATE_LIMIT_FACTOR: '1000', ...more })
  await new Promise<void>((ready, fail) => {
    child.stdout?.on('data', (text) => String(text).includes('Stagedoor is at') && ready())
    ended.then(({ complained }) => fail(new Error(complained)))
  })
  // It handles signals by the time that it answers.
  await fetch(`http://127.0.0.1:${port}/healthz`)
  return {
    address: `http://127.0.0.1:${port}`,
    /** As when the machine loses its power: nothing is said to it, nothing is finished. */
    kill: async () => {
      child.kill('SIGKILL')
      return ended
    },
    stop: async () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

export type Answer<T> = { status: number; body: T; cookies: string }

/** Requests to an address, with a cookie. */
export const asker =
  (address: string, cookie = '') =>
  async <T>(method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown): Promise<Answer<T>> => {
    const answer = await fetch(address + path, {
      method,
      redirect: 'manual',
      headers: { accept: 'application/json', 'content-type': 'application/json', cookie },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    const cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0])
    return {
      status: answer.status,
      body: text === '' ? undefined : JSON.parse(text),
      cookies: cookies.join('; '),
    }
  }

import { type ChildProcess, spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ApiClient, clientOf } from '../../cast/api-client.ts'
import { findFreePort } from './postgres-server.ts'

/** The output of a Stagedoor in its own process, and its exit code. */
export type EndedProcess = { code: number | null; said: string; complained: string }

const main = join(import.meta.dirname, '../../src/main.ts')
/** Of what Node compiled: the next processes start in half the time. */
export const compileCache = join(tmpdir(), 'stagedoor-compile-cache')

function run(environment: Record<string, string>): { child: ChildProcess; ended: Promise<EndedProcess> } {
  const { PATH = '' } = process.env
  const child = spawn(process.execPath, [main], {
    env: { PATH, NODE_COMPILE_CACHE: compileCache, ...environment },
    stdio: 'pipe',
  })
  const ended = new Promise<EndedProcess>((done) => {
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
export const runServerToItsEnd = (environment: Record<string, string>): Promise<EndedProcess> =>
  run(environment).ended

/** Starts it with a folder, and waits until it prints its address. */
export async function startServerProcess(folder: string, more: Record<string, string> = {}) {
  const port = await findFreePort()
  const { child, ended } = run({ DATA_DIR: folder, PORT: String(port), RATE_LIMIT_FACTOR: '1000', ...more })
  await new Promise<void>((ready, fail) => {
    child.stdout?.on('data', (text) => String(text).includes('Stagedoor is at') && ready())
    ended.then(({ complained }) => fail(new Error(complained)), fail)
  })
  // It handles signals once it answers.
  await fetch(`http://127.0.0.1:${port}/healthz`)
  return {
    address: `http://127.0.0.1:${port}`,
    /** Kills it as a power failure would, without a chance to finish anything. */
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

export type HttpAnswer<T> = { status: number; body: T; cookies: string }

/** Sends requests to an address, with a cookie. */
export const makeHttpClient =
  (address: string, cookie = '') =>
  async <T>(method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown): Promise<HttpAnswer<T>> => {
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

/** Sends requests to a node over the network, like `makeApiClient` without one. */
export function makeNetworkClient(address: string, cookie = ''): ApiClient {
  const send: Parameters<typeof clientOf>[1] = async (method, path, body, headers = {}) => {
    const answer = await fetch(
      address + (path.startsWith('/api/') || path === '/readyz' ? path : `/api/v1${path}`),
      {
        method,
        redirect: 'manual',
        headers: {
          ...(cookie && { cookie }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      },
    )
    const text = await answer.text()
    const isJson = text !== '' && String(answer.headers.get('content-type')).includes('json')
    return {
      status: answer.status,
      body: isJson ? JSON.parse(text) : text,
      headers: Object.fromEntries(answer.headers),
    }
  }
  return clientOf(cookie, send)
}

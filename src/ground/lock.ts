import { rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join, relative } from 'node:path'

export class FolderInUse extends Error {}

/**
 * Takes the embedded database's folder for this process alone: a second process on it would corrupt it silently.
 * The lock is a socket, which the system drops together with its process, so that one left by a kill is recognised.
 * @returns what gives the folder back
 * @throws FolderInUse when another process has it
 */
export async function takeFolder(folder: string): Promise<() => Promise<void>> {
  // A socket's path may have some 100 characters, so the shorter way there is used.
  const path =
    process.platform === 'win32'
      ? `\\\\.\\pipe\\${folder.replaceAll(/\W/g, '_')}`
      : relative('.', join(folder, 'lock')) || 'lock'
  const server = createServer((socket) => socket.end())
  if (!(await listens(server, path))) {
    if (await answers(path)) {
      throw new FolderInUse(
        `Another Stagedoor is running on ${folder}. Stop it, or set DATA_DIR to another folder.`,
      )
    }
    rmSync(path, { force: true })
    if (!(await listens(server, path))) throw new FolderInUse(`Another Stagedoor is starting on ${folder}.`)
  }
  server.unref()
  return () => new Promise((done) => server.close(() => done()))
}

const listens = (server: ReturnType<typeof createServer>, path: string) =>
  new Promise<boolean>((done, fail) => {
    const failed = (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? done(false) : fail(error))
    server.once('error', failed).listen(path, () => {
      server.off('error', failed)
      done(true)
    })
  })

const answers = (path: string) =>
  new Promise<boolean>((done) => {
    const socket = connect(path, () => {
      socket.destroy()
      done(true)
    }).once('error', () => done(false))
  })

import { rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join, relative } from 'node:path'

export class FolderInUse extends Error {}

/**
 * Locks the embedded database's folder for this process: a second process on it would silently corrupt the data.
 * The lock is a socket. The system closes a socket when its process ends, so the file that a killed process leaves is
 * recognised as stale.
 * @returns a function that unlocks the folder
 * @throws FolderInUse if another process has the lock
 */
export async function lockDataFolder(folder: string): Promise<() => Promise<void>> {
  // The path of a socket is limited to some 100 characters, so the relative path is used.
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

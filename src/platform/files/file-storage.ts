import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import type { DriverContract } from 'flydrive/types'
import type { Config, S3Bucket } from '../config.ts'
import type { Tx } from '../database/database.ts'
import type { JobWorker } from '../jobs.ts'

/** Where files are kept, by keys such as photos/acc_x/pho_x-large.webp. */
export type FileStorage = {
  put(key: string, bytes: Uint8Array, type: string): Promise<void>
  /** @returns undefined if there is no such file */
  read(key: string): Promise<Uint8Array | undefined>
  remove(key: string): Promise<void>
  removeFolder(folder: string): Promise<void>
  close(): Promise<void>
}

/**
 * Opens the bucket if one is configured, else a folder. Without `dataDir` (in tests) the folder is temporary and is
 * deleted on close.
 */
export async function openFileStorage({ s3, dataDir }: Pick<Config, 's3' | 'dataDir'>): Promise<FileStorage> {
  if (s3) return filesOn(await bucket(s3))
  const temporary = dataDir ? undefined : mkdtempSync(join(tmpdir(), 'stagedoor-files-'))
  const location = temporary ?? resolve(dataDir, 'files')
  const close = async () => temporary && rmSync(temporary, { recursive: true, force: true })
  return filesOn(new FSDriver({ location, visibility: 'private' }), close)
}

/** The S3 SDK loads slowly, so it is imported only where it is used. */
async function bucket({ bucket, region, endpoint, key }: S3Bucket): Promise<DriverContract> {
  const { S3Driver } = await import('flydrive/drivers/s3')
  return new S3Driver({
    bucket,
    region,
    visibility: 'private',
    supportsACL: false,
    ...(endpoint && { endpoint, forcePathStyle: true }),
    ...(key && { credentials: { accessKeyId: key.id, secretAccessKey: key.secret } }),
  })
}

function filesOn(driver: DriverContract, close: () => Promise<unknown> = async () => undefined): FileStorage {
  const disk = new Disk(driver)
  return {
    put: (key, bytes, contentType) => disk.put(key, bytes, { contentType }),
    read: (key) => disk.getBytes(key).catch(unlessMissing),
    remove: (key) => disk.delete(key),
    // Calls the driver and not the disk, because the disk strips the trailing slash: in a bucket, the prefix
    // `photos/a` also matches `photos/ab`.
    removeFolder: (folder) => driver.deleteAll(`${folder}/`),
    close: async () => void (await close()),
  }
}

function unlessMissing(error: Error): undefined {
  const { code, name } = (error.cause ?? error) as { code?: string; name?: string }
  if (code !== 'ENOENT' && name !== 'NoSuchKey') throw error
}

const queue = 'files'
type FilesToDelete = { keys?: string[]; folder?: string }

/** Queues the deletion of files; it happens only if the transaction commits. */
export const deleteFilesAfterCommit = (tx: Tx, doomed: FilesToDelete): Promise<void> =>
  tx.enqueue(queue, doomed)

export const deleteFilesWorker = (files: FileStorage): JobWorker => ({
  queue,
  retries: 10,
  run: async ({ keys = [], folder }: FilesToDelete) => {
    for (const key of keys) await files.remove(key)
    if (folder) await files.removeFolder(folder)
  },
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import type { DriverContract } from 'flydrive/types'
import type { Bucket, Config } from './config.ts'
import type { Tx } from './db.ts'
import type { Worker } from './jobs.ts'

/** Where files are kept, by keys such as photos/acc_x/pho_x-large.webp. */
export type Files = {
  put(key: string, bytes: Uint8Array, type: string): Promise<void>
  /** @returns undefined for a file that is not there */
  read(key: string): Promise<Uint8Array | undefined>
  remove(key: string): Promise<void>
  removeFolder(folder: string): Promise<void>
  close(): Promise<void>
}

/** A bucket, if one is configured, else a folder. Without a folder (in tests): one that goes when it is closed. */
export async function openFiles({ s3, dataDir }: Pick<Config, 's3' | 'dataDir'>): Promise<Files> {
  if (s3) return filesOn(await bucket(s3))
  const temporary = dataDir ? undefined : mkdtempSync(join(tmpdir(), 'stagedoor-files-'))
  const location = temporary ?? resolve(dataDir, 'files')
  const close = async () => temporary && rmSync(temporary, { recursive: true, force: true })
  return filesOn(new FSDriver({ location, visibility: 'private' }), close)
}

/** The SDK takes its time to load: only where it is used. */
async function bucket({ bucket, region, endpoint, key }: Bucket): Promise<DriverContract> {
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

function filesOn(driver: DriverContract, close: () => Promise<unknown> = async () => undefined): Files {
  const disk = new Disk(driver)
  return {
    put: (key, bytes, contentType) => disk.put(key, bytes, { contentType }),
    read: (key) => disk.getBytes(key).catch(unlessMissing),
    remove: (key) => disk.delete(key),
    // Not by the disk, which takes the slash away: in a bucket, `photos/a` begins like `photos/ab`, too.
    removeFolder: (folder) => driver.deleteAll(`${folder}/`),
    close: async () => void (await close()),
  }
}

function unlessMissing(error: Error): undefined {
  const { code, name } = (error.cause ?? error) as { code?: string; name?: string }
  if (code !== 'ENOENT' && name !== 'NoSuchKey') throw error
}

const queue = 'files'
type Doomed = { keys?: string[]; folder?: string }

/** Removes files once the transaction has committed, and not before. */
export const forget = (tx: Tx, doomed: Doomed): Promise<void> => tx.enqueue(queue, doomed)

export const filesWorker = (files: Files): Worker => ({
  queue,
  retries: 10,
  run: async ({ keys = [], folder }: Doomed) => {
    for (const key of keys) await files.remove(key)
    if (folder) await files.removeFolder(folder)
  },
})

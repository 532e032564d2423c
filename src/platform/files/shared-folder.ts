import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, ConfigurationError } from '../config.ts'
import { type Database, serviceTransaction } from '../database/database.ts'
import { fileFolder } from './tables.ts'

/**
 * Nodes on one database must see the same photos. Without a bucket, they share a folder, which is recognised by an id
 * in one of its files and in the database. A node with another folder would not find the photos of the other nodes.
 * @throws ConfigurationError if the database's files are in another folder
 */
export async function checkSharedFolder(
  database: Database,
  { dataDir, databaseUrl, s3 }: Config,
): Promise<void> {
  if (s3 || !databaseUrl || !dataDir) return
  const folder = join(dataDir, 'files')
  const mark = join(folder, '.of')
  const present = existsSync(mark) ? readFileSync(mark, 'utf8') : undefined
  const folderId = present ?? randomUUID()
  await serviceTransaction(database, async (tx) => {
    await tx.insert(fileFolder).values({ id: folderId }).onConflictDoNothing()
    const [stored] = await tx.select().from(fileFolder)
    if (stored?.id !== folderId) {
      throw new ConfigurationError(
        `The photos of this database are not in ${folder}. Share the folder DATA_DIR between the nodes, or set S3_BUCKET on all of them.`,
      )
    }
    if (present) return
    mkdirSync(folder, { recursive: true })
    writeFileSync(mark, folderId)
  })
}

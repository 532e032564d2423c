import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, WrongConfiguration } from './config.ts'
import { asService, type Database } from './db.ts'
import { fileFolder } from './tables.ts'

/**
 * Nodes on one database must see the same photos. Without a bucket they share a folder, which the database knows
 * again by a mark in it: a node that has another folder would lose what the others keep.
 * @throws WrongConfiguration when the database's files lie elsewhere
 */
export async function checkFolder(database: Database, { dataDir, databaseUrl, s3 }: Config): Promise<void> {
  if (s3 || !databaseUrl || !dataDir) return
  const folder = join(dataDir, 'files')
  const mark = join(folder, '.of')
  const present = existsSync(mark) ? readFileSync(mark, 'utf8') : undefined
  const ours = present ?? randomUUID()
  await asService(database, async (tx) => {
    await tx.insert(fileFolder).values({ id: ours }).onConflictDoNothing()
    const [known] = await tx.select().from(fileFolder)
    if (known?.id !== ours) {
      throw new WrongConfiguration(
        `The photos of this database are not in ${folder}. Share the folder DATA_DIR between the nodes, or set S3_BUCKET on all of them.`,
      )
    }
    if (present) return
    mkdirSync(folder, { recursive: true })
    writeFileSync(mark, ours)
  })
}

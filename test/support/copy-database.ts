import { cpSync } from 'node:fs'

/** Copies the folder of an embedded database, without PostgreSQL's own templates for new databases: half of it. */
export const copyDatabase = (from: string, to: string): void =>
  cpSync(from, to, { recursive: true, filter: (path) => !/[\\/]base[\\/][14]$/.test(path) })

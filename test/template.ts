import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { prepare } from './prepare.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder with a migrated embedded database. */
    template: string
  }
}

/** A migrated database that each test file on the embedded one copies: making one takes seconds. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'stagedoor-template-'))
  await prepare({ DATA_DIR: folder })
  project.provide('template', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}

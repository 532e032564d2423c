import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { copyDatabase } from './copy-database.ts'
import { type PreparedCast, prepareCast, prepareDatabase } from './prepare-database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder with the embedded databases that test files copy: `empty`, and `cast` with the cast signed up. */
    templates: string
    cast: PreparedCast
  }
}

/** The embedded databases that test files copy, since creating one takes seconds. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'stagedoor-templates-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const [empty, cast] = [join(folder, 'empty'), join(folder, 'cast')]
    await prepareDatabase({ DATA_DIR: empty })
    copyDatabase(empty, cast)
    project.provide('cast', await prepareCast({ DATA_DIR: cast }))
    project.provide('templates', folder)
  } catch (error) {
    remove()
    throw error
  }
  return remove
}

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileCache } from '../../support/server-process.ts'

/**
 * The folder that the servers of the stories start with; the workers read its path from their environment. `npm test`
 * makes it beside the tests.
 */
export default function setup(): () => void {
  if (process.env.E2E_TEMPLATE) return () => undefined
  const folder = mkdtempSync(join(tmpdir(), 'stagedoor-e2e-template-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    execFileSync(
      join('node_modules', '.bin', 'node'),
      [join(import.meta.dirname, 'make-template.ts'), folder],
      {
        env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
        stdio: 'inherit',
      },
    )
  } catch (error) {
    remove()
    throw error
  }
  process.env.E2E_TEMPLATE = folder
  return remove
}

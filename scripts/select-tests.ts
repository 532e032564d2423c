import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { findFiles, readSourceFile } from '../test/support/source-files.ts'

/* Which test files `npm run check` runs: those that need no server, and those next to changed files. */

const root = join(import.meta.dirname, '..')
const git = (...args: string[]) =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' }).split('\n').filter(Boolean)

/** The files that differ from the point where the branch left main or, on main itself, from the last commit. */
export function changedFiles(): string[] {
  let base = 'HEAD'
  try {
    base = git('merge-base', 'HEAD', 'main')[0] ?? base
  } catch {
    // A clone without a branch called main is compared with its last commit.
  }
  return [...git('diff', '--name-only', base), ...git('ls-files', '--others', '--exclude-standard')]
}

/** Files that need a database. A test that imports one of them is not a unit test. */
const heavy = ['test/support/test-world.ts', 'src/platform/database/database.ts', 'src/server/start.ts']

const testFiles = () => findFiles('{src,web}/**/*.test.ts', 'test/*.test.ts')

/** Tests that need neither a database nor a server, according to their imports. */
export function unitTests(): string[] {
  const reached = new Map<string, boolean>()
  const isHeavy = (file: string): boolean => {
    if (heavy.includes(file)) return true
    const known = reached.get(file)
    if (known !== undefined) return known
    reached.set(file, false)
    const { imports } = readSourceFile(file)
    const found = imports.some(
      ({ to, typesOnly }) => !typesOnly && /\.tsx?$/.test(to) && existsSync(join(root, to)) && isHeavy(to),
    )
    reached.set(file, found)
    return found
  }
  return testFiles().filter((file) => !isHeavy(file))
}

/**
 * Changed tests and, for each changed source file, the tests of its folder or of the nearest folder above that has
 * some.
 */
export function testsOf(changed: string[]): string[] {
  const all = testFiles()
  return all.filter(
    (test) => changed.includes(test) || changed.some((file) => nearest(file, all) === dirname(test)),
  )
}

function nearest(file: string, tests: string[]): string | undefined {
  if (!/^(src|web)\/.*\.tsx?$/.test(file)) return undefined
  for (let folder = dirname(file); relative('.', folder).includes('/'); folder = dirname(folder)) {
    if (tests.some((test) => dirname(test) === folder)) return folder
  }
  return undefined
}

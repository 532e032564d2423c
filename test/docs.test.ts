import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findFiles } from './support/source-files.ts'

/* The files that the pages for developers name exist. */

const root = join(import.meta.dirname, '..')
const read = (name: string) => readFileSync(join(root, name), 'utf8')
const pages = [...findFiles('*.md', 'docs/**/*.md')]

describe('CONTRIBUTING.md', () => {
  test.each(['src', 'web'])('has one line for every room of %s/, and no other', (folder) => {
    const rooms = [...new Set(findFiles(`${folder}/*/**/*.{ts,tsx}`).map((file) => file.split('/')[1]))]
    const lines = read('CONTRIBUTING.md').matchAll(new RegExp(`^\\| \`${folder}/([\\w-]+)\` \\| \\S`, 'gm'))
    expect([...lines].map(([, room]) => room).sort()).toEqual(rooms.sort())
  })

  test('names only commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = pages.flatMap((page) =>
      [...read(page).matchAll(/npm run (?!--)([\w:-]+)/g)].map(([, name]) => name as string),
    )
    expect(named).toContain('check')
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })
})

describe('every page', () => {
  /**
   * Paths from the root in backticks, and links. Files that are created at run time or belong to others are left out.
   */
  const named = pages.flatMap((page) => {
    const paths = read(page).matchAll(
      /`((?:src|web|test|cast|scripts|locales|migrations|docs)\/[^`\s*<{]*)`/g,
    )
    const links = read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)
    return [
      ...[...paths].map(([, path]) => ({ page, path: path as string })),
      ...[...links].map(([, path]) => ({ page, path: normalize(join(dirname(page), path as string)) })),
    ]
  })

  test('names only files that exist', () => {
    expect(named.length).toBeGreaterThan(60)
    expect(named.filter(({ path }) => !existsSync(join(root, path)))).toEqual([])
  })
})

import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/* The repository's source for the structure tests: files, their imports, and circles of imports. */

const root = join(import.meta.dirname, '../..')

export type SourceImport = { from: string; to: string; typesOnly: boolean }
export type SourceFile = { name: string; text: string; imports: SourceImport[] }

/** Paths from the repository's root, sorted. */
export const findFiles = (...patterns: string[]): string[] =>
  patterns.flatMap((pattern) => globSync(pattern, { cwd: root, exclude: ['**/node_modules'] })).sort()

export const isTestFile = (name: string): boolean => name.endsWith('.test.ts')

const statement =
  /^(?:import|export)\s+(type\s)?([^'";]*?)\s*from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm

export function readSourceFile(name: string): SourceFile {
  const text = readFileSync(join(root, name), 'utf8')
  const imports = [...text.matchAll(statement)].map(([, type, names = '', from, bare, dynamic]) => {
    const target = from ?? bare ?? dynamic ?? ''
    const to = target.startsWith('.') ? relative(root, join(root, dirname(name), target)) : target
    const each = /^\{(.*)\}$/s
      .exec(names)?.[1]
      ?.split(',')
      .filter((one) => one.trim())
    const typesOnly = Boolean(type) || Boolean(each?.every((one) => one.trim().startsWith('type ')))
    return { from: name, to, typesOnly }
  })
  return { name, text, imports }
}

/** Imports in the form that a failed test shows. */
export const showImports = (imports: { from: string; to: string }[]): string[] =>
  imports.map(({ from, to }) => `${from} → ${to}`)

/** The imports between folders, without those within one folder. */
export const importsBetweenFolders = (imports: SourceImport[]) =>
  imports
    .map(({ from, to }) => ({ from: dirname(from), to: dirname(to) }))
    .filter(({ from, to }) => from !== to)

/** A path that returns to its start; undefined if there is none. */
export function findCircle(edges: { from: string; to: string }[]): string[] | undefined {
  const next = Map.groupBy(edges, ({ from }) => from)
  const done = new Set<string>()
  const walk = (path: string[]): string[] | undefined => {
    const here = path.at(-1) as string
    if (path.indexOf(here) < path.length - 1) return path
    if (done.has(here)) return undefined
    for (const { to } of next.get(here) ?? []) {
      const circle = walk([...path, to])
      if (circle) return circle
    }
    done.add(here)
    return undefined
  }
  for (const from of next.keys()) {
    const circle = walk([from])
    if (circle) return circle
  }
  return undefined
}

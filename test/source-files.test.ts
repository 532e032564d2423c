import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findFiles, isTestFile, readSourceFile } from './support/source-files.ts'

/* Rules for every file: its length, its name, and the names that it exports. */

const files = findFiles('{src,web,cast,locales,test,bench,scripts}/**/*.{ts,tsx,css}', '*.{ts,mjs}').map(
  readSourceFile,
)

describe('every file', () => {
  test('is at most 250 lines long', () => {
    const long = files.map(({ name, text }) => ({ name, lines: text.split('\n').length - 1 }))
    expect(long.filter(({ lines }) => lines > 250)).toEqual([])
  })

  test('is finished, and gives a reason for each check that it switches off', () => {
    const others = files.filter(({ name }) => name !== 'test/source-files.test.ts')
    const found = (pattern: RegExp) => others.filter(({ text }) => pattern.test(text)).map(({ name }) => name)
    expect(found(/\b(TODO|FIXME|XXX)\b|@ts-(ignore|nocheck|expect-error)/)).toEqual([])
    expect(found(/\b(test|describe|it)\.(skip|only|todo|fails)\b/)).toEqual([])
    expect(found(/biome-ignore [\w/]+:?\s*$/m)).toEqual([])
    expect(found(/biome-ignore lint\/suspicious\/noExplicitAny/)).toEqual([
      'cast/api-client.ts',
      'src/http/route.ts',
    ])
  })
})

describe('views', () => {
  const server = files.filter(({ name }) => name.startsWith('src/') && !isTestFile(name))
  /** The bodies of functions whose result is the input of an output schema. */
  const bodies = (text: string) =>
    [...text.matchAll(/z\.input<typeof \w+>(?:\[\])?>? (?:=> \(\{|\{)\n([\s\S]*?)\n\}/g)].map(
      ([, body]) => body ?? '',
    )
  const spread = /^\s+\.\.\.\w+,$/m

  test('name the fields that leave, and spread no row', () => {
    expect(server.flatMap(({ text }) => bodies(text)).length).toBeGreaterThan(30)
    const spreading = server.filter(({ text }) => bodies(text).some((body) => spread.test(body)))
    expect(spreading.map(({ name }) => name)).toEqual([])
    const untyped = /const to\w+View = \([^)]*\) =>/
    expect(server.filter(({ text }) => untyped.test(text)).map(({ name }) => name)).toEqual([])
  })

  test('a row that is spread would be found', () => {
    const [body = ''] = bodies(
      'const view = (row: Row): z.input<typeof Order> => ({\n  ...row,\n  at: 1,\n})',
    )
    expect(body).toMatch(spread)
    expect('  ...toOrderRow(row),').not.toMatch(spread)
  })
})

describe('query keys', () => {
  const literal = /\b(queryKey|mutationKey)\s*[:=]\s*\[|\b[gs]etQuer(y|ies)Data(<.*>)?\(\s*\[/

  test('are built only in web/data/query-keys.ts, from the topics of live events', () => {
    const pages = files.filter(({ name }) => name.startsWith('web/'))
    expect(pages.filter(({ text }) => text.includes('queryKey')).length).toBeGreaterThan(50)
    expect(pages.filter(({ text }) => literal.test(text)).map(({ name }) => name)).toEqual([])
  })

  test('a literal one would be found', () => {
    for (const text of [
      "queryKey: [account, 'orders']",
      "mutationKey = ['a']",
      "setQueryData(['a'], 1)",
      'queryKey: [\n',
    ])
      expect(text).toMatch(literal)
    expect('queryKey: orderKeys.all(account)').not.toMatch(literal)
  })
})

describe('limits and states', () => {
  const pages = files.filter(({ name }) => name.startsWith('web/'))
  const vocabularies = files.filter(({ name }) => /^src\/\w+\/vocabulary\.ts$/.test(name))
  const typed = /maxLength=\{\d/

  test('are read from the vocabulary of their area: no page types the length of a field', () => {
    expect(pages.filter(({ text }) => text.includes('maxLength={')).length).toBeGreaterThan(15)
    expect(pages.filter(({ text }) => typed.test(text)).map(({ name }) => name)).toEqual([])
    expect('maxLength={80}').toMatch(typed)
  })

  test('no page repeats a list of the vocabularies', () => {
    const lists = vocabularies.flatMap(({ text }) =>
      [...text.matchAll(/= (\[\s*'[^\]]*\]) as const/g)].map(([, list]) => listed(list as string)),
    )
    expect(lists.length).toBeGreaterThan(15)
    const repeats = (text: string) =>
      [...text.matchAll(/\[\s*'[\w', \n]*\]/g)].filter(([list]) => lists.includes(listed(list)))
    const repeating = pages.filter(({ name, text }) => !isTestFile(name) && repeats(text).length > 0)
    expect(repeating.map(({ name }) => name)).toEqual([])
    expect(repeats("['sold', 'running', 'unsold']")).toHaveLength(1)
  })
})

describe('names', () => {
  const shared = { src: ['routes.ts', 'tables.ts', 'vocabulary.ts'], web: ['routes.tsx', 'page.tsx'] }

  test.each(Object.entries(shared))('no two files of %s/ share one, except for %s', (folder, allowed) => {
    const names = findFiles(`${folder}/**/*.{ts,tsx}`).filter((file) => !allowed.includes(basename(file)))
    expect(twice(names.map((file) => basename(file)))).toEqual([])
  })

  test.each(['src', 'web'])('no two functions that %s/ exports share one', (folder) => {
    const exported = files
      .filter(({ name }) => name.startsWith(`${folder}/`) && !isTestFile(name))
      .flatMap(({ text }) => [...text.matchAll(/^export (?:async )?(?:function\*? |const )(\w+)/gm)])
      .map(([, name]) => name as string)
    expect(exported.length).toBeGreaterThan(400)
    expect(twice(exported)).toEqual([])
  })

  test('that src/ exports contain a word of their domain', () => {
    const bare =
      /^(list|find|show|change|create|edit|add|remove|view|row|start|stop|end|read|write|send|get|set|open|close|run|hold|tell|say|note|latest|search|update|delete|save|load|check|make)$/
    const exported = files
      .filter(({ name }) => name.startsWith('src/') && !isTestFile(name))
      .flatMap(({ name, text }) =>
        [...text.matchAll(/^export (?:async )?(?:function\*? |const )(\w+)/gm)].map(
          ([, exported]) => `${name}: ${exported}`,
        ),
      )
    expect(exported.filter((one) => bare.test(one.split(': ')[1] as string))).toEqual([])
  })

  test('are imported one by one, so that each name must explain itself', () => {
    const whole = files.filter(({ text }) => /^import \* as \w+ from '\./m.test(text)).map(({ name }) => name)
    expect(whole).toEqual([])
  })
})

/** The words of a list of texts, in the order of the alphabet. */
const listed = (list: string) =>
  [...list.matchAll(/'(\w+)'/g)]
    .map(([, word]) => word)
    .sort()
    .join(' ')

/** The entries that occur more than once in a list. */
const twice = (names: string[]) => [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]

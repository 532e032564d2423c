import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

/* The directions of the architecture, for the code as it is: who may know whom, and how much. */
const root = join(import.meta.dirname, '..')
const filesOf = (...patterns: string[]) =>
  patterns.flatMap((pattern) => globSync(pattern, { cwd: root, exclude: ['**/node_modules'] })).sort()
const isTest = (file: string) => file.endsWith('.test.ts')

type Import = { from: string; to: string; typesOnly: boolean }
type File = { name: string; text: string; imports: Import[] }

const statement =
  /^(?:import|export)\s+(type\s)?([^'";]*?)\s*from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm

function open(name: string): File {
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

const code = filesOf('src/**/*.ts')
  .filter((file) => !isTest(file))
  .map(open)
const imports = code.flatMap((file) => file.imports)
const inside = imports.filter(({ to }) => to.startsWith('src/'))
const said = (found: Import[]) => found.map(({ from, to }) => `${from} → ${to}`)

const areas = [
  'identity',
  'accounts',
  'team',
  'activity',
  'inventory',
  'shops',
  'ledger',
  'payments',
  'orders',
  'spending',
  'reports',
  'payouts',
  'video',
  'shows',
  'chat',
  'auctions',
  'notices',
  'messages',
  'needs',
]
const partOf = (file: string) => file.split('/')[1] as string
/** From the bottom up; a file of the roof stands for itself. */
const floors = [['permissions.ts'], ['ground'], ['door'], areas, ['roof']]
const floorOf = (file: string) => {
  const found = floors.findIndex((parts) => parts.includes(partOf(file)))
  return found < 0 ? floors.length - 1 : found
}

describe('imports', () => {
  test('are found, and every folder has its floor', () => {
    expect(code.length).toBeGreaterThan(50)
    expect(inside.length).toBeGreaterThan(150)
    const folders = new Set(
      code.filter(({ name }) => name.split('/').length > 2).map(({ name }) => partOf(name)),
    )
    expect([...folders].sort()).toEqual(['ground', 'door', ...areas].sort())
    expect(said(inside)).toContain('src/door/gate.ts → src/permissions.ts')
  })

  test('run one way: main, app, areas, door, ground, permissions', () => {
    expect(said(inside.filter(({ from, to }) => floorOf(from) < floorOf(to)))).toEqual([])
    expect(imports.filter(({ from }) => from === 'src/permissions.ts')).toEqual([])
    expect(said(imports.filter(({ to }) => /^(web|cast|test|bench)\//.test(to)))).toEqual([])
    expect(said(inside.filter(({ to }) => /src\/(main|admin)\.ts/.test(to)))).toEqual([])
  })

  test('make no circle, neither of files nor of folders', () => {
    const folders = inside
      .map(({ from, to }) => ({ from: dirname(from), to: dirname(to) }))
      .filter(({ from, to }) => from !== to && from !== 'src' && to !== 'src')
    expect(circleIn(inside)).toBeUndefined()
    expect(circleIn(folders)).toBeUndefined()
  })

  test('a circle would be found', () => {
    const round = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'c', to: 'b' },
    ]
    expect(circleIn(round)).toEqual(['a', 'b', 'c', 'b'])
  })

  test('reach into another area for its verbs, and never for its tables', () => {
    const foreign = inside.filter(
      ({ from, to }) =>
        areas.includes(partOf(to)) && partOf(from) !== partOf(to) && to.endsWith('/tables.ts'),
    )
    expect(said(foreign)).toEqual([])
  })

  test('of the dashboard from the server are of the matrix and of types', () => {
    const dashboard = filesOf('web/**/*.{ts,tsx}').flatMap((name) => open(name).imports)
    expect(dashboard.length).toBeGreaterThan(200)
    const tooMuch = dashboard.filter(
      ({ to, typesOnly }) => to.startsWith('src/') && to !== 'src/permissions.ts' && !typesOnly,
    )
    expect(said(tooMuch)).toEqual([])
    expect(said(dashboard.filter(({ to }) => /^(cast|test|migrations)\//.test(to)))).toEqual([])
  })
})

describe('only', () => {
  const whoImports = (library: RegExp) => [
    ...new Set(imports.filter(({ to }) => library.test(to)).map(({ from }) => from)),
  ]

  test('ground/config.ts reads the environment: whoever starts something hands it over whole', () => {
    const reading = code
      .filter(({ name }) => name !== 'src/ground/config.ts')
      .filter(({ text }) =>
        /process\.env|import\.meta\.env/.test(text.replaceAll('readConfig(process.env)', '')),
      )
    expect(reading.map(({ name }) => name)).toEqual([])
  })

  test('ground/db.ts knows which database it is', () => {
    const drivers = /^(pg|@electric-sql\/.*|drizzle-orm\/(node-postgres|pglite)(\/.*)?)$/
    expect(whoImports(drivers)).toEqual(['src/ground/db.ts'])
  })

  test('routes, the door and the roof know HTTP', () => {
    const knowing = whoImports(/^(fastify|@fastify\/.*|fastify-.*|ws|node:http)$/)
    const allowed =
      /^src\/(door\/.*|\w+\/routes|app|pages|mailbox|metrics|start|identity\/bridge|media|webhooks)(\.ts)?$/
    expect(knowing.filter((file) => !allowed.test(file))).toEqual([])
    expect(knowing).toContain('src/app.ts')
  })
})

describe('every file', () => {
  const all = filesOf('{src,web,cast,locales,test,bench}/**/*.{ts,tsx,css}', '*.{ts,mjs}').map(open)

  test('is at most 250 lines long', () => {
    const long = all.map(({ name, text }) => ({ name, lines: text.split('\n').length - 1 }))
    expect(long.filter(({ lines }) => lines > 250)).toEqual([])
  })

  test('is finished, and says why wherever it goes around a check', () => {
    const others = all.filter(({ name }) => name !== 'test/structure.test.ts')
    const found = (pattern: RegExp) => others.filter(({ text }) => pattern.test(text)).map(({ name }) => name)
    expect(found(/\b(TODO|FIXME|XXX)\b|@ts-(ignore|nocheck|expect-error)/)).toEqual([])
    expect(found(/\b(test|describe|it)\.(skip|only|todo|fails)\b/)).toEqual([])
    expect(found(/biome-ignore [\w/]+:?\s*$/m)).toEqual([])
    expect(found(/biome-ignore lint\/suspicious\/noExplicitAny/)).toEqual([
      'cast/client.ts',
      'src/door/route.ts',
      'test/e2e/house.ts',
    ])
  })
})

/** A way that comes back to where it was; undefined if there is none. */
function circleIn(ways: { from: string; to: string }[]): string[] | undefined {
  const next = Map.groupBy(ways, ({ from }) => from)
  const done = new Set<string>()
  const walk = (way: string[]): string[] | undefined => {
    const here = way.at(-1) as string
    if (way.indexOf(here) < way.length - 1) return way
    if (done.has(here)) return undefined
    for (const { to } of next.get(here) ?? []) {
      const circle = walk([...way, to])
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

import { describe, expect, test } from 'vitest'
import {
  findCircle,
  findFiles,
  importsBetweenFolders,
  isTestFile,
  readSourceFile,
  showImports,
} from './support/source-files.ts'

/* Which room of the server may import which, and what each may use. */

const code = findFiles('src/**/*.ts')
  .filter((file) => !isTestFile(file))
  .map(readSourceFile)
const imports = code.flatMap((file) => file.imports)
const inside = imports.filter(({ to }) => to.startsWith('src/'))

/** All rooms of `src/`, the lowest first. A room imports only rooms that are listed before it. */
const rooms = [
  'permissions.ts',
  'topics.ts',
  'errors',
  'platform',
  'access',
  'video',
  'http',
  'live',
  'tasks',
  'ledger',
  'identity',
  'activity',
  'payments',
  'team',
  'notifications',
  'buyers',
  'accounts',
  'payouts',
  'inventory',
  'shops',
  'orders',
  'shows',
  'spending',
  'chat',
  'reports',
  'messages',
  'giveaways',
  'auctions',
  'server',
  'admin.ts',
  'main.ts',
]
const foundation = rooms.slice(0, rooms.indexOf('ledger'))
/** Files without imports, which the dashboard may import as well. */
const forBoth = (file: string) => /^src\/(permissions|topics|\w+\/vocabulary)\.ts$/.test(file)
const roomOf = (file: string) => file.split('/')[1] as string

describe('imports in src/', () => {
  test('are found, and every room is in the list', () => {
    expect(code.length).toBeGreaterThan(200)
    expect(inside.length).toBeGreaterThan(700)
    expect([...new Set(code.map(({ name }) => roomOf(name)))].sort()).toEqual([...rooms].sort())
    expect(showImports(inside)).toContain('src/access/gate.ts → src/permissions.ts')
  })

  test('run one way, from main.ts down to permissions.ts', () => {
    const upward = inside.filter(({ from, to }) => rooms.indexOf(roomOf(from)) < rooms.indexOf(roomOf(to)))
    expect(showImports(upward)).toEqual([])
    expect(imports.filter(({ from }) => forBoth(from))).toEqual([])
    expect(showImports(imports.filter(({ to }) => /^(web|cast|test|bench)\//.test(to)))).toEqual([])
  })

  test('contain no circle of files or of folders', () => {
    expect(findCircle(inside)).toBeUndefined()
    // A vocabulary imports nothing, so that no circle can go through it, although it lies in its area's folder.
    const folders = importsBetweenFolders(inside.filter(({ to }) => !forBoth(to)))
    expect(findCircle(folders)).toBeUndefined()
  })

  test('a circle would be found', () => {
    const edges = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'c', to: 'b' },
    ]
    expect(findCircle(edges)).toEqual(['a', 'b', 'c', 'b'])
  })

  test('from another area take its verbs and never its tables', () => {
    const foreign = inside.filter(
      ({ from, to }) =>
        !foundation.includes(roomOf(to)) && roomOf(from) !== roomOf(to) && to.endsWith('tables.ts'),
    )
    expect(showImports(foreign)).toEqual([])
  })
})

describe('in src/', () => {
  const whoImports = (library: RegExp) => [
    ...new Set(imports.filter(({ to }) => library.test(to)).map(({ from }) => from)),
  ]

  test('only platform/config.ts reads the environment', () => {
    const reading = code
      .filter(({ name }) => name !== 'src/platform/config.ts')
      .filter(({ text }) =>
        /process\.env|import\.meta\.env/.test(text.replaceAll('readConfig(process.env)', '')),
      )
    expect(reading.map(({ name }) => name)).toEqual([])
  })

  const nodeClock = /\bnew Date\(\)|\bDate\.now\b|\bDate\(\)|\bdayjs\(\)/

  test('only platform/database/database-time.ts reads the node’s clock: the database’s decides', () => {
    const reading = code.filter(({ text }) => nodeClock.test(text)).map(({ name }) => name)
    expect(reading).toEqual(['src/platform/database/database-time.ts'])
  })

  test('only the database room knows which database it is', () => {
    const drivers = /^(pg|@electric-sql\/.*|drizzle-orm\/(node-postgres|pglite)(\/.*)?)$/
    expect(whoImports(drivers)).toEqual([
      'src/platform/database/database.ts',
      'src/platform/database/embedded-client.ts',
    ])
  })

  test('only the door, the server and routes use HTTP', () => {
    const knowing = whoImports(/^(fastify|@fastify\/.*|fastify-.*|ws|node:http)$/)
    const allowed =
      /^src\/(access\/admission|http\/.*|live\/.*|server\/.*|.*\/routes|identity\/better-auth-routes)(\.ts)?$/
    expect(knowing.filter((file) => !allowed.test(file))).toEqual([])
    expect(knowing).toContain('src/server/app.ts')
  })
})

describe('the dashboard', () => {
  test('imports from the server only types and files without imports: the matrix, the topics and vocabularies', () => {
    const dashboard = findFiles('web/**/*.{ts,tsx}').flatMap((name) => readSourceFile(name).imports)
    expect(dashboard.length).toBeGreaterThan(200)
    const tooMuch = dashboard.filter(
      ({ to, typesOnly }) => to.startsWith('src/') && !forBoth(to) && !typesOnly,
    )
    expect(showImports(tooMuch)).toEqual([])
    expect(showImports(dashboard.filter(({ to }) => /^(cast|test|migrations)\//.test(to)))).toEqual([])
  })
})

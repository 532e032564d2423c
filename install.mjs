// Runs on whatever Node.js the machine has (from 20 on): plain JavaScript, no dependency. Installs what the lock
// file asks for and is missing; with --build, builds the dashboard if its sources are newer than what was built.
import { execSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const packages = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {})
const { '': _, ...wanted } = packages('package-lock.json')
const present = packages('node_modules/.package-lock.json')
const missing = Object.entries(wanted).some(
  ([path, { version, optional, peer }]) => !optional && !peer && present[path]?.version !== version,
)
if (missing) {
  console.log('Installing what is missing (once, about half a minute)…')
  execSync('npm ci --no-audit --no-fund --loglevel=error', { stdio: 'inherit' })
}

// npm scripts find this Node first; where the registry has none for the machine, its own must do.
const pinned = join('node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
const [major, minor] = process.versions.node.split('.').map(Number)
if (!existsSync(pinned) && (major < 24 || (major === 24 && minor < 7))) {
  console.error(
    `Stagedoor runs on Node.js 24.7 or newer; for this machine it cannot be installed by npm, and here is ${process.version}.`,
  )
  process.exit(1)
}

const newest = (path) =>
  statSync(path).isDirectory()
    ? Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
    : statSync(path).mtimeMs
const sources = ['web', 'locales', 'src/permissions.ts', 'vite.config.ts', 'package-lock.json']
const stale = () =>
  !existsSync('dist/index.html') || Math.max(...sources.map(newest)) > newest('dist/index.html')
if (process.argv.includes('--build') && stale()) {
  console.log('Building the dashboard…')
  execSync('npm run --silent build -- --logLevel warn', { stdio: 'inherit' })
}

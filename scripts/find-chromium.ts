import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const onMachine = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const run = (command: string, ...args: string[]) => {
  try {
    execFileSync(command, args, { stdio: 'ignore', timeout: 300_000 })
    return true
  } catch (error) {
    console.log(`${command} ${args.join(' ')}: ${(error as Error).message.split('\n')[0]}`)
    return false
  }
}

/**
 * Finds a Chromium for the tests: CHROMIUM_PATH, one on the machine, Playwright's own download or, for root, Debian's
 * package. @throws with a sentence if there is none
 */
export function findChromium(): string {
  const given = process.env.CHROMIUM_PATH
  if (given && !existsSync(given)) throw new Error(`CHROMIUM_PATH is ${given}, which does not exist.`)
  const found = [given, ...onMachine, chromium.executablePath()].find((path) => path && existsSync(path))
  if (found) return found
  console.log('Looking for a Chromium to install for the tests (once)…')
  if (run('npx', 'playwright', 'install', 'chromium') && existsSync(chromium.executablePath())) {
    return chromium.executablePath()
  }
  if (process.getuid?.() === 0 && run('apt-get', 'update') && run('apt-get', 'install', '-y', 'chromium')) {
    return '/usr/bin/chromium'
  }
  throw new Error('The tests need a Chromium: install one, or name it in CHROMIUM_PATH.')
}

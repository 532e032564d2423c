import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { signUpByApi } from '../../../cast/api-client.ts'
import { readConfig } from '../../../src/platform/config.ts'
import { startServer } from '../../../src/server/start.ts'
import { testEnvironment } from '../../support/test-environment.ts'
import type { PreparedPerson } from './fixtures.ts'

/*
 * `node make-template.ts FOLDER` creates an embedded database with people who are signed up and in, and `people.json`
 * with their sessions. Each server of the stories starts with a copy.
 */
const peopleCount = 64
const folder = process.argv[2] as string

const { app, stop } = await startServer(readConfig({ ...testEnvironment, DATA_DIR: folder }))

async function prepare(nth: number): Promise<PreparedPerson> {
  const username = `guest-${nth}`
  const email = `${username}@example.com`
  const client = await signUpByApi(app, { name: `Guest ${nth}`, username, email, language: 'en' })
  const { accounts } = (await client.get('/me')).body
  return { email, cookie: client.cookie, account: accounts[0].id }
}

const people = await Promise.all(Array.from({ length: peopleCount }, (_, nth) => prepare(nth + 1)))
await stop()
writeFileSync(join(folder, 'people.json'), JSON.stringify(people))

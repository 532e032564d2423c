import { setTimeout as pause } from 'node:timers/promises'
import type { CastName } from '../../cast/people.ts'
import { type SignedInCast, signUpCast } from '../../cast/sign-up-cast.ts'
import { readConfig } from '../../src/platform/config.ts'
import { startServer } from '../../src/server/start.ts'
import { testEnvironment } from './test-environment.ts'

/** The cast as a copy of its database knows it. Sessions are rows, so the cookies hold in every copy. */
export type PreparedCast = Omit<SignedInCast, 'as'> & { cookies: Record<CastName, string> }

/** Migrates a database and creates its queues, as the first start of a server does. */
export async function prepareDatabase(environment: Record<string, string>): Promise<void> {
  const { stop } = await startServer(readConfig({ ...testEnvironment, ...environment }))
  await stop()
}

/** Signs the cast up in a database, waits until Edda's access has ended there, and leaves it. */
export async function prepareCast(environment: Record<string, string>): Promise<PreparedCast> {
  const { app, stop } = await startServer(readConfig({ ...testEnvironment, ...environment }))
  try {
    const { as, ...stage } = await signUpCast(app)
    const ended = async () => {
      const { items } = (await as.olga.get(`${stage.ours}/activity`)).body
      return items.some(({ act }: { act: string }) => act === 'team.access_ended')
    }
    for (const end = performance.now() + 60_000; !(await ended()); await pause(50)) {
      if (performance.now() > end) throw new Error('Edda’s access does not end.')
    }
    const cookies = Object.entries(as).map(([name, { cookie }]) => [name, cookie])
    return { ...stage, cookies: Object.fromEntries(cookies) }
  } finally {
    await stop()
  }
}

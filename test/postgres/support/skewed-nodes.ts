import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type pg from 'pg'
import type { ApiClient } from '../../../cast/api-client.ts'
import type { CastName } from '../../../cast/people.ts'
import type { SignedInCast } from '../../../cast/sign-up-cast.ts'
import { makeNetworkClient, startServerProcess } from '../../support/server-process.ts'

const shiftClock = pathToFileURL(join(import.meta.dirname, '../../support/shift-clock.ts'))

/** A node in its own process whose clock is wrong by some seconds: its address, and the cast's clients for it. */
export async function startSkewedNode(
  environment: Record<string, string>,
  stage: SignedInCast,
  seconds: number,
) {
  const node = await startServerProcess(environment.DATA_DIR as string, {
    ...environment,
    NODE_OPTIONS: `--import ${shiftClock}`,
    CLOCK_SHIFT_SECONDS: String(seconds),
  })
  const clientOf = ({ cookie }: Pick<ApiClient, 'cookie'>) => makeNetworkClient(node.address, cookie)
  const as = Object.fromEntries(
    Object.entries(stage.as).map(([name, client]) => [name, clientOf(client)]),
  ) as Record<CastName, ApiClient>
  return { ...node, stage: { ...stage, as }, clientOf }
}
export type SkewedNode = Awaited<ReturnType<typeof startSkewedNode>>

/** Reads times from the database, whose clock is the right one. */
export function askTimes(db: pg.Client) {
  const one = async <T>(statement: string, values: unknown[] = []): Promise<T> =>
    (await db.query(statement, values)).rows[0] as T
  return {
    one,
    /** The time this many minutes from now, or ago if the number is negative. */
    inMinutes: async (minutes: number) =>
      (await one<{ at: Date }>('select now() + $1::interval as at', [`${minutes} minutes`])).at,
    /** The number of minutes from now until then. */
    minutesAhead: async (moment: string | Date) =>
      (
        await one<{ minutes: number }>(
          'select extract(epoch from $1::timestamptz - now())::float / 60 as minutes',
          [moment],
        )
      ).minutes,
  }
}

import { expect } from 'vitest'
import type { Client, Reply } from '../../cast/client.ts'

/** The middle one of five answers, in milliseconds, and how many rows it held. */
export async function measured(client: Client, path: string, count: (body: Reply['body']) => number) {
  const times: number[] = []
  let rows = 0
  for (let turn = 0; turn < 5; turn++) {
    const begun = performance.now()
    const { status, body } = await client.get(path)
    times.push(performance.now() - begun)
    expect([path, status]).toEqual([path, 200])
    rows = count(body)
  }
  return { ms: times.sort((one, other) => one - other)[2] as number, rows }
}

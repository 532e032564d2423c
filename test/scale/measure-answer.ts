import { expect } from 'vitest'
import type { ApiClient, ApiReply } from '../../cast/api-client.ts'

/** The median time of five answers, in milliseconds, and the number of rows in an answer. */
export async function measureAnswer(
  client: ApiClient,
  path: string,
  count: (body: ApiReply['body']) => number,
) {
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

import { vi } from 'vitest'
import type { Client } from '../cast/client.ts'

/** The task once it has ended, however it did. */
export const untilEnded = (by: Client, path: string) =>
  vi.waitFor(
    async () => {
      const { body } = await by.get(path)
      if (!body.endedAt) throw new Error(`${path} is still ${body.state}`)
      return body
    },
    { timeout: 50_000, interval: 100 },
  )

import { vi } from 'vitest'
import type { ApiClient } from '../../cast/api-client.ts'

/** Waits until the task has ended, successfully or not. */
export const waitForTask = (by: ApiClient, path: string) =>
  vi.waitFor(
    async () => {
      const { body } = await by.get(path)
      if (!body.endedAt) throw new Error(`${path} is still ${body.status}`)
      return body
    },
    { timeout: 50_000, interval: 25 },
  )

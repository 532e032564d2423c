import type { ApiClient, ApiReply } from '../../../cast/api-client.ts'

/** An answer to a writer, when the request was sent and when it was answered (milliseconds of performance.now()). */
export type WriterAnswer = { reply: ApiReply; sent: number; answered: number }

export type ConcurrentWriters = {
  /** The answers so far, in order. */
  answers: WriterAnswer[]
  /** Resolves once this many requests have succeeded. */
  reached(count: number): Promise<void>
  /** Lets each writer send one more request, and waits for the answers. */
  finish(): Promise<void>
}

/**
 * Starts this many writers, spread over the clients. Each sends its next request as soon as the last one is answered.
 */
export function startConcurrentWriters(
  count: number,
  clients: ApiClient[],
  write: (client: ApiClient, nth: number) => Promise<ApiReply>,
): ConcurrentWriters {
  const answers: WriterAnswer[] = []
  let waiting = { count: Number.POSITIVE_INFINITY, reached: () => {} }
  let [nth, stopped] = [0, false]
  const letIn = () => answers.filter(({ reply }) => reply.status < 300).length

  const writer = async (client: ApiClient) => {
    for (let last = false; !last; ) {
      last = stopped
      const sent = performance.now()
      const reply = await write(client, nth++)
      answers.push({ reply, sent, answered: performance.now() })
      if (letIn() >= waiting.count) waiting.reached()
    }
  }
  const all = Promise.all(
    Array.from({ length: count }, (_, one) => writer(clients[one % clients.length] as ApiClient)),
  )

  return {
    answers,
    reached: (wanted) =>
      new Promise((reached) => {
        waiting = { count: letIn() + wanted, reached }
      }),
    finish: async () => {
      stopped = true
      await all
    },
  }
}

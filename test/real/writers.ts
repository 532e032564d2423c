import type { Client, Reply } from '../../cast/client.ts'

/** What writers at full speed were answered, and when (milliseconds of performance.now()). */
export type Written = { reply: Reply; sent: number }

export type Writers = {
  /** What was answered so far, in the order of the answers. */
  answers: Written[]
  /** Resolves once so many were let in. */
  reached(count: number): Promise<void>
  /** Lets each of them try once more, and waits for that. */
  finish(): Promise<void>
}

/** So many writers, spread over the clients, each sending its next as soon as the last was answered. */
export function writeAtFullSpeed(
  count: number,
  clients: Client[],
  write: (client: Client, nth: number) => Promise<Reply>,
): Writers {
  const answers: Written[] = []
  let waiting = { count: Number.POSITIVE_INFINITY, reached: () => {} }
  let [nth, stopped] = [0, false]
  const letIn = () => answers.filter(({ reply }) => reply.status < 300).length

  const writer = async (client: Client) => {
    for (let last = false; !last; ) {
      last = stopped
      const sent = performance.now()
      answers.push({ reply: await write(client, nth++), sent })
      if (letIn() >= waiting.count) waiting.reached()
    }
  }
  const all = Promise.all(
    Array.from({ length: count }, (_, one) => writer(clients[one % clients.length] as Client)),
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

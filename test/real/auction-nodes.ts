import { setTimeout as pause } from 'node:timers/promises'
import type { Reply } from '../../cast/client.ts'
import { asker, startOn } from '../embedded/child.ts'

export type Heard = Pick<Reply, 'status' | 'body'>
/** The status of whoever says that nothing was changed: where too much is asked at a time. */
export const busy = 503
type Node = Awaited<ReturnType<typeof startOn>>

/** How often a node was lost, when none was there (milliseconds), and what answered that something went wrong. */
export type Outages = { kills: number; dark: { from: number; to: number }[]; failures: Heard[] }

/** Two nodes on one database, each a process of its own. Whoever asks comes to either of them. */
export async function openNodes(environment: Record<string, string>) {
  const launch = () => startOn(environment.DATA_DIR as string, environment)
  const nodes: (Node | undefined)[] = [await launch(), await launch()]
  const outages: Outages = { kills: 0, dark: [], failures: [] }

  const restart = async (which: number) => {
    nodes[which] = await launch()
  }
  return {
    outages,
    /** @returns nothing if it is not known what became of it: the node was lost */
    async ask(cookie: string, method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown) {
      const up = nodes.filter((node) => node !== undefined)
      const node = up[Math.floor(Math.random() * up.length)]
      if (!node) return void (await pause(50))
      const answer: Heard | undefined = await asker(node.address, cookie)<Heard['body']>(
        method,
        `/api/v1${path}`,
        body,
      ).catch(() => undefined)
      if (answer && answer.status >= 500 && answer.status !== busy) outages.failures.push(answer)
      return answer
    },
    /** As when a machine loses its power; it comes back at once. */
    async lose(which: number[]) {
      const lost = which.map((one) => nodes[one])
      for (const one of which) nodes[one] = undefined
      const from = Date.now()
      await Promise.all(lost.map((node) => node?.kill()))
      outages.kills += which.length
      await Promise.all(which.map(restart))
      if (which.length === nodes.length) outages.dark.push({ from, to: Date.now() })
    },
    stop: async () => void (await Promise.all(nodes.map((node) => node?.stop()))),
  }
}
export type Nodes = Awaited<ReturnType<typeof openNodes>>

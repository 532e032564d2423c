import { setTimeout as pause } from 'node:timers/promises'
import type { ApiReply } from '../../../cast/api-client.ts'
import { makeHttpClient, startServerProcess } from '../../support/server-process.ts'

export type NodeAnswer = Pick<ApiReply, 'status' | 'body'>
/** The status of an answer by a node that is overloaded and has changed nothing. */
export const busyStatus = 503
type Node = Awaited<ReturnType<typeof startServerProcess>>

/**
 * How often a node was killed, when none was running (milliseconds), and the answers that reported an internal error.
 */
export type NodeOutages = { kills: number; dark: { from: number; to: number }[]; failures: NodeAnswer[] }

/** Two nodes with one database, each in its own process. A request goes to either of them. */
export async function startKillableNodes(environment: Record<string, string>) {
  const launch = () => startServerProcess(environment.DATA_DIR as string, environment)
  const nodes: (Node | undefined)[] = [await launch(), await launch()]
  const outages: NodeOutages = { kills: 0, dark: [], failures: [] }

  const restart = async (which: number) => {
    nodes[which] = await launch()
  }
  return {
    outages,
    /** @returns nothing if the outcome is unknown because the node was killed */
    async ask(cookie: string, method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown) {
      const up = nodes.filter((node) => node !== undefined)
      const node = up[Math.floor(Math.random() * up.length)]
      if (!node) return void (await pause(50))
      const answer: NodeAnswer | undefined = await makeHttpClient(node.address, cookie)<NodeAnswer['body']>(
        method,
        `/api/v1${path}`,
        body,
      ).catch(() => undefined)
      if (answer && answer.status >= 500 && answer.status !== busyStatus) outages.failures.push(answer)
      return answer
    },
    /** Kills nodes as a power failure would, and restarts them at once. */
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
export type KillableNodes = Awaited<ReturnType<typeof startKillableNodes>>

import { WebSocket } from 'ws'
import { pagesOf } from './pdf.ts'
import type { Theatre } from './samples.ts'

/** The sums of Maison Ours as they are now, as plain digits of minor units: what only reports may show. */
export async function figuresOf({ as, ours }: Theatre): Promise<Record<string, string>> {
  const read = async (path: string) => {
    const { status, body } = await as.olga.get(ours + path)
    if (status !== 200) throw new Error(`Olga does not see ${path}: ${status}`)
    return body
  }
  const { totals } = await read('/reports/sales')
  const { pending, available } = await read('/ledger/balance')
  const [best] = (await read('/reports/products')).items
  const [rita] = (await read('/reports/buyers')).items
  const { gross, fees, net } = totals
  const sums = { gross, fees, net, pending, available, balance: pending + available }
  const found = { ...sums, revenue: best.revenue, spent: rita.spent }
  return Object.fromEntries(Object.entries(found).map(([name, sum]) => [name, String(sum)]))
}

const between = /(?<=\d)[\s.,'’]+(?=\d)/gu

/** Which of the figures stand in a text, however they are written: 7654321, 76543.21, 76 543,21 €. */
export function shownIn(text: string, figures: Iterable<string>): string[] {
  const plain = text.replaceAll(between, '')
  return [...figures].filter((figure) => plain.includes(figure))
}

type Answered = { headers: Record<string, unknown>; rawPayload: Buffer; body: string }

/** All that an answer says: its head, and its body, also that of a PDF. */
export function textOf({ headers, rawPayload, body }: Answered): string {
  const isPdf = String(headers['content-type']).startsWith('application/pdf') && rawPayload.length > 0
  const said = isPdf ? pagesOf(rawPayload).flatMap(({ texts }) => texts) : [body]
  return [JSON.stringify(headers), ...said].join('\n')
}

/** Hears what an open page of somebody's is told, and opens it again whenever it is closed. */
export function listen(address: string, cookie: string, account: string) {
  const heard: string[] = []
  const url = `${address.replace('http', 'ws')}/api/v1/live?account=${account}`
  let stopped = false
  let socket: WebSocket
  const open = () => {
    socket = new WebSocket(url, { headers: { cookie, origin: 'http://localhost' } })
    socket.on('message', (text) => heard.push(String(text)))
    socket.on('error', () => undefined)
    socket.on('close', () => !stopped && setTimeout(open, 50))
  }
  open()
  const stop = () => {
    stopped = true
    socket.terminate()
  }
  return { heard, stop }
}

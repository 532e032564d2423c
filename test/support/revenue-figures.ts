import { WebSocket } from 'ws'
import { readPdfPages } from './read-pdf.ts'
import type { CastWorld } from './samples/operation-samples.ts'

/** The current sums of Maison Ours, as digits of minor units, which only reports may show. */
export async function readRevenueFigures({ as, ours }: CastWorld): Promise<Record<string, string>> {
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

/** Which of the figures a text contains, in any notation: 7654321, 76543.21, 76 543,21 €. */
export function figuresShownIn(text: string, figures: Iterable<string>): string[] {
  const plain = text.replaceAll(between, '')
  return [...figures].filter((figure) => plain.includes(figure))
}

type Answered = { headers: Record<string, unknown>; rawPayload: Buffer; body: string }

/** The complete text of an answer: its headers, and its body, also that of a PDF. */
export function answerText({ headers, rawPayload, body }: Answered): string {
  const isPdf = String(headers['content-type']).startsWith('application/pdf') && rawPayload.length > 0
  const said = isPdf ? readPdfPages(rawPayload).flatMap(({ texts }) => texts) : [body]
  return [JSON.stringify(headers), ...said].join('\n')
}

/** Records the events of a person's open page, which is opened again whenever it is closed. */
export function recordLiveEvents(address: string, cookie: string, account: string) {
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

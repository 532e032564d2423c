import { setTimeout as rest } from 'node:timers/promises'
import type { ApiClient } from './api-client.ts'
import type { AudienceMember } from './cast-shows.ts'

/*
 * What happens in the demo's show: Selma holds an auction now and then; Inès and Karim bid and chat. While nobody
 * watches, they wait, and after `auctions` auctions they stop, so that a forgotten demo does not fill the disk.
 */
const auctions = 40
const [seconds, counterSeconds] = [30, 10]
/** The number of auctions that are held without viewers, so that the first viewer finds something. */
const overture = 1
const between = 15_000

export type DemoShow = {
  selma: ApiClient
  guests: AudienceMember[]
  /** The show's paths: for its account, and for the public. */
  own: string
  open: string
  /** Whether Selma is still on the air, and no other host in her place. */
  goesOn(): Promise<boolean>
  signal: AbortSignal
}
type Lot = { product: string; quantity: number; sale: string }
type Auction = {
  id: string
  show: string
  endsAt: string
  now: number
  minimum: number
  startingBid: number
  leader: string | null
  status: string
}

const lines = [
  ['Bonsoir tout le monde !', 'Hi all, just got in'],
  ['Oh, l’ours a un foulard cette fois', 'That glaze is lovely'],
  ['Les assiettes passent au lave-vaisselle ?', 'How big is the plate?'],
  ['Le bleu est superbe sous cette lumière', 'I still use the bowl from last time every morning'],
  ['Je cherche un cadeau pour ma sœur', 'Could you turn it once more, please?'],
  ['Trop mignon, cet ours', 'The bear is watching us'],
  ['La dernière m’a échappé de peu…', 'I will not let the next one go'],
  ['Ça part vite ce soir !', 'Good price for something made by hand'],
  ['Vous livrez en Belgique ?', 'Is the small bear still there?'],
  ['Merci pour l’émission', 'Best part of my Sunday, whatever day it is'],
] as const

export async function runDemoAuctions(evening: DemoShow): Promise<void> {
  const home = new AbortController()
  const signal = AbortSignal.any([evening.signal, home.signal])
  const all = [
    holdAuctions(evening).finally(() => home.abort()),
    ...evening.guests.map((_, nth) => chat(nth)),
  ]
  await Promise.all(all)

  async function chat(nth: number) {
    const first = Math.floor(Math.random() * lines.length)
    for (let line = first; await pause(10_000 + Math.random() * 10_000, signal); line++) {
      if (line >= first + 2 && !(await isWatched(evening))) continue
      const text = lines[line % lines.length]?.[nth % 2]
      await evening.guests[nth]?.client.post(`${evening.open}/chat`, { text })
    }
  }
}

async function holdAuctions(evening: DemoShow) {
  const { selma, own, signal, goesOn } = evening
  for (let held = 0; held < auctions; ) {
    if (!(await pause(held < overture ? 2000 : between, signal))) return
    while (held >= overture && !(await isWatched(evening))) if (!(await pause(2000, signal))) return
    const { items } = (await selma.get(`${own}/products`)).body as { items: Lot[] }
    const lots = items.filter(({ sale, quantity }) => sale === 'auction' && quantity > 0)
    const lot = lots[held % lots.length]
    if (!lot || !(await goesOn())) return
    const { product } = lot
    const begun = await selma.post(`${own}/auctions`, { product, seconds, counterSeconds })
    if (begun.status !== 201) continue
    held++
    await bidOn(evening, begun.body)
  }
  await selma.post(`${own}/chat`, { text: 'That was the last one for now. Thank you all!' })
}

/** The guests outbid each other and other bidders, up to a limit of their own. */
async function bidOn({ selma, guests, open, signal }: DemoShow, { id, show, startingBid }: Auction) {
  const worth = guests.map(() => startingBid * (1.2 + Math.random()))
  for (let turn = 0; await pause(3000 + Math.random() * 3000, signal); turn++) {
    const { items } = (await selma.get(`${open}/auctions`)).body as { items: Auction[] }
    const now = items.find((auction) => auction.id === id)
    if (now?.status !== 'running') return
    const nth = turn % guests.length
    const [guest, left] = [guests[nth] as AudienceMember, Date.parse(now.endsAt) - now.now]
    const amongThemselves = guests.some(({ account }) => account === now.leader)
    if (now.minimum > (worth[nth] ?? 0) || now.leader === guest.account) continue
    if (amongThemselves && left < (counterSeconds + 1) * 1000) continue
    await guest.client.post(`${guest.path}/bids`, { show, auction: id, amount: now.minimum })
  }
}

async function isWatched({ selma, own }: DemoShow): Promise<boolean> {
  return (await selma.get(`${own}/counters`)).body.viewers > 0
}

/** @returns false if the demo has been stopped */
async function pause(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  await rest(milliseconds, undefined, { signal }).catch(() => undefined)
  return !signal.aborted
}

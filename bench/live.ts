import { loadavg } from 'node:os'
import { setTimeout as rest } from 'node:timers/promises'
import { openShowUnderLoad, type ShowUnderLoad, startChatViewers } from './show-under-load.ts'

/*
 * Measures how much chat and how many bids a show can handle on this machine: `npm run bench:live [chat|bids]…`. The
 * database, the node, the viewers and the bidders share the machine, so the figures are for all of them together.
 */
const wanted = process.argv.slice(2)
const [viewers, bidders, seconds] = [1000, 20, 10]

const say = (line: string) => console.log(line)
const load = () => loadavg()[0]?.toFixed(1)
const at = (sorted: number[], share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0)

const hall = await openShowUnderLoad(50)
try {
  say(`load before: ${load()}`)
  for (const [name, measure] of Object.entries({ chat, bids })) {
    if (wanted.length === 0 || wanted.includes(name)) await measure(hall)
  }
} finally {
  await hall.close()
}

/** Sends lines at a steady rate, which is increased until they arrive late. */
async function chat({ guests, ask, show }: ShowUnderLoad) {
  const seats = await startChatViewers(hall, viewers)
  for (const pace of [2, 5, 10, 20, 30, 50, 75, 100, 150, 200]) {
    await seats.heard()
    let [taken, refused] = [0, 0]
    const begun = Date.now()
    const answers: Promise<void>[] = []
    for (let nth = 0; nth < pace * seconds; nth++) {
      await rest(Math.max(0, begun + (nth * 1000) / pace - Date.now()))
      const guest = guests[nth % guests.length] as (typeof guests)[number]
      const line = ask(guest, `/shows/${show}/chat`, { text: `${Date.now()} Hello everybody, what a night!` })
      answers.push(line.then(({ status }) => void (status < 300 ? taken++ : refused++)))
    }
    await Promise.all(answers)
    const took = (Date.now() - begun) / 1000
    await rest(1500)
    const { lines, open, p50, p99 } = await seats.heard()
    say(
      `chat: ${(taken / took).toFixed(1)} lines/s to ${open} viewers (${Math.round(lines / took)} deliveries/s, ` +
        `${((lines * 100) / taken / viewers).toFixed(1)} % arrived, ${refused} refused): p50 ${p50} ms, p99 ${p99} ms; load ${load()}`,
    )
    if (p99 > 2000 || open < viewers) break
  }
  seats.leave()
}

/** Each bidder sends the next bid once the last one is answered: first without viewers, then with many. */
async function bids({ guests, ask, show, auction }: ShowUnderLoad) {
  const id = await auction()
  let amount = 0
  for (const [at_once, watching] of [
    [1, 0],
    [bidders, 0],
    [bidders, viewers],
  ] as const) {
    const seats = watching > 0 ? await startChatViewers(hall, watching) : undefined
    const times: number[] = []
    const counts = new Map<string, number>()
    const begun = Date.now()
    const until = begun + seconds * 1000
    await Promise.all(
      guests.slice(0, at_once).map(async (guest) => {
        while (Date.now() < until) {
          amount += 5_000
          const sent = performance.now()
          const { status, body } = await ask<{ code?: string }>(guest, `${guest.path}/bids`, {
            show,
            auction: id,
            amount,
          })
          times.push(performance.now() - sent)
          const what = status === 201 ? 'taken' : (body.code ?? String(status))
          counts.set(what, (counts.get(what) ?? 0) + 1)
        }
      }),
    )
    const took = (Date.now() - begun) / 1000
    times.sort((one, other) => one - other)
    await rest(1500)
    const heard = await seats?.heard()
    seats?.leave()
    say(
      `bids: ${at_once} bidders, ${watching} viewers: ${(times.length / took).toFixed(1)} bids/s on one auction ` +
        `(${[...counts].map(([what, count]) => `${count} ${what}`).join(', ')}), ` +
        `p50 ${at(times, 0.5)} ms, p99 ${at(times, 0.99)} ms` +
        `${heard ? `; ${Math.round(heard.other / took)} deliveries/s` : ''}; load ${load()}`,
    )
  }
}

import { sql } from 'drizzle-orm'
import type { Running } from '../src/start.ts'
import { type Client, ok } from './client.ts'
import { memberId, type Stage } from './load.ts'
import { cast, type Name } from './people.ts'
import { photoOf } from './photos.ts'

/** A conversation of the demo, line by line: who says what, and how many hours ago the last of it was. */
type Letter = {
  buyer: Name
  /** Of orders: in which state, and holding what. */
  about?: { kind: 'product' } | { kind: 'order'; status: string; title?: string }
  hours: number
  lines: (Said | ((of: Told) => Promise<unknown>))[]
}
type Said = [Name | 'buyer', string]
/** What a line of a conversation can be besides words. */
type Told = { team: string; buyer: { client: Client; path: string } }

/** Customers who wrote to Maison Ours, in both languages; and Maison Ours, which asked Fox & Fern. */
export async function writeLetters(running: Running, stage: Stage): Promise<void> {
  for (const letter of letters(stage)) await write(running, stage, letter)
  const { as, ours, fox } = stage
  const asked = await ok(
    as.marc.post(`${ours}/seller-conversations`, {
      shop: cast.rita.username,
      text: 'Hello, could you put ten packs of the first series aside for us until Friday?',
    }),
  )
  const answer = 'Gladly. They are yours until Friday evening.'
  await ok(as.rita.post(`${fox}/conversations/${asked.conversation}/messages`, { text: answer }))
  for (const [title, text] of saved) await ok(as.selma.post(`${ours}/saved-replies`, { title, text }))
}

const saved = [
  [
    'On its way',
    'Hello {buyer}, your order {order} left us today. You will find its tracking number in your purchases.',
  ],
  ['Où est ma commande ?', 'Bonjour {buyer}, ta commande {order} part demain matin. Merci de ta patience !'],
  [
    'Return within 14 days',
    'Hello {buyer}, of course. Send it back to {shop} within 14 days, in the box that it came in.',
  ],
] as const

const letters = ({ as, ours }: Stage): Letter[] => {
  const give = (name: Name) => async (of: Told) =>
    as.olga.patch(of.team, { assignee: await memberId(as.olga, ours, cast[name].name) })
  return [
    {
      buyer: 'edda',
      about: { kind: 'product' },
      hours: 70,
      lines: [
        ['buyer', 'Hi, does the linen shirt shrink in the wash?'],
        ['selma', 'Hello Edda, it was washed before it was sewn: at 30 degrees it stays as it is.'],
        ['buyer', 'Perfect, thank you.'],
        ({ team }) => as.selma.patch(team, { closed: true }),
      ],
    },
    {
      buyer: 'selma',
      hours: 26,
      lines: [
        ['buyer', 'Could I pick my order up at the studio instead?'],
        ({ team }) =>
          as.theo.post(`${team}/notes`, { text: 'Selma writes as a customer here. I would let her.' }),
      ],
    },
    {
      buyer: 'rita',
      about: { kind: 'order', status: 'completed', title: 'bear' },
      hours: 3,
      lines: [
        ['buyer', 'Hello, the bear arrived with a chip in its ear. See the photo.'],
        photo('Ceramic bear, large'),
        give('theo'),
        ['theo', 'Oh no, I am sorry. Give me a moment, I will ask what we can do.'],
        ({ team }) =>
          as.theo.post(`${team}/notes`, {
            text: 'It left here whole, I packed it myself. I suggest that we refund a third of it: @Selma, do you agree?',
          }),
        ['buyer', 'Thank you. No hurry.'],
      ],
    },
    {
      buyer: 'bruno',
      about: { kind: 'order', status: 'pending_fulfillment' },
      hours: 0.4,
      lines: [
        ['buyer', 'Bonjour, est-ce que ma commande part avant le week-end ? C’est pour un anniversaire.'],
        ['buyer', 'Le lien de suivi ne montre encore rien : https://www.laposte.fr/outils/suivre-vos-envois'],
      ],
    },
  ]
}

async function write(running: Running, stage: Stage, { buyer, about, hours, lines }: Letter): Promise<void> {
  const { as, own, ours } = stage
  const path = `/accounts/${own[buyer]}`
  let of: Told | undefined
  for (const line of lines) {
    if (typeof line === 'function') await line(of as Told)
    else if (!of) of = await begin(stage, buyer, path, line[1], about)
    else if (line[0] === 'buyer')
      await ok(of.buyer.client.post(`${of.buyer.path}/messages`, { text: line[1] }))
    else await ok(as[line[0]].post(`${of.team}/messages`, { text: line[1] }))
  }
  const id = of?.team.split('/').at(-1)
  const back = `${hours} hours`
  for (const statement of [
    sql`update conversations set last_at = last_at - ${back}::interval, created_at = created_at - ${back}::interval
      where account_id = ${ours.split('/').at(-1)} and id = ${id}`,
    sql`update conversation_entries set created_at = created_at - ${back}::interval where conversation_id = ${id}`,
  ])
    await running.database.db.execute(statement)
}

async function begin(
  { as, ours }: Stage,
  buyer: Name,
  path: string,
  text: string,
  wanted: Letter['about'],
): Promise<Told> {
  const about = wanted && { kind: wanted.kind, id: await latest(as[buyer], path, wanted) }
  const shop = cast.olga.username
  const begun = await ok(as[buyer].post(`${path}/seller-conversations`, { shop, text, about }))
  return {
    team: `${ours}/conversations/${begun.conversation}`,
    buyer: { client: as[buyer], path: `${path}/seller-conversations/${begun.conversation}` },
  }
}

type Bought = { id: string; items: { title: string }[] }

/** The latest product of Maison Ours, or the latest of one's orders that is like that. */
async function latest(buyer: Client, path: string, wanted: NonNullable<Letter['about']>): Promise<string> {
  if (wanted.kind === 'product')
    return (await ok(buyer.get(`/shops/${cast.olga.username}/products`))).items[0].id
  const bought = (await ok(buyer.get(`${path}/purchases?status=${wanted.status}`))).items as Bought[]
  const { title = '' } = wanted
  const like = bought.find(({ items }) => items.some((item) => item.title.includes(title)))
  return (like ?? bought[0])?.id as string
}

function photo(title: string) {
  return async ({ buyer }: Told) =>
    ok(buyer.client.post(`${buyer.path}/photos`, await photoOf(title, 1), { 'content-type': 'image/jpeg' }))
}

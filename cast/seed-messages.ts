import { sql } from 'drizzle-orm'
import type { RunningServer } from '../src/server/start.ts'
import { type ApiClient, bodyOrThrow } from './api-client.ts'
import { drawProductPhoto } from './draw-photos.ts'
import { type CastName, cast } from './people.ts'
import { findMemberId, type SignedInCast } from './sign-up-cast.ts'

/** A conversation of the demo, line by line: who writes what, and how many hours ago the last line was. */
type Letter = {
  buyer: CastName
  /** For an order: its status, and a title that it contains. */
  subject?: { kind: 'product' } | { kind: 'order'; status: string; title?: string }
  hours: number
  lines: (Said | ((of: Told) => Promise<unknown>))[]
}
type Said = [CastName | 'buyer', string]
/** The functions for lines that are not texts. */
type Told = { team: string; buyer: { client: ApiClient; path: string } }

/** Writes conversations of customers with Maison Ours, in both languages, and one of Maison Ours with Fox & Fern. */
export async function seedMessages(running: RunningServer, stage: SignedInCast): Promise<void> {
  for (const letter of letters(stage)) await write(running, stage, letter)
  const { as, ours, fox } = stage
  const asked = await bodyOrThrow(
    as.marc.post(`${ours}/buyer-conversations`, {
      shop: cast.rita.username,
      text: 'Hello, could you put ten packs of the first series aside for us until Friday?',
    }),
  )
  const answer = 'Gladly. They are yours until Friday evening.'
  await bodyOrThrow(as.rita.post(`${fox}/conversations/${asked.conversation}/messages`, { text: answer }))
  for (const [title, text] of saved)
    await bodyOrThrow(as.selma.post(`${ours}/saved-replies`, { title, text }))
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

const letters = ({ as, ours }: SignedInCast): Letter[] => {
  const give = (name: CastName) => async (of: Told) =>
    as.olga.patch(of.team, { assignee: await findMemberId(as.olga, ours, cast[name].name) })
  return [
    {
      buyer: 'edda',
      subject: { kind: 'product' },
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
      subject: { kind: 'order', status: 'completed', title: 'bear' },
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
      subject: { kind: 'order', status: 'pending_fulfillment' },
      hours: 0.4,
      lines: [
        ['buyer', 'Bonjour, est-ce que ma commande part avant le week-end ? C’est pour un anniversaire.'],
        ['buyer', 'Le lien de suivi ne montre encore rien : https://www.laposte.fr/outils/suivre-vos-envois'],
      ],
    },
  ]
}

async function write(
  running: RunningServer,
  stage: SignedInCast,
  { buyer, subject, hours, lines }: Letter,
): Promise<void> {
  const { as, own, ours } = stage
  const path = `/accounts/${own[buyer]}`
  let of: Told | undefined
  for (const line of lines) {
    if (typeof line === 'function') await line(of as Told)
    else if (!of) of = await begin(stage, buyer, path, line[1], subject)
    else if (line[0] === 'buyer')
      await bodyOrThrow(of.buyer.client.post(`${of.buyer.path}/messages`, { text: line[1] }))
    else await bodyOrThrow(as[line[0]].post(`${of.team}/messages`, { text: line[1] }))
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
  { as, ours }: SignedInCast,
  buyer: CastName,
  path: string,
  text: string,
  wanted: Letter['subject'],
): Promise<Told> {
  const subject = wanted && { kind: wanted.kind, id: await latest(as[buyer], path, wanted) }
  const shop = cast.olga.username
  const begun = await bodyOrThrow(as[buyer].post(`${path}/buyer-conversations`, { shop, text, subject }))
  return {
    team: `${ours}/conversations/${begun.conversation}`,
    buyer: { client: as[buyer], path: `${path}/buyer-conversations/${begun.conversation}` },
  }
}

type Bought = { id: string; items: { title: string }[] }

/** The latest product of Maison Ours, or the buyer's latest order that matches. */
async function latest(
  buyer: ApiClient,
  path: string,
  wanted: NonNullable<Letter['subject']>,
): Promise<string> {
  if (wanted.kind === 'product')
    return (await bodyOrThrow(buyer.get(`/shops/${cast.olga.username}/products`))).items[0].id
  const bought = (await bodyOrThrow(buyer.get(`${path}/purchases?status=${wanted.status}`))).items as Bought[]
  const { title = '' } = wanted
  const like = bought.find(({ items }) => items.some((item) => item.title.includes(title)))
  return (like ?? bought[0])?.id as string
}

function photo(title: string) {
  return async ({ buyer }: Told) =>
    bodyOrThrow(
      buyer.client.post(`${buyer.path}/photos`, await drawProductPhoto(title, 1), {
        'content-type': 'image/jpeg',
      }),
    )
}

import type { FastifyInstance } from 'fastify'
import { cards, connect } from '../cast/buyers.ts'
import { signIn } from '../cast/client.ts'
import { join, memberId, type Stage } from '../cast/load.ts'
import { cast, type Name, password, team } from '../cast/people.ts'
import type { Database } from '../src/ground/db.ts'
import { inventorySamples, inventoryThings } from './inventory-samples.ts'
import { messageSamples, messageThings } from './message-samples.ts'
import { windUp } from './money.ts'
import { moneySamples } from './money-samples.ts'
import { orderSamples, orderThings } from './order-samples.ts'
import { showSamples, showThings } from './show-samples.ts'
import { spendingSamples, spendingThings } from './spending-samples.ts'

export type Theatre = Stage & { app: FastifyInstance; database: Database }
export type Caller = Name | 'nobody'
export type Sample = {
  /** Of a body that is a file and not JSON. */
  type?: string
  body?: (theatre: Theatre, caller: Caller) => unknown
  /** Makes the thing that the call is about, if it may not be just any. @returns its id */
  before?: (theatre: Theatre, caller: Caller) => Promise<string | undefined>
  after?: (theatre: Theatre, caller: Caller) => Promise<unknown>
}

let made = 0
const address = () => `guest-${++made}@example.com`
const always = (body: unknown) => ({ body: () => body })

/** An input that each operation takes, by the operation's name. One without a sample fails the test. */
export const samples: Record<string, Sample> = {
  'GET /me': {},
  'PATCH /me': { body: (_, caller) => ({ language: cast[caller === 'nobody' ? 'rita' : caller].language }) },
  'POST /me/password': always({ current: password, new: password }),
  'GET /me/sessions': {},
  'DELETE /me/sessions': {},
  'DELETE /me/sessions/:session': { before: anotherSignIn },
  'GET /accounts/:account': {},
  'PATCH /accounts/:account': always({ name: 'Maison Ours' }),
  'POST /accounts/:account/password': always({ current: password, new: password }),
  'DELETE /accounts/:account': { ...always({ password }), before: allIsOver, after: restored },
  'POST /accounts/:account/restore': { before: closed },
  'GET /accounts/:account/members': {},
  'PATCH /accounts/:account/members/:member': always({ role: 'support' }),
  'DELETE /accounts/:account/members/:member': { ...always({}), before: brunoJoins },
  'POST /accounts/:account/leave': { after: back },
  'POST /accounts/:account/access-requests': always({ permission: 'team.manage' }),
  'GET /accounts/:account/invitations': {},
  'POST /accounts/:account/invitations': {
    body: () => ({ invitations: [{ email: address(), role: 'support' }] }),
  },
  'PATCH /accounts/:account/invitations/:invitation': always({ role: 'seller' }),
  'DELETE /accounts/:account/invitations/:invitation': {},
  'POST /accounts/:account/invitations/:invitation/resend': {},
  'POST /accounts/:account/invitations/:invitation/link': {},
  'POST /invitations/preview': { body: tokenTo('marc', 'selma') },
  'POST /invitations/accept': { body: tokenTo('bruno', 'edda') },
  'POST /invitations/decline': { body: tokenTo('marc', 'selma') },
  'GET /accounts/:account/activity': {},
  'GET /accounts/:account/activity.csv': {},
  ...inventorySamples,
  ...orderSamples,
  ...spendingSamples,
  ...moneySamples,
  ...showSamples,
  ...messageSamples,
  'GET /accounts/:account/payment-methods': {},
  'POST /accounts/:account/payment-methods': always({
    number: cards.good,
    expMonth: 12,
    expYear: new Date().getUTCFullYear() + 3,
    cvc: '123',
  }),
  'POST /accounts/:account/payment-methods/:method/prefer': {},
  'DELETE /accounts/:account/payment-methods/:method': {},
  'POST /accounts/:account/payment-methods/setup': {},
  'POST /accounts/:account/payment-methods/setup/complete': always({ session: 'cs_test_1' }),
  'GET /shops/:username': {},
  'GET /shops/:username/products': {},
  'GET /shops/:username/products/:product': {},
}

/** A thing of Maison Ours of each kind, new, so that whatever is done to it is done once. */
export const things: Record<string, (theatre: Theatre, path: string) => Promise<string>> = {
  account: async ({ own }) => own.olga,
  session: async () => 'ses_none',
  username: async () => cast.olga.username,
  member: async ({ as, ours }) => memberId(as.olga, ours, cast.theo.name),
  invitation: async ({ as, ours }) => {
    const invitations = [{ email: address(), role: 'support' }]
    return (await as.olga.post(`${ours}/invitations`, { invitations })).body.results[0].invitation.id
  },
  product: async ({ as, ours }) =>
    (await as.olga.post(`${ours}/products`, { title: 'Ceramic bear', price: 1600, quantity: 3 })).body.id,
  method: ({ as, ours }) => connect(as.olga, ours, cards.good),
  ...inventoryThings,
  ...orderThings,
  ...spendingThings,
  ...showThings,
  conversation: messageThings.conversation,
  reply: messageThings.reply,
  photo: (theatre, url) =>
    url.includes('conversations/')
      ? messageThings.photoSent(theatre, url)
      : inventoryThings.photo(theatre, url),
  task: (theatre, url) => (url.includes('/shipments/') ? orderThings : inventoryThings).task(theatre, url),
}

async function anotherSignIn({ app }: Theatre, caller: Caller) {
  if (caller === 'nobody') return undefined
  const { items } = (await (await signIn(app, cast[caller].email)).get('/me/sessions')).body
  return items.find(({ current }: { current: boolean }) => current).id
}

async function brunoJoins({ app, as, ours }: Theatre) {
  await join(app, as, ours, 'bruno', 'support')
  return memberId(as.olga, ours, cast.bruno.name)
}

async function back({ app, as, ours }: Theatre, caller: Caller) {
  const role = team[caller as Name]
  if (role) await join(app, as, ours, caller as Name, role)
}

/** An account with open orders or a balance is not deleted. */
async function allIsOver({ database, own }: Theatre) {
  await windUp(database, own.olga)
  return undefined
}

async function closed(theatre: Theatre) {
  const { as, ours } = theatre
  await allIsOver(theatre)
  await as.olga.delete(ours, { password })
  return undefined
}

function restored({ as, ours }: Theatre) {
  return as.olga.post(`${ours}/restore`)
}

/** A link to the caller from a shop that nobody else here works for: `host`'s, or `other`'s where that is the caller. */
function tokenTo(host: Name, other: Name) {
  return async ({ as, own }: Theatre, caller: Caller) => {
    const inviter = caller === host ? other : host
    const shop = `/accounts/${own[inviter]}`
    const email = caller === 'nobody' ? address() : cast[caller].email
    const sent = await as[inviter].post(`${shop}/invitations`, { invitations: [{ email, role: 'seller' }] })
    const { id } = sent.body.results[0].invitation
    const { url } = (await as[inviter].post(`${shop}/invitations/${id}/link`)).body
    return { token: url.split('#')[1] }
  }
}

import type { FastifyInstance } from 'fastify'
import { signInByApi } from '../../../cast/api-client.ts'
import { connectSandboxCard, sandboxCards } from '../../../cast/cards-and-addresses.ts'
import { type CastName, cast, castPassword, maisonOursTeam } from '../../../cast/people.ts'
import { findMemberId, joinAccount, type SignedInCast } from '../../../cast/sign-up-cast.ts'
import type { Database } from '../../../src/platform/database/database.ts'
import { settleOpenTrade } from '../money-fixtures.ts'
import { inventorySamples, inventoryThings } from './inventory-samples.ts'
import { messageSamples, messageThings } from './message-samples.ts'
import { orderSamples, orderThings } from './order-samples.ts'
import { payoutAndReportSamples } from './payout-and-report-samples.ts'
import { showSamples, showThings } from './show-samples.ts'
import { spendingSamples, spendingThings } from './spending-samples.ts'

export type CastWorld = SignedInCast & { app: FastifyInstance; database: Database }
export type OperationCaller = CastName | 'nobody'
export type OperationSample = {
  /** The type of a body that is a file. */
  type?: string
  body?: (theatre: CastWorld, caller: OperationCaller) => unknown
  /** Creates what the call needs. @returns its id */
  before?: (theatre: CastWorld, caller: OperationCaller) => Promise<string | undefined>
  after?: (theatre: CastWorld, caller: OperationCaller) => Promise<unknown>
}

let made = 0
const address = () => `guest-${++made}@example.com`
const always = (body: unknown) => ({ body: () => body })

/** A valid input for each operation, by name. An operation without one fails the test. */
export const operationSamples: Record<string, OperationSample> = {
  'GET /me': {},
  'PATCH /me': { body: (_, caller) => ({ language: cast[caller === 'nobody' ? 'rita' : caller].language }) },
  'POST /me/password': always({ current: castPassword, new: castPassword }),
  'GET /me/sessions': {},
  'DELETE /me/sessions': {},
  'DELETE /me/sessions/:session': { before: anotherSignIn },
  'GET /accounts/:account': {},
  'PATCH /accounts/:account': always({ name: 'Maison Ours' }),
  'POST /accounts/:account/password': always({ current: castPassword, new: castPassword }),
  'DELETE /accounts/:account': { ...always({ password: castPassword }), before: allIsOver, after: restored },
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
  ...payoutAndReportSamples,
  ...showSamples,
  ...messageSamples,
  'GET /accounts/:account/payment-methods': {},
  'POST /accounts/:account/payment-methods': always({
    number: sandboxCards.good,
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

/** Something of Maison Ours of each kind, newly created, so that a call can act on it once. */
export const thingsByParameter: Record<string, (theatre: CastWorld, path: string) => Promise<string>> = {
  account: async ({ own }) => own.olga,
  session: async () => 'ses_none',
  username: async () => cast.olga.username,
  member: async ({ as, ours }) => findMemberId(as.olga, ours, cast.theo.name),
  invitation: async ({ as, ours }) => {
    const invitations = [{ email: address(), role: 'support' }]
    return (await as.olga.post(`${ours}/invitations`, { invitations })).body.results[0].invitation.id
  },
  product: async ({ as, ours }) =>
    (await as.olga.post(`${ours}/products`, { title: 'Ceramic bear', price: 1600, quantity: 3 })).body.id,
  method: ({ as, ours }) => connectSandboxCard(as.olga, ours, sandboxCards.good),
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

async function anotherSignIn({ app }: CastWorld, caller: OperationCaller) {
  if (caller === 'nobody') return undefined
  const { items } = (await (await signInByApi(app, cast[caller].email)).get('/me/sessions')).body
  return items.find(({ current }: { current: boolean }) => current).id
}

async function brunoJoins({ app, as, ours }: CastWorld) {
  await joinAccount(app, as, ours, 'bruno', 'support')
  return findMemberId(as.olga, ours, cast.bruno.name)
}

async function back({ app, as, ours }: CastWorld, caller: OperationCaller) {
  const role = maisonOursTeam[caller as CastName]
  if (role) await joinAccount(app, as, ours, caller as CastName, role)
}

/** Completes everything, since an account with open orders or a balance cannot be deleted. */
async function allIsOver({ database, own }: CastWorld) {
  await settleOpenTrade(database, own.olga)
  return undefined
}

async function closed(theatre: CastWorld) {
  const { as, ours } = theatre
  await allIsOver(theatre)
  await as.olga.delete(ours, { password: castPassword })
  return undefined
}

function restored({ as, ours }: CastWorld) {
  return as.olga.post(`${ours}/restore`)
}

/** An invitation of the caller to a shop with no other members: `host`'s or, for that host, `other`'s. */
function tokenTo(host: CastName, other: CastName) {
  return async ({ as, own }: CastWorld, caller: OperationCaller) => {
    const inviter = caller === host ? other : host
    const shop = `/accounts/${own[inviter]}`
    const email = caller === 'nobody' ? address() : cast[caller].email
    const sent = await as[inviter].post(`${shop}/invitations`, { invitations: [{ email, role: 'seller' }] })
    const { id } = sent.body.results[0].invitation
    const { url } = (await as[inviter].post(`${shop}/invitations/${id}/link`)).body
    return { token: url.split('#')[1] }
  }
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast } from '../../../cast/people.ts'
import { findMemberId, type SignedInCast } from '../../../cast/sign-up-cast.ts'
import { openTradeWithFox, type TradeWithFox } from '../../../cast/trade-with-fox.ts'
import { openWorldWithCast } from '../../../test/support/test-world.ts'
import type { RunningServer } from '../../server/start.ts'

/* Operations on many shipments at once, and refunds. */
let world: RunningServer
let stage: SignedInCast
let market: TradeWithFox
let tasks: string
beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast())
  market = await openTradeWithFox(stage)
  tasks = `${stage.ours}/shipments/tasks`
})
afterAll(() => world.stop())

const shipment = async (id: string) => (await stage.as.theo.get(`${stage.ours}/shipments/${id}`)).body
async function packed(sale: Parameters<TradeWithFox['sell']>[0] = {}): Promise<string> {
  const { order } = await market.sell(sale)
  const { id } = (await stage.as.theo.get(`${stage.ours}/orders/${order}`)).body.shipment
  await stage.as.theo.post(`${stage.ours}/shipments/${id}/packed`)
  return id
}
const ended = (id: string) =>
  expect
    .poll(async () => (await stage.as.theo.get(`${tasks}/${id}`)).body)
    .toMatchObject({
      status: expect.stringMatching(/finished|stopped/),
    })

describe('many shipments at once', () => {
  test('get their labels in one file; a shipment that cannot get one has a reason and does not stop the others', async () => {
    const shipments = [await packed(), await packed({ weightGrams: 0 }), await packed()]
    const { status, body } = await stage.as.theo.post(tasks, { act: 'label', shipments })
    expect([status, body.total, body.by]).toEqual([201, 3, 'Théo Blanc'])
    await ended(body.id)
    const done = (await stage.as.theo.get(`${tasks}/${body.id}`)).body
    expect([done.status, done.done, done.failed]).toEqual(['finished', 2, 1])
    expect(done.problems[0].message).toBe('Indique d’abord le poids du colis.')
    const statuses = await Promise.all(shipments.map(async (id) => (await shipment(id)).status))
    expect(statuses).toEqual(['label_generated', 'created', 'label_generated'])

    const file = await world.app.inject({
      url: `/api/v1${stage.ours}/shipments-labels.pdf?task=${body.id}`,
      headers: { cookie: stage.as.theo.cookie },
    })
    expect(file.rawPayload.toString('latin1').match(/\/Type \/Page\n/g)?.length).toBe(2)

    const all = { act: 'dropped_off', shipments }
    const sent = (await stage.as.theo.post(tasks, all)).body
    await ended(sent.id)
    expect((await stage.as.theo.get(tasks)).body.items[0]).toMatchObject({ id: sent.id, done: 2, failed: 1 })
  })

  test('of another shop are not found, and no task is started', async () => {
    const mine = await packed()
    const answer = await stage.as.rita.post(`${stage.fox}/shipments/tasks`, {
      act: 'label',
      shipments: [mine],
    })
    expect(answer.body.code).toBe('not_found')
    expect((await shipment(mine)).status).toBe('created')
  })

  test('are not processed further when the access of the member who started the task ends', async () => {
    const shipments: string[] = []
    for (let count = 0; count < 25; count++) shipments.push(await packed())
    const { body } = await stage.as.theo.post(tasks, { act: 'label', shipments })
    await stage.as.olga.delete(
      `${stage.ours}/members/${await findMemberId(stage.as.olga, stage.ours, cast.theo.name)}`,
    )
    await expect
      .poll(async () => (await stage.as.selma.get(`${tasks}/${body.id}`)).body.status)
      .toMatch(/stopped|finished/)
    const { done, status } = (await stage.as.selma.get(`${tasks}/${body.id}`)).body
    const labelled = (await stage.as.selma.get(`${stage.ours}/shipments?status=label_generated`)).body.items
    expect(labelled.filter(({ id }: { id: string }) => shipments.includes(id)).length).toBe(done)
    expect(status === 'stopped' || done === 25).toBe(true)
    const invitations = [{ email: cast.theo.email, role: 'support' }]
    const [sent] = (await stage.as.olga.post(`${stage.ours}/invitations`, { invitations })).body.results
    const { url } = (await stage.as.olga.post(`${stage.ours}/invitations/${sent.invitation.id}/link`)).body
    await stage.as.theo.post('/invitations/accept', { token: url.split('#')[1] })
  })
})

describe('a refund', () => {
  const refund = (order: string, amount: number, by = stage.as.selma, headers = {}) =>
    by.post(`${stage.ours}/orders/${order}/refunds`, { amount, reason: 'A chip in the glaze' }, headers)

  test('is made by members who may, in parts, each once, and never above what was paid', async () => {
    const { order, total } = await market.sell()
    const key = { 'idempotency-key': `refund-${order}` }
    const { status, body } = await refund(order, 500, stage.as.selma, key)
    expect([status, body.refundable, body.refunds[0].status]).toEqual([201, total - 500, 'succeeded'])
    expect((await refund(order, 500, stage.as.selma, key)).body.refunds.length).toBe(1)
    expect((await refund(order, total)).body.code).toBe('refund_too_high')
    expect((await refund(order, 500, stage.as.theo)).body.permission).toBe('cancellations.resolve')
    expect((await refund(order, total - 500)).body.refundable).toBe(0)
    expect((await refund(order, 1)).body.code).toBe('refund_too_high')
    expect((await stage.as.rita.get(`${stage.fox}/purchases/${order}`)).body.refunded).toBe(total)
  })

  test('is suggested by Support, and made or dismissed by members who may', async () => {
    const { order, total } = await market.sell()
    const path = `${stage.ours}/orders/${order}`
    const suggest = (amount: number) => stage.as.theo.post(`${path}/refund-suggestions`, { amount })
    expect((await suggest(total + 1)).body.code).toBe('refund_too_high')
    const [one] = (await suggest(300)).body.refunds
    const [, other] = (await suggest(400)).body.refunds
    expect([one.status, one.by, other.amount]).toEqual(['suggested', 'Théo Blanc', 400])
    expect((await stage.as.theo.post(`${path}/refunds/${one.id}/accept`)).status).toBe(403)
    expect((await stage.as.theo.post(`${path}/refunds/${one.id}/dismiss`)).status).toBe(403)
    const { refunds, refundable } = (await stage.as.selma.post(`${path}/refunds/${one.id}/accept`)).body
    expect([refunds[0].status, refunds[0].decidedBy, refundable]).toEqual([
      'succeeded',
      'Selma Diop',
      total - 300,
    ])
    expect((await stage.as.selma.post(`${path}/refunds/${one.id}/accept`)).body.code).toBe('not_now')
    const after = (await stage.as.selma.post(`${path}/refunds/${other.id}/dismiss`)).body
    expect([after.refunds[1].status, after.refundable]).toEqual(['dismissed', total - 300])
    const seen = (await stage.as.rita.get(`${stage.fox}/purchases/${order}`)).body
    expect(seen.history.map(({ what }: { what: string }) => what)).toEqual(['placed', 'paid', 'refunded'])
  })
})

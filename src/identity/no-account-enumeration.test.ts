import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiClient, type ApiReply, makeApiClient, signUpByApi } from '../../cast/api-client.ts'
import { cast, castPassword } from '../../cast/people.ts'
import { openWorld } from '../../test/support/test-world.ts'
import type { RunningServer } from '../server/start.ts'

/**
 * Neither an answer nor the time it takes reveals whether an address has a sign-in. Each request is made for an
 * address with a sign-in, for one that was never confirmed, and for an unknown one; the medians of their times may
 * differ by less than `bound` milliseconds. On a busy machine a median may fall on the next multiple by chance, so a
 * measurement may be made three times. A difference in the work itself would show each time.
 */
const samples = 9
const bound = 50
const unproven = 'nadia@example.com'

let world: RunningServer
let visitor: ApiClient
beforeAll(async () => {
  world = await openWorld({}, 'without jobs')
  visitor = makeApiClient(world.app)
  await signUpByApi(world.app, cast.olga)
  await visitor.post('/api/auth/sign-up/email', {
    name: 'Nadia',
    email: unproven,
    password: castPassword,
    username: 'nadia',
  })
})
afterAll(() => world.stop())

/** The shape of an answer: ids, times and the requested address are replaced by placeholders. */
const form = ({ status, body, headers }: ApiReply, address: string) =>
  JSON.stringify({ status, names: Object.keys(headers).sort(), body })
    .replaceAll(address, 'address')
    .replaceAll(/wish-\d+/g, 'wish')
    .replaceAll(/\b([a-z]{3})_[0-9a-z]{26}\b/g, '$1_id')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time')

let wishes = 0
type Ask = (email: string) => Promise<ApiReply>
const asks: Record<string, { ask: Ask; status: number }> = {
  'signing up': {
    status: 200,
    ask: (email) =>
      visitor.post('/api/auth/sign-up/email', {
        name: 'Nadia',
        email,
        password: castPassword,
        username: `wish-${wishes++}`,
      }),
  },
  'asking for a new password': {
    status: 200,
    ask: (email) => visitor.post('/api/auth/request-password-reset', { email }),
  },
  'asking for the confirmation again': {
    status: 200,
    ask: (email) => visitor.post('/api/auth/send-verification-email', { email }),
  },
  'signing in with a wrong password': {
    status: 401,
    ask: (email) => visitor.post('/api/auth/sign-in/email', { email, password: 'not-her-password' }),
  },
}

const median = (times: number[]) => times.toSorted((a, b) => a - b)[times.length >> 1] as number

const whose = [() => cast.olga.email, () => unproven, (nth: number) => `nobody-${nth}@example.com`]

test.each(Object.entries(asks))(
  '%s: the same answer in the same time for every address',
  { retry: 2 },
  async (_, { ask, status }) => {
    const times = whose.map(() => [] as number[])
    const forms = new Set<string>()
    const timed = async (kind: number, nth: number) => {
      const email = whose[kind]?.(nth) as string
      const started = performance.now()
      const reply = await ask(email)
      times[kind]?.push(performance.now() - started)
      expect(reply.status).toBe(status)
      forms.add(form(reply, email))
    }

    // Sends all three at once, so that other load on the machine affects them equally. Each is sent first in turn.
    for (let sample = 0; sample < samples; sample++)
      await Promise.all(
        whose.map((_, one) => timed((one + sample) % whose.length, sample * whose.length + one)),
      )

    expect([...forms]).toHaveLength(1)
    const medians = times.map(median)
    expect(Math.max(...medians) - Math.min(...medians)).toBeLessThan(bound)
  },
)

test('signing in directly after signing up: the same answer, whether or not the address had an account', async () => {
  const forms = new Set<string>()
  for (const [nth, email] of [cast.olga.email, unproven, 'nobody-at-all@example.com'].entries()) {
    const tried = { email, password: 'a squatter’s password' }
    await visitor.post('/api/auth/sign-up/email', { ...tried, name: 'Not me', username: `not-me-${nth}` })
    forms.add(form(await visitor.post('/api/auth/sign-in/email', tried), email))
  }
  expect([...forms]).toHaveLength(1)
})

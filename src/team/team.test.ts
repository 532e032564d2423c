import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadCast, memberId, type Stage } from '../../cast/load.ts'
import { openWorld } from '../../test/world.ts'
import type { Running } from '../start.ts'

let world: Running
let stage: Stage
beforeAll(async () => {
  world = await openWorld()
  stage = await loadCast(world.app)
})
afterAll(() => world.stop())

test('the cast is on stage', async () => {
  const { as, ours } = stage
  expect(
    (await as.olga.get(`${ours}/members`)).body.items.map(
      (m: { name: string; role: string }) => `${m.name}: ${m.role}`,
    ),
  ).toEqual([
    'Olga Ours: owner',
    'Marc Aubert: admin',
    'Selma Diop: seller',
    'Théo Blanc: support',
    'Edda Lind: seller',
  ])
  void memberId
  void describe
})

import { createHash, createHmac, randomBytes } from 'node:crypto'

/** A seed, and what is shown of it before the draw: nobody can choose it after they know who entered. */
export function newSeed(): { seed: string; commitment: string } {
  const seed = randomBytes(32).toString('hex')
  return { seed, commitment: createHash('sha256').update(seed).digest('hex') }
}

/** Which of the entries wins, counted from 0: as Giveaway says it, so that anybody can do it again. */
export const drawn = (seed: string, entries: string[]): number =>
  createHmac('sha256', seed).update(entries.join('\n')).digest().readUIntBE(0, 6) % entries.length

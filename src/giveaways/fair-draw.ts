import { createHash, createHmac, randomBytes } from 'node:crypto'

/**
 * A random seed and its hash. Because the hash is shown from the start, the seed cannot be chosen after it is known who
 * entered.
 */
export function newDrawSeed(): { seed: string; commitment: string } {
  const seed = randomBytes(32).toString('hex')
  return { seed, commitment: createHash('sha256').update(seed).digest('hex') }
}

/** The index of the winning entry. `Giveaway` describes the computation, so that anybody can repeat it. */
export const drawWinner = (seed: string, entries: string[]): number =>
  createHmac('sha256', seed).update(entries.join('\n')).digest().readUIntBE(0, 6) % entries.length

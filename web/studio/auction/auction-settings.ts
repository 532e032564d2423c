/** The settings of the last auction on this device, which are the defaults of the next one. */
export type AuctionSettings = { seconds: number; counterSeconds: number; suddenDeath: boolean }

const key = 'stagedoor.auction'
const usual: AuctionSettings = { seconds: 60, counterSeconds: 10, suddenDeath: false }

export function lastAuctionSettings(): AuctionSettings {
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<AuctionSettings>) }
  } catch {
    return usual
  }
}

export const saveAuctionSettings = ({ seconds, counterSeconds, suddenDeath }: AuctionSettings) =>
  localStorage.setItem(key, JSON.stringify({ seconds, counterSeconds, suddenDeath }))

/** How the last auction was run on this device: the next begins with it. */
export type Settings = { seconds: number; counterSeconds: number; suddenDeath: boolean }

const key = 'stagedoor.auction'
const usual: Settings = { seconds: 60, counterSeconds: 10, suddenDeath: false }

export function lastSettings(): Settings {
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Settings>) }
  } catch {
    return usual
  }
}

export const keepSettings = ({ seconds, counterSeconds, suddenDeath }: Settings) =>
  localStorage.setItem(key, JSON.stringify({ seconds, counterSeconds, suddenDeath }))

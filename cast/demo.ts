import { readConfig } from '../src/ground/config.ts'
import { start } from '../src/start.ts'
import { signIn } from './client.ts'
import { writeLetters } from './letters.ts'
import { loadCast, loadProducts } from './load.ts'
import { cast, password, team } from './people.ts'
import { openPremiere } from './premiere.ts'
import { playSeason } from './season.ts'

/** Starts Stagedoor with the cast on stage, in a folder of its own (DATA_DIR), with mail at /mailbox and the sandbox. */
const without = {
  SMTP_URL: '',
  DATABASE_URL: '',
  STRIPE_SECRET_KEY: '',
  STRIPE_WEBHOOK_SECRET: '',
  MEDIA_URL: '',
}
const config = readConfig({ DATA_DIR: './data-demo', ...process.env, ...without })
const running = await start(config)

const there = await signIn(running.app, cast.olga.email).catch(() => undefined)
if (!there) {
  console.log('Bringing the cast on stage and playing a season (once, about half a minute)…')
  const stage = await loadCast(running.app)
  await loadProducts(stage)
  await playSeason(running, stage)
  await writeLetters(running, stage)
  await stage.as.marc.post(`${stage.ours}/invitations`, {
    invitations: [
      { email: 'nadia@example.com', role: 'seller', locale: 'en' },
      { email: 'jules@example.com', role: 'support', locale: 'fr' },
    ],
  })
}

const premiere = await openPremiere(running.app).catch((error: Error) => {
  console.log(`No show is on the air: ${error.message}.`)
})

console.log(`\nStagedoor is at ${config.publicUrl}, its mail at ${config.publicUrl}/mailbox`)
console.log(`Everybody's password is ${password}. Who can sign in:`)
for (const [name, { email }] of Object.entries(cast)) {
  console.log(`  ${email.padEnd(28)} ${roleOf(name)}`)
}
if (premiere) {
  console.log(`\nA show of Maison Ours is on the air: watch it at ${config.publicUrl}${premiere.path}`)
  console.log('Selma is on the air in it: sign in as her and open its studio to take it over.')
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, leave)

async function leave() {
  await premiere?.stop().catch((error: Error) => console.log(error.message))
  await running.stop()
  process.exit(0)
}

function roleOf(name: string): string {
  if (name === 'olga') return 'Owner of Maison Ours'
  if (name === 'rita') return 'Owner of Fox & Fern'
  const role = team[name as keyof typeof team]
  return role
    ? `${role[0]?.toUpperCase()}${role.slice(1)} of Maison Ours`
    : 'has no access to Maison Ours any more'
}

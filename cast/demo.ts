import { readConfig } from '../src/platform/config.ts'
import { startServer } from '../src/server/start.ts'
import { signInByApi } from './api-client.ts'
import { cast, castPassword, maisonOursTeam } from './people.ts'
import { startDemoLiveShow } from './seed-live-show.ts'
import { seedMessages } from './seed-messages.ts'
import { seedOrders } from './seed-orders.ts'
import { seedProducts, signUpCast } from './sign-up-cast.ts'

/** Starts Stagedoor with the cast in a folder of its own (DATA_DIR), with mail at /mailbox and the sandbox. */
const without = {
  SMTP_URL: '',
  DATABASE_URL: '',
  STRIPE_SECRET_KEY: '',
  STRIPE_WEBHOOK_SECRET: '',
  MEDIA_URL: '',
}
const config = readConfig({ DATA_DIR: './data-demo', ...process.env, ...without })
const running = await startServer(config)

const there = await signInByApi(running.app, cast.olga.email).catch(() => undefined)
if (!there) {
  console.log('Bringing the cast on stage and playing a season (once, about half a minute)…')
  const stage = await signUpCast(running.app)
  await seedProducts(stage)
  await seedOrders(running, stage)
  await seedMessages(running, stage)
  await stage.as.marc.post(`${stage.ours}/invitations`, {
    invitations: [
      { email: 'nadia@example.com', role: 'seller', locale: 'en' },
      { email: 'jules@example.com', role: 'support', locale: 'fr' },
    ],
  })
}

const premiere = await startDemoLiveShow(running.app).catch((error: Error) => {
  console.log(`No show is on the air: ${error.message}.`)
})

console.log(`\nStagedoor is at ${config.publicUrl}, its mail at ${config.publicUrl}/mailbox`)
console.log(`Everybody's password is ${castPassword}. Who can sign in:`)
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
  const role = maisonOursTeam[name as keyof typeof maisonOursTeam]
  return role
    ? `${role[0]?.toUpperCase()}${role.slice(1)} of Maison Ours`
    : 'has no access to Maison Ours any more'
}

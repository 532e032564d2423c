import { startClock } from './auctions/clock.ts'
import { tellTeam } from './chat/writing.ts'
import type { Admission } from './door/admission.ts'
import { openLive } from './door/live.ts'
import { openBus } from './ground/bus.ts'
import type { Config } from './ground/config.ts'
import type { Database } from './ground/db.ts'
import { keepShows } from './shows/keeping.ts'
import { cutWith, heardByRelay } from './shows/video.ts'
import { watchable } from './shows/watchable.ts'
import { makeTill } from './till.ts'
import { openRelay } from './video/relay.ts'

/** What goes on by itself while a node runs: what it hears and pushes, pictures, the auctions' clock. */
export async function openStage(database: Database, config: Config, admission: Admission) {
  const till = makeTill(database, config)
  const bus = await openBus(database)
  const live = openLive(bus, admission, watchable(database))
  const opened = await openRelay({
    publicIp: config.publicIp,
    port: config.mediaPort,
    host: config.host,
    mostViewers: config.viewersPerShow,
    heard: heardByRelay(database),
  })
  const relay = cutWith(bus, opened)
  const clock = startClock({ till, bands: config.shippingBands }, bus)
  const shows = keepShows(database, live.watching, (tx, account, show, host) =>
    tellTeam(tx, account, show, 'lost', host),
  )
  return {
    till,
    live,
    relay,
    close: async () => {
      live.close()
      await relay.close()
      await clock.close()
      await shows.close()
      await bus.close()
    },
  }
}

import type { Admission } from '../access/admission.ts'
import { auctionEnding } from '../auctions/close-auction.ts'
import { startSimulatedBuyers } from '../auctions/simulated-buyers.ts'
import { writeTeamLine } from '../chat/write-line.ts'
import { giveawayEnding } from '../giveaways/draw-giveaway.ts'
import { openLiveConnections } from '../live/live-connections.ts'
import { keepDatabaseTime } from '../platform/clock-skew.ts'
import type { Config } from '../platform/config.ts'
import type { Database } from '../platform/database/database.ts'
import { openEventBus } from '../platform/events.ts'
import { startEndTimer } from '../shows/end-timer.ts'
import { monitorShows } from '../shows/monitor.ts'
import { cutEndedBroadcasts, recordPictureState } from '../shows/show-video.ts'
import { findWatchableShow } from '../shows/watchable-show.ts'
import { openRelay } from '../video/relay.ts'
import { makePaymentService } from './payment-service.ts'

/**
 * Starts what runs without a request: the event bus, live connections, the video relay and the timers that end
 * auctions.
 */
export async function startBackground(database: Database, config: Config, admission: Admission) {
  const clock = await keepDatabaseTime(database)
  const paymentService = makePaymentService(database, config)
  const bus = await openEventBus(database)
  const live = openLiveConnections(bus, admission, findWatchableShow(database))
  const opened = await openRelay({
    publicIp: config.publicIp,
    port: config.mediaPort,
    host: config.host,
    mostViewers: config.viewersPerShow,
    heard: recordPictureState(database),
  })
  const relay = cutEndedBroadcasts(bus, opened)
  const endTimer = startEndTimer(bus, [
    auctionEnding({ paymentService, bands: config.shippingBands }),
    giveawayEnding(database),
  ])
  const rehearsals = startSimulatedBuyers(database)
  const shows = monitorShows(database, live.watching, (tx, account, show, host) =>
    writeTeamLine(tx, account, show, 'lost', host),
  )
  return {
    paymentService,
    live,
    relay,
    close: async () => {
      live.close()
      await relay.close()
      await endTimer.close()
      await rehearsals.close()
      await shows.close()
      await bus.close()
      await clock.close()
    },
  }
}

import type { z } from 'zod'
import { AuctionPush } from '../auctions/auction.ts'
import { LineGonePush, LinePush, TeamLinePush } from '../chat/chat-line.ts'
import { GiveawayPush } from '../giveaways/giveaway.ts'
import type { Jsonified } from '../http/jsonified.ts'
import { ChangedPush, HelloPush } from '../live/live-connections.ts'
import { ReplyingPush } from '../messages/team/update-conversation.ts'
import { OffAirPush, ShowPush, VideoPush, ViewersPush } from '../shows/show-events.ts'

/** Everything that is pushed over a live connection. The dashboard's types of events come from this. */
export const livePushes = {
  show: [
    HelloPush,
    ShowPush,
    LinePush,
    TeamLinePush,
    LineGonePush,
    AuctionPush,
    GiveawayPush,
    ViewersPush,
    VideoPush,
    OffAirPush,
  ],
  account: [HelloPush, ChangedPush, ReplyingPush],
} as const

type Pushed<To extends keyof typeof livePushes> = Jsonified<z.output<(typeof livePushes)[To][number]>>

/** What a connection that watches a show receives. */
export type ShowEvent = Pushed<'show'>
/** What a member's connection to their account receives. */
export type AccountEvent = Pushed<'account'>

import { z } from 'zod'
import type { Tx } from '../platform/database/database.ts'
import { definePush, type PushSchema, publish, publishPush } from '../platform/events.ts'

type ShowKey = { account: string; show: string }
type Message<S extends PushSchema> = Omit<z.output<S>, 'type'>

/** The show has changed, so pages must refetch it. */
export const ShowPush = definePush('show', {})
export const ViewersPush = definePush('viewers', { viewers: z.int() })
/** Whether the host's video arrives. */
export const VideoPush = definePush('video', { video: z.boolean() })
/** A broadcast has ended. */
export const OffAirPush = definePush('off-air', { broadcast: z.string(), handedOver: z.boolean() })

/** Publishes a message to the show's viewers, with the commit. */
export const publishToShow = <S extends PushSchema>(
  db: Tx,
  { account, show }: ShowKey,
  schema: S,
  message: Message<S>,
): Promise<void> => publishPush(db, { kind: 'show', account, show }, schema, message)

/** Publishes a message to the show's viewers who are members of its team, with the commit. */
export const publishToShowTeam = <S extends PushSchema>(
  db: Tx,
  { account, show }: ShowKey,
  schema: S,
  message: Message<S>,
): Promise<void> => publishPush(db, { kind: 'show', account, show, to: 'team' }, schema, message)

/** Publishes that the show has changed, so that open pages refetch it. */
export async function publishShowChange(db: Tx, { account, show }: ShowKey): Promise<void> {
  await publishToShow(db, { account, show }, ShowPush, {})
  await publish(db, { kind: 'changed', account, what: 'shows' })
}

import { type Said, tell } from '../ground/bus.ts'
import type { Tx } from '../ground/db.ts'

type OfShow = { account: string; show: string }

/** Says it to whoever watches the show, with the commit. */
export const say = (db: Tx, { account, show }: OfShow, said: Said): Promise<void> =>
  tell(db, { kind: 'show', account, show, say: said })

/** Says it to those of the team who are in the show. */
export const sayToTeam = (db: Tx, { account, show }: OfShow, said: Said): Promise<void> =>
  tell(db, { kind: 'show', account, show, to: 'team', say: said })

/** The show is not what it was: whoever has it before them asks for it anew. */
export async function tellChange(db: Tx, { account, show }: OfShow): Promise<void> {
  await say(db, { account, show }, { type: 'show' })
  await tell(db, { kind: 'changed', account, what: 'shows' })
}

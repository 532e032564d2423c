import { and, eq, sql } from 'drizzle-orm'
import { recordAct, serviceActor } from '../access/audit.ts'
import { lockMember, lockTeam } from '../access/locks.ts'
import { accounts, members, people } from '../access/tables.ts'
import { type Database, serviceTransaction, type Tx } from '../platform/database/database.ts'
import { publish } from '../platform/events.ts'
import { newId } from '../platform/ids.ts'

export class TransferError extends Error {}

/**
 * The operator's command: makes somebody else the account's Owner, and the former Owner an Admin. No role on an
 * account can do this.
 * @throws TransferError with a sentence for the operator
 */
export const transferOwnership = (database: Database, username: string, address: string) =>
  serviceTransaction(database, async (tx) => {
    const [account] = await tx.select().from(accounts).where(eq(accounts.username, username.toLowerCase()))
    if (!account) throw new TransferError(`There is no account with the username ${username}.`)
    if (account.eraseAt)
      throw new TransferError(`${username} is being deleted. Its Owner must undo that first.`)
    const [next] = await tx
      .select()
      .from(people)
      .where(eq(sql`lower(${people.email})`, address.toLowerCase()))
    if (!next?.emailVerified)
      throw new TransferError(`Nobody has signed up with ${address} and confirmed it.`)
    await lockTeam(tx, account.id)
    const [owner] = await tx
      .select({ person: people.id, name: people.name })
      .from(members)
      .innerJoin(people, eq(people.id, members.personId))
      .where(and(eq(members.accountId, account.id), eq(members.role, 'owner')))
    if (!owner || owner.person === next.id) throw new TransferError(`${address} owns ${username} already.`)
    for (const person of [owner.person, next.id].sort()) await lockMember(tx, account.id, person)
    await exchangeRoles(tx, account.id, owner.person, next.id)
    await recordAct(tx, serviceActor(account.id, account.name), {
      act: 'account.transferred',
      subject: { id: next.id, name: next.name },
      details: { from: owner.name, to: next.name },
    })
    for (const person of [owner.person, next.id])
      await publish(tx, { kind: 'access', account: account.id, person, ended: false })
    await publish(tx, { kind: 'changed', account: account.id, what: 'members' })
    return { account: account.name, from: owner.name, to: next.name }
  })

async function exchangeRoles(tx: Tx, account: string, from: string, to: string) {
  // The database's trigger rejects any change of the Owner unless this setting is present.
  await tx.execute(sql`select set_config('app.transfer', ${account}, true)`)
  await tx
    .update(members)
    .set({ role: 'admin' })
    .where(and(eq(members.accountId, account), eq(members.personId, from)))
  await tx
    .insert(members)
    .values({ accountId: account, id: newId('member'), personId: to, role: 'owner' })
    .onConflictDoUpdate({
      target: [members.personId, members.accountId],
      set: { role: 'owner', endsAt: null },
    })
}

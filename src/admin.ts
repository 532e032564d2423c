import { eq } from 'drizzle-orm'
import { accounts } from './access/tables.ts'
import { TransferError, transferOwnership } from './accounts/transfer-ownership.ts'
import { firstBrokenSeal, sealActivity } from './activity/seal-activity.ts'
import { resealSecondFactors } from './identity/reseal-second-factors.ts'
import { resealPayoutDetails } from './payouts/reseal-payout-details.ts'
import { type Config, ConfigurationError, readConfig } from './platform/config.ts'
import { type Database, openDatabase, serviceTransaction } from './platform/database/database.ts'
import { measureDatabaseTime } from './platform/database/database-clock.ts'
import { FolderInUse } from './platform/database/folder-lock.ts'
import { resealMail } from './platform/mail/queue-mail.ts'

/** The operator's commands, which run on the server. With the embedded database, Stagedoor must be stopped first. */
const usage = `npm run admin -- transfer-ownership <username> <e-mail>   makes that person the account's Owner
npm run admin -- verify-activity <username>               checks that nobody has altered its activity
npm run admin -- reseal                                   encrypts with SECRET what OLD_SECRETS encrypted`

class CommandError extends Error {}

async function run(database: Database, config: Config, [command, ...args]: string[]): Promise<string> {
  const [username = '', address = ''] = args
  if (command === 'transfer-ownership' && args.length === 2) {
    const { account, from, to } = await transferOwnership(database, username, address)
    return `${to} now owns ${account}. ${from} is an Admin of it.`
  }
  if (command === 'verify-activity' && args.length === 1) {
    const [account] = await database.db.select().from(accounts).where(eq(accounts.username, username))
    if (!account) throw new CommandError(`There is no account with the username ${username}.`)
    await sealActivity(database, account.id)
    const broken = await firstBrokenSeal(database, account.id)
    if (broken !== undefined)
      throw new CommandError(`The activity of ${username} was altered: seal ${broken} does not match.`)
    return `The activity of ${username} is as it was recorded.`
  }
  if (command === 'reseal' && args.length === 0) return reseal(database, config)
  throw new CommandError(usage)
}

/** Seals everything again with the current secret. Rows that no secret can open are left as they are. */
async function reseal(database: Database, { secrets }: Config): Promise<string> {
  const [details, factors, mails] = await serviceTransaction(
    database,
    async (tx) =>
      [
        await resealPayoutDetails(tx, secrets),
        await resealSecondFactors(tx, secrets),
        await resealMail(tx, secrets),
      ] as const,
  )
  const done = `Sealed: bank accounts ${details.done}, second factors ${factors.done}, mails ${mails.done}.`
  const lost = details.lost + factors.lost + mails.lost
  if (lost > 0)
    throw new CommandError(
      `${done}\n${lost} could not be opened: OLD_SECRETS lacks the secret that sealed them.`,
    )
  return `${done} OLD_SECRETS is no longer needed.`
}

try {
  const config = readConfig(process.env)
  const database = await openDatabase(config)
  try {
    await measureDatabaseTime(database.db)
    console.log(await run(database, config, process.argv.slice(2)))
  } finally {
    await database.close()
  }
} catch (error) {
  const known = [CommandError, TransferError, ConfigurationError, FolderInUse].some(
    (kind) => error instanceof kind,
  )
  console.error(known ? (error as Error).message : error)
  process.exitCode = 1
}

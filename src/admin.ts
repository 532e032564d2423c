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

/** The operator's commands, run on the server. With the embedded database, Stagedoor must be stopped first. */
const usage = `npm run admin -- transfer-ownership <username> <e-mail>   makes that person the account's Owner
npm run admin -- verify-activity <username>               checks that its activity is as it was recorded
npm run admin -- reseal                                   seals with SECRET what OLD_SECRETS sealed`

class Unknown extends Error {}

async function run(database: Database, config: Config, [command, ...given]: string[]): Promise<string> {
  const [username = '', address = ''] = given
  if (command === 'transfer-ownership' && given.length === 2) {
    const { account, from, to } = await transferOwnership(database, username, address)
    return `${to} now owns ${account}. ${from} is an Admin of it.`
  }
  if (command === 'verify-activity' && given.length === 1) {
    const [account] = await database.db.select().from(accounts).where(eq(accounts.username, username))
    if (!account) throw new Unknown(`There is no account with the username ${username}.`)
    await sealActivity(database, account.id)
    const broken = await firstBrokenSeal(database, account.id)
    if (broken !== undefined)
      throw new Unknown(`The activity of ${username} was changed: seal ${broken} does not fit.`)
    return `The activity of ${username} is as it was recorded.`
  }
  if (command === 'reseal' && given.length === 0) return reseal(database, config)
  throw new Unknown(usage)
}

/** Seals everything that is sealed with the current secret. Rows that no secret can open are left as they are. */
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
    throw new Unknown(`${done}\n${lost} could not be opened: OLD_SECRETS lacks the secret that sealed them.`)
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
  const known = [Unknown, TransferError, ConfigurationError, FolderInUse].some(
    (kind) => error instanceof kind,
  )
  console.error(known ? (error as Error).message : error)
  process.exitCode = 1
}

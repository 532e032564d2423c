import { eq } from 'drizzle-orm'
import { CannotTransfer, transfer } from './accounts/transfer.ts'
import { firstBrokenSeal, sealAll } from './activity/sealing.ts'
import { accounts } from './door/tables.ts'
import { type Config, readConfig, WrongConfiguration } from './ground/config.ts'
import { asService, type Database, openDatabase } from './ground/db.ts'
import { FolderInUse } from './ground/lock.ts'
import { resealMail } from './ground/mail.ts'
import { resealFactors } from './identity/resealing.ts'
import { resealDetails } from './payouts/resealing.ts'

/** The operator's commands, run on the server. With the embedded database, Stagedoor must be stopped first. */
const usage = `npm run admin -- transfer-ownership <username> <e-mail>   makes that person the account's Owner
npm run admin -- verify-activity <username>               checks that its activity is as it was recorded
npm run admin -- reseal                                   seals anew, with SECRET, what OLD_SECRETS sealed`

class Unknown extends Error {}

async function run(database: Database, config: Config, [command, ...given]: string[]): Promise<string> {
  const [username = '', address = ''] = given
  if (command === 'transfer-ownership' && given.length === 2) {
    const { account, from, to } = await transfer(database, username, address)
    return `${to} now owns ${account}. ${from} is an Admin of it.`
  }
  if (command === 'verify-activity' && given.length === 1) {
    const [account] = await database.db.select().from(accounts).where(eq(accounts.username, username))
    if (!account) throw new Unknown(`There is no account with the username ${username}.`)
    await sealAll(database, account.id)
    const broken = await firstBrokenSeal(database, account.id)
    if (broken !== undefined)
      throw new Unknown(`The activity of ${username} was changed: seal ${broken} does not fit.`)
    return `The activity of ${username} is as it was recorded.`
  }
  if (command === 'reseal' && given.length === 0) return reseal(database, config)
  throw new Unknown(usage)
}

/** Everything that is sealed, with the present secret. What no secret opens is left as it is. */
async function reseal(database: Database, { secrets }: Config): Promise<string> {
  const [details, factors, mails] = await asService(
    database,
    async (tx) =>
      [
        await resealDetails(tx, secrets),
        await resealFactors(tx, secrets),
        await resealMail(tx, secrets),
      ] as const,
  )
  const done = `Sealed anew: bank accounts ${details.done}, second factors ${factors.done}, mails ${mails.done}.`
  const lost = details.lost + factors.lost + mails.lost
  if (lost > 0)
    throw new Unknown(`${done}\n${lost} could not be opened: OLD_SECRETS lacks the secret that sealed them.`)
  return `${done} OLD_SECRETS is no longer needed.`
}

try {
  const config = readConfig(process.env)
  const database = await openDatabase(config)
  try {
    console.log(await run(database, config, process.argv.slice(2)))
  } finally {
    await database.close()
  }
} catch (error) {
  const known = [Unknown, CannotTransfer, WrongConfiguration, FolderInUse].some(
    (kind) => error instanceof kind,
  )
  console.error(known ? (error as Error).message : error)
  process.exitCode = 1
}

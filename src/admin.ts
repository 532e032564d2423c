import { eq } from 'drizzle-orm'
import { CannotTransfer, transfer } from './accounts/transfer.ts'
import { firstBrokenSeal, sealAll } from './activity/sealing.ts'
import { accounts } from './door/tables.ts'
import { readConfig, WrongConfiguration } from './ground/config.ts'
import { type Database, openDatabase } from './ground/db.ts'
import { FolderInUse } from './ground/lock.ts'

/** The operator's commands, run on the server. With the embedded database, Stagedoor must be stopped first. */
const usage = `npm run admin -- transfer-ownership <username> <e-mail>   makes that person the account's Owner
npm run admin -- verify-activity <username>               checks that its activity is as it was recorded`

class Unknown extends Error {}

async function run(database: Database, [command, ...given]: string[]): Promise<string> {
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
  throw new Unknown(usage)
}

try {
  const database = await openDatabase(readConfig(process.env))
  try {
    console.log(await run(database, process.argv.slice(2)))
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

import { readConfig, WrongConfiguration } from './ground/config.ts'
import { FolderInUse } from './ground/lock.ts'
import { start } from './start.ts'

/** Ends with one sentence for what the operator can mend. */
function fail(error: unknown): never {
  const known = error instanceof WrongConfiguration || error instanceof FolderInUse
  const inUse = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
  if (inUse) console.error('Another program listens on that port. Set PORT to another one.')
  else console.error(known ? (error as Error).message : error)
  process.exit(1)
}

try {
  const config = readConfig(process.env)
  const running = await start(config)
  console.log(`Stagedoor is at ${config.publicUrl}`)
  if (config.mailbox) console.log(`Its mail can be read at ${config.publicUrl}/mailbox`)
  else if (!config.smtpUrl) console.log('No mail is sent: set SMTP_URL, or nobody can sign up.')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => running.stop().then(() => process.exit(0), fail))
  }
} catch (error) {
  fail(error)
}

import { ConfigurationError, readConfig } from './platform/config.ts'
import { FolderInUse } from './platform/database/folder-lock.ts'
import { logError } from './platform/log.ts'

/**
 * Causes that the operator can repair: patterns for error codes of the system or the database, each with a sentence.
 */
const repairable: [RegExp, string][] = [
  [/^EADDRINUSE$/, 'Another program listens on that port. Set PORT to another one.'],
  [/^EADDRNOTAVAIL$/, 'HOST names an address that this machine does not have.'],
  [/^(EEXIST|ENOTDIR|EACCES|EPERM|EROFS|ENOSPC)$/, 'DATA_DIR must be a folder that can be written to.'],
  [
    /^(ECONNREFUSED|ENOTFOUND|ETIMEDOUT|28|3D|57P03)/,
    'Stagedoor cannot connect to the database of DATABASE_URL. Check its address, user and password.',
  ],
]

/** Logs the error and exits. If the operator can repair the cause, it logs one sentence instead. */
function fail(error: unknown): never {
  const { code = '', message, cause } = error as Error & { code?: string; cause?: { code?: string } }
  const sentence = repairable.find(([pattern]) => pattern.test(cause?.code ?? code))?.[1]
  if (error instanceof ConfigurationError || error instanceof FolderInUse) console.error(message)
  else if (sentence) console.error(sentence)
  else logError('start', error)
  process.exit(1)
}

try {
  const config = readConfig(process.env)
  // Loading this takes seconds. It is loaded after the configuration is read, so that a wrong setting is reported at
  // once.
  const { startServer } = await import('./server/start.ts')
  const running = await startServer(config)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => running.stop().then(() => process.exit(0), fail))
  }
  console.log(`Stagedoor is at ${config.publicUrl}`)
  if (config.mailbox) console.log(`Its mail can be read at ${config.publicUrl}/mailbox`)
  else if (!config.smtpUrl) console.log('No mail is sent: set SMTP_URL, or nobody can sign up.')
} catch (error) {
  fail(error)
}

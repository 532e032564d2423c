import { buffer } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { makeApiClient, signInByApi } from '../../cast/api-client.ts'
import { type CastMember, castPassword } from '../../cast/people.ts'
import type { RunningServer } from '../../src/server/start.ts'
import { findFreePort } from './postgres-server.ts'

/** A mail as it arrived, with the recipients of its envelope. */
export type ReceivedMail = Email & { envelope: string[] }

/** A mail server on a port of its own, which can be stopped and started again. */
export async function openMailServer() {
  const port = await findFreePort()
  const arrived: ReceivedMail[] = []
  /** The refusals for addresses that the server does not accept. */
  const answers = new Map<string, { code: number; text: string }>()

  const make = () =>
    new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: ({ address }, _, done) => {
        const no = answers.get(address)
        done(no && Object.assign(new Error(no.text), { responseCode: no.code }))
      },
      onData: (stream, { envelope }, done) => {
        buffer(stream)
          .then((raw) => PostalMime.parse(raw))
          .then((mail) => {
            arrived.push({ ...mail, envelope: envelope.rcptTo.map(({ address }) => address) })
            done()
          }, done)
      },
    })
  let server = make()
  const open = () => new Promise<void>((done) => server.listen(port, '127.0.0.1', () => done()))
  const close = () => new Promise<void>((done) => server.close(() => done()))
  await open()

  const sentTo = (address: string) => arrived.filter(({ envelope }) => envelope.includes(address))
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    answers,
    sentTo,
    /** Waits for a mail to an address whose text contains this, and returns the latest. */
    mailTo: async (address: string, text = ''): Promise<ReceivedMail> => {
      for (const until = Date.now() + 20_000; Date.now() < until; await pause(50)) {
        const mail = sentTo(address).findLast((one) => one.text?.includes(text))
        if (mail) return mail
      }
      throw new Error(`No mail to ${address} with "${text}" arrived.`)
    },
    goAway: close,
    comeBack: () => {
      server = make()
      return open()
    },
    close,
  }
}

export type MailServer = Awaited<ReturnType<typeof openMailServer>>

/** The address of a mail's button. */
export const linkInMail = ({ text = '' }: Email): URL => new URL(/https?:\/\/\S+/.exec(text)?.[0] ?? '')

/** A person signs up, opens the mailed link, and signs in. */
export async function signUpByMail({ app }: RunningServer, mail: MailServer, person: CastMember) {
  await makeApiClient(app).post('/api/auth/sign-up/email', { ...person, password: castPassword })
  const { pathname, search } = linkInMail(await mail.mailTo(person.email, '/api/auth/verify-email'))
  await makeApiClient(app).get(pathname + search)
  return signInByApi(app, person.email)
}

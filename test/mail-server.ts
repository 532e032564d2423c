import { buffer } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { clientOf, signIn } from '../cast/client.ts'
import { type CastMember, password } from '../cast/people.ts'
import type { Running } from '../src/start.ts'
import { freePort } from './postgres.ts'

/** A mail as it arrived: whom the envelope names, and what it says. */
export type Arrived = Email & { envelope: string[] }

/** A mail server on a port of its own, which can go away and come back. */
export async function openMailServer() {
  const port = await freePort()
  const arrived: Arrived[] = []
  /** What to answer whoever is addressed, if not yes. */
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
    /** The latest mail to somebody, once there is one whose text has this. */
    mailTo: async (address: string, text = ''): Promise<Arrived> => {
      for (const until = Date.now() + 20_000; Date.now() < until; await pause(50)) {
        const mail = sentTo(address).findLast((one) => one.text?.includes(text))
        if (mail) return mail
      }
      throw new Error(`No mail to ${address} with "${text}" came.`)
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

/** The address that a mail's button leads to. */
export const linkIn = ({ text = '' }: Email): URL => new URL(/https?:\/\/\S+/.exec(text)?.[0] ?? '')

/** Somebody signs up, follows the link that was mailed, and signs in. */
export async function comeIn({ app }: Running, mail: MailServer, person: CastMember) {
  await clientOf(app).post('/api/auth/sign-up/email', { ...person, password })
  const { pathname, search } = linkIn(await mail.mailTo(person.email, '/api/auth/verify-email'))
  await clientOf(app).get(pathname + search)
  return signIn(app, person.email)
}

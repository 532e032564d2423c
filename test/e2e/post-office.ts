import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export type Letter = {
  to: string
  subject: string
  text: string
  html: string
  messageId: string
  link: string
}

/** A real SMTP server, which keeps what it is given. */
export async function openPostOffice() {
  const letters: Letter[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          const text = mail.text ?? ''
          for (const { address } of session.envelope.rcptTo) {
            letters.push({
              to: address,
              subject: mail.subject ?? '',
              text,
              html: mail.html ?? '',
              messageId: mail.messageId ?? '',
              link: /https?:\/\/\S+/.exec(text)?.[0] ?? '',
            })
          }
          done()
        }, done)
      })
    },
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    /** The latest letter to the address whose subject or text has the words, once it is there. */
    letterTo: async (to: string, words = ''): Promise<Letter> => {
      const until = Date.now() + 15_000
      while (Date.now() < until) {
        const found = letters.findLast((one) => one.to === to && `${one.subject} ${one.text}`.includes(words))
        if (found) return found
        await new Promise((wait) => setTimeout(wait, 50))
      }
      throw new Error(`No letter to ${to} with "${words}" came.`)
    },
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  }
}

export type PostOffice = Awaited<ReturnType<typeof openPostOffice>>

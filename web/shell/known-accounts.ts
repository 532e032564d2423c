import { client } from '../client.ts'
import { type Me, me } from './session.ts'

/** Names of accounts this tab has had access to, so that it can name one whose access has ended. */
const names = new Map<string, string>()

client.getQueryCache().subscribe(() => {
  const known: Me | undefined = client.getQueryData(me.queryKey)
  for (const { id, name } of known?.accounts ?? []) names.set(id, name)
})

export const nameOf = (id: string) => names.get(id)

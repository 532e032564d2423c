import { problemOf } from '../api.ts'
import { language } from '../i18n.ts'

/** Fetches a file in the page's language and hands it to the browser under the name given. */
export async function download(url: string, name: string) {
  const answer = await fetch(url, { headers: { 'accept-language': language() } })
  if (!answer.ok) throw await problemOf(answer)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await answer.blob())
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

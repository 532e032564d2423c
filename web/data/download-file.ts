import { currentLanguage } from '../i18n/i18n.ts'
import { readProblem } from './api.ts'

/** Fetches a file in the page's language and saves it under the given name. */
export async function downloadFile(url: string, name: string) {
  const answer = await fetch(url, { headers: { 'accept-language': currentLanguage() } })
  if (!answer.ok) throw await readProblem(answer)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await answer.blob())
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

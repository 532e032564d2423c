import { Problem, Unreachable } from '../api.ts'
import { language } from '../i18n.ts'

type Progress = (share: number) => void

/** Sends a file as the body and tells how far it has come, from 0 to 1: `fetch` cannot. */
export const upload = <T>(url: string, file: Blob, type: string, progress?: Progress): Promise<T> =>
  new Promise((done, fail) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.setRequestHeader('content-type', type)
    request.setRequestHeader('accept-language', language())
    request.upload.onprogress = ({ loaded, total }) => progress?.(total > 0 ? loaded / total : 0)
    request.onerror = () => fail(new Unreachable())
    request.onload = () => {
      const answer = read(request.responseText)
      if (request.status < 300) done(answer as T)
      else fail(answer ? new Problem(answer as never) : new Unreachable())
    }
    request.send(file)
  })

function read(text: string): object | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

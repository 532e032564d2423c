import { currentLanguage } from '../i18n/i18n.ts'
import { ApiProblem, ServerUnreachable } from './api.ts'

type Progress = (share: number) => void

/** Sends a file as the request's body and reports the progress from 0 to 1, which `fetch` cannot do. */
export const uploadFile = <T>(url: string, file: Blob, type: string, progress?: Progress): Promise<T> =>
  new Promise((done, fail) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.setRequestHeader('content-type', type)
    request.setRequestHeader('accept-language', currentLanguage())
    request.upload.onprogress = ({ loaded, total }) => progress?.(total > 0 ? loaded / total : 0)
    request.onerror = () => fail(new ServerUnreachable())
    request.onload = () => {
      const answer = read(request.responseText)
      if (request.status < 300) done(answer as T)
      else fail(answer ? new ApiProblem(answer as never) : new ServerUnreachable())
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

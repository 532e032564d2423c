import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { apiUrl, callApi } from '../data/api.ts'
import { showKeys } from '../data/query-keys.ts'
import { uploadFile } from '../data/upload-file.ts'
import { useAccount } from '../session/account-context.ts'
import { type Show, showQuery } from './show-queries.ts'

export const uploadCover = (account: string, show: string, file: File, progress?: (share: number) => void) =>
  uploadFile<Show>(
    apiUrl('/accounts/:account/shows/:show/cover', { account, show }),
    file,
    file.type,
    progress,
  )

/** The cover of an existing show. Each change is sent at once. */
export function useShowCover(show: Show) {
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const [coming, setComing] = useState<{ src: string; share: number }>()
  const [problem, setProblem] = useState<Error | null>(null)
  const settle = (work: Promise<Show>) => {
    setProblem(null)
    return work
      .then((after) => {
        queries.setQueryData(showQuery(account, show.id).queryKey, after)
        void queries.invalidateQueries({ queryKey: showKeys.lists(account) })
      }, setProblem)
      .finally(() => setComing(undefined))
  }
  const choose = (file: File) => {
    const src = URL.createObjectURL(file)
    setComing({ src, share: 0 })
    void settle(uploadCover(account, show.id, file, (share) => setComing({ src, share })))
  }
  const remove = () =>
    void settle(
      callApi('DELETE /accounts/:account/shows/:show/cover', { params: { account, show: show.id } }),
    )
  return { src: coming?.src ?? show.cover?.url ?? null, share: coming?.share, problem, choose, remove }
}

/** A cover that was chosen for new shows, before they are created. */
export function useNewShowCover() {
  const { id: account } = useAccount()
  const [staged, setStaged] = useState<{ file: File; src: string }>()
  const [share, setShare] = useState<number>()
  /** Sends the cover to each show, which has its own copy. @returns the error, if there was one */
  const sendTo = async (shows: { id: string }[]): Promise<Error | undefined> => {
    if (!staged) return undefined
    let problem: Error | undefined
    for (const [sent, { id }] of shows.entries()) {
      setShare(sent / shows.length)
      await uploadCover(account, id, staged.file).catch((error: Error) => {
        problem = error
      })
    }
    setShare(undefined)
    return problem
  }
  const field = {
    src: staged?.src ?? null,
    share,
    choose: (file: File) => setStaged({ file, src: URL.createObjectURL(file) }),
    remove: () => setStaged(undefined),
  }
  return { field, sendTo }
}

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { address, call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { upload } from '../shell/upload.ts'
import { type Show, showOf } from './shows.ts'

export const sendCover = (account: string, show: string, file: File, progress?: (share: number) => void) =>
  upload<Show>(address('/accounts/:account/shows/:show/cover', { account, show }), file, file.type, progress)

/** The cover of a show that exists: each change is made at once. */
export function useKeptCover(show: Show) {
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const [coming, setComing] = useState<{ src: string; share: number }>()
  const [problem, setProblem] = useState<Error | null>(null)
  const settle = (work: Promise<Show>) => {
    setProblem(null)
    return work
      .then((after) => {
        queries.setQueryData(showOf(account, show.id).queryKey, after)
        void queries.invalidateQueries({ queryKey: [account, 'shows', 'list'] })
      }, setProblem)
      .finally(() => setComing(undefined))
  }
  const choose = (file: File) => {
    const src = URL.createObjectURL(file)
    setComing({ src, share: 0 })
    void settle(sendCover(account, show.id, file, (share) => setComing({ src, share })))
  }
  const remove = () =>
    void settle(call('DELETE /accounts/:account/shows/:show/cover', { params: { account, show: show.id } }))
  return { src: coming?.src ?? show.cover?.url ?? null, share: coming?.share, problem, choose, remove }
}

/** A cover that was chosen for shows which are yet to be made. */
export function useStagedCover() {
  const { id: account } = useAccount()
  const [staged, setStaged] = useState<{ file: File; src: string }>()
  const [share, setShare] = useState<number>()
  /** Each show has a cover of its own. @returns what went wrong with any of them */
  const sendTo = async (shows: { id: string }[]): Promise<Error | undefined> => {
    if (!staged) return undefined
    let problem: Error | undefined
    for (const [sent, { id }] of shows.entries()) {
      setShare(sent / shows.length)
      await sendCover(account, id, staged.file).catch((error: Error) => {
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

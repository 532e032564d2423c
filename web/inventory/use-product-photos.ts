import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { type Answer, apiUrl, callApi } from '../data/api.ts'
import { productKeys } from '../data/query-keys.ts'
import { uploadFile } from '../data/upload-file.ts'
import { useAccount } from '../session/account-context.ts'
import { useProblemToast } from '../ui/toasts.ts'
import { type InventoryPhoto, type Product, productQuery } from './product-queries.ts'

/** A photo on the board: one of the product, one on its way (a share of it), or one that was refused. */
export type PhotoItem = { id: string; src: string; share?: number; problem?: Error }
export const isPhotoMovable = ({ share, problem }: PhotoItem) => share === undefined && !problem

/** The photos of an existing or new product, and what a page can do with them. */
export type PhotoBoardState = {
  tiles: PhotoItem[]
  add: (files: File[]) => void
  /** @param by the number of positions; negative means towards the first */
  move: (id: string, by: number) => void
  remove: (id: string) => void
  /** Whether others can already see the photo that would be removed. */
  isKept: (id: string) => boolean
}

type Added = Answer<'POST /accounts/:account/products/:product/photos'>

export const uploadPhoto = (
  account: string,
  product: string,
  file: File,
  progress: (share: number) => void,
) =>
  uploadFile<Added>(
    apiUrl('/accounts/:account/products/:product/photos', { account, product }),
    file,
    file.type,
    progress,
  )

/** The items with one moved. A move beyond either end changes nothing. */
export function moveItem<T extends { id: string }>(items: T[], id: string, by: number): T[] {
  const from = items.findIndex((item) => item.id === id)
  const to = from + by
  const [item] = items.slice(from, from + 1)
  if (from < 0 || !item || to < 0 || to >= items.length) return items
  return items.toSpliced(from, 1).toSpliced(to, 0, item)
}

export const toPhotoItem = (file: File): PhotoItem & { file: File } => ({
  id: crypto.randomUUID(),
  src: URL.createObjectURL(file),
  file,
})

/** The photos of an existing product. Each change is sent at once. */
export function useProductPhotos(kept: Product): PhotoBoardState {
  const { id: product } = kept
  /** A moved photo is shown in its new position at once, and the next move starts from there. */
  const [order, setOrder] = useState<InventoryPhoto[]>()
  const photos = order ?? kept.photos
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const tellProblem = useProblemToast()
  const [coming, setComing] = useState<PhotoItem[]>([])
  /** Moves reach the server one after the other, and only the last one’s answer is shown. */
  const queue = useRef(Promise.resolve())
  const latest = useRef<symbol>(undefined)
  const params = { account, product }
  const show = (after: Product) => {
    queries.setQueryData(productQuery(account, product).queryKey, after)
    void queries.invalidateQueries({ queryKey: productKeys.lists(account) })
  }
  const fail = (problem: Error) => {
    tellProblem(problem)
    setOrder(undefined)
    void queries.invalidateQueries({ queryKey: productQuery(account, product).queryKey })
  }
  const set = (id: string, change: Partial<PhotoItem>) =>
    setComing((now) => now.map((tile) => (tile.id === id ? { ...tile, ...change } : tile)))
  const drop = (id: string) => setComing((now) => now.filter((tile) => tile.id !== id))
  const add = async (files: File[]) => {
    const tiles = files.map(toPhotoItem)
    setComing((now) => [...now, ...tiles.map(({ file: _, ...tile }) => ({ ...tile, share: 0 }))])
    for (const { id, file } of tiles)
      await uploadPhoto(account, product, file, (share) => set(id, { share })).then(
        (after) => {
          show(after)
          drop(id)
        },
        (problem: Error) => setComing((now) => now.map((tile) => refused(tile, id, problem))),
      )
  }
  const move = (id: string, by: number) => {
    const after = moveItem(photos, id, by)
    const input = { photos: after.map((photo) => photo.id) }
    setOrder(after)
    const request = Symbol()
    latest.current = request
    queue.current = queue.current
      .then(() => callApi('PATCH /accounts/:account/products/:product/photos', { params, input }))
      .then((answer) => {
        if (latest.current !== request) return
        show(answer)
        setOrder(undefined)
      }, fail)
  }
  const remove = (photo: string) => {
    if (coming.some(({ id }) => id === photo)) drop(photo)
    else
      callApi('DELETE /accounts/:account/products/:product/photos/:photo', {
        params: { ...params, photo },
      }).then(show, fail)
  }
  return {
    tiles: [...photos.map(({ id, thumb }) => ({ id, src: thumb })), ...coming],
    add: (files) => void add(files),
    move,
    remove,
    isKept: (id) => photos.some((photo) => photo.id === id),
  }
}

const refused = (tile: PhotoItem, id: string, problem: Error): PhotoItem =>
  tile.id === id ? { id, src: tile.src, problem } : tile

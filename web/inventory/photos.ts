import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { type Answer, address, call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { useTellProblem } from '../shell/told.ts'
import { upload } from '../shell/upload.ts'
import { type Photo, type Product, productOf } from './products.ts'

export const mostPhotos = 10
export const photoTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif']
/** Bytes of one, at most. */
export const largestPhoto = 20_000_000

/** A photo on the board: one of the product, one on its way (a share of it), or one that was refused. */
export type Tile = { id: string; src: string; share?: number; problem?: Error }
export const isMovable = ({ share, problem }: Tile) => share === undefined && !problem

/** What a page does with a product's photos, whether it exists already or is yet to be made. */
export type Board = {
  tiles: Tile[]
  add: (files: File[]) => void
  /** @param by places: below zero is towards the first */
  move: (id: string, by: number) => void
  remove: (id: string) => void
  /** Whether removing takes away what others see already. */
  isKept: (id: string) => boolean
}

type Added = Answer<'POST /accounts/:account/products/:product/photos'>

export const sendPhoto = (account: string, product: string, file: File, progress: (share: number) => void) =>
  upload<Added>(
    address('/accounts/:account/products/:product/photos', { account, product }),
    file,
    file.type,
    progress,
  )

/** The same in another order; what would leave the row stays where it is. */
export function moved<T extends { id: string }>(items: T[], id: string, by: number): T[] {
  const from = items.findIndex((item) => item.id === id)
  const to = from + by
  const [item] = items.slice(from, from + 1)
  if (from < 0 || !item || to < 0 || to >= items.length) return items
  return items.toSpliced(from, 1).toSpliced(to, 0, item)
}

export const tileOf = (file: File): Tile & { file: File } => ({
  id: crypto.randomUUID(),
  src: URL.createObjectURL(file),
  file,
})

/** The photos of a product that exists: each change is made at once. */
export function useKeptPhotos(kept: Product): Board {
  const { id: product } = kept
  /** What was moved stands there at once, and a second move begins where the first one ended. */
  const [order, setOrder] = useState<Photo[]>()
  const photos = order ?? kept.photos
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const tellProblem = useTellProblem()
  const [coming, setComing] = useState<Tile[]>([])
  /** Moves reach the server one after the other, and only the last one’s answer is shown. */
  const queue = useRef(Promise.resolve())
  const latest = useRef<symbol>(undefined)
  const params = { account, product }
  const show = (after: Product) => {
    queries.setQueryData(productOf(account, product).queryKey, after)
    void queries.invalidateQueries({ queryKey: [account, 'products', 'list'] })
  }
  const fail = (problem: Error) => {
    tellProblem(problem)
    setOrder(undefined)
    void queries.invalidateQueries({ queryKey: productOf(account, product).queryKey })
  }
  const set = (id: string, change: Partial<Tile>) =>
    setComing((now) => now.map((tile) => (tile.id === id ? { ...tile, ...change } : tile)))
  const drop = (id: string) => setComing((now) => now.filter((tile) => tile.id !== id))
  const add = async (files: File[]) => {
    const tiles = files.map(tileOf)
    setComing((now) => [...now, ...tiles.map(({ file: _, ...tile }) => ({ ...tile, share: 0 }))])
    for (const { id, file } of tiles)
      await sendPhoto(account, product, file, (share) => set(id, { share })).then(
        (after) => {
          show(after)
          drop(id)
        },
        (problem: Error) => setComing((now) => now.map((tile) => refused(tile, id, problem))),
      )
  }
  const move = (id: string, by: number) => {
    const after = moved(photos, id, by)
    const input = { photos: after.map((photo) => photo.id) }
    setOrder(after)
    const mine = Symbol()
    latest.current = mine
    queue.current = queue.current
      .then(() => call('PATCH /accounts/:account/products/:product/photos', { params, input }))
      .then((answer) => {
        if (latest.current !== mine) return
        show(answer)
        setOrder(undefined)
      }, fail)
  }
  const remove = (photo: string) => {
    if (coming.some(({ id }) => id === photo)) drop(photo)
    else
      call('DELETE /accounts/:account/products/:product/photos/:photo', {
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

const refused = (tile: Tile, id: string, problem: Error): Tile =>
  tile.id === id ? { id, src: tile.src, problem } : tile

import { useState } from 'react'
import { useAccount } from '../session/account-context.ts'
import {
  moveItem,
  type PhotoBoardState,
  type PhotoItem,
  toPhotoItem,
  uploadPhoto,
} from './use-product-photos.ts'

type Staged = PhotoItem & { file: File }

/** The photos that were chosen for a new product, before it is created. */
export function useNewProductPhotos() {
  const { id: account } = useAccount()
  const [tiles, setTiles] = useState<Staged[]>([])
  const board: PhotoBoardState = {
    tiles,
    add: (files) => setTiles((now) => [...now, ...files.map(toPhotoItem)]),
    move: (id, by) => setTiles((now) => moveItem(now, id, by)),
    remove: (id) => setTiles((now) => now.filter((tile) => tile.id !== id)),
    isKept: () => false,
  }
  /** Sends the photos one after the other, so that they keep their order. @returns the errors */
  const sendAll = async (product: string): Promise<Error[]> => {
    const problems: Error[] = []
    for (const { id, file } of tiles) {
      const show = (share: number) =>
        setTiles((now) => now.map((tile) => (tile.id === id ? { ...tile, share } : tile)))
      await uploadPhoto(account, product, file, show).catch((problem: Error) => problems.push(problem))
    }
    return problems
  }
  return { board, sendAll }
}

import { useState } from 'react'
import { useAccount } from '../shell/account.ts'
import { type Board, moved, sendPhoto, type Tile, tileOf } from './photos.ts'

type Staged = Tile & { file: File }

/** Photos that were chosen for a product which is yet to be made. */
export function useStagedPhotos() {
  const { id: account } = useAccount()
  const [tiles, setTiles] = useState<Staged[]>([])
  const board: Board = {
    tiles,
    add: (files) => setTiles((now) => [...now, ...files.map(tileOf)]),
    move: (id, by) => setTiles((now) => moved(now, id, by)),
    remove: (id) => setTiles((now) => now.filter((tile) => tile.id !== id)),
    isKept: () => false,
  }
  /** One after the other, so that they stand in their order. @returns what went wrong with any of them */
  const sendAll = async (product: string): Promise<Error[]> => {
    const problems: Error[] = []
    for (const { id, file } of tiles) {
      const show = (share: number) =>
        setTiles((now) => now.map((tile) => (tile.id === id ? { ...tile, share } : tile)))
      await sendPhoto(account, product, file, show).catch((problem: Error) => problems.push(problem))
    }
    return problems
  }
  return { board, sendAll }
}

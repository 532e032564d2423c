import { describe, expect, test } from 'vitest'
import {
  maxChatLines,
  mergeChatLines,
  mergeVersions,
  withChatLine,
  withNewerVersion,
  withoutChatLine,
} from './apply-event.ts'

const line = (id: string) => ({ id, text: `said as ${id}` })
const chat = (...ids: string[]) => ({ items: ids.map(line), removed: [] as string[] })
const idsOf = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id).join(' ')

describe('a chat line', () => {
  test('is added at the end, once, however often it arrives', () => {
    const said = withChatLine(withChatLine(chat('lin_1', 'lin_2'), line('lin_3')), line('lin_3'))
    expect(idsOf(said)).toBe('lin_1 lin_2 lin_3')
  })

  test('that arrives after a later one is put before it', () => {
    expect(idsOf(withChatLine(chat('lin_1', 'lin_3'), line('lin_2')))).toBe('lin_1 lin_2 lin_3')
  })

  test('removes the oldest one if there are too many', () => {
    const ids = Array.from({ length: maxChatLines }, (_, number) => `lin_${1000 + number}`)
    const { items } = withChatLine(chat(...ids), line('lin_9999'))
    expect(items).toHaveLength(maxChatLines)
    expect(items[0]?.id).toBe('lin_1001')
    expect(items.at(-1)?.id).toBe('lin_9999')
  })

  test('that was removed is not shown, even if it arrives afterwards', () => {
    const deleted = withoutChatLine(chat('lin_1', 'lin_2'), 'lin_2')
    expect(idsOf(deleted)).toBe('lin_1')
    expect(idsOf(withChatLine(deleted, line('lin_2')))).toBe('lin_1')
    expect(idsOf(mergeChatLines(deleted, [line('lin_1'), line('lin_2')]))).toBe('lin_1')
  })
})

test('after a lost connection, the chat is the server’s answer and the lines that came since', () => {
  // Theo was away: line 3 was removed since, and line 6 arrived while the answer was on its way.
  const before = chat('lin_2', 'lin_3', 'lin_6')
  const answer = ['lin_2', 'lin_4', 'lin_5'].map(line)
  expect(idsOf(mergeChatLines(before, answer))).toBe('lin_2 lin_4 lin_5 lin_6')
  expect(idsOf(mergeChatLines(undefined, answer))).toBe('lin_2 lin_4 lin_5')
})

describe('an auction', () => {
  const jacket = { id: 'auc_1', version: 3, price: 1200 }
  const bear = { id: 'auc_2', version: 1, price: 500 }

  test('is replaced only by a newer version', () => {
    expect(withNewerVersion([jacket], { ...jacket, version: 4, price: 1300 })[0]?.price).toBe(1300)
    expect(withNewerVersion([jacket], { ...jacket, version: 2, price: 1100 })[0]?.price).toBe(1200)
    expect(withNewerVersion([jacket], { ...jacket, price: 1 })[0]?.price).toBe(1200)
  })

  test('that is new comes first', () => {
    expect(withNewerVersion([jacket], bear)).toEqual([bear, jacket])
    expect(withNewerVersion([bear], jacket)).toEqual([bear, jacket])
  })

  test('is not replaced by an answer that is older than its last change', () => {
    const changed = withNewerVersion([jacket], { ...jacket, version: 5, price: 1500 })
    expect(mergeVersions(changed, [jacket])).toEqual(changed)
    expect(mergeVersions([bear, jacket], [{ ...jacket, version: 9, price: 2000 }])).toEqual([
      bear,
      { ...jacket, version: 9, price: 2000 },
    ])
    expect(mergeVersions(undefined, [jacket])).toEqual([jacket])
  })
})

import { describe, expect, test } from 'vitest'
import { freshest, freshLines, mostLines, withLine, withNewer, withoutLine } from './patching.ts'

const line = (id: string) => ({ id, text: `said as ${id}` })
const chat = (...ids: string[]) => ({ items: ids.map(line), gone: [] as string[] })
const idsOf = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id).join(' ')

describe('a line', () => {
  test('stands at the end, once, however often it comes', () => {
    const said = withLine(withLine(chat('lin_1', 'lin_2'), line('lin_3')), line('lin_3'))
    expect(idsOf(said)).toBe('lin_1 lin_2 lin_3')
  })

  test('that arrives after a later one takes its place before it', () => {
    expect(idsOf(withLine(chat('lin_1', 'lin_3'), line('lin_2')))).toBe('lin_1 lin_2 lin_3')
  })

  test('pushes the oldest off the page', () => {
    const ids = Array.from({ length: mostLines }, (_, number) => `lin_${1000 + number}`)
    const { items } = withLine(chat(...ids), line('lin_9999'))
    expect(items).toHaveLength(mostLines)
    expect(items[0]?.id).toBe('lin_1001')
    expect(items.at(-1)?.id).toBe('lin_9999')
  })

  test('that was deleted is not shown, even if it comes after its end', () => {
    const deleted = withoutLine(chat('lin_1', 'lin_2'), 'lin_2')
    expect(idsOf(deleted)).toBe('lin_1')
    expect(idsOf(withLine(deleted, line('lin_2')))).toBe('lin_1')
    expect(idsOf(freshLines(deleted, [line('lin_1'), line('lin_2')]))).toBe('lin_1')
  })
})

test('after a lost connection, the chat is what the server says, and what was said since', () => {
  // Theo was away; line 3 was deleted meanwhile, and line 6 came while the answer was on its way.
  const before = chat('lin_2', 'lin_3', 'lin_6')
  const answer = ['lin_2', 'lin_4', 'lin_5'].map(line)
  expect(idsOf(freshLines(before, answer))).toBe('lin_2 lin_4 lin_5 lin_6')
  expect(idsOf(freshLines(undefined, answer))).toBe('lin_2 lin_4 lin_5')
})

describe('an auction', () => {
  const jacket = { id: 'auc_1', version: 3, price: 1200 }
  const bear = { id: 'auc_2', version: 1, price: 500 }

  test('changes with a newer version alone', () => {
    expect(withNewer([jacket], { ...jacket, version: 4, price: 1300 })[0]?.price).toBe(1300)
    expect(withNewer([jacket], { ...jacket, version: 2, price: 1100 })[0]?.price).toBe(1200)
    expect(withNewer([jacket], { ...jacket, price: 1 })[0]?.price).toBe(1200)
  })

  test('that is new stands first', () => {
    expect(withNewer([jacket], bear)).toEqual([bear, jacket])
    expect(withNewer([bear], jacket)).toEqual([bear, jacket])
  })

  test('is not set back by an answer that was asked for before it changed', () => {
    const told = withNewer([jacket], { ...jacket, version: 5, price: 1500 })
    expect(freshest(told, [jacket])).toEqual(told)
    expect(freshest([bear, jacket], [{ ...jacket, version: 9, price: 2000 }])).toEqual([
      bear,
      { ...jacket, version: 9, price: 2000 },
    ])
    expect(freshest(undefined, [jacket])).toEqual([jacket])
  })
})

import { expect, test } from 'vitest'
import { splitLinks } from './split-links.ts'

const linksOf = (text: string) =>
  splitLinks(text)
    .filter(({ isLink }) => isLink)
    .map((piece) => piece.text)

test('web addresses become links, without the punctuation around them', () => {
  expect(splitLinks('See https://post.example/track?id=7&lang=fr.')).toEqual([
    { text: 'See ', isLink: false },
    { text: 'https://post.example/track?id=7&lang=fr', isLink: true },
    { text: '.', isLink: false },
  ])
  expect(linksOf('(http://a.example) HTTPS://B.example/x, « https://c.example »')).toEqual([
    'http://a.example',
    'HTTPS://B.example/x',
    'https://c.example',
  ])
})

test('nothing else becomes a link, and no text is lost', () => {
  const text =
    'javascript:alert(1) <a href="https://a.example/">x</a> ftp://b.example https:// mail@c.example'
  expect(linksOf(text)).toEqual(['https://a.example/'])
  expect(
    splitLinks(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text)
  expect(splitLinks('')).toEqual([])
})

import { expect, test } from 'vitest'
import { piecesOf } from './links.ts'

const linksOf = (text: string) =>
  piecesOf(text)
    .filter(({ isLink }) => isLink)
    .map((piece) => piece.text)

test('Addresses of the web are links, without the sentence around them', () => {
  expect(piecesOf('See https://post.example/track?id=7&lang=fr.')).toEqual([
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

test('Nothing else is, and nothing of the text is lost', () => {
  const text =
    'javascript:alert(1) <a href="https://a.example/">x</a> ftp://b.example https:// mail@c.example'
  expect(linksOf(text)).toEqual(['https://a.example/'])
  expect(
    piecesOf(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text)
  expect(piecesOf('')).toEqual([])
})

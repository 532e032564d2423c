import { describe, expect, test } from 'vitest'
import { calendarFile } from './calendar-file.ts'

const show = {
  id: 'shw_1',
  title: 'Winter coats, hats; and more',
  description: 'First the coats.\nThen \\ the hats.',
  startsAt: '2026-12-24T18:30:00.000Z',
  url: 'https://stagedoor.example/shows/shw_1',
}
const made = new Date('2026-11-22T09:00:00Z')
const lines = calendarFile(show, made).split('\r\n')

/** Joins folded lines, as a calendar does. */
const whole = (file: string) => file.replaceAll('\r\n ', '')

describe('a show’s calendar file', () => {
  test('contains one event in UTC, and every line ends with CR LF', () => {
    expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0'])
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', ''])
    expect(lines).toContain('DTSTAMP:20261122T090000Z')
    expect(lines).toContain('DTSTART:20261224T183000Z')
    expect(lines).toContain('DTEND:20261224T193000Z')
    expect(lines).toContain('UID:shw_1@stagedoor.example')
    expect(lines.join('')).not.toContain('\n')
  })

  test('escapes special characters', () => {
    const file = whole(calendarFile(show, made))
    expect(file).toContain('SUMMARY:Winter coats\\, hats\\; and more\r\n')
    expect(file).toContain(
      'DESCRIPTION:https://stagedoor.example/shows/shw_1\\n\\nFirst the coats.\\nThen \\\\ the hats.\r\n',
    )
  })

  test('does not let a person’s text become a line of its own', () => {
    const evil = { ...show, title: 'Coats\r\nATTACH:https://evil.example', description: '' }
    const names = calendarFile(evil, made)
      .split('\r\n')
      .map((line) => line.split(/[:;]/)[0])
    expect(names).not.toContain('ATTACH')
  })

  test('folds long lines without splitting a character', () => {
    const title = 'Écharpes en soie 🧣 '.repeat(12).trim()
    const file = calendarFile({ ...show, title }, made)
    for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThan(76)
    expect(whole(file)).toContain(`SUMMARY:${title}\r\n`)
  })
})

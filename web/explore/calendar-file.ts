/** The fields of a show in a calendar file. */
export type CalendarEvent = {
  id: string
  title: string
  description: string
  /** The start, as ISO text. */
  startsAt: string
  url: string
}

/** The duration of a show is unknown, so the calendar gets one hour. */
const hour = 3_600_000

/**
 * A calendar file with one event by RFC 5545: times in UTC, CRLF at the end of lines of at most 75 octets, special
 * characters escaped.
 * @param now when the file is made
 */
export function calendarFile(
  { id, title, description, startsAt, url }: CalendarEvent,
  now = new Date(),
): string {
  const start = new Date(startsAt)
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Stagedoor//Shows//EN',
    'BEGIN:VEVENT',
    `UID:${id}@${new URL(url).hostname}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(start)}`,
    `DTEND:${utc(new Date(start.getTime() + hour))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped([url, description].filter(Boolean).join('\n\n'))}`,
    `URL:${url}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER:-PT10M',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('')
}

const utc = (time: Date) => time.toISOString().replace(/[-:]|\.\d{3}/g, '')

/** RFC 5545, section 3.3.11. */
const escaped = (text: string) =>
  text
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll(/\r\n|\n|\r/g, '\\n')
    .replaceAll('\t', ' ')

/**
 * RFC 5545, section 3.1: lines have at most 75 octets, and a continued line begins with a space. No character is
 * split.
 */
function folded(line: string): string {
  const lines = ['']
  let octets = 0
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length
    if (octets + size > 75) {
      lines.push('')
      octets = 1
    }
    lines[lines.length - 1] += letter
    octets += size
  }
  return lines.join('\r\n ')
}

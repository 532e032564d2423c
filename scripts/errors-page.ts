import { readFileSync, writeFileSync } from 'node:fs'
import { STATUS_CODES } from 'node:http'
import { join } from 'node:path'
import { en } from '../locales/en/index.ts'
import { type ErrorCode, errorStatuses } from '../src/errors/refusal.ts'
import { errorMeanings } from './error-meanings.ts'

/** Writes docs/errors.md from the error codes. With --check, fails if the page is out of date. */
const file = join(import.meta.dirname, '../docs/errors.md')

const codes = Object.keys(errorStatuses).sort() as ErrorCode[]
const statuses = [...new Set(Object.values(errorStatuses))].sort((one, other) => one - other)

/** The sentence that the answer carries in `detail`, with the names of the values that it fills in. */
const sentence = (code: ErrorCode) => String(en.errors[code]).replaceAll(/\{\{(\w+)\}\}/g, '*$1*')

const section = (status: number) => `## ${status} ${STATUS_CODES[status]}

| Code | What it means | What to do | What people read |
| --- | --- | --- | --- |
${codes
  .filter((code) => errorStatuses[code] === status)
  .map((code) => `| \`${code}\` | ${errorMeanings[code].join(' | ')} | ${sentence(code)} |`)
  .join('\n')}
`

const page = `# Errors

Generated from \`src/errors/refusal.ts\`, \`scripts/error-meanings.ts\` and \`locales/en/errors.ts\` by \`npm run docs\`.
Do not edit it here.

Every error is a problem document (RFC 9457, \`application/problem+json\`):

\`\`\`json
{
  "type": "about:blank",
  "title": "stock too low",
  "status": 409,
  "code": "stock_too_low",
  "detail": "${en.errors.stock_too_low}"
}
\`\`\`

- \`code\` is stable: programs should decide by it, never by \`detail\`.
- \`detail\` is one sentence for people, in English or French (\`Accept-Language\`).
- With \`invalid\`, \`fields\` lists \`{ field, code, message }\` for each problem.
- Values that the sentence names, such as \`maximum\` or \`retryAt\`, are usually fields of the document, too.

${statuses.map(section).join('\n')}`

if (!process.argv.includes('--check')) writeFileSync(file, page)
else if (readFileSync(file, 'utf8') !== page) {
  console.error('docs/errors.md is stale: run npm run docs.')
  process.exit(1)
}

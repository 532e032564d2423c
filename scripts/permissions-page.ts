import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { en } from '../locales/en/index.ts'
import { may, permissionNames, permissions, roles } from '../src/permissions.ts'

/** Writes docs/permissions.md from the matrix. With --check, fails if the page is out of date. */
const file = join(import.meta.dirname, '../docs/permissions.md')

const cells = (values: string[]) => `| ${values.join(' | ')} |`
const table = [
  cells(['Permission', 'What it allows', ...roles.map((role) => en.common.roles[role])]),
  cells(['---', '---', ...roles.map(() => '---')]),
  ...permissionNames.map((name) =>
    cells([
      `\`${name}\``,
      permissions[name].can.en,
      ...roles.map((role) => (may(role, name) ? 'yes' : 'no')),
    ]),
  ),
]
const page = `# Permissions

Generated from \`src/permissions.ts\` by \`npm run docs\`. Do not edit it here.

${table.join('\n')}

Being a member at all, in any role, allows: seeing the account's name and one's own role, seeing the team (names and
roles; e-mail addresses only with \`team.manage\`), and leaving the team (never the Owner).

## The roles

${roles.map((role) => `- **${en.common.roles[role]}**: ${en.common.purposes[role]}`).join('\n')}

## Rules that the table cannot show

- An account has exactly one Owner. The role cannot be given, taken, changed, left or invited to; only the platform's
  operator can transfer an account (\`npm run admin -- transfer-ownership\`).
- A change of a role is judged by the actor's role, the member's present role and the new one. Nobody touches the Owner,
  and nobody hands out more than they hold.
- In the API's description each operation says what it asks in \`x-permission\`: a permission of this table, \`member\`
  (any role on the account), \`person\` (anybody signed in) or \`open\`.
`

if (!process.argv.includes('--check')) writeFileSync(file, page)
else if (readFileSync(file, 'utf8') !== page) {
  console.error('docs/permissions.md is stale: run npm run docs.')
  process.exit(1)
}

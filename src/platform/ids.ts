import { randomBytes } from 'node:crypto'
import { databaseTime } from './database/database-time.ts'

const kinds = {
  person: 'per',
  session: 'ses',
  credential: 'cre',
  verification: 'ver',
  twoFactor: 'two',
  device: 'dev',
  account: 'acc',
  member: 'mem',
  invitation: 'inv',
  activity: 'act',
  mail: 'mai',
  product: 'prd',
  movement: 'mov',
  photo: 'pho',
  task: 'tsk',
  transfer: 'trf',
  paymentMethod: 'pay',
  address: 'adr',
  order: 'ord',
  orderStep: 'evt',
  shipment: 'shp',
  cancellation: 'can',
  refund: 'ref',
  payout: 'pot',
  show: 'sho',
  series: 'ser',
  cover: 'cov',
  broadcast: 'bro',
  chatLine: 'lin',
  chatBan: 'ban',
  auction: 'auc',
  bid: 'bid',
  giveaway: 'giv',
  entry: 'ent',
  conversation: 'cnv',
  message: 'msg',
  savedReply: 'rep',
} as const
export type IdKind = keyof typeof kinds

const digits = '0123456789abcdefghjkmnpqrstvwxyz'
let lastTime = 0

/**
 * Makes an id that shows its kind and sorts by time: a prefix, 10 characters for the milliseconds and 16 random ones
 * (80 bits). Ids that one process makes sort in the order in which they were made, even within a millisecond. The time
 * is the database's, so the ids of several nodes sort by time, too.
 */
export function newId(kind: IdKind): string {
  lastTime = Math.max(Math.floor(databaseTime()), lastTime + 1)
  let time = ''
  for (let rest = lastTime, place = 0; place < 10; place++, rest = Math.floor(rest / 32)) {
    time = digits.charAt(rest % 32) + time
  }
  const random = Array.from(randomBytes(16), (byte) => digits.charAt(byte % 32)).join('')
  return `${kinds[kind]}_${time}${random}`
}

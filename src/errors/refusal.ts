/** The HTTP status of every refusal code. The sentences are in locales/<language>/errors.ts. */
export const errorStatuses = {
  malformed: 400,
  link_dead: 400,
  wrong_signature: 400,
  wrong_code: 400,
  auth_failed: 400,
  sign_in_required: 401,
  invalid_email_or_password: 401,
  forbidden: 403,
  origin_refused: 403,
  wrong_password: 403,
  owner_stays: 403,
  conflict_of_interest: 403,
  muted: 403,
  blocked: 403,
  invitation_for_another: 403,
  not_found: 404,
  invitation_unknown: 404,
  payment_declined: 402,
  account_closing: 409,
  not_closing: 409,
  username_taken: 409,
  invitation_settled: 409,
  stock_too_low: 409,
  stock_too_high: 409,
  archived: 409,
  own_shop: 409,
  sold_out: 409,
  price_changed: 409,
  no_address: 409,
  no_payment_method: 409,
  refund_too_high: 409,
  balance_too_low: 409,
  cancellation_open: 409,
  cancellation_settled: 409,
  too_late_to_cancel: 409,
  asked_before: 409,
  label_exists: 409,
  not_now: 409,
  nothing_to_send: 409,
  nothing_paid: 409,
  not_together: 409,
  weight_needed: 409,
  deletion_blocked: 409,
  no_payout_details: 409,
  payout_under_way: 409,
  cards_elsewhere: 409,
  cards_here: 409,
  card_not_connected: 409,
  task_running: 409,
  not_scheduled: 409,
  show_over: 409,
  not_live: 409,
  on_air: 409,
  not_on_air: 409,
  not_host: 409,
  nobody_to_hand_to: 409,
  auction_running: 409,
  auction_over: 409,
  bid_too_low: 409,
  wrong_currency: 409,
  own_show: 409,
  answered_meanwhile: 409,
  being_changed: 409,
  buyer_gone: 409,
  shop_gone: 409,
  conversation_blocked: 409,
  too_many_saved_replies: 409,
  giveaway_open: 409,
  giveaway_over: 409,
  invitation_accepted: 410,
  invitation_declined: 410,
  invitation_cancelled: 410,
  invitation_expired: 410,
  too_large: 413,
  unsupported: 415,
  empty_file: 422,
  not_an_image: 422,
  image_too_large: 422,
  image_broken: 422,
  too_many_photos: 409,
  not_csv: 422,
  wrong_encoding: 422,
  too_many_rows: 422,
  quote_not_closed: 422,
  unknown_columns: 422,
  missing_columns: 422,
  too_many_products: 422,
  card_refused: 422,
  key_reused: 422,
  muted_word: 422,
  bad_offer: 422,
  invalid: 422,
  proof_required: 428,
  rate_limited: 429,
  too_fast: 429,
  resent_too_often: 429,
  internal: 500,
  unavailable: 503,
  video_unavailable: 503,
  show_full: 503,
} as const

export type ErrorCode = keyof typeof errorStatuses
/** What prevents an account's deletion. Amounts are in minor units. */
export type DeletionBlock =
  | { what: 'orders' | 'payouts' | 'shows' | 'auctions'; count: number }
  | { what: 'balance'; pending: number; available: number; currency: string }

export type FieldProblem = { field: string; code: string; about?: Record<string, unknown> | undefined }

/** A refused request and its reason. Areas and the gate throw it; `problems.ts` turns it into an answer. */
export class Refusal extends Error {
  readonly code: ErrorCode
  /** Values that the sentence mentions; they also become further fields of the answer. */
  readonly about: Record<string, unknown>
  readonly fields: FieldProblem[] | undefined
  /** Set if the attempt must be recorded in the activity of the account that the actor acts for. */
  attempt: { act: `${string}.${string}`; subject?: { id: string; name: string } } | undefined

  constructor(code: ErrorCode, about: Record<string, unknown> = {}, fields?: FieldProblem[]) {
    super(code)
    this.code = code
    this.about = about
    this.fields = fields
  }
}

/** Marks a refusal, so that the attempt is recorded in the account's activity. */
export const recordedRefusal = (refusal: Refusal, attempt: NonNullable<Refusal['attempt']>) =>
  Object.assign(refusal, { attempt })

/** A refusal of the value of one field. */
export const invalidField = (field: string, code: string, about: Record<string, unknown> = {}) =>
  new Refusal('invalid', {}, [{ field, code, about }])

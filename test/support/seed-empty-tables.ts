import { sql } from 'drizzle-orm'
import type { Tx } from '../../src/platform/database/database.ts'

/**
 * A row in every table that the cast's own acts leave empty, such as those for a second factor or for purchases. The
 * other account in these rows has no member in the cast.
 */
export async function seedEmptyTables(tx: Tx, account: string, person: string): Promise<void> {
  for (const statement of [
    sql`insert into activity_seals (account_id, number, rows, last_at, last_id, hash) values (${account}, 1000, 1, now(), 'act_x', 'x')`,
    sql`insert into two_factors (id, secret, backup_codes, person_id) values (${`two_${account}`}, 's', 'b', ${person})`,
    sql`insert into verifications (id, identifier, value, expires_at) values (${`ver_${account}`}, 'i', 'v', now())`,
    sql`insert into photos (account_id, id, product_id, position, width, height)
      select account_id, 'pho_x', id, 0, 1, 1 from products where account_id = ${account} limit 1`,
    sql`insert into idempotency (account_id, key, fingerprint) values (${account}, 'k', 'f')`,
    sql`insert into tasks (account_id, id, kind, person_id, person_name, total) values (${account}, 'tsk_x', 'k', ${person}, 'n', 1)`,
    sql`insert into task_rows (account_id, task_id, number, input) values (${account}, 'tsk_x', 1, '{}')`,
    sql`insert into payment_methods (account_id, id, provider, ref, brand, last4, exp_month, exp_year)
      values (${account}, 'pay_x', 'sandbox', 'r', 'visa', '4242', 12, 2030)`,
    sql`insert into file_folder (id) values ('a folder') on conflict do nothing`,
    sql`insert into sandbox_bank (key, kind, amount, currency, status) values (${`k_${account}`}, 'charge', 1, 'EUR', 'succeeded')`,
    sql`insert into addresses (account_id, id, name, line1, postal_code, city, country)
      values (${account}, 'adr_x', 'n', 'l', '1', 'c', 'FR')`,
    sql`insert into cart_items (account_id, seller_id, product_id, quantity) values (${account}, 'acc_x', 'prd_x', 1)`,
    sql`insert into payout_details (account_id, kind, sealed, masked, holder, country) values (${account}, 'iban', 's', 'm', 'h', 'FR')`,
    sql`insert into payouts (account_id, id, amount, currency, destination, person_name) values (${account}, 'pot_x', 1, 'EUR', 'm', 'n')`,
    sql`insert into transfers (account_id, id, kind, from_book, to_book, amount, currency, cause_id)
      values (${account}, 'trf_x', 'sale', 'processor', 'pending', 1, 'EUR', 'ord_x')`,
    sql`insert into shipments (account_id, buyer_id, id) values (${account}, 'acc_x', 'shp_x')`,
    sql`insert into orders (account_id, buyer_id, id, currency, items_total, shipping, total, weight_grams, method, person_id, person_name, search, shipment_id, paid_at)
      values (${account}, 'acc_x', 'ord_x', 'EUR', 1, 0, 1, 0, 'm', 'per_x', 'n', '', 'shp_x', now())`,
    sql`insert into order_items (account_id, buyer_id, order_id, position, product_id, title, sku, price, quantity)
      values (${account}, 'acc_x', 'ord_x', 0, 'prd_x', 't', '', 1, 1)`,
    sql`insert into order_steps (account_id, buyer_id, id, order_id, what, side) values (${account}, 'acc_x', 'evt_x', 'ord_x', 'placed', 'buyer')`,
    sql`insert into charges (account_id, buyer_id, order_id, provider, method_ref, amount, currency, expires_at)
      values (${account}, 'acc_x', 'ord_x', 'sandbox', 'r', 1, 'EUR', now())`,
    sql`insert into cancellation_requests (account_id, buyer_id, id, order_id, reason, person_name, due_at)
      values (${account}, 'acc_x', 'can_x', 'ord_x', 'r', 'n', now())`,
    sql`insert into refunds (account_id, buyer_id, id, order_id, amount, currency, status, person_name)
      values (${account}, 'acc_x', 'ref_x', 'ord_x', 1, 'EUR', 'succeeded', 'n')`,
    sql`insert into shows (account_id, id, title, starts_at, zone, currency, created_by)
      values (${account}, ${`sho_${account}`}, 't', now(), 'Europe/Paris', 'EUR', 'n')`,
    sql`insert into lineup (account_id, show_id, product_id, position) values (${account}, ${`sho_${account}`}, 'prd_x', 0)`,
    sql`insert into broadcasts (account_id, id, show_id, person_id, person_name)
      values (${account}, 'bro_x', ${`sho_${account}`}, ${person}, 'n')`,
    sql`insert into viewer_counts (account_id, show_id, node, viewers) values (${account}, ${`sho_${account}`}, 'n', 1)`,
    sql`insert into show_minutes (account_id, show_id, minute, viewers) values (${account}, ${`sho_${account}`}, now(), 1)`,
    sql`insert into bookmarks (person_id, account_id, show_id) values (${person}, ${account}, ${`sho_${account}`})`,
    sql`insert into chat_lines (account_id, id, show_id, person_id, person_name, name, text)
      values (${account}, 'lin_x', ${`sho_${account}`}, ${person}, 'n', 'n', 't')`,
    sql`insert into chat_bans (account_id, id, person_id, name, kind, by_name) values (${account}, 'ban_x', 'per_x', 'n', 'block', 'n')`,
    sql`insert into muted_words (account_id) values (${account})`,
    sql`insert into auctions (account_id, id, show_id, product_id, title, currency, starting_bid, seconds, counter_seconds,
        sudden_death, started_at, started_by, ends_at)
      values (${account}, 'auc_x', ${`sho_${account}`}, 'prd_x', 't', 'EUR', 1, 600, 0, true, now(), 'n', now() + interval '1 hour')`,
    sql`insert into bids (account_id, buyer_id, id, auction_id, buyer_name, person_id, person_name, amount, max, price, led, created_at)
      values (${account}, 'acc_x', 'bid_x', 'auc_x', 'n', 'per_x', 'n', 1, 1, 1, true, now())`,
    sql`insert into giveaways (account_id, id, show_id, product_id, title, started_at, started_by, ends_at, commitment, seed)
      values (${account}, 'giv_x', ${`sho_${account}`}, 'prd_x', 't', now(), 'n', now() + interval '1 hour', 'c', 's')`,
    sql`insert into giveaway_entries (account_id, buyer_id, giveaway_id, id, buyer_name, person_id, person_name)
      values (${account}, 'acc_x', 'giv_x', 'ent_x', 'n', 'per_x', 'n')`,
    sql`insert into conversations (account_id, buyer_id, id, buyer_name) values (${account}, 'acc_x', ${`cnv_${account}`}, 'n')`,
    sql`insert into conversation_entries (account_id, buyer_id, conversation_id, position, number, id, kind, side, person_name, text)
      values (${account}, 'acc_x', ${`cnv_${account}`}, 1, 1, 'msg_x', 'text', 'buyer', 'n', 't')`,
    sql`insert into saved_replies (account_id, id, title, text, by_name) values (${account}, 'rep_x', 't', 't', 'n')`,
    sql`insert into notification_settings (person_id, kind, bell, mail) values (${person}, 'messages', true, true)`,
    sql`insert into reminders_sent (account_id, person_id, kind, at) values (${account}, ${person}, 'messages', now())`,
    sql`insert into past_members (account_id, person_id, left_at) values (${account}, ${person}, now()) on conflict do nothing`,
  ])
    await tx.execute(statement)
}

-- One word for one thing: tables, views and columns are called as the glossary, the code and the API call them.

-- Notifications, and the reminders that are mailed of them.
ALTER TABLE notice_settings RENAME TO notification_settings;--> statement-breakpoint
ALTER TABLE notification_settings
  RENAME CONSTRAINT notice_settings_person_id_kind_pk TO notification_settings_person_id_kind_pk;--> statement-breakpoint
ALTER TABLE notification_settings
  RENAME CONSTRAINT notice_settings_person_id_people_id_fk TO notification_settings_person_id_people_id_fk;
--> statement-breakpoint
ALTER TABLE notices_sent RENAME TO reminders_sent;--> statement-breakpoint
ALTER TABLE reminders_sent
  RENAME CONSTRAINT notices_sent_account_id_person_id_kind_pk TO reminders_sent_account_id_person_id_kind_pk;
--> statement-breakpoint
ALTER TABLE reminders_sent
  RENAME CONSTRAINT notices_sent_account_id_accounts_id_fk TO reminders_sent_account_id_accounts_id_fk;
--> statement-breakpoint
ALTER TABLE reminders_sent
  RENAME CONSTRAINT notices_sent_person_id_people_id_fk TO reminders_sent_person_id_people_id_fk;
--> statement-breakpoint
ALTER TRIGGER forget_notices ON reminders_sent RENAME TO forget_reminders;--> statement-breakpoint
ALTER FUNCTION forget_notices RENAME TO forget_reminders;--> statement-breakpoint
ALTER TRIGGER forget_account_notices ON accounts RENAME TO forget_account_reminders;--> statement-breakpoint
ALTER FUNCTION forget_account_notices RENAME TO forget_account_reminders;--> statement-breakpoint

-- The history of an order consists of steps. The trigger that keeps them as they are lets only this renaming pass.
ALTER TABLE order_events RENAME TO order_steps;--> statement-breakpoint
ALTER TABLE order_steps RENAME CONSTRAINT order_events_account_id_id_pk TO order_steps_account_id_id_pk;
--> statement-breakpoint
ALTER TABLE order_steps RENAME CONSTRAINT order_events_order TO order_steps_order;--> statement-breakpoint
ALTER INDEX order_events_order RENAME TO order_steps_order;--> statement-breakpoint
ALTER TABLE order_steps DISABLE TRIGGER keep_books;--> statement-breakpoint
UPDATE order_steps SET what = 'cancellation_requested' WHERE what = 'cancellation_asked';--> statement-breakpoint
UPDATE order_steps SET what = 'cancellation_expired' WHERE what = 'cancellation_lapsed';--> statement-breakpoint
ALTER TABLE order_steps ENABLE TRIGGER keep_books;--> statement-breakpoint
UPDATE cancellation_requests SET outcome = 'expired' WHERE outcome = 'lapsed';--> statement-breakpoint

-- What a message is about is its subject.
ALTER TABLE conversation_entries RENAME COLUMN about TO subject;--> statement-breakpoint
ALTER VIEW buyer_messages RENAME COLUMN about TO subject;--> statement-breakpoint

-- How many viewers each node counts.
ALTER TABLE audience RENAME TO viewer_counts;--> statement-breakpoint
ALTER TABLE viewer_counts
  RENAME CONSTRAINT audience_account_id_show_id_node_pk TO viewer_counts_account_id_show_id_node_pk;
--> statement-breakpoint
ALTER TABLE viewer_counts RENAME CONSTRAINT audience_show TO viewer_counts_show;--> statement-breakpoint

-- What anybody may read.
ALTER VIEW shown_shows RENAME TO public_shows;--> statement-breakpoint
ALTER VIEW shown_lineup RENAME TO public_lineup;--> statement-breakpoint
ALTER VIEW shown_lines RENAME TO public_chat_lines;--> statement-breakpoint
ALTER VIEW shown_auctions RENAME TO public_auctions;--> statement-breakpoint
ALTER VIEW shown_giveaways RENAME TO public_giveaways;--> statement-breakpoint
ALTER VIEW shop_windows RENAME TO public_shops;--> statement-breakpoint
ALTER FUNCTION shop_shelf RENAME TO list_shop_products;--> statement-breakpoint

ALTER VIEW handles RENAME TO person_usernames;--> statement-breakpoint
ALTER VIEW parcel_texts RENAME TO shipment_texts;--> statement-breakpoint
ALTER POLICY of_its_people ON accounts RENAME TO of_its_members;

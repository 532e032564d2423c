-- As for products: views that bind the rows to the account by themselves, so that the trigrams serve.
CREATE VIEW order_texts AS
  SELECT account_id, id, status, shipment_id, search AS text
  FROM orders WHERE account_id = nullif(current_setting('app.account', true), '');--> statement-breakpoint
CREATE VIEW parcel_texts AS
  SELECT account_id, id, status, lower(tracking) AS text
  FROM shipments WHERE account_id = nullif(current_setting('app.account', true), '');--> statement-breakpoint
GRANT SELECT ON order_texts, parcel_texts TO stagedoor_account;--> statement-breakpoint
CREATE INDEX shipments_search ON shipments USING gin (account_id, lower(tracking) gin_trgm_ops);

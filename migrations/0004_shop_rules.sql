-- Searching in text needs trigrams, and an index that starts with the account needs them beside it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gin;--> statement-breakpoint
CREATE INDEX products_search ON products
  USING gin (account_id, (title || ' ' || sku || ' ' || category) gin_trgm_ops);--> statement-breakpoint
CREATE INDEX orders_search ON orders USING gin (account_id, search gin_trgm_ops);--> statement-breakpoint

-- What each role may do at all; which rows, the policies say.
GRANT SELECT, INSERT, DELETE, UPDATE (done) ON idempotency TO stagedoor_account;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (state, done, failed, ended_at) ON tasks TO stagedoor_account;--> statement-breakpoint
GRANT SELECT, UPDATE (state, ended_at) ON tasks TO stagedoor_system;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (outcome, problem) ON task_rows TO stagedoor_account;--> statement-breakpoint
GRANT UPDATE (condition, sale, weight_grams) ON products TO stagedoor_account;--> statement-breakpoint
GRANT SELECT ON products TO stagedoor_system;--> statement-breakpoint
GRANT SELECT, INSERT ON stock_movements TO stagedoor_system;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (position) ON photos TO stagedoor_account;--> statement-breakpoint
GRANT SELECT ON photos TO stagedoor_system;--> statement-breakpoint
GRANT SELECT, INSERT ON transfers TO stagedoor_account, stagedoor_system;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (preferred, removed_at) ON payment_methods TO stagedoor_account;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON addresses, cart_items TO stagedoor_account;--> statement-breakpoint
GRANT SELECT, UPDATE (status, shipment_id, closed_at) ON orders TO stagedoor_account;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (status, shipment_id, closed_at, paid_at, failure) ON orders TO stagedoor_system;
--> statement-breakpoint
GRANT SELECT ON order_items TO stagedoor_account;--> statement-breakpoint
GRANT SELECT, INSERT ON order_items TO stagedoor_system;--> statement-breakpoint
GRANT SELECT, INSERT ON order_events TO stagedoor_account, stagedoor_system;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON charges TO stagedoor_system;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON shipments TO stagedoor_account, stagedoor_system;--> statement-breakpoint
GRANT SELECT, UPDATE (suggestion, suggestion_note, suggested_by, outcome, answer, settled_by, settled_at)
  ON cancellation_requests TO stagedoor_account;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (outcome, answer, settled_by, settled_at)
  ON cancellation_requests TO stagedoor_system;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (state, decided_by, settled_at) ON refunds TO stagedoor_account;--> statement-breakpoint
GRANT SELECT, UPDATE (state, settled_at) ON refunds TO stagedoor_system;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON payout_details TO stagedoor_account;--> statement-breakpoint
GRANT SELECT ON payout_details TO stagedoor_system;--> statement-breakpoint
GRANT SELECT, INSERT ON payouts TO stagedoor_account;--> statement-breakpoint
GRANT SELECT, UPDATE (status, failure, settled_at) ON payouts TO stagedoor_system;--> statement-breakpoint

-- Nobody buys from themselves.
ALTER TABLE orders ADD CONSTRAINT orders_two_accounts CHECK (account_id <> buyer_id);--> statement-breakpoint

-- Stock is the sum of its movements. It is kept beside the product, since lists and shops filter by it, and the
-- database alone keeps it: each movement waits for its product's row, counts, and writes.
UPDATE products p SET stock = (
  SELECT coalesce(sum(m.quantity), 0) FROM stock_movements m
  WHERE m.account_id = p.account_id AND m.product_id = p.id);--> statement-breakpoint
CREATE OR REPLACE FUNCTION keep_stock() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE after bigint;
BEGIN
  SELECT stock::bigint + NEW.quantity INTO after FROM products
    WHERE account_id = NEW.account_id AND id = NEW.product_id FOR NO KEY UPDATE;
  IF after < 0 THEN RAISE EXCEPTION 'stock below zero' USING ERRCODE = 'SD003'; END IF;
  IF after > 1000000000 THEN RAISE EXCEPTION 'stock too high' USING ERRCODE = 'SD004'; END IF;
  UPDATE products SET stock = after WHERE account_id = NEW.account_id AND id = NEW.product_id;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE FUNCTION start_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.stock := 0;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER start_stock BEFORE INSERT ON products FOR EACH ROW EXECUTE FUNCTION start_stock();
--> statement-breakpoint

-- The books only grow, and outlive their account.
CREATE FUNCTION keep_books() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% only grows', TG_TABLE_NAME USING ERRCODE = 'SD002';
END $$;--> statement-breakpoint
CREATE TRIGGER keep_books BEFORE UPDATE OR DELETE ON transfers FOR EACH ROW EXECUTE FUNCTION keep_books();
--> statement-breakpoint
CREATE TRIGGER keep_books BEFORE UPDATE OR DELETE ON order_events FOR EACH ROW EXECUTE FUNCTION keep_books();
--> statement-breakpoint
CREATE TRIGGER keep_books BEFORE DELETE ON orders FOR EACH ROW EXECUTE FUNCTION keep_books();
--> statement-breakpoint

-- No more is paid out than is available. What takes from it waits for each other.
CREATE FUNCTION keep_available() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE available bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('available ' || NEW.account_id, 0));
  IF NEW.kind <> 'payout' THEN RETURN NEW; END IF;
  SELECT (SELECT coalesce(sum(amount), 0) FROM transfers WHERE account_id = NEW.account_id AND to_book = 'available')
    - (SELECT coalesce(sum(amount), 0) FROM transfers WHERE account_id = NEW.account_id AND from_book = 'available')
    INTO available;
  IF available < NEW.amount THEN RAISE EXCEPTION 'balance too low' USING ERRCODE = 'SD006'; END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER keep_available BEFORE INSERT ON transfers FOR EACH ROW
  WHEN (NEW.from_book = 'available') EXECUTE FUNCTION keep_available();--> statement-breakpoint

-- Refunds never exceed what was paid. They wait for their order's row and then count.
CREATE FUNCTION keep_refunds() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE paid bigint; refunded bigint;
BEGIN
  SELECT CASE WHEN paid_at IS NULL THEN 0 ELSE total END INTO paid FROM orders
    WHERE account_id = NEW.account_id AND id = NEW.order_id FOR NO KEY UPDATE;
  SELECT coalesce(sum(amount), 0) INTO refunded FROM refunds
    WHERE account_id = NEW.account_id AND order_id = NEW.order_id AND id <> NEW.id
      AND state IN ('pending', 'succeeded');
  IF refunded + NEW.amount > paid THEN RAISE EXCEPTION 'refund too high' USING ERRCODE = 'SD005'; END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER keep_refunds BEFORE INSERT OR UPDATE ON refunds FOR EACH ROW
  WHEN (NEW.state IN ('pending', 'succeeded')) EXECUTE FUNCTION keep_refunds();--> statement-breakpoint

-- No label while a cancellation request is open, and no request once there is a label: both wait for the shipment.
CREATE FUNCTION keep_label() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM cancellation_requests r JOIN orders o ON o.account_id = r.account_id AND o.id = r.order_id
    WHERE o.account_id = NEW.account_id AND o.shipment_id = NEW.id AND r.outcome IS NULL) THEN
    RAISE EXCEPTION 'cancellation open' USING ERRCODE = 'SD007';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER keep_label BEFORE UPDATE ON shipments FOR EACH ROW
  WHEN (OLD.status = 'created' AND NEW.status = 'label_generated') EXECUTE FUNCTION keep_label();
--> statement-breakpoint
CREATE FUNCTION keep_request() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE state text;
BEGIN
  SELECT s.status INTO state FROM orders o
    JOIN shipments s ON s.account_id = o.account_id AND s.id = o.shipment_id
    WHERE o.account_id = NEW.account_id AND o.id = NEW.order_id FOR NO KEY UPDATE OF s;
  IF state IS DISTINCT FROM 'created' THEN RAISE EXCEPTION 'label exists' USING ERRCODE = 'SD008'; END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER keep_request BEFORE INSERT ON cancellation_requests FOR EACH ROW EXECUTE FUNCTION keep_request();
--> statement-breakpoint

-- Orders stay when an account is erased, and name a deleted account.
CREATE FUNCTION forget_names() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE orders SET seller_name = NULL WHERE account_id = OLD.id;
  UPDATE orders SET buyer_name = NULL, address = NULL, person_name = '', search = '' WHERE buyer_id = OLD.id;
  UPDATE shipments SET address = NULL WHERE buyer_id = OLD.id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER forget_names AFTER DELETE ON accounts FOR EACH ROW EXECUTE FUNCTION forget_names();
--> statement-breakpoint

-- What is published: shops by the usernames that lead to them, and what stands in their windows. Views, so that a
-- scope which may read another account's rows reads these columns of these rows and nothing else.
CREATE VIEW shop_windows WITH (security_barrier) AS
  SELECT u.username AS asked, a.id, a.username, a.name, a.currency, a.created_at
  FROM usernames u JOIN accounts a ON a.id = u.account_id
  WHERE a.erase_at IS NULL AND (u.until IS NULL OR u.until > now());--> statement-breakpoint
CREATE VIEW shop_products WITH (security_barrier) AS
  SELECT p.account_id, p.id, p.title, p.description, p.category, p.condition, p.price, p.weight_grams,
    least(p.stock, 10) AS available, p.created_at
  FROM products p JOIN accounts a ON a.id = p.account_id
  WHERE a.erase_at IS NULL AND p.archived_at IS NULL AND NOT p.draft AND p.sale = 'fixed';--> statement-breakpoint
CREATE VIEW shop_photos WITH (security_barrier) AS
  SELECT f.account_id, f.id, f.product_id, f.position, f.width, f.height
  FROM photos f JOIN products p ON p.account_id = f.account_id AND p.id = f.product_id
  WHERE p.archived_at IS NULL AND NOT p.draft;--> statement-breakpoint
GRANT SELECT ON shop_windows, shop_products, shop_photos
  TO stagedoor_public, stagedoor_account, stagedoor_person, stagedoor_system;

-- Where a thing stands in its life is its status, everywhere.
ALTER TABLE tasks RENAME COLUMN state TO status;--> statement-breakpoint
ALTER TABLE mails RENAME COLUMN state TO status;--> statement-breakpoint
ALTER TABLE refunds RENAME COLUMN state TO status;--> statement-breakpoint
ALTER TABLE shows RENAME COLUMN state TO status;--> statement-breakpoint
ALTER TABLE auctions RENAME COLUMN state TO status;--> statement-breakpoint
ALTER TABLE giveaways RENAME COLUMN state TO status;--> statement-breakpoint
ALTER INDEX shows_state RENAME TO shows_status;--> statement-breakpoint
ALTER VIEW public_shows RENAME COLUMN state TO status;--> statement-breakpoint
ALTER VIEW public_auctions RENAME COLUMN state TO status;--> statement-breakpoint
ALTER VIEW public_giveaways RENAME COLUMN state TO status;--> statement-breakpoint
ALTER VIEW own_auctions RENAME COLUMN state TO status;--> statement-breakpoint
ALTER VIEW own_giveaways RENAME COLUMN state TO status;--> statement-breakpoint

-- Policies, indexes and the conditions of triggers follow a renaming; what functions do is text.
CREATE OR REPLACE FUNCTION keep_refunds() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE paid bigint; refunded bigint;
BEGIN
  SELECT CASE WHEN paid_at IS NULL THEN 0 ELSE total END INTO paid FROM orders
    WHERE account_id = NEW.account_id AND id = NEW.order_id FOR NO KEY UPDATE;
  SELECT coalesce(sum(amount), 0) INTO refunded FROM refunds
    WHERE account_id = NEW.account_id AND order_id = NEW.order_id AND id <> NEW.id
      AND status IN ('pending', 'succeeded');
  IF refunded + NEW.amount > paid THEN RAISE EXCEPTION 'refund too high' USING ERRCODE = 'SD005'; END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION keep_auction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'running' AND (NEW.status, NEW.price, NEW.leader_id, NEW.ends_at)
    IS DISTINCT FROM (OLD.status, OLD.price, OLD.leader_id, OLD.ends_at) THEN
    RAISE EXCEPTION 'the auction is over' USING ERRCODE = 'SD009';
  END IF;
  IF OLD.status = 'running' AND NEW.status <> 'running' AND clock_timestamp() < OLD.ends_at THEN
    RAISE EXCEPTION 'the auction goes on' USING ERRCODE = 'SD010';
  END IF;
  IF NEW.ends_at < OLD.ends_at OR (NEW.ends_at > OLD.ends_at AND OLD.sudden_death) THEN
    RAISE EXCEPTION 'the end stands' USING ERRCODE = 'SD010';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION forget_reminders() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  DELETE FROM mails m USING people p
    WHERE p.id = OLD.person_id AND lower(m.address) = lower(p.email) AND m.account_id = OLD.account_id
      AND m.status = 'queued' AND m.kind = 'waiting_' || OLD.kind;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION forget_account_reminders() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public AS $$
BEGIN
  DELETE FROM mails WHERE account_id = NEW.id AND status = 'queued' AND kind LIKE 'waiting\_%';
  RETURN NULL;
END $$;--> statement-breakpoint

-- Results that wait for a repeated call have the fields of today's answers. The delivery of an invitation keeps its name.
UPDATE idempotency SET done = replace(done::text, '"state": ', '"status": ')::jsonb
  WHERE done::text LIKE '%"state": %' AND done::text NOT LIKE '%"delivery": %';--> statement-breakpoint
UPDATE idempotency SET done = regexp_replace(done::text, '"person": (?=null|"(?!per_))', '"by": ', 'g')::jsonb
  WHERE done::text LIKE '%"person": %';--> statement-breakpoint

-- A product's quantity is called so in the table, too.
ALTER TABLE products RENAME COLUMN stock TO quantity;--> statement-breakpoint
ALTER TABLE products RENAME CONSTRAINT products_stock TO products_quantity;--> statement-breakpoint
ALTER VIEW product_texts RENAME COLUMN stock TO quantity;--> statement-breakpoint
CREATE OR REPLACE FUNCTION keep_stock() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE after bigint;
BEGIN
  SELECT quantity::bigint + NEW.quantity INTO after FROM products
    WHERE account_id = NEW.account_id AND id = NEW.product_id FOR NO KEY UPDATE;
  IF after < 0 THEN RAISE EXCEPTION 'stock below zero' USING ERRCODE = 'SD003'; END IF;
  IF after > 1000000000 THEN RAISE EXCEPTION 'stock too high' USING ERRCODE = 'SD004'; END IF;
  UPDATE products SET quantity = after WHERE account_id = NEW.account_id AND id = NEW.product_id;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION start_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.quantity := 0;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION list_shop_products(shop text, pattern text, of_category text, of_condition text, below text, most integer)
RETURNS TABLE (
  id text, title text, condition text, price integer, available integer, photo text, width integer, height integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  RETURN QUERY
    SELECT p.id, p.title, p.condition, p.price, least(p.quantity, 10), f.id, f.width, f.height
    FROM accounts a JOIN products p ON p.account_id = a.id LEFT JOIN LATERAL (
      SELECT f.id, f.width, f.height FROM photos f
      WHERE f.account_id = p.account_id AND f.product_id = p.id ORDER BY f.position LIMIT 1) f ON true
    WHERE a.id = shop AND a.erase_at IS NULL
      AND p.account_id = shop AND p.archived_at IS NULL AND NOT p.draft AND p.sale = 'fixed'
      -- The index holds the seller's own numbers, too: what counts is what visitors may read.
      AND (pattern IS NULL OR (
        (p.title || ' ' || p.sku || ' ' || p.category) ILIKE pattern
        AND (p.title ILIKE pattern OR p.category ILIKE pattern)))
      AND (of_category IS NULL OR p.category = of_category)
      AND (of_condition IS NULL OR p.condition = of_condition)
      AND (below IS NULL OR p.id < below)
    ORDER BY p.id DESC LIMIT most;
END $$;

-- What each role may do at all; which rows, the policies say.
GRANT SELECT, INSERT, UPDATE ON shows TO stagedoor_account;--> statement-breakpoint
GRANT SELECT, UPDATE (state, started_at, stopped_at, closed_at, closed_by, close_note) ON shows TO stagedoor_system;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON lineup TO stagedoor_account;--> statement-breakpoint
GRANT SELECT ON lineup TO stagedoor_system;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON broadcasts TO stagedoor_account;--> statement-breakpoint
GRANT SELECT, UPDATE ON broadcasts TO stagedoor_system;--> statement-breakpoint
GRANT SELECT ON audience, show_minutes TO stagedoor_account;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON audience TO stagedoor_system;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON show_minutes TO stagedoor_system;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON bookmarks TO stagedoor_person;--> statement-breakpoint
GRANT SELECT ON bookmarks TO stagedoor_system;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (deleted_at, deleted_by) ON chat_lines TO stagedoor_account;--> statement-breakpoint
GRANT SELECT, INSERT ON chat_lines TO stagedoor_system;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON chat_bans TO stagedoor_account;--> statement-breakpoint
GRANT SELECT ON chat_bans TO stagedoor_system;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON muted_words TO stagedoor_account;--> statement-breakpoint
GRANT SELECT ON muted_words TO stagedoor_system;--> statement-breakpoint
GRANT SELECT, INSERT ON auctions TO stagedoor_account;--> statement-breakpoint
GRANT SELECT, UPDATE ON auctions TO stagedoor_system;--> statement-breakpoint
-- How far somebody would go, and what they would pay with, is no seller's to know; nor is a seed before the draw.
GRANT SELECT (account_id, buyer_id, id, auction_id, buyer_name, person_id, person_name, amount, price, led, created_at)
  ON bids TO stagedoor_account;--> statement-breakpoint
GRANT SELECT, INSERT ON bids TO stagedoor_system;--> statement-breakpoint
GRANT INSERT, SELECT (account_id, id, show_id, rehearsal, product_id, title, photo_id, state, started_at, started_by,
  ends_at, commitment, drawn_from, winner_id, winner_name, entries, version, order_id)
  ON giveaways TO stagedoor_account;--> statement-breakpoint
GRANT SELECT, UPDATE ON giveaways TO stagedoor_system;--> statement-breakpoint
GRANT SELECT (account_id, buyer_id, giveaway_id, id, buyer_name, person_id, person_name, created_at, seen_at)
  ON giveaway_entries TO stagedoor_account;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (seen_at) ON giveaway_entries TO stagedoor_system;--> statement-breakpoint
GRANT SELECT ON past_members TO stagedoor_system;--> statement-breakpoint

-- Whoever was a member stays known as one for a while: they do not bid in that account's shows.
CREATE FUNCTION keep_past_member() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO past_members (account_id, person_id, left_at)
    SELECT OLD.account_id, OLD.person_id, now()
    WHERE EXISTS (SELECT FROM accounts WHERE id = OLD.account_id)
      AND EXISTS (SELECT FROM people WHERE id = OLD.person_id)
    ON CONFLICT (account_id, person_id) DO UPDATE SET left_at = now();
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER keep_past_member AFTER DELETE ON members FOR EACH ROW EXECUTE FUNCTION keep_past_member();
--> statement-breakpoint

-- A bid stands: it is never changed or taken back. Names go with the account that they are of.
CREATE FUNCTION keep_bids() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.account_id, OLD.auction_id, OLD.buyer_id, OLD.amount, OLD.max, OLD.price, OLD.led, OLD.created_at)
    IS DISTINCT FROM
    (NEW.account_id, NEW.auction_id, NEW.buyer_id, NEW.amount, NEW.max, NEW.price, NEW.led, NEW.created_at) THEN
    RAISE EXCEPTION 'a bid stands' USING ERRCODE = 'SD002';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER keep_bids BEFORE UPDATE ON bids FOR EACH ROW EXECUTE FUNCTION keep_bids();--> statement-breakpoint

-- An auction that has begun goes on to its end, and what came of it stays.
CREATE FUNCTION keep_auction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'running' AND (NEW.state, NEW.price, NEW.leader_id, NEW.ends_at)
    IS DISTINCT FROM (OLD.state, OLD.price, OLD.leader_id, OLD.ends_at) THEN
    RAISE EXCEPTION 'the auction is over' USING ERRCODE = 'SD009';
  END IF;
  IF OLD.state = 'running' AND NEW.state <> 'running' AND clock_timestamp() < OLD.ends_at THEN
    RAISE EXCEPTION 'the auction goes on' USING ERRCODE = 'SD010';
  END IF;
  IF NEW.ends_at < OLD.ends_at OR (NEW.ends_at > OLD.ends_at AND OLD.sudden_death) THEN
    RAISE EXCEPTION 'the end stands' USING ERRCODE = 'SD010';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER keep_auction BEFORE UPDATE ON auctions FOR EACH ROW EXECUTE FUNCTION keep_auction();
--> statement-breakpoint

CREATE OR REPLACE FUNCTION forget_names() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE orders SET seller_name = NULL WHERE account_id = OLD.id;
  UPDATE orders SET buyer_name = NULL, address = NULL, person_name = '', search = '' WHERE buyer_id = OLD.id;
  UPDATE shipments SET address = NULL WHERE buyer_id = OLD.id;
  UPDATE bids SET buyer_name = '', person_name = '', address = NULL, method = NULL WHERE buyer_id = OLD.id;
  UPDATE auctions SET leader_name = '' WHERE leader_id = OLD.id;
  UPDATE giveaway_entries SET buyer_name = '', person_name = '', address = NULL WHERE buyer_id = OLD.id;
  UPDATE giveaways SET winner_name = '' WHERE winner_id = OLD.id;
  DELETE FROM chat_lines WHERE username = OLD.username;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE INDEX chat_lines_username ON chat_lines (username);--> statement-breakpoint
CREATE INDEX auctions_won ON auctions (leader_id);--> statement-breakpoint
CREATE INDEX giveaways_won ON giveaways (winner_id);--> statement-breakpoint

-- What is published of shows. Rehearsals are nobody's but the team's.
CREATE VIEW shown_shows WITH (security_barrier) AS
  SELECT s.account_id, s.id, a.username, a.name AS shop, s.title, s.description, s.category,
    s.cover_id, s.cover_width, s.cover_height, s.starts_at, s.zone, s.discoverability, s.state, s.currency,
    s.started_at, s.stopped_at, s.closed_at, s.slow_seconds, s.close_note,
    coalesce((SELECT b.video FROM broadcasts b
      WHERE b.account_id = s.account_id AND b.show_id = s.id AND b.ended_at IS NULL), false) AS video,
    (SELECT b.node FROM broadcasts b
      WHERE b.account_id = s.account_id AND b.show_id = s.id AND b.ended_at IS NULL) AS node,
    (SELECT coalesce(sum(v.viewers), 0)::int FROM audience v
      WHERE v.account_id = s.account_id AND v.show_id = s.id AND v.at > now() - interval '30 seconds') AS viewers
  FROM shows s JOIN accounts a ON a.id = s.account_id
  WHERE a.erase_at IS NULL AND s.rehearses IS NULL;--> statement-breakpoint
CREATE VIEW shown_lineup WITH (security_barrier) AS
  SELECT l.account_id, l.show_id, l.product_id, l.position, p.title, p.description, p.condition, p.sale,
    coalesce(l.price, p.price)::int AS price, least(p.stock, 10) AS available,
    f.id AS photo_id, f.width AS photo_width, f.height AS photo_height
  FROM lineup l
    JOIN shows s ON s.account_id = l.account_id AND s.id = l.show_id AND s.rehearses IS NULL
    JOIN products p ON p.account_id = l.account_id AND p.id = l.product_id
      AND p.archived_at IS NULL AND NOT p.draft
    LEFT JOIN LATERAL (
      SELECT id, width, height FROM photos
      WHERE account_id = p.account_id AND product_id = p.id ORDER BY position LIMIT 1) f ON true;
--> statement-breakpoint
CREATE VIEW shown_lines WITH (security_barrier) AS
  SELECT c.account_id, c.show_id, c.id, c.kind, c.name, c.username, c.host, c.text, c.created_at
  FROM chat_lines c JOIN shows s ON s.account_id = c.account_id AND s.id = c.show_id AND s.rehearses IS NULL
  WHERE c.deleted_at IS NULL AND c.kind <> 'team';--> statement-breakpoint
CREATE VIEW shown_auctions WITH (security_barrier) AS
  SELECT c.account_id, c.show_id, c.id, c.product_id, c.title, c.currency, c.starting_bid, c.seconds,
    c.counter_seconds, c.sudden_death, c.state, c.started_at, c.ends_at, c.price, c.leader_id, c.leader_name, c.bids,
    c.version, f.id AS photo_id, f.width AS photo_width, f.height AS photo_height
  FROM auctions c LEFT JOIN photos f ON f.account_id = c.account_id AND f.id = c.photo_id
  WHERE NOT c.rehearsal;--> statement-breakpoint
CREATE VIEW shown_giveaways WITH (security_barrier) AS
  SELECT g.account_id, g.show_id, g.id, g.product_id, g.title, g.state, g.started_at, g.ends_at, g.commitment,
    CASE WHEN g.state = 'open' THEN NULL ELSE g.seed END AS seed, g.drawn_from, g.winner_id, g.winner_name,
    g.entries, g.version, f.id AS photo_id, f.width AS photo_width, f.height AS photo_height
  FROM giveaways g LEFT JOIN photos f ON f.account_id = g.account_id AND f.id = g.photo_id
  WHERE NOT g.rehearsal;--> statement-breakpoint
GRANT SELECT ON shown_shows, shown_lineup, shown_lines, shown_auctions, shown_giveaways
  TO stagedoor_public, stagedoor_account, stagedoor_person, stagedoor_system;
--> statement-breakpoint
-- The same for the account itself, its rehearsals too: views that bind the rows to the account by themselves.
CREATE VIEW own_auctions AS
  SELECT c.account_id, c.show_id, c.id, c.rehearsal, c.product_id, c.title, c.currency, c.starting_bid, c.seconds,
    c.counter_seconds, c.sudden_death, c.state, c.started_at, c.ends_at, c.price, c.leader_id, c.leader_name, c.bids,
    c.version, c.order_id, f.id AS photo_id, f.width AS photo_width, f.height AS photo_height
  FROM auctions c LEFT JOIN photos f ON f.account_id = c.account_id AND f.id = c.photo_id
  WHERE c.account_id = nullif(current_setting('app.account', true), '');--> statement-breakpoint
CREATE VIEW own_giveaways AS
  SELECT g.account_id, g.show_id, g.id, g.rehearsal, g.product_id, g.title, g.state, g.started_at, g.ends_at,
    g.commitment, CASE WHEN g.state = 'open' THEN NULL ELSE g.seed END AS seed, g.drawn_from, g.winner_id,
    g.winner_name, g.entries, g.version, f.id AS photo_id, f.width AS photo_width, f.height AS photo_height
  FROM giveaways g LEFT JOIN photos f ON f.account_id = g.account_id AND f.id = g.photo_id
  WHERE g.account_id = nullif(current_setting('app.account', true), '');--> statement-breakpoint
GRANT SELECT ON own_auctions, own_giveaways TO stagedoor_account, stagedoor_system;

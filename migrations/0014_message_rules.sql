-- What each role may do at all; which rows, the policies say. What stands in a conversation is added and never changed.
GRANT SELECT, INSERT, UPDATE (buyer_name, assignee_id, assignee_name, closed_at, closed_by, blocked_at, blocked_by,
  entries, messages, buyer_last, seller_last, buyer_read, seller_read,
  kept_unread, last_side, last_text, last_at)
  ON conversations TO stagedoor_account, stagedoor_system;--> statement-breakpoint
GRANT SELECT, INSERT ON conversation_entries TO stagedoor_account, stagedoor_system;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (title, text, by_name, updated_at), DELETE ON saved_replies TO stagedoor_account;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (bell, mail) ON notice_settings TO stagedoor_person;--> statement-breakpoint
GRANT SELECT ON notice_settings TO stagedoor_account, stagedoor_system;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (at), DELETE ON notices_sent TO stagedoor_system;--> statement-breakpoint
GRANT SELECT, DELETE ON notices_sent TO stagedoor_account;--> statement-breakpoint

-- A conversation as the buyer's account has it: what the seller's team has for itself is not in it, nor who wrote.
-- The views bind the rows to the account by themselves; its row policy knows the seller's side alone.
CREATE VIEW buyer_conversations AS
  SELECT c.account_id, c.buyer_id, c.id, a.username, a.name AS shop, c.messages, c.buyer_read, c.seller_read,
    c.seller_last > c.buyer_read AS unread, c.last_side, c.last_text, c.last_at, c.created_at
  FROM conversations c LEFT JOIN accounts a ON a.id = c.account_id AND a.erase_at IS NULL
  WHERE c.buyer_id = nullif(current_setting('app.account', true), '');--> statement-breakpoint
CREATE VIEW buyer_messages AS
  SELECT e.account_id, e.buyer_id, e.conversation_id, e.id, e.kind, e.number, e.side,
    CASE WHEN e.side = 'buyer' THEN e.person_name END AS person_name,
    e.text, e.about, e.width, e.height, e.created_at
  FROM conversation_entries e
  WHERE e.number IS NOT NULL AND e.kind IN ('text', 'photo')
    AND e.buyer_id = nullif(current_setting('app.account', true), '');--> statement-breakpoint
GRANT SELECT ON buyer_conversations, buyer_messages TO stagedoor_account, stagedoor_system;--> statement-breakpoint

-- What a team searches in: where row security stands before a search in text, no index would serve.
CREATE VIEW conversation_texts AS
  SELECT conversation_id, lower(text) AS text FROM conversation_entries
  WHERE kind IN ('text', 'note') AND account_id = nullif(current_setting('app.account', true), '')
  UNION ALL
  SELECT id, lower(buyer_name) FROM conversations
  WHERE account_id = nullif(current_setting('app.account', true), '');--> statement-breakpoint
GRANT SELECT ON conversation_texts TO stagedoor_account;--> statement-breakpoint
CREATE INDEX conversation_entries_search ON conversation_entries
  USING gin (account_id, lower(text) gin_trgm_ops) WHERE kind IN ('text', 'note');--> statement-breakpoint
CREATE INDEX conversations_search ON conversations USING gin (account_id, lower(buyer_name) gin_trgm_ops);
--> statement-breakpoint

-- A note is the team's alone, and a message is both sides': no query can make the one into the other.
ALTER TABLE conversation_entries ADD CONSTRAINT conversation_entries_shared
  CHECK ((number IS NOT NULL) = (kind IN ('text', 'photo')));--> statement-breakpoint

-- Whoever loses access is told nothing more of what waits for the account, not even by a mail that is queued; nor is
-- anybody once the account is closing.
CREATE FUNCTION forget_notices() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  DELETE FROM mails m USING people p
    WHERE p.id = OLD.person_id AND lower(m.address) = lower(p.email) AND m.account_id = OLD.account_id
      AND m.state = 'queued' AND m.kind = 'waiting_' || OLD.kind;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER forget_notices AFTER DELETE ON notices_sent FOR EACH ROW EXECUTE FUNCTION forget_notices();
--> statement-breakpoint
CREATE FUNCTION forget_account_notices() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  DELETE FROM mails WHERE account_id = NEW.id AND state = 'queued' AND kind LIKE 'waiting\_%';
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER forget_account_notices AFTER UPDATE OF erase_at ON accounts
  FOR EACH ROW WHEN (NEW.erase_at IS NOT NULL) EXECUTE FUNCTION forget_account_notices();
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
  UPDATE conversations SET buyer_name = NULL, seller_read = messages, kept_unread = false,
    last_text = CASE last_side WHEN 'buyer' THEN '' ELSE last_text END
    WHERE buyer_id = OLD.id;
  UPDATE conversation_entries SET text = '', person_name = '', person_id = NULL WHERE buyer_id = OLD.id AND side = 'buyer';
  RETURN NULL;
END $$;

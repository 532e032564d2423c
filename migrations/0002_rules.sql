-- What each role may do at all; which rows, the policies say.
GRANT SELECT (id, name, email, language, two_factor_enabled, email_verified, created_at) ON people
  TO stagedoor_account, stagedoor_person, stagedoor_system;--> statement-breakpoint
GRANT UPDATE (name, language, updated_at) ON people TO stagedoor_person;--> statement-breakpoint
GRANT SELECT (id, person_id, expires_at, ip_address, user_agent, created_at, updated_at), DELETE ON sessions
  TO stagedoor_account, stagedoor_person;--> statement-breakpoint
GRANT SELECT (id, person_id, provider_id, password), UPDATE (password, updated_at) ON credentials
  TO stagedoor_account, stagedoor_person;--> statement-breakpoint
GRANT SELECT, UPDATE (username, name, erase_at) ON accounts TO stagedoor_account;--> statement-breakpoint
GRANT SELECT ON accounts TO stagedoor_person;--> statement-breakpoint
GRANT SELECT, UPDATE (erase_at), DELETE ON accounts TO stagedoor_system;--> statement-breakpoint
GRANT SELECT, UPDATE (role, ends_at), DELETE ON members TO stagedoor_account;--> statement-breakpoint
GRANT SELECT, INSERT ON members TO stagedoor_person;--> statement-breakpoint
GRANT SELECT ON members TO stagedoor_system;--> statement-breakpoint
GRANT SELECT ON presence TO stagedoor_account;--> statement-breakpoint
GRANT SELECT, INSERT ON activity TO stagedoor_account, stagedoor_system;--> statement-breakpoint
GRANT INSERT ON activity TO stagedoor_person;--> statement-breakpoint
GRANT SELECT, INSERT ON activity_seals TO stagedoor_system;--> statement-breakpoint
GRANT SELECT ON usernames TO stagedoor_account;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (role, expires_at, generation, outcome, settled_at, settled_by) ON invitations
  TO stagedoor_account;--> statement-breakpoint
GRANT SELECT, UPDATE (outcome, settled_at, settled_by) ON invitations TO stagedoor_person;--> statement-breakpoint
GRANT SELECT ON invitations TO stagedoor_system;--> statement-breakpoint
GRANT INSERT, SELECT (id, account_id, subject_id, state, reason, created_at, settled_at) ON mails
  TO stagedoor_account, stagedoor_system;--> statement-breakpoint
GRANT INSERT ON mails TO stagedoor_person;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (title, description, category, sku, price, draft, archived_at, updated_at) ON products
  TO stagedoor_account;--> statement-breakpoint
GRANT SELECT, INSERT ON stock_movements TO stagedoor_account;--> statement-breakpoint

-- Mail goes with the account that it was sent for.
ALTER TABLE mails ADD CONSTRAINT mails_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE;
--> statement-breakpoint

-- The username shown where a person is listed is that of their own account (the oldest, if they own several).
-- It is another account's row, so a view publishes just this much of it, of just the people that a scope has to
-- do with: those of the account, whoever invited for it, and oneself.
CREATE VIEW handles WITH (security_barrier) AS
  SELECT DISTINCT ON (own.person_id) own.person_id, a.username
  FROM members own JOIN accounts a ON a.id = own.account_id
  WHERE own.role = 'owner' AND (
    own.person_id = (SELECT nullif(current_setting('app.person', true), ''))
    OR own.person_id IN (
      SELECT m.person_id FROM members m WHERE m.account_id = (SELECT nullif(current_setting('app.account', true), '')))
    OR own.person_id IN (
      SELECT i.invited_by FROM invitations i WHERE i.account_id = (SELECT nullif(current_setting('app.account', true), ''))))
  ORDER BY own.person_id, a.created_at;--> statement-breakpoint
GRANT SELECT ON handles TO stagedoor_account, stagedoor_person, stagedoor_system;--> statement-breakpoint

-- Whether the statement is one of the service's own (sign-in, the operator's commands) and not a scope's.
CREATE FUNCTION is_service() RETURNS boolean LANGUAGE sql STABLE AS
  $$ SELECT current_user NOT IN ('stagedoor_account', 'stagedoor_person', 'stagedoor_system', 'stagedoor_public') $$;
--> statement-breakpoint

-- The Owner can be neither changed nor removed, and nobody becomes one, but by the operator's transfer or with
-- the account itself.
CREATE FUNCTION keep_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF is_service() AND current_setting('app.transfer', true) = OLD.account_id THEN
    RETURN COALESCE(NEW, OLD);
  END IF;
  IF OLD.role = 'owner' AND EXISTS (SELECT FROM accounts WHERE id = OLD.account_id) THEN
    RAISE EXCEPTION 'the Owner stays' USING ERRCODE = 'SD001';
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.role = 'owner' THEN
    RAISE EXCEPTION 'nobody becomes the Owner' USING ERRCODE = 'SD001';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;--> statement-breakpoint
CREATE TRIGGER keep_owner BEFORE UPDATE OR DELETE ON members FOR EACH ROW EXECUTE FUNCTION keep_owner();
--> statement-breakpoint

-- Ledgers: rows are added, never changed, and leave only with their account.
CREATE FUNCTION keep_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' OR EXISTS (SELECT FROM accounts WHERE id = OLD.account_id) THEN
    RAISE EXCEPTION '% only grows', TG_TABLE_NAME USING ERRCODE = 'SD002';
  END IF;
  RETURN OLD;
END $$;--> statement-breakpoint
CREATE TRIGGER keep_ledger BEFORE UPDATE OR DELETE ON activity FOR EACH ROW EXECUTE FUNCTION keep_ledger();
--> statement-breakpoint
CREATE TRIGGER keep_ledger BEFORE UPDATE OR DELETE ON activity_seals FOR EACH ROW EXECUTE FUNCTION keep_ledger();
--> statement-breakpoint
CREATE TRIGGER keep_ledger BEFORE UPDATE OR DELETE ON stock_movements FOR EACH ROW EXECUTE FUNCTION keep_ledger();
--> statement-breakpoint

-- Stock never falls below zero, nor rises above what a number holds: each movement waits for its product's row
-- and then counts.
CREATE FUNCTION keep_stock() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE after bigint;
BEGIN
  PERFORM FROM products WHERE account_id = NEW.account_id AND id = NEW.product_id FOR NO KEY UPDATE;
  SELECT NEW.quantity + coalesce(sum(quantity), 0) INTO after FROM stock_movements
    WHERE account_id = NEW.account_id AND product_id = NEW.product_id;
  IF after < 0 THEN RAISE EXCEPTION 'stock below zero' USING ERRCODE = 'SD003'; END IF;
  IF after > 1000000000 THEN RAISE EXCEPTION 'stock too high' USING ERRCODE = 'SD004'; END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER keep_stock BEFORE INSERT ON stock_movements FOR EACH ROW EXECUTE FUNCTION keep_stock();
--> statement-breakpoint

-- Claims a username: for an account for good, or (account null) as a wish for a day. True if it is now held.
CREATE FUNCTION claim_username(wanted text, of_account text, for_whom text) RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO usernames AS u (username, account_id, held_for, until)
  VALUES (wanted, of_account, for_whom, CASE WHEN of_account IS NULL THEN now() + interval '1 day' END)
  ON CONFLICT (username) DO UPDATE
    SET account_id = EXCLUDED.account_id, held_for = EXCLUDED.held_for, until = EXCLUDED.until
    WHERE u.until < now() OR u.held_for = EXCLUDED.held_for OR (u.account_id = EXCLUDED.account_id);
  RETURN FOUND;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION claim_username FROM PUBLIC;--> statement-breakpoint

-- An account's change of username: the former one is kept for 30 days and leads to it.
CREATE FUNCTION rename_account(wanted text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE mine text := nullif(current_setting('app.account', true), '');
BEGIN
  IF mine IS NULL OR NOT claim_username(wanted, mine, NULL) THEN RETURN false; END IF;
  UPDATE usernames u SET until = now() + interval '30 days'
    FROM accounts a WHERE a.id = mine AND u.username = a.username AND u.username <> wanted;
  UPDATE accounts SET username = wanted WHERE id = mine;
  RETURN true;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION rename_account FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION rename_account TO stagedoor_account;--> statement-breakpoint
REVOKE UPDATE (username) ON accounts FROM stagedoor_account;--> statement-breakpoint

-- A person whose address is proven has an account of their own, owned by them for good. It has their wished
-- username, or, where that was lost meanwhile, the nearest free one.
CREATE FUNCTION own_account() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  own text := 'acc_' || substr(NEW.id, 5);
  candidate text := NEW.wish;
  tries integer := 0;
BEGIN
  INSERT INTO accounts (id, username, name, currency)
    VALUES (own, NEW.id, NEW.name, CASE NEW.language WHEN 'fr' THEN 'EUR' ELSE 'USD' END);
  WHILE NOT claim_username(candidate, own, NEW.hold) LOOP
    tries := tries + 1;
    candidate := left(NEW.wish, 24) || '-' || (1000 + floor(random() * 9000 * tries))::text;
  END LOOP;
  UPDATE usernames SET held_for = NULL WHERE username = candidate;
  UPDATE accounts SET username = candidate WHERE id = own;
  INSERT INTO members (account_id, id, person_id, role) VALUES (own, 'mem_' || substr(NEW.id, 5), NEW.id, 'owner');
  INSERT INTO activity (account_id, id, person_id, person_name, account_name, area, act)
    VALUES (own, 'act_' || substr(NEW.id, 5), NEW.id, NEW.name, NEW.name, 'account', 'account.opened');
  RETURN NULL;
END $$;--> statement-breakpoint
-- Live connections end with the sign-in that they belong to, however it ended.
CREATE FUNCTION tell_sign_out() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('stagedoor', json_build_object('kind', 'sessions', 'sessions', json_build_array(OLD.id))::text);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER tell_sign_out AFTER DELETE ON sessions FOR EACH ROW EXECUTE FUNCTION tell_sign_out();
--> statement-breakpoint
CREATE TRIGGER own_account_at_once AFTER INSERT ON people
  FOR EACH ROW WHEN (NEW.email_verified) EXECUTE FUNCTION own_account();--> statement-breakpoint
CREATE TRIGGER own_account_once_proven AFTER UPDATE OF email_verified ON people
  FOR EACH ROW WHEN (NEW.email_verified AND NOT OLD.email_verified) EXECUTE FUNCTION own_account();

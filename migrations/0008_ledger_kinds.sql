-- The ledger by kind: without it, a kind of which there are few is looked for in every line.
CREATE INDEX transfers_kind ON transfers (account_id, kind, created_at, id);

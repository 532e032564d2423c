-- What stands in a shop's window, page by page, and the categories there. The view shop_products is a barrier: no
-- order, limit or pattern is taken below it, and so no index for them. These functions read the tables by their
-- indexes, and answer with what the view would show. They are planned anew each time, for a rare word wants another
-- way than a common one.
CREATE FUNCTION shop_shelf(shop text, pattern text, of_category text, of_condition text, below text, most integer)
RETURNS TABLE (
  id text, title text, condition text, price integer, available integer, photo text, width integer, height integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  RETURN QUERY
    SELECT p.id, p.title, p.condition, p.price, least(p.stock, 10), f.id, f.width, f.height
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
END $$;--> statement-breakpoint

-- From one category to the next by the index, and not through all that is in them.
CREATE FUNCTION shop_categories(shop text, most integer) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  found text := '';
BEGIN
  IF NOT EXISTS (SELECT FROM accounts a WHERE a.id = shop AND a.erase_at IS NULL) THEN RETURN; END IF;
  FOR number IN 1..most LOOP
    SELECT p.category INTO found FROM products p
      WHERE p.account_id = shop AND p.archived_at IS NULL AND NOT p.draft AND p.sale = 'fixed' AND p.category > found
      ORDER BY p.category LIMIT 1;
    EXIT WHEN found IS NULL;
    RETURN NEXT found;
  END LOOP;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION shop_shelf, shop_categories FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION shop_shelf, shop_categories
  TO stagedoor_public, stagedoor_account, stagedoor_person, stagedoor_system;

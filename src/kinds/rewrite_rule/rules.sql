-- Rules, as the statements that make them; a view's own is the view. $1: oids of schemas, $2: oids of relations that another session
-- has locked.
SELECT r.ev_class,
       r.rulename,
       CASE WHEN c.oid <> ALL ($2::pg_catalog.oid[]) THEN pg_catalog.pg_get_ruledef(r.oid) END,
       r.ev_enabled
FROM pg_catalog.pg_rewrite r
JOIN pg_catalog.pg_class c ON c.oid = r.ev_class
WHERE r.rulename <> '_RETURN'
  AND c.relnamespace = ANY ($1::pg_catalog.oid[])

-- Triggers, as the statements that make them. Those that PostgreSQL makes by itself, for foreign keys and for partitions, are left
-- out; the latter have a parent since PostgreSQL 13, and are internal before. $1: oids of schemas, $2: oids of relations that another
-- session has locked.
SELECT g.tgrelid,
       g.tgname,
       CASE WHEN c.oid <> ALL ($2::pg_catalog.oid[]) THEN pg_catalog.pg_get_triggerdef(g.oid) END,
       g.tgenabled
FROM (SELECT 0::pg_catalog.oid AS tgparentid) until_12
CROSS JOIN LATERAL (SELECT t.*, tgparentid AS parent FROM pg_catalog.pg_trigger t) g
JOIN pg_catalog.pg_class c ON c.oid = g.tgrelid
WHERE NOT g.tgisinternal
  AND g.parent = 0
  AND c.relnamespace = ANY ($1::pg_catalog.oid[])

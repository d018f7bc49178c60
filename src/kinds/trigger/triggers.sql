-- Triggers, as the statements that make them. Those that PostgreSQL makes by itself, for foreign keys and for partitions, are left
-- out. $1: oids of schemas, $2: oids of relations that another session has locked.
SELECT g.tgrelid,
       g.tgname,
       CASE WHEN c.oid <> ALL ($2::pg_catalog.oid[]) THEN pg_catalog.pg_get_triggerdef(g.oid) END,
       g.tgenabled
FROM pg_catalog.pg_trigger g
JOIN pg_catalog.pg_class c ON c.oid = g.tgrelid
WHERE NOT g.tgisinternal
  AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  AND NOT c.relispartition

-- Partitions, from the root of each tree downwards. $1: oids of schemas, $2: oids of relations that another session has locked.
WITH RECURSIVE tree AS (
  SELECT c.oid, 0 AS level
  FROM pg_catalog.pg_class c
  WHERE c.relkind = 'p'
    AND NOT c.relispartition
    AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT i.inhrelid, t.level + 1
  FROM tree t
  JOIN pg_catalog.pg_inherits i ON i.inhparent = t.oid
  JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid AND c.relispartition
)
SELECT c.oid,
       n.nspname,
       c.relname,
       CASE WHEN c.oid <> ALL ($2::pg_catalog.oid[]) THEN pg_catalog.pg_get_expr(c.relpartbound, c.oid) END,
       pg_catalog.pg_get_partkeydef(c.oid),
       i.inhparent,
       c.relpersistence = 'u',
       c.relrowsecurity,
       c.relforcerowsecurity,
       CASE WHEN c.relkind <> 'f' THEN c.relreplident ELSE 'd' END,
       c.reloptions || (
         SELECT pg_catalog.array_agg('toast.' || one.option)
         FROM pg_catalog.pg_class toast, pg_catalog.unnest(toast.reloptions) one (option)
         WHERE toast.oid = c.reltoastrelid)
FROM tree t
JOIN pg_catalog.pg_class c ON c.oid = t.oid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_inherits i ON i.inhrelid = c.oid
WHERE t.level > 0
ORDER BY t.level

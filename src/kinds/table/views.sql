-- Queries of views. $1: oids of schemas, $2: oids of relations that another session has locked.
SELECT c.oid, CASE WHEN c.oid <> ALL ($2::pg_catalog.oid[]) THEN pg_catalog.pg_get_viewdef(c.oid) END
FROM pg_catalog.pg_class c
WHERE c.relkind IN ('v', 'm')
  AND c.relnamespace = ANY ($1::pg_catalog.oid[])

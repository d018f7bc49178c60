-- Before pending migrations are carried out in memory: tables that are not empty, as far as it can be told without reading them.
-- $1: oids of schemas, $2: oids of relations that another session has locked.
SELECT c.oid
FROM pg_catalog.pg_class c
WHERE c.relkind IN ('r', 'p')
  AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  AND c.oid <> ALL ($2::pg_catalog.oid[])
  AND (c.reltuples > 0 OR pg_catalog.pg_relation_size(c.oid) > 0)

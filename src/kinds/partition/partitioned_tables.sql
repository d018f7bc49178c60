-- How tables are partitioned. $1: oids of schemas.
SELECT c.oid, pg_catalog.pg_get_partkeydef(c.oid)
FROM pg_catalog.pg_class c
WHERE c.relkind = 'p'
  AND NOT c.relispartition
  AND c.relnamespace = ANY ($1::pg_catalog.oid[])

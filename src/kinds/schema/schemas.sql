-- The schemas that are read. $1: their oids.
SELECT n.oid, n.nspname
FROM pg_catalog.pg_namespace n
WHERE n.oid = ANY ($1::pg_catalog.oid[])

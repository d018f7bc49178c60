-- Primary keys. $1: oids of schemas.
SELECT k.conrelid, k.conname, k.conkey
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
WHERE k.contype = 'p'
  AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  AND NOT c.relispartition

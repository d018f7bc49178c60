-- CHECK constraints that are there but not enforced. $1: oids of schemas.
SELECT k.conrelid, k.conname
FROM pg_catalog.pg_constraint k
WHERE k.contype = 'c'
  AND NOT k.conenforced
  AND k.connamespace = ANY ($1::pg_catalog.oid[])

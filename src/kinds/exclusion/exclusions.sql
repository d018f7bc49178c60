-- Exclusion constraints, as PostgreSQL prints them. $1: oids of schemas, $2: oids of relations that another session has locked.
SELECT k.conrelid,
       k.conname,
       CASE
         WHEN k.conrelid <> ALL ($2::pg_catalog.oid[])
         THEN pg_catalog.format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s', n.nspname, c.relname, k.conname,
                                pg_catalog.pg_get_constraintdef(k.oid))
       END
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE k.contype = 'x'
  AND k.conparentid = 0
  AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  AND NOT c.relispartition

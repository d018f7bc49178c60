-- The indexes by which replicas tell the rows of tables and partitions, as the statements that say so. $1: oids of schemas.
SELECT c.relname,
       pg_catalog.format('ALTER TABLE %I.%I REPLICA IDENTITY USING INDEX %I', n.nspname, c.relname, x.relname)
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE i.indisreplident
  AND c.relreplident = 'i'
  AND c.relnamespace = ANY ($1::pg_catalog.oid[])

-- What partitions have beside their tables' constraints, indexes and columns, as the statements that make it; triggers, policies and
-- rules are read as those of tables are. $1: oids of schemas, $2: oids of relations that another session has locked.
SELECT c.oid,
       k.conname,
       CASE WHEN c.oid <> ALL ($2::pg_catalog.oid[])
       THEN pg_catalog.format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s', n.nspname, c.relname, k.conname, pg_catalog.pg_get_constraintdef(k.oid))
       END,
       i.indisvalid
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = k.conindid AND k.contype IN ('u', 'x')
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relispartition
  AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  AND k.contype IN ('c', 'f', 'p', 'u', 'x')
  AND k.conislocal
  AND k.coninhcount = 0
  -- A key's index may be that of a unique index above.
  AND NOT (k.contype IN ('p', 'u', 'x') AND EXISTS (SELECT FROM pg_catalog.pg_class x WHERE x.oid = k.conindid AND x.relispartition))
UNION ALL
SELECT c.oid,
       x.relname,
       CASE WHEN c.oid <> ALL ($2::pg_catalog.oid[]) THEN pg_catalog.pg_get_indexdef(x.oid) END,
       i.indisvalid
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
WHERE c.relispartition
  AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  AND NOT x.relispartition
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.conindid = x.oid AND k.contype IN ('p', 'u', 'x'))

-- What the indexes and foreign keys are called that partitions have from above; '' where a partition does not have one. $1: oids of
-- schemas.
WITH RECURSIVE index (above, relation, own) AS (
  SELECT i.indexrelid, i.indrelid, i.indexrelid
  FROM pg_catalog.pg_index i
  JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
  WHERE x.relkind = 'I'
    AND NOT x.relispartition
    AND x.relnamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT t.above, h.inhrelid, own.indexrelid
  FROM index t
  JOIN pg_catalog.pg_inherits h ON h.inhparent = t.relation
  LEFT JOIN (pg_catalog.pg_inherits a JOIN pg_catalog.pg_index own ON own.indexrelid = a.inhrelid)
    ON a.inhparent = t.own AND own.indrelid = h.inhrelid
  WHERE t.own IS NOT NULL
), key (above, relation, own) AS (
  SELECT k.oid, k.conrelid, k.oid
  FROM pg_catalog.pg_constraint k
  JOIN pg_catalog.pg_class c ON c.oid = k.conrelid AND c.relkind = 'p'
  WHERE k.contype = 'f'
    AND k.conparentid = 0
    AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT t.above, k.conrelid, k.oid
  FROM key t
  JOIN pg_catalog.pg_constraint k ON k.conparentid = t.own AND k.conrelid <> t.relation
)
SELECT t.relation, i.indrelid, 'index', a.relname, COALESCE(x.relname, '')
FROM index t
JOIN pg_catalog.pg_index i ON i.indexrelid = t.above
JOIN pg_catalog.pg_class a ON a.oid = t.above
LEFT JOIN pg_catalog.pg_class x ON x.oid = t.own
WHERE t.own IS DISTINCT FROM t.above
UNION ALL
SELECT t.relation, a.conrelid, 'foreign key', a.conname, k.conname
FROM key t
JOIN pg_catalog.pg_constraint a ON a.oid = t.above
JOIN pg_catalog.pg_constraint k ON k.oid = t.own
WHERE t.own <> t.above

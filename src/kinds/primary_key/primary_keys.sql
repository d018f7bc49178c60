-- Primary keys and their indexes. $1: oids of schemas.
SELECT k.conrelid,
       k.conname,
       k.conkey,
       k.condeferrable,
       k.condeferred,
       CASE WHEN i.indnatts > i.indnkeyatts THEN i.indkey END,
       x.reloptions,
       x.relam = 783  -- GiST: WITHOUT OVERLAPS
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
JOIN pg_catalog.pg_index i ON i.indexrelid = k.conindid
JOIN pg_catalog.pg_class x ON x.oid = k.conindid
WHERE k.contype = 'p'
  AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  AND NOT c.relispartition

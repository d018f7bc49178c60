-- Tables that inherit from others, but partitions, which belong to theirs. $1: oids of schemas.
SELECT i.inhrelid, i.inhparent
FROM pg_catalog.pg_inherits i
JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid
WHERE c.relkind IN ('r', 'f')
  AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  AND NOT c.relispartition
ORDER BY i.inhrelid, i.inhseqno

-- Where partitions store or estimate columns otherwise than what they are attached to: what is unusual about it, as columns.sql has
-- it. Until PostgreSQL 13, which compresses in one way, the columns of that name are those of until_13. $1: oids of schemas.
SELECT a.attrelid,
       a.attname,
       NULLIF(a.attstorage, t.typstorage),
       NULLIF(a.compression, ''),
       CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END,
       CASE WHEN a.attoptions::pg_catalog.text LIKE '%n_distinct%' THEN a.attoptions END
FROM (SELECT ''::pg_catalog."char" AS attcompression) until_13
CROSS JOIN LATERAL (SELECT p.*, attcompression AS compression FROM pg_catalog.pg_attribute p) a
JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
JOIN pg_catalog.pg_inherits h ON h.inhrelid = c.oid
CROSS JOIN LATERAL (SELECT p.*, attcompression AS compression FROM pg_catalog.pg_attribute p) b
WHERE c.relispartition
  AND c.relkind IN ('r', 'p', 'f')
  AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  AND a.attnum > 0
  AND NOT a.attisdropped
  AND b.attrelid = h.inhparent
  AND b.attname = a.attname
  AND (a.attstorage, a.compression, a.attstattarget, a.attoptions)
    IS DISTINCT FROM (b.attstorage, b.compression, b.attstattarget, b.attoptions)

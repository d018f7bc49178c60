-- Columns, inherited ones too. The expression of a plain default needs no relation (0), and so waits for no lock; that of a
-- generated column does. Until PostgreSQL 13, which compresses in one way, the column of that name is the one of until_13. $1: oids of schemas, $2: oids of relations that another session has locked.
SELECT a.attrelid,
       a.attnum,
       a.attname,
       pg_catalog.format_type(a.atttypid, a.atttypmod),
       a.attnotnull,
       a.attidentity,
       a.attgenerated,
       CASE
         WHEN a.attgenerated = '' THEN pg_catalog.pg_get_expr(d.adbin, 0)
         WHEN c.oid <> ALL ($2::pg_catalog.oid[]) THEN pg_catalog.pg_get_expr(d.adbin, d.adrelid)
       END,
       own.collname,
       -- What is unusual about its storage; nulls for the usual.
       NULLIF(a.attstorage, t.typstorage),
       NULLIF(a.compression, ''),
       CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END,
       CASE WHEN a.attoptions::pg_catalog.text LIKE '%n_distinct%' THEN a.attoptions END,
       a.attfdwoptions,
       NOT a.attislocal,
       own.collnamespace
FROM (SELECT ''::pg_catalog."char" AS attcompression) until_13
CROSS JOIN LATERAL (SELECT p.*, attcompression AS compression FROM pg_catalog.pg_attribute p) a
JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_catalog.pg_collation own ON own.oid = a.attcollation AND a.attcollation <> t.typcollation
LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  AND NOT c.relispartition
  AND a.attnum > 0
  AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum

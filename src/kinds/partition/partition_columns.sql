-- Where partitions are NOT NULL, or have another default, than what they are attached to, as the statements that say so. Only
-- expressions whose trees differ, wherever they stood in a statement, are deparsed. From the root of each tree downwards, as what is
-- said of a partition reaches those below it. $1: oids of schemas.
SELECT c.oid,
       a.attname,
       pg_catalog.format('ALTER TABLE %I.%I ALTER COLUMN %I ', n.nspname, c.relname, a.attname)
         || CASE WHEN own.what = 'n' THEN 'SET NOT NULL' ELSE COALESCE('SET DEFAULT ' || pg_catalog.pg_get_expr(d.adbin, 0), 'DROP DEFAULT') END
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_inherits h ON h.inhrelid = c.oid
JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_catalog.pg_attribute b
  ON b.attrelid = h.inhparent
 AND b.attname = a.attname
 AND (a.attnotnull > b.attnotnull OR a.atthasdef OR b.atthasdef)
LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
LEFT JOIN pg_catalog.pg_attrdef e ON e.adrelid = b.attrelid AND e.adnum = b.attnum
CROSS JOIN (VALUES ('n'), ('d')) own (what)
WHERE c.relispartition
  AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  AND a.attgenerated = ''
  AND CASE own.what
        WHEN 'n' THEN a.attnotnull > b.attnotnull
        ELSE pg_catalog.regexp_replace(d.adbin::pg_catalog.text, ':location -?[0-9]+', '', 'g')
          IS DISTINCT FROM pg_catalog.regexp_replace(e.adbin::pg_catalog.text, ':location -?[0-9]+', '', 'g')
      END
ORDER BY (SELECT pg_catalog.count(*) FROM pg_catalog.pg_partition_ancestors(c.oid))

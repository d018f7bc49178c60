-- Tables that may be a migration tool's history: by their names ($1), or by columns that few other tables have ($2). Who it is, the
-- columns tell. Those of the schema $3 come first.
SELECT c.oid,
       n.nspname,
       c.relname,
       pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_table_privilege(c.oid, 'SELECT'),
       ARRAY(
         SELECT a.attname || ' ' || pg_catalog.format_type(a.atttypid, NULL)
         FROM pg_catalog.pg_attribute a
         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
         ORDER BY a.attnum)
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p')
  AND n.nspname NOT LIKE 'pg\_%'
  AND n.nspname <> 'information_schema'
  AND (c.relname = ANY ($1::pg_catalog.text[])
    OR EXISTS (
      SELECT
      FROM pg_catalog.pg_attribute a
      WHERE a.attrelid = c.oid AND a.attname = ANY ($2::pg_catalog.text[]) AND NOT a.attisdropped))
ORDER BY n.nspname <> $3, n.nspname, c.relname

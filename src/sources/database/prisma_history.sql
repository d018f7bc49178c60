-- Prisma's history table, that of the schema $1 if there is one, and whether the role may read it. From here on its schema is the one
-- that is searched, so that prisma_migrations.sql finds it.
SELECT found.nspname,
       pg_catalog.has_schema_privilege(found.schema, 'USAGE') AND pg_catalog.has_table_privilege(found.oid, 'SELECT'),
       pg_catalog.set_config('search_path', pg_catalog.quote_ident(found.nspname), TRUE)
FROM (
  SELECT c.oid, n.oid AS schema, n.nspname
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relname = '_prisma_migrations'
    AND c.relkind IN ('r', 'p')
    AND n.nspname NOT LIKE 'pg\_%'
    AND 4 = (
      SELECT pg_catalog.count(*)
      FROM pg_catalog.pg_attribute a
      WHERE a.attrelid = c.oid
        AND a.attname IN ('migration_name', 'started_at', 'finished_at', 'rolled_back_at')
        AND NOT a.attisdropped)
  ORDER BY n.nspname <> $1, n.nspname
  LIMIT 1
) found

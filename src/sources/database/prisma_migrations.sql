-- Prisma's record of what was applied, in its order. The table stands in the schema that history_access.sql has set.
SELECT m.migration_name,
       pg_catalog.to_char(m.finished_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
       m.finished_at IS NULL AND m.rolled_back_at IS NULL,
       m.rolled_back_at IS NOT NULL
FROM _prisma_migrations m
ORDER BY m.started_at

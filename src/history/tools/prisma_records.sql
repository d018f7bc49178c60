-- Prisma's records. It writes started_at, runs the file, then writes finished_at; `migrate resolve --applied` runs nothing and
-- writes both at once.
SELECT migration_name AS key,
       migration_name AS name,
       checksum,
       pg_catalog.to_char(COALESCE(finished_at, started_at), 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS applied_at,
       CASE
         WHEN rolled_back_at IS NOT NULL THEN 'rolled back'
         WHEN finished_at IS NULL THEN 'failed'
         ELSE 'applied'
       END AS state,
       finished_at IS NOT NULL AND applied_steps_count = 0 AS only_marked,
       logs AS detail
FROM %1$s
ORDER BY started_at, finished_at, id

-- pgroll's records. One that is not done was started and waits for `pgroll complete`.
SELECT name AS key,
       name,
       pg_catalog.to_char(created_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS applied_at,
       CASE WHEN done THEN 'applied' ELSE 'failed' END AS state,
       CASE WHEN NOT done THEN 'started, not completed' END AS detail
FROM %1$s
WHERE migration_type IS DISTINCT FROM 'inferred'
ORDER BY created_at, name

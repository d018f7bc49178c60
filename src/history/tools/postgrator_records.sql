-- postgrator's records; it starts with a version 0.
SELECT version::pg_catalog.text AS key,
       version || COALESCE('.' || name, '') AS name,
       md5 AS checksum,
       pg_catalog.to_char(run_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS applied_at,
       'applied' AS state
FROM %1$s
WHERE version > 0
ORDER BY version

-- sqlx's records.
SELECT version::pg_catalog.text AS key,
       version || ' ' || description AS name,
       pg_catalog.encode(checksum, 'hex') AS checksum,
       pg_catalog.to_char(installed_on, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS applied_at,
       CASE WHEN success THEN 'applied' ELSE 'failed' END AS state
FROM %1$s
ORDER BY installed_on, version

-- Liquibase's records. FAILED and SKIPPED ones are not kept by it as run.
SELECT author || ':' || id AS key,
       author || ':' || id AS name,
       md5sum AS checksum,
       pg_catalog.to_char(dateexecuted, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS applied_at,
       CASE exectype WHEN 'FAILED' THEN 'failed' WHEN 'SKIPPED' THEN 'rolled back' ELSE 'applied' END AS state,
       exectype = 'MARK_RAN' AS only_marked
FROM %1$s
ORDER BY orderexecuted

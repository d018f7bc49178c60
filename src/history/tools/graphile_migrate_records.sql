-- graphile-migrate's records: each hash is made of the one before it, too.
SELECT filename AS key,
       filename AS name,
       COALESCE(previous_hash, '') || ' ' || hash AS checksum,
       pg_catalog.to_char(date, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS applied_at,
       'applied' AS state
FROM %1$s
ORDER BY filename

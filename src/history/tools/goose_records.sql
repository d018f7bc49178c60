-- goose's records: of each version the newest; the first row, version 0, stands for the table itself.
SELECT newest.key, newest.key AS name, newest.applied_at, newest.state
FROM (
  SELECT DISTINCT ON (version_id)
         id,
         version_id::pg_catalog.text AS key,
         pg_catalog.to_char(tstamp, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS applied_at,
         CASE WHEN is_applied THEN 'applied' ELSE 'rolled back' END AS state
  FROM %1$s
  WHERE version_id > 0
  ORDER BY version_id, id DESC
) newest
ORDER BY newest.id

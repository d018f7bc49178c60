-- Flyway's records: of each version, and of each repeatable script, the newest. UNDO_SQL and DELETE take one back; a BASELINE stands
-- for all versions before it.
SELECT newest.key,
       newest.name,
       newest.checksum,
       newest.applied_at,
       newest.state,
       newest.only_marked,
       newest.covers_earlier
FROM (
  SELECT DISTINCT ON (f.key)
         f.key,
         f.installed_rank,
         pg_catalog.regexp_replace(f.script, '^.*/', '') AS name,
         f.checksum::pg_catalog.text AS checksum,
         pg_catalog.to_char(f.installed_on, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS applied_at,
         CASE
           WHEN f.type LIKE 'UNDO%%' OR f.type = 'DELETE' THEN 'rolled back'
           WHEN f.success THEN 'applied'
           ELSE 'failed'
         END AS state,
         f.type = 'BASELINE' AS only_marked,
         f.type IN ('BASELINE', 'SQL_BASELINE') AS covers_earlier
  FROM (
    SELECT h.*,
           COALESCE(
             pg_catalog.regexp_replace(
               pg_catalog.regexp_replace(pg_catalog.replace(h.version, '_', '.'), '(^|\.)0+(?=\d)', '\1', 'g'), '(\.0)+$', ''),
             pg_catalog.regexp_replace(h.script, '^.*/', '')) AS key
    FROM %1$s h
    WHERE h.type <> 'SCHEMA'
  ) f
  ORDER BY f.key, f.installed_rank DESC
) newest
ORDER BY newest.installed_rank

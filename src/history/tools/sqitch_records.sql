-- Sqitch's changes as they are deployed now. A change that was reworked is there once for each time. change_id is made of its entry in
-- the plan.
SELECT c.project || ':' || c.change || CASE WHEN c.time > 1 THEN ':' || c.time ELSE '' END AS key,
       c.change AS name,
       c.script_hash AS checksum,
       pg_catalog.to_char(c.committed_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS applied_at,
       'applied' AS state,
       c.change_id AS plan_hash
FROM (
  SELECT *, pg_catalog.row_number() OVER (PARTITION BY project, change ORDER BY committed_at, planned_at) AS time
  FROM %1$s
) c
ORDER BY c.committed_at, c.planned_at

-- Locks that migration tools hold while they run. $1: the keys of their advisory locks. $2: the oids of their history tables, which
-- some lock instead; what vacuums these does so too.
SELECT l.classid::pg_catalog.int8 << 32 | l.objid::pg_catalog.int8, NULL, NULL
FROM pg_catalog.pg_locks l
WHERE l.locktype = 'advisory'
  AND l.granted
  AND l.objsubid = 1
  AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
  AND (l.classid::pg_catalog.int8 << 32 | l.objid::pg_catalog.int8) = ANY ($1::pg_catalog.int8[])
UNION ALL
SELECT NULL, l.relation, l.mode
FROM pg_catalog.pg_locks l
JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
WHERE l.locktype = 'relation'
  AND l.granted
  AND l.relation = ANY ($2::pg_catalog.oid[])
  AND a.backend_type = 'client backend'
  AND a.query !~* '^\s*(vacuum|analyze)'

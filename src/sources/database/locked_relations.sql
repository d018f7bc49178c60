-- Relations that another session has locked, or waits to lock, so that not even their expressions can be read, and who it is.
-- $1: oids of schemas.
SELECT DISTINCT ON (c.oid)
       c.oid,
       CASE WHEN n.nspname = 'public' THEN '' ELSE n.nspname || '.' END || c.relname,
       l.pid,
       pg_catalog.date_part('epoch', pg_catalog.clock_timestamp() - s.xact_start)::pg_catalog.int8,
       s.query
FROM pg_catalog.pg_locks l
JOIN pg_catalog.pg_class c ON c.oid = l.relation
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_stat_activity s ON s.pid = l.pid
WHERE l.locktype = 'relation'
  AND l.mode = 'AccessExclusiveLock'
  AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
  AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND c.relnamespace = ANY ($1::pg_catalog.oid[])
ORDER BY c.oid, l.granted DESC, s.xact_start

-- Advisory locks that migration tools hold while they run. $1: the keys of those locks.
SELECT l.pid
FROM pg_catalog.pg_locks l
WHERE l.locktype = 'advisory'
  AND l.granted
  AND l.objsubid = 1
  AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
  AND (l.classid::pg_catalog.int8 << 32 | l.objid::pg_catalog.int8) = ANY ($1::pg_catalog.int8[])

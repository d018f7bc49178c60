-- Extensions, but the one that every database has.
SELECT e.extname,
       pg_catalog.format('CREATE EXTENSION %I SCHEMA %I VERSION %I', e.extname, n.nspname, e.extversion)
FROM pg_catalog.pg_extension e
JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
WHERE e.extname <> 'plpgsql'

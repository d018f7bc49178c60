-- Access methods that the database was given besides PostgreSQL's own, as the statements that make them.
SELECT m.amname,
       pg_catalog.format('CREATE ACCESS METHOD %I TYPE %s HANDLER %I.%I', m.amname, CASE m.amtype WHEN 't' THEN 'TABLE' ELSE 'INDEX' END,
                         n.nspname, p.proname)
FROM pg_catalog.pg_am m
JOIN pg_catalog.pg_proc p ON p.oid = m.amhandler
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE m.oid >= 16384  -- FirstNormalObjectId: what is below came with the server
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_am'::pg_catalog.regclass
      AND d.objid = m.oid
      AND d.deptype = 'e')

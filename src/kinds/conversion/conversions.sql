-- Conversions, as the statements that make them. $1: oids of schemas.
SELECT v.conname,
       pg_catalog.format('CREATE %s CONVERSION %I.%I FOR %L TO %L FROM %I.%I', CASE WHEN v.condefault THEN 'DEFAULT' END, n.nspname,
                         v.conname, pg_catalog.pg_encoding_to_char(v.conforencoding),
                         pg_catalog.pg_encoding_to_char(v.contoencoding), pn.nspname, p.proname)
FROM pg_catalog.pg_conversion v
JOIN pg_catalog.pg_namespace n ON n.oid = v.connamespace
JOIN pg_catalog.pg_proc p ON p.oid = v.conproc
JOIN pg_catalog.pg_namespace pn ON pn.oid = p.pronamespace
WHERE v.connamespace = ANY ($1::pg_catalog.oid[])
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_conversion'::pg_catalog.regclass
      AND d.objid = v.oid
      AND d.deptype = 'e')

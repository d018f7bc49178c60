-- Text search templates, as the statements that make them. $1: oids of schemas.
SELECT m.tmplname,
       pg_catalog.format('CREATE TEXT SEARCH TEMPLATE %I.%I (', n.nspname, m.tmplname)
       || (SELECT pg_catalog.string_agg(pg_catalog.format('%s = %I.%I', f.name, pn.nspname, p.proname), ', ' ORDER BY f.name)
           FROM (VALUES ('INIT', m.tmplinit), ('LEXIZE', m.tmpllexize)) f (name, function)
           JOIN pg_catalog.pg_proc p ON p.oid = f.function
           JOIN pg_catalog.pg_namespace pn ON pn.oid = p.pronamespace)
       || ')'
FROM pg_catalog.pg_ts_template m
JOIN pg_catalog.pg_namespace n ON n.oid = m.tmplnamespace
WHERE m.tmplnamespace = ANY ($1::pg_catalog.oid[])
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_ts_template'::pg_catalog.regclass
      AND d.objid = m.oid
      AND d.deptype = 'e')

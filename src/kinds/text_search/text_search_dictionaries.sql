-- Text search dictionaries, as the statements that make them. $1: oids of schemas.
SELECT y.dictname,
       pg_catalog.format('CREATE TEXT SEARCH DICTIONARY %I.%I (TEMPLATE = %I.%I', n.nspname, y.dictname, mn.nspname, m.tmplname)
       || coalesce(', ' || y.dictinitoption, '')
       || ')'
FROM pg_catalog.pg_ts_dict y
JOIN pg_catalog.pg_namespace n ON n.oid = y.dictnamespace
JOIN pg_catalog.pg_ts_template m ON m.oid = y.dicttemplate
JOIN pg_catalog.pg_namespace mn ON mn.oid = m.tmplnamespace
WHERE y.dictnamespace = ANY ($1::pg_catalog.oid[])
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_ts_dict'::pg_catalog.regclass
      AND d.objid = y.oid
      AND d.deptype = 'e')

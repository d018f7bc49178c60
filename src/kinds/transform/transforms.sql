-- Transforms, as the statements that make them.
SELECT pg_catalog.format('for %s language %s', pg_catalog.format_type(r.trftype, NULL), g.lanname),
       pg_catalog.format('CREATE TRANSFORM FOR %s LANGUAGE %I (%s)', pg_catalog.format_type(r.trftype, NULL), g.lanname,
                         pg_catalog.concat_ws(', ',
                           'FROM SQL WITH FUNCTION ' || nullif(r.trffromsql::pg_catalog.oid, 0)::pg_catalog.regprocedure,
                           'TO SQL WITH FUNCTION ' || nullif(r.trftosql::pg_catalog.oid, 0)::pg_catalog.regprocedure))
FROM pg_catalog.pg_transform r
JOIN pg_catalog.pg_language g ON g.oid = r.trflang
WHERE NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_transform'::pg_catalog.regclass
      AND d.objid = r.oid
      AND d.deptype = 'e')

-- Foreign servers, as the statements that make them.
SELECT s.srvname,
       pg_catalog.format('CREATE SERVER %I', s.srvname)
       || coalesce(' TYPE ' || pg_catalog.quote_literal(s.srvtype), '')
       || coalesce(' VERSION ' || pg_catalog.quote_literal(s.srvversion), '')
       || pg_catalog.format(' FOREIGN DATA WRAPPER %I', w.fdwname)
       || coalesce(' OPTIONS ('
                   || (SELECT pg_catalog.string_agg(pg_catalog.format('%I %L', o.option_name, o.option_value), ', ')
                       FROM pg_catalog.pg_options_to_table(s.srvoptions) o)
                   || ')', '')
FROM pg_catalog.pg_foreign_server s
JOIN pg_catalog.pg_foreign_data_wrapper w ON w.oid = s.srvfdw
WHERE NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_foreign_server'::pg_catalog.regclass
      AND d.objid = s.oid
      AND d.deptype = 'e')

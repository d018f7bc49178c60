-- Foreign-data wrappers, as the statements that make them.
SELECT w.fdwname,
       pg_catalog.format('CREATE FOREIGN DATA WRAPPER %I', w.fdwname)
       || CASE WHEN h.oid IS NOT NULL THEN pg_catalog.format(' HANDLER %I.%I', hn.nspname, h.proname) ELSE '' END
       || CASE WHEN v.oid IS NOT NULL THEN pg_catalog.format(' VALIDATOR %I.%I', vn.nspname, v.proname) ELSE '' END
       || coalesce(' OPTIONS ('
                   || (SELECT pg_catalog.string_agg(pg_catalog.format('%I %L', o.option_name, o.option_value), ', ')
                       FROM pg_catalog.pg_options_to_table(w.fdwoptions) o)
                   || ')', '')
FROM pg_catalog.pg_foreign_data_wrapper w
LEFT JOIN pg_catalog.pg_proc h ON h.oid = w.fdwhandler
LEFT JOIN pg_catalog.pg_namespace hn ON hn.oid = h.pronamespace
LEFT JOIN pg_catalog.pg_proc v ON v.oid = w.fdwvalidator
LEFT JOIN pg_catalog.pg_namespace vn ON vn.oid = v.pronamespace
WHERE NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass
      AND d.objid = w.oid
      AND d.deptype = 'e')

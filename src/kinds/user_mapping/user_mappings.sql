-- User mappings, as the statements that make them, and whether their options may be seen. Of these the names alone are read: the
-- values are passwords and the like.
SELECT m.usename || ' on server ' || m.srvname,
       pg_catalog.format('CREATE USER MAPPING FOR %s SERVER %I',
                         CASE m.umuser WHEN 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(m.usename) END, m.srvname)
       || coalesce(' OPTIONS ('
                   || (SELECT pg_catalog.string_agg(pg_catalog.format('%I %L', o.option_name, ''), ', ')
                       FROM pg_catalog.pg_options_to_table(m.umoptions) o)
                   || ')', ''),
       -- As the view pg_user_mappings decides.
       me.rolsuper
       OR (m.umuser = me.oid
           AND (pg_catalog.pg_has_role(s.srvowner, 'USAGE') OR pg_catalog.has_server_privilege(s.oid, 'USAGE')))
       OR (m.umuser = 0 AND pg_catalog.pg_has_role(s.srvowner, 'USAGE'))
FROM pg_catalog.pg_user_mappings m
JOIN pg_catalog.pg_foreign_server s ON s.oid = m.srvid
JOIN pg_catalog.pg_roles me ON me.rolname = current_user
WHERE NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_user_mapping'::pg_catalog.regclass
      AND d.objid = m.umid
      AND d.deptype = 'e')

-- Text search configurations, as the statements that make them. $1: oids of schemas.
SELECT f.cfgname,
       pg_catalog.format('CREATE TEXT SEARCH CONFIGURATION %I.%I (PARSER = %I.%I)', n.nspname, f.cfgname, rn.nspname, r.prsname)
       || coalesce((
            SELECT pg_catalog.string_agg(
                     pg_catalog.format('; ALTER TEXT SEARCH CONFIGURATION %I.%I ADD MAPPING FOR %I WITH %s', n.nspname, f.cfgname,
                                       token.alias, token.dictionaries), '')
            FROM (
              SELECT t.alias, pg_catalog.string_agg(pg_catalog.format('%I.%I', yn.nspname, y.dictname), ', ' ORDER BY m.mapseqno)
              FROM pg_catalog.ts_token_type(f.cfgparser) t
              JOIN pg_catalog.pg_ts_config_map m ON m.mapcfg = f.oid AND m.maptokentype = t.tokid
              JOIN pg_catalog.pg_ts_dict y ON y.oid = m.mapdict
              JOIN pg_catalog.pg_namespace yn ON yn.oid = y.dictnamespace
              GROUP BY t.alias) token (alias, dictionaries)), '')
FROM pg_catalog.pg_ts_config f
JOIN pg_catalog.pg_namespace n ON n.oid = f.cfgnamespace
JOIN pg_catalog.pg_ts_parser r ON r.oid = f.cfgparser
JOIN pg_catalog.pg_namespace rn ON rn.oid = r.prsnamespace
WHERE f.cfgnamespace = ANY ($1::pg_catalog.oid[])
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_ts_config'::pg_catalog.regclass
      AND d.objid = f.oid
      AND d.deptype = 'e')

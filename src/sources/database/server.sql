-- Which server and database this is.
SELECT pg_catalog.current_setting('server_version_num'),
       pg_catalog.current_setting('server_version'),
       pg_catalog.version(),
       pg_catalog.current_database()

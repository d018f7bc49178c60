-- Names without a schema are those of public, as in what is compared.
SELECT pg_catalog.set_config('search_path', 'public', TRUE)

-- Nothing was written, so there is nothing to keep: the settings of the transaction go too.
ROLLBACK

-- Whether temporary tables may be made at all is known before the first expression.
CREATE TEMPORARY TABLE pgplumb_trial () ON COMMIT DROP

-- The learner credit ledger only grows: a mistake is voided by another row.
CREATE TRIGGER "CreditEntry_no_update" BEFORE UPDATE ON "CreditEntry"
BEGIN
  SELECT RAISE(ABORT, 'the credit ledger only grows');
END;

CREATE TRIGGER "CreditEntry_no_delete" BEFORE DELETE ON "CreditEntry"
BEGIN
  SELECT RAISE(ABORT, 'the credit ledger only grows');
END;

-- The consent ledger only grows: what was said is never edited or removed, not even by our own mistake.
CREATE TRIGGER "Consent_no_update" BEFORE UPDATE ON "Consent"
BEGIN
  SELECT RAISE(ABORT, 'the consent ledger is append-only');
END;

CREATE TRIGGER "Consent_no_delete" BEFORE DELETE ON "Consent"
BEGIN
  SELECT RAISE(ABORT, 'the consent ledger is append-only');
END;

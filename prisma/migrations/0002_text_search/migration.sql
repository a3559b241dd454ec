-- Words organizations are found by, segmented before they are stored; the row is OrganizationSearch."row".
CREATE VIRTUAL TABLE "OrganizationText" USING fts5(
  "tokens",
  content = '',
  contentless_delete = 1,
  tokenize = 'unicode61'
);

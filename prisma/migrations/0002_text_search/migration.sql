-- Words organizations are found by, segmented before they are stored; the row is OrganizationSearch."row".
CREATE VIRTUAL TABLE "OrganizationText" USING fts5(
  "name",
  "more",
  content = '',
  contentless_delete = 1,
  tokenize = 'unicode61'
);
-- Words of published listings, one row for each "ListingIndex" row under the same id. Contentless: the words are
-- segmented by the house and joined with spaces; nothing is read back from here.
CREATE VIRTUAL TABLE "ListingText" USING fts5(
  "title",
  "body",
  content = '',
  contentless_delete = 1,
  tokenize = 'unicode61'
);

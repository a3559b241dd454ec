-- CreateTable
CREATE TABLE "ListingPrint" (
    "listingId" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "block" TEXT NOT NULL,
    "titleKey" TEXT NOT NULL,
    "textKey" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "FreshnessAsk" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "FreshnessAskListing" (
    "listingId" TEXT NOT NULL PRIMARY KEY,
    "askId" TEXT NOT NULL,
    "about" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "FreshnessLink" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "askId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "SavedSearch" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "pace" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "waiting" INTEGER NOT NULL,
    "nextAt" DATETIME NOT NULL,
    "sentAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "SearchHit" (
    "searchId" TEXT NOT NULL,
    "listingId" TEXT NOT NULL,
    "foundAt" DATETIME NOT NULL,
    "toldAt" DATETIME,

    PRIMARY KEY ("searchId", "listingId")
);

-- CreateTable
CREATE TABLE "DemandSignal" (
    "day" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("day", "regionCode", "family", "kind", "source", "reason")
);

-- CreateTable
CREATE TABLE "EnquiryQuota" (
    "organizationId" TEXT NOT NULL PRIMARY KEY,
    "perMonth" INTEGER NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Appetite" (
    "organizationId" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "season" TEXT NOT NULL DEFAULT '*',
    "level" TEXT NOT NULL,
    "reason" TEXT,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("organizationId", "family", "season")
);
INSERT INTO "new_Appetite" ("family", "level", "organizationId", "reason", "updatedAt") SELECT "family", "level", "organizationId", "reason", "updatedAt" FROM "Appetite";
DROP TABLE "Appetite";
ALTER TABLE "new_Appetite" RENAME TO "Appetite";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "ListingPrint_organizationId_titleKey_idx" ON "ListingPrint"("organizationId", "titleKey");

-- CreateIndex
CREATE INDEX "ListingPrint_organizationId_block_listingId_idx" ON "ListingPrint"("organizationId", "block", "listingId");

-- CreateIndex
CREATE INDEX "ListingPrint_block_listingId_idx" ON "ListingPrint"("block", "listingId");

-- CreateIndex
CREATE INDEX "ListingPrint_textKey_idx" ON "ListingPrint"("textKey");

-- CreateIndex
CREATE INDEX "FreshnessAsk_step_dueAt_idx" ON "FreshnessAsk"("step", "dueAt");

-- CreateIndex
CREATE INDEX "FreshnessAsk_organizationId_askedAt_idx" ON "FreshnessAsk"("organizationId", "askedAt");

-- CreateIndex
CREATE INDEX "FreshnessAskListing_askId_idx" ON "FreshnessAskListing"("askId");

-- CreateIndex
CREATE INDEX "FreshnessLink_askId_idx" ON "FreshnessLink"("askId");

-- CreateIndex
CREATE INDEX "FreshnessLink_expiresAt_idx" ON "FreshnessLink"("expiresAt");

-- CreateIndex
CREATE INDEX "SavedSearch_personId_createdAt_idx" ON "SavedSearch"("personId", "createdAt");

-- CreateIndex
CREATE INDEX "SavedSearch_state_nextAt_idx" ON "SavedSearch"("state", "nextAt");

-- CreateIndex
CREATE UNIQUE INDEX "SavedSearch_personId_query_key" ON "SavedSearch"("personId", "query");

-- CreateIndex
CREATE INDEX "SearchHit_searchId_toldAt_idx" ON "SearchHit"("searchId", "toldAt");

-- CreateIndex
CREATE INDEX "SearchHit_foundAt_idx" ON "SearchHit"("foundAt");

-- CreateIndex
CREATE INDEX "DemandSignal_regionCode_day_idx" ON "DemandSignal"("regionCode", "day");

-- CreateIndex
CREATE INDEX "DemandSignal_family_day_idx" ON "DemandSignal"("family", "day");

-- CreateIndex
CREATE INDEX "Listing_state_confirmedAt_idx" ON "Listing"("state", "confirmedAt");

-- CreateIndex
CREATE INDEX "Enquiry_toOrganizationId_createdAt_idx" ON "Enquiry"("toOrganizationId", "createdAt");


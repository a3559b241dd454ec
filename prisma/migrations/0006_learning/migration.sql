-- CreateTable
CREATE TABLE "MatchAside" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "refId" TEXT NOT NULL,
    "partyId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT,
    "distanceKm" REAL,
    "payMaxFen" INTEGER,
    "seats" INTEGER,
    "occupationCode" TEXT,
    "majorCode" TEXT,
    "saidOn" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "MatchSetting" (
    "personId" TEXT NOT NULL PRIMARY KEY,
    "personalised" BOOLEAN NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "CalendarKey" (
    "personId" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "MatchAside_organizationId_createdAt_idx" ON "MatchAside"("organizationId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "MatchAside_organizationId_subject_kind_refId_key" ON "MatchAside"("organizationId", "subject", "kind", "refId");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarKey_tokenHash_key" ON "CalendarKey"("tokenHash");


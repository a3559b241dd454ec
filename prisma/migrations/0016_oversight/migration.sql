-- CreateTable
CREATE TABLE "IndicatorShare" (
    "organizationId" TEXT NOT NULL,
    "indicatorId" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "lead" INTEGER NOT NULL,
    "regionCode" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,

    PRIMARY KEY ("organizationId", "indicatorId", "period", "verdict", "lead")
);

-- CreateTable
CREATE TABLE "IndicatorCell" (
    "indicatorId" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "parties" INTEGER NOT NULL,

    PRIMARY KEY ("indicatorId", "period", "verdict", "regionCode")
);

-- CreateTable
CREATE TABLE "IndicatorSnapshot" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "takenByName" TEXT NOT NULL,
    "scopeKind" TEXT NOT NULL,
    "scopeId" TEXT NOT NULL,
    "year" TEXT NOT NULL,
    "takenAt" DATETIME NOT NULL,
    "content" TEXT NOT NULL,
    "sha256" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "DataAccess" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "readerId" TEXT NOT NULL,
    "readerName" TEXT NOT NULL,
    "readerOrgId" TEXT NOT NULL,
    "readerOrgName" TEXT NOT NULL,
    "indicatorId" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "IndicatorTarget" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "indicatorId" TEXT NOT NULL,
    "year" TEXT NOT NULL,
    "goal" BIGINT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "project" TEXT NOT NULL,
    "ownerName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "withdrawnAt" DATETIME,
    "withdrawReason" TEXT,
    "version" INTEGER NOT NULL
);

-- CreateIndex
CREATE INDEX "IndicatorShare_indicatorId_period_lead_regionCode_organizationId_idx" ON "IndicatorShare"("indicatorId", "period", "lead", "regionCode", "organizationId");

-- CreateIndex
CREATE INDEX "IndicatorSnapshot_organizationId_takenAt_idx" ON "IndicatorSnapshot"("organizationId", "takenAt");

-- CreateIndex
CREATE INDEX "DataAccess_organizationId_at_idx" ON "DataAccess"("organizationId", "at");

-- CreateIndex
CREATE INDEX "DataAccess_readerId_at_idx" ON "DataAccess"("readerId", "at");

-- CreateIndex
CREATE INDEX "IndicatorTarget_organizationId_withdrawnAt_dueOn_idx" ON "IndicatorTarget"("organizationId", "withdrawnAt", "dueOn");


CREATE TRIGGER "IndicatorSnapshot_kept" BEFORE UPDATE ON "IndicatorSnapshot" BEGIN SELECT RAISE(ABORT, 'a snapshot is never changed'); END;
CREATE TRIGGER "IndicatorSnapshot_stays" BEFORE DELETE ON "IndicatorSnapshot" BEGIN SELECT RAISE(ABORT, 'a snapshot is never changed'); END;
CREATE TRIGGER "DataAccess_kept" BEFORE UPDATE ON "DataAccess" BEGIN SELECT RAISE(ABORT, 'the access log is append-only'); END;
CREATE TRIGGER "DataAccess_stays" BEFORE DELETE ON "DataAccess" BEGIN SELECT RAISE(ABORT, 'the access log is append-only'); END;

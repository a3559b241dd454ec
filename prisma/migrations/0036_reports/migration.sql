-- CreateTable
CREATE TABLE "IndicatorSheet" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "tableId" TEXT NOT NULL,
    "year" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "problems" INTEGER NOT NULL,
    "personId" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "confirmedByName" TEXT,
    "confirmedAt" DATETIME,
    "supersededById" TEXT,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "SuppliedFigure" (
    "sheetId" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "indicatorId" TEXT NOT NULL,
    "year" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "numerator" BIGINT NOT NULL,
    "denominator" BIGINT,
    "note" TEXT NOT NULL,
    "standing" BOOLEAN NOT NULL,

    PRIMARY KEY ("sheetId", "line")
);

-- CreateTable
CREATE TABLE "ReportDownload" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "reference" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "readerId" TEXT NOT NULL,
    "readerName" TEXT NOT NULL,
    "readerOrgId" TEXT NOT NULL,
    "readerOrgName" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Bulletin" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "rhythm" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "parts" TEXT NOT NULL,
    "rankedBy" TEXT,
    "nextOn" TEXT NOT NULL,
    "createdByName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "BulletinIssue" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "bulletinId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "drawnAt" DATETIME NOT NULL,
    "content" TEXT NOT NULL,
    "sha256" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Dossier" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "packId" TEXT NOT NULL,
    "asOf" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "RecomputeRun" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "startedAt" DATETIME NOT NULL,
    "finishedAt" DATETIME,
    "done" INTEGER NOT NULL,
    "of" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "resumed" INTEGER NOT NULL,
    "beatAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "IndicatorSheet_organizationId_createdAt_idx" ON "IndicatorSheet"("organizationId", "createdAt");

-- CreateIndex
CREATE INDEX "IndicatorSheet_organizationId_year_tableId_state_idx" ON "IndicatorSheet"("organizationId", "year", "tableId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "IndicatorSheet_organizationId_tableId_year_sha256_key" ON "IndicatorSheet"("organizationId", "tableId", "year", "sha256");

-- CreateIndex
CREATE INDEX "SuppliedFigure_indicatorId_year_standing_regionCode_numerator_denominator_idx" ON "SuppliedFigure"("indicatorId", "year", "standing", "regionCode", "numerator", "denominator");

-- CreateIndex
CREATE INDEX "SuppliedFigure_organizationId_year_standing_idx" ON "SuppliedFigure"("organizationId", "year", "standing");

-- CreateIndex
CREATE UNIQUE INDEX "ReportDownload_reference_key" ON "ReportDownload"("reference");

-- CreateIndex
CREATE INDEX "ReportDownload_organizationId_id_idx" ON "ReportDownload"("organizationId", "id");

-- CreateIndex
CREATE INDEX "ReportDownload_regionCode_id_idx" ON "ReportDownload"("regionCode", "id");

-- CreateIndex
CREATE INDEX "Bulletin_organizationId_createdAt_idx" ON "Bulletin"("organizationId", "createdAt");

-- CreateIndex
CREATE INDEX "Bulletin_endedAt_nextOn_idx" ON "Bulletin"("endedAt", "nextOn");

-- CreateIndex
CREATE INDEX "BulletinIssue_organizationId_drawnAt_idx" ON "BulletinIssue"("organizationId", "drawnAt");

-- CreateIndex
CREATE INDEX "BulletinIssue_regionCode_drawnAt_idx" ON "BulletinIssue"("regionCode", "drawnAt");

-- CreateIndex
CREATE UNIQUE INDEX "BulletinIssue_bulletinId_period_key" ON "BulletinIssue"("bulletinId", "period");

-- CreateIndex
CREATE INDEX "Dossier_organizationId_at_idx" ON "Dossier"("organizationId", "at");

-- CreateIndex
CREATE INDEX "RecomputeRun_startedAt_idx" ON "RecomputeRun"("startedAt");


CREATE TRIGGER "ReportDownload_kept" BEFORE UPDATE ON "ReportDownload" BEGIN SELECT RAISE(ABORT, 'the download log is append-only'); END;
CREATE TRIGGER "ReportDownload_stays" BEFORE DELETE ON "ReportDownload" BEGIN SELECT RAISE(ABORT, 'the download log is append-only'); END;
CREATE TRIGGER "BulletinIssue_kept" BEFORE UPDATE ON "BulletinIssue" BEGIN SELECT RAISE(ABORT, 'an issue is never changed'); END;
CREATE TRIGGER "BulletinIssue_stays" BEFORE DELETE ON "BulletinIssue" BEGIN SELECT RAISE(ABORT, 'an issue is never changed'); END;
CREATE TRIGGER "Dossier_kept" BEFORE UPDATE ON "Dossier" BEGIN SELECT RAISE(ABORT, 'a dossier is never changed'); END;
CREATE TRIGGER "Dossier_stays" BEFORE DELETE ON "Dossier" BEGIN SELECT RAISE(ABORT, 'a dossier is never changed'); END;

-- CreateTable
CREATE TABLE "RecognitionEvidence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "criterionId" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "happenedOn" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "fileId" TEXT,
    "authorName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "withdrawnAt" DATETIME
);

-- CreateTable
CREATE TABLE "Recognition" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "packId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "snapshot" TEXT NOT NULL,
    "appliedOn" TEXT NOT NULL,
    "authorityId" TEXT,
    "decidedOn" TEXT,
    "awardedOn" TEXT,
    "expiresOn" TEXT,
    "note" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "SurchargeYear" (
    "organizationId" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "surchargeFen" INTEGER NOT NULL,
    "investmentFen" INTEGER,
    "recruitFen" INTEGER,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("organizationId", "year")
);

-- CreateIndex
CREATE INDEX "RecognitionEvidence_organizationId_criterionId_happenedOn_idx" ON "RecognitionEvidence"("organizationId", "criterionId", "happenedOn");

-- CreateIndex
CREATE INDEX "Recognition_organizationId_createdAt_idx" ON "Recognition"("organizationId", "createdAt");

-- CreateIndex
CREATE INDEX "Recognition_regionCode_state_appliedOn_id_idx" ON "Recognition"("regionCode", "state", "appliedOn", "id");

-- CreateIndex
CREATE INDEX "Recognition_state_expiresOn_idx" ON "Recognition"("state", "expiresOn");


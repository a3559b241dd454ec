-- CreateTable
CREATE TABLE "ProgrammeCard" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "programmeId" TEXT NOT NULL,
    "schoolId" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "year" TEXT NOT NULL,
    "majorCode" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "computedOn" TEXT NOT NULL,
    "seenOn" TEXT NOT NULL,
    "answerBy" TEXT,
    "answerCertain" BOOLEAN NOT NULL DEFAULT true,
    "answers" INTEGER NOT NULL DEFAULT 0,
    "authorityId" TEXT,
    "publishedOn" TEXT,
    "publishNote" TEXT,
    "withdrawnOn" TEXT,
    "withdrawReason" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "ProgrammeCardAnswer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "cardId" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "fileId" TEXT,
    "authorName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "CardCriterionChange" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "regionCode" TEXT NOT NULL,
    "criterionId" TEXT NOT NULL,
    "yellow" INTEGER NOT NULL,
    "red" INTEGER NOT NULL,
    "leastCases" INTEGER NOT NULL,
    "validFrom" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "authorityId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "withdrawnAt" DATETIME
);

-- CreateTable
CREATE TABLE "ProgrammeProposal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "schoolId" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "programmeId" TEXT,
    "cardId" TEXT,
    "majorCode" TEXT NOT NULL,
    "majorName" TEXT NOT NULL,
    "seats" INTEGER,
    "text" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "authorityId" TEXT,
    "considerNote" TEXT,
    "consideredOn" TEXT,
    "decisionReason" TEXT,
    "decidedOn" TEXT,
    "decidedBy" TEXT,
    "authorName" TEXT NOT NULL,
    "proposedOn" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateIndex
CREATE INDEX "ProgrammeCard_schoolId_year_id_idx" ON "ProgrammeCard"("schoolId", "year", "id");

-- CreateIndex
CREATE INDEX "ProgrammeCard_regionCode_year_id_idx" ON "ProgrammeCard"("regionCode", "year", "id");

-- CreateIndex
CREATE INDEX "ProgrammeCard_state_outcome_publishedOn_id_idx" ON "ProgrammeCard"("state", "outcome", "publishedOn", "id");

-- CreateIndex
CREATE INDEX "ProgrammeCard_state_answerBy_idx" ON "ProgrammeCard"("state", "answerBy");

-- CreateIndex
CREATE UNIQUE INDEX "ProgrammeCard_programmeId_year_key" ON "ProgrammeCard"("programmeId", "year");

-- CreateIndex
CREATE INDEX "ProgrammeCardAnswer_cardId_createdAt_idx" ON "ProgrammeCardAnswer"("cardId", "createdAt");

-- CreateIndex
CREATE INDEX "CardCriterionChange_regionCode_criterionId_validFrom_idx" ON "CardCriterionChange"("regionCode", "criterionId", "validFrom");

-- CreateIndex
CREATE INDEX "ProgrammeProposal_schoolId_createdAt_id_idx" ON "ProgrammeProposal"("schoolId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "ProgrammeProposal_regionCode_state_createdAt_id_idx" ON "ProgrammeProposal"("regionCode", "state", "createdAt", "id");


-- CreateTable
CREATE TABLE "CreditEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "studentId" TEXT NOT NULL,
    "schoolId" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "creditsCenti" INTEGER NOT NULL,
    "hours" INTEGER,
    "grade" TEXT,
    "earnedOn" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "voidsId" TEXT,
    "recordedBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Placement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "studentId" TEXT NOT NULL,
    "schoolId" TEXT NOT NULL,
    "programmeId" TEXT NOT NULL,
    "majorCode" TEXT NOT NULL,
    "hostId" TEXT NOT NULL,
    "listingId" TEXT,
    "postId" TEXT,
    "applicationId" TEXT,
    "roundId" TEXT,
    "origin" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "terms" TEXT NOT NULL,
    "payMonthlyFen" INTEGER,
    "teacherId" TEXT,
    "mentorId" TEXT,
    "agreementId" TEXT,
    "sealedDocId" TEXT,
    "startedOn" TEXT,
    "endedOn" TEXT,
    "endReason" TEXT,
    "endNote" TEXT,
    "pausedOn" TEXT,
    "pauseReason" TEXT,
    "continuesId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "CreditEntry_voidsId_key" ON "CreditEntry"("voidsId");

-- CreateIndex
CREATE INDEX "CreditEntry_studentId_earnedOn_idx" ON "CreditEntry"("studentId", "earnedOn");

-- CreateIndex
CREATE INDEX "CreditEntry_schoolId_source_earnedOn_idx" ON "CreditEntry"("schoolId", "source", "earnedOn");

-- CreateIndex
CREATE UNIQUE INDEX "CreditEntry_source_sourceId_item_act_key" ON "CreditEntry"("source", "sourceId", "item", "act");

-- CreateIndex
CREATE UNIQUE INDEX "Placement_applicationId_key" ON "Placement"("applicationId");

-- CreateIndex
CREATE INDEX "Placement_studentId_startsOn_idx" ON "Placement"("studentId", "startsOn");

-- CreateIndex
CREATE INDEX "Placement_schoolId_state_startsOn_id_idx" ON "Placement"("schoolId", "state", "startsOn", "id");

-- CreateIndex
CREATE INDEX "Placement_schoolId_programmeId_state_idx" ON "Placement"("schoolId", "programmeId", "state");

-- CreateIndex
CREATE INDEX "Placement_hostId_state_startsOn_id_idx" ON "Placement"("hostId", "state", "startsOn", "id");

-- CreateIndex
CREATE INDEX "Placement_hostId_postId_state_idx" ON "Placement"("hostId", "postId", "state");

-- CreateIndex
CREATE INDEX "Placement_teacherId_state_idx" ON "Placement"("teacherId", "state");

-- CreateIndex
CREATE INDEX "Placement_mentorId_state_idx" ON "Placement"("mentorId", "state");

-- CreateIndex
CREATE INDEX "Placement_roundId_idx" ON "Placement"("roundId");

-- CreateIndex
CREATE INDEX "Placement_listingId_idx" ON "Placement"("listingId");

-- CreateIndex
CREATE INDEX "Placement_agreementId_idx" ON "Placement"("agreementId");

-- CreateIndex
CREATE INDEX "Placement_state_endsOn_idx" ON "Placement"("state", "endsOn");


-- CreateTable
CREATE TABLE "WeekRecord" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "placementId" TEXT NOT NULL,
    "monday" TEXT NOT NULL,
    "schoolId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "lines" TEXT NOT NULL,
    "fileId" TEXT,
    "fileHash" TEXT,
    "minutes" TEXT NOT NULL,
    "totalMinutes" INTEGER NOT NULL,
    "night" BOOLEAN NOT NULL,
    "submittedAt" DATETIME NOT NULL,
    "confirmedAt" DATETIME,
    "confirmedBy" TEXT,
    "confirmedHow" TEXT,
    "device" TEXT,
    "correctedMinutes" TEXT,
    "correction" TEXT,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "WeekLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "mentorId" TEXT NOT NULL,
    "monday" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "GuidanceContact" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "placementId" TEXT NOT NULL,
    "schoolId" TEXT NOT NULL,
    "teacherId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "doneOn" TEXT NOT NULL,
    "found" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Concern" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "placementId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "schoolId" TEXT NOT NULL,
    "hostId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "severity" INTEGER NOT NULL,
    "aboutSchool" BOOLEAN NOT NULL,
    "raisedBy" TEXT NOT NULL,
    "raisedById" TEXT,
    "textSealed" TEXT NOT NULL,
    "raisedAt" DATETIME NOT NULL,
    "respondBy" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "authorityId" TEXT,
    "hostText" TEXT,
    "hostToldAt" DATETIME,
    "closedAt" DATETIME,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "ConcernNote" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "concernId" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "textSealed" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ConcernLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "placementId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "PlacementFinding" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "placementId" TEXT NOT NULL,
    "schoolId" TEXT NOT NULL,
    "hostId" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "fix" TEXT NOT NULL,
    "article" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "openedOn" TEXT NOT NULL,
    "seenOn" TEXT NOT NULL,
    "solvedOn" TEXT,
    "level" INTEGER NOT NULL,
    "authorityId" TEXT
);

-- CreateTable
CREATE TABLE "WeekRun" (
    "monday" TEXT NOT NULL PRIMARY KEY,
    "after" TEXT NOT NULL,
    "judged" INTEGER NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "finishedAt" DATETIME
);

-- CreateTable
CREATE TABLE "PayRecord" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "placementId" TEXT NOT NULL,
    "schoolId" TEXT NOT NULL,
    "hostId" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "agreedFen" INTEGER NOT NULL,
    "dueOn" TEXT NOT NULL,
    "paidFen" INTEGER NOT NULL,
    "paidOn" TEXT NOT NULL,
    "payee" TEXT NOT NULL,
    "deductedFen" INTEGER NOT NULL,
    "deductedFor" TEXT,
    "enteredBy" TEXT NOT NULL,
    "enteredAs" TEXT NOT NULL,
    "enteredAt" DATETIME NOT NULL,
    "receipt" TEXT,
    "receivedFen" INTEGER,
    "receiptAt" DATETIME,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "VisitPlan" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "placementId" TEXT NOT NULL,
    "schoolId" TEXT NOT NULL,
    "teacherId" TEXT NOT NULL,
    "plannedOn" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "contactId" TEXT
);

-- CreateIndex
CREATE INDEX "WeekRecord_schoolId_monday_idx" ON "WeekRecord"("schoolId", "monday");

-- CreateIndex
CREATE INDEX "WeekRecord_fileHash_idx" ON "WeekRecord"("fileHash");

-- CreateIndex
CREATE UNIQUE INDEX "WeekRecord_placementId_monday_key" ON "WeekRecord"("placementId", "monday");

-- CreateIndex
CREATE UNIQUE INDEX "WeekLink_tokenHash_key" ON "WeekLink"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "WeekLink_mentorId_monday_key" ON "WeekLink"("mentorId", "monday");

-- CreateIndex
CREATE INDEX "GuidanceContact_placementId_doneOn_idx" ON "GuidanceContact"("placementId", "doneOn");

-- CreateIndex
CREATE INDEX "GuidanceContact_schoolId_doneOn_idx" ON "GuidanceContact"("schoolId", "doneOn");

-- CreateIndex
CREATE INDEX "Concern_schoolId_state_respondBy_idx" ON "Concern"("schoolId", "state", "respondBy");

-- CreateIndex
CREATE INDEX "Concern_authorityId_state_respondBy_idx" ON "Concern"("authorityId", "state", "respondBy");

-- CreateIndex
CREATE INDEX "Concern_hostId_hostToldAt_idx" ON "Concern"("hostId", "hostToldAt");

-- CreateIndex
CREATE INDEX "Concern_raisedById_idx" ON "Concern"("raisedById");

-- CreateIndex
CREATE INDEX "ConcernNote_concernId_at_idx" ON "ConcernNote"("concernId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "ConcernLink_tokenHash_key" ON "ConcernLink"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "ConcernLink_placementId_personId_key" ON "ConcernLink"("placementId", "personId");

-- CreateIndex
CREATE INDEX "PlacementFinding_schoolId_state_level_idx" ON "PlacementFinding"("schoolId", "state", "level");

-- CreateIndex
CREATE INDEX "PlacementFinding_hostId_state_who_idx" ON "PlacementFinding"("hostId", "state", "who");

-- CreateIndex
CREATE INDEX "PlacementFinding_authorityId_state_level_idx" ON "PlacementFinding"("authorityId", "state", "level");

-- CreateIndex
CREATE UNIQUE INDEX "PlacementFinding_placementId_rule_key" ON "PlacementFinding"("placementId", "rule");

-- CreateIndex
CREATE INDEX "PayRecord_schoolId_month_idx" ON "PayRecord"("schoolId", "month");

-- CreateIndex
CREATE INDEX "PayRecord_hostId_month_idx" ON "PayRecord"("hostId", "month");

-- CreateIndex
CREATE UNIQUE INDEX "PayRecord_placementId_month_key" ON "PayRecord"("placementId", "month");

-- CreateIndex
CREATE INDEX "VisitPlan_teacherId_contactId_plannedOn_idx" ON "VisitPlan"("teacherId", "contactId", "plannedOn");

-- CreateIndex
CREATE UNIQUE INDEX "VisitPlan_placementId_plannedOn_source_key" ON "VisitPlan"("placementId", "plannedOn", "source");


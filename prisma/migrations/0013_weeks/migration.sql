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


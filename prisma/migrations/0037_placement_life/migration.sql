-- CreateTable
CREATE TABLE "MajorRubric" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "schoolId" TEXT NOT NULL,
    "majorCode" TEXT NOT NULL,
    "validFrom" TEXT NOT NULL,
    "parts" TEXT NOT NULL,
    "creditsPerWeekCenti" INTEGER NOT NULL,
    "competences" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "EmployerRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "studentId" TEXT NOT NULL,
    "schoolId" TEXT NOT NULL,
    "hostId" TEXT NOT NULL,
    "month" INTEGER NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "tokenSealed" TEXT NOT NULL,
    "sent" INTEGER NOT NULL,
    "lastSentOn" TEXT NOT NULL,
    "expiresOn" TEXT NOT NULL,
    "answeredAt" DATETIME,
    "stoppedAt" DATETIME,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ConcernReminder" (
    "concernId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("concernId", "kind")
);

-- CreateTable
CREATE TABLE "HostChange" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "placementId" TEXT NOT NULL,
    "schoolId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "fromHostId" TEXT NOT NULL,
    "toHostId" TEXT NOT NULL,
    "listingId" TEXT NOT NULL,
    "startsOn" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "askedBy" TEXT NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "answeredAt" DATETIME,
    "newPlacementId" TEXT,
    "version" INTEGER NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "MajorRubric_schoolId_majorCode_validFrom_key" ON "MajorRubric"("schoolId", "majorCode", "validFrom");

-- CreateIndex
CREATE UNIQUE INDEX "EmployerRequest_tokenHash_key" ON "EmployerRequest"("tokenHash");

-- CreateIndex
CREATE INDEX "EmployerRequest_hostId_answeredAt_stoppedAt_idx" ON "EmployerRequest"("hostId", "answeredAt", "stoppedAt");

-- CreateIndex
CREATE INDEX "EmployerRequest_answeredAt_stoppedAt_lastSentOn_idx" ON "EmployerRequest"("answeredAt", "stoppedAt", "lastSentOn");

-- CreateIndex
CREATE UNIQUE INDEX "EmployerRequest_studentId_month_key" ON "EmployerRequest"("studentId", "month");

-- CreateIndex
CREATE INDEX "HostChange_placementId_askedAt_idx" ON "HostChange"("placementId", "askedAt");

-- CreateIndex
CREATE INDEX "HostChange_state_askedAt_idx" ON "HostChange"("state", "askedAt");


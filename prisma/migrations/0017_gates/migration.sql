-- CreateTable
CREATE TABLE "SeatHold" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "applicationId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "hostId" TEXT NOT NULL,
    "listingId" TEXT,
    "postId" TEXT,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "HeadCountException" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hostId" TEXT NOT NULL,
    "postId" TEXT,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "upTo" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "authority" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "fileId" TEXT,
    "recordedBy" TEXT NOT NULL,
    "recordedName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "withdrawnAt" DATETIME,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "InternshipPlan" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "schoolId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "goals" TEXT NOT NULL,
    "arrangement" TEXT NOT NULL,
    "rules" TEXT NOT NULL,
    "emergency" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "PlanProgramme" (
    "planId" TEXT NOT NULL,
    "programmeId" TEXT NOT NULL,

    PRIMARY KEY ("planId", "programmeId"),
    CONSTRAINT "PlanProgramme_planId_fkey" FOREIGN KEY ("planId") REFERENCES "InternshipPlan" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "GateEvidence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "schoolId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "doneOn" TEXT NOT NULL,
    "alsoOn" TEXT,
    "validTo" TEXT,
    "number" TEXT,
    "details" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "fileId" TEXT,
    "recordedBy" TEXT NOT NULL,
    "recordedName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "withdrawnAt" DATETIME,
    "withdrawReason" TEXT
);

-- CreateTable
CREATE TABLE "GateCover" (
    "evidenceId" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "schoolId" TEXT NOT NULL,

    PRIMARY KEY ("evidenceId", "subjectId"),
    CONSTRAINT "GateCover_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "GateEvidence" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PlacementAnswer" (
    "placementId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "answeredBy" TEXT NOT NULL,
    "answeredName" TEXT NOT NULL,
    "organizationId" TEXT,
    "answeredAt" DATETIME NOT NULL,

    PRIMARY KEY ("placementId", "key")
);

-- CreateIndex
CREATE UNIQUE INDEX "SeatHold_applicationId_key" ON "SeatHold"("applicationId");

-- CreateIndex
CREATE INDEX "SeatHold_hostId_endsOn_idx" ON "SeatHold"("hostId", "endsOn");

-- CreateIndex
CREATE INDEX "HeadCountException_hostId_endsOn_idx" ON "HeadCountException"("hostId", "endsOn");

-- CreateIndex
CREATE INDEX "InternshipPlan_schoolId_endsOn_id_idx" ON "InternshipPlan"("schoolId", "endsOn", "id");

-- CreateIndex
CREATE INDEX "PlanProgramme_programmeId_idx" ON "PlanProgramme"("programmeId");

-- CreateIndex
CREATE INDEX "GateEvidence_schoolId_kind_createdAt_idx" ON "GateEvidence"("schoolId", "kind", "createdAt");

-- CreateIndex
CREATE INDEX "GateCover_schoolId_subjectId_idx" ON "GateCover"("schoolId", "subjectId");

-- CreateIndex
CREATE INDEX "GateCover_subjectId_idx" ON "GateCover"("subjectId");


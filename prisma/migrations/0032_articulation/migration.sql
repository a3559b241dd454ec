-- CreateTable
CREATE TABLE "ArticulationPathway" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "founderId" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "agreementId" TEXT,
    "firstIntake" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "examDay" TEXT,
    "examParts" TEXT NOT NULL,
    "examPassBp" INTEGER NOT NULL,
    "filingNumber" TEXT,
    "approvedById" TEXT,
    "approvedOn" TEXT,
    "reason" TEXT NOT NULL,
    "proposedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "ArticulationStage" (
    "pathwayId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "years" INTEGER NOT NULL,
    "schoolId" TEXT,
    "majorCode" TEXT,
    "majorName" TEXT NOT NULL,
    "quota" INTEGER NOT NULL,

    PRIMARY KEY ("pathwayId", "position")
);

-- CreateTable
CREATE TABLE "ArticulationPartner" (
    "pathwayId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "answeredBy" TEXT,
    "answeredAt" DATETIME,
    "reason" TEXT NOT NULL,

    PRIMARY KEY ("pathwayId", "organizationId")
);

-- CreateTable
CREATE TABLE "ArticulationCohort" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "pathwayId" TEXT NOT NULL,
    "schoolId" TEXT NOT NULL,
    "intakeYear" INTEGER NOT NULL,
    "enrolled" INTEGER NOT NULL,
    "examinationOn" TEXT NOT NULL,
    "open" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "ArticulationMember" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "cohortId" TEXT NOT NULL,
    "pathwayId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "liveKey" TEXT,
    "state" TEXT NOT NULL,
    "scores" TEXT NOT NULL,
    "totalBp" INTEGER,
    "reasonCode" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateIndex
CREATE INDEX "ArticulationPathway_founderId_id_idx" ON "ArticulationPathway"("founderId", "id");

-- CreateIndex
CREATE INDEX "ArticulationPathway_state_id_idx" ON "ArticulationPathway"("state", "id");

-- CreateIndex
CREATE INDEX "ArticulationPathway_regionCode_state_id_idx" ON "ArticulationPathway"("regionCode", "state", "id");

-- CreateIndex
CREATE INDEX "ArticulationStage_schoolId_idx" ON "ArticulationStage"("schoolId");

-- CreateIndex
CREATE INDEX "ArticulationStage_majorCode_idx" ON "ArticulationStage"("majorCode");

-- CreateIndex
CREATE INDEX "ArticulationPartner_organizationId_pathwayId_idx" ON "ArticulationPartner"("organizationId", "pathwayId");

-- CreateIndex
CREATE INDEX "ArticulationPartner_organizationId_state_idx" ON "ArticulationPartner"("organizationId", "state");

-- CreateIndex
CREATE INDEX "ArticulationCohort_schoolId_examinationOn_idx" ON "ArticulationCohort"("schoolId", "examinationOn");

-- CreateIndex
CREATE UNIQUE INDEX "ArticulationCohort_pathwayId_intakeYear_key" ON "ArticulationCohort"("pathwayId", "intakeYear");

-- CreateIndex
CREATE UNIQUE INDEX "ArticulationMember_liveKey_key" ON "ArticulationMember"("liveKey");

-- CreateIndex
CREATE INDEX "ArticulationMember_cohortId_state_id_idx" ON "ArticulationMember"("cohortId", "state", "id");

-- CreateIndex
CREATE INDEX "ArticulationMember_studentId_idx" ON "ArticulationMember"("studentId");

-- CreateIndex
CREATE UNIQUE INDEX "ArticulationMember_cohortId_studentId_key" ON "ArticulationMember"("cohortId", "studentId");


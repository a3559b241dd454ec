-- CreateTable
CREATE TABLE "AssessmentRubric" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "schoolId" TEXT NOT NULL,
    "validFrom" TEXT NOT NULL,
    "parts" TEXT NOT NULL,
    "creditsPerWeekCenti" INTEGER NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Assessment" (
    "placementId" TEXT NOT NULL PRIMARY KEY,
    "schoolId" TEXT NOT NULL,
    "hostId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "rubric" TEXT NOT NULL,
    "scores" TEXT NOT NULL,
    "competences" TEXT NOT NULL,
    "schoolNote" TEXT NOT NULL,
    "schoolBy" TEXT,
    "schoolName" TEXT,
    "schoolAt" DATETIME,
    "hostNote" TEXT NOT NULL,
    "hostBy" TEXT,
    "hostName" TEXT,
    "hostAt" DATETIME,
    "answer" TEXT,
    "answerReason" TEXT NOT NULL,
    "answeredBy" TEXT,
    "answeredName" TEXT,
    "answeredAt" DATETIME,
    "attendance" TEXT,
    "totalCenti" INTEGER,
    "grade" TEXT,
    "creditsCenti" INTEGER,
    "decidedBy" TEXT,
    "decidedName" TEXT,
    "decidedAt" DATETIME,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "PlacementCertificate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "placementId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "schoolId" TEXT NOT NULL,
    "hostId" TEXT NOT NULL,
    "listIndex" INTEGER NOT NULL,
    "jwt" TEXT NOT NULL,
    "keyId" TEXT NOT NULL,
    "issuedAt" DATETIME NOT NULL,
    "issuedBy" TEXT NOT NULL,
    "issuedName" TEXT NOT NULL,
    "revokedAt" DATETIME,
    "revokedName" TEXT,
    "revokeReason" TEXT,
    "shareHash" TEXT,
    "shareSealed" TEXT,
    "sharedAt" DATETIME,
    "pdfFileId" TEXT,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "GraduateOutcome" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "studentId" TEXT NOT NULL,
    "schoolId" TEXT NOT NULL,
    "programmeId" TEXT NOT NULL,
    "majorCode" TEXT NOT NULL,
    "hostId" TEXT,
    "placementId" TEXT,
    "month" INTEGER NOT NULL,
    "destination" TEXT,
    "employerName" TEXT,
    "sameUnit" BOOLEAN,
    "occupationCode" TEXT,
    "matched" TEXT,
    "ownMatch" TEXT,
    "regionCode" TEXT,
    "payBand" TEXT,
    "satisfaction" INTEGER,
    "employerSatisfaction" INTEGER,
    "source" TEXT NOT NULL,
    "certainty" INTEGER NOT NULL,
    "stands" BOOLEAN NOT NULL,
    "givenOn" TEXT NOT NULL,
    "recordedBy" TEXT NOT NULL,
    "importId" TEXT,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "OutcomeRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "studentId" TEXT NOT NULL,
    "schoolId" TEXT NOT NULL,
    "placementId" TEXT,
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
CREATE TABLE "PartnerTrack" (
    "organizationId" TEXT NOT NULL PRIMARY KEY,
    "city" TEXT NOT NULL,
    "completed" INTEGER NOT NULL,
    "breaks" INTEGER NOT NULL,
    "payFindings" INTEGER NOT NULL,
    "known" INTEGER NOT NULL,
    "retained" INTEGER NOT NULL,
    "matched" INTEGER NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "CityTrack" (
    "city" TEXT NOT NULL PRIMARY KEY,
    "completed" INTEGER NOT NULL,
    "breaks" INTEGER NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "AssessmentRubric_schoolId_validFrom_key" ON "AssessmentRubric"("schoolId", "validFrom");

-- CreateIndex
CREATE INDEX "Assessment_schoolId_decidedAt_idx" ON "Assessment"("schoolId", "decidedAt");

-- CreateIndex
CREATE INDEX "Assessment_hostId_idx" ON "Assessment"("hostId");

-- CreateIndex
CREATE INDEX "Assessment_studentId_idx" ON "Assessment"("studentId");

-- CreateIndex
CREATE UNIQUE INDEX "PlacementCertificate_code_key" ON "PlacementCertificate"("code");

-- CreateIndex
CREATE UNIQUE INDEX "PlacementCertificate_shareHash_key" ON "PlacementCertificate"("shareHash");

-- CreateIndex
CREATE INDEX "PlacementCertificate_placementId_idx" ON "PlacementCertificate"("placementId");

-- CreateIndex
CREATE INDEX "PlacementCertificate_studentId_idx" ON "PlacementCertificate"("studentId");

-- CreateIndex
CREATE UNIQUE INDEX "PlacementCertificate_schoolId_listIndex_key" ON "PlacementCertificate"("schoolId", "listIndex");

-- CreateIndex
CREATE INDEX "GraduateOutcome_studentId_month_idx" ON "GraduateOutcome"("studentId", "month");

-- CreateIndex
CREATE INDEX "GraduateOutcome_schoolId_month_stands_idx" ON "GraduateOutcome"("schoolId", "month", "stands");

-- CreateIndex
CREATE INDEX "GraduateOutcome_hostId_month_stands_idx" ON "GraduateOutcome"("hostId", "month", "stands");

-- CreateIndex
CREATE UNIQUE INDEX "OutcomeRequest_tokenHash_key" ON "OutcomeRequest"("tokenHash");

-- CreateIndex
CREATE INDEX "OutcomeRequest_schoolId_month_idx" ON "OutcomeRequest"("schoolId", "month");

-- CreateIndex
CREATE INDEX "OutcomeRequest_answeredAt_stoppedAt_lastSentOn_idx" ON "OutcomeRequest"("answeredAt", "stoppedAt", "lastSentOn");

-- CreateIndex
CREATE UNIQUE INDEX "OutcomeRequest_studentId_month_key" ON "OutcomeRequest"("studentId", "month");

-- CreateIndex
CREATE INDEX "PartnerTrack_city_idx" ON "PartnerTrack"("city");


-- CreateTable
CREATE TABLE "Survey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "ownerKind" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "templateId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "opensOn" TEXT NOT NULL,
    "closesOn" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "closedOn" TEXT,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "SurveySchool" (
    "surveyId" TEXT NOT NULL,
    "schoolId" TEXT NOT NULL,
    "byMail" INTEGER NOT NULL,
    "onPaper" INTEGER NOT NULL,
    "unreached" INTEGER NOT NULL,
    "answered" INTEGER NOT NULL,
    "cursor" TEXT NOT NULL,
    "invited" BOOLEAN NOT NULL,
    "counted" BOOLEAN NOT NULL,
    "withheld" TEXT NOT NULL,

    PRIMARY KEY ("surveyId", "schoolId")
);

-- Without row numbers: rows lie in the order of their random ids, so that nothing tells in which order they came.
-- CreateTable
CREATE TABLE "SurveyInvitation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "surveyId" TEXT NOT NULL,
    "schoolId" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "tokenSealed" TEXT,
    "subjectId" TEXT,
    "className" TEXT NOT NULL,
    "sent" INTEGER NOT NULL,
    "lastSentOn" TEXT,
    "used" BOOLEAN NOT NULL
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "SurveyEnvelope" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "surveyId" TEXT NOT NULL,
    "schoolId" TEXT NOT NULL,
    "sealed" TEXT NOT NULL
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "SurveyNamedAnswer" (
    "surveyId" TEXT NOT NULL,
    "schoolId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "choices" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    PRIMARY KEY ("surveyId", "schoolId", "organizationId")
);

-- CreateTable
CREATE TABLE "SurveyCount" (
    "surveyId" TEXT NOT NULL,
    "schoolId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "choice" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("surveyId", "schoolId", "questionId", "choice")
);

-- CreateTable
CREATE TABLE "SurveyText" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "surveyId" TEXT NOT NULL,
    "sealed" TEXT NOT NULL
) WITHOUT ROWID;

-- CreateIndex
CREATE INDEX "Survey_ownerId_opensOn_idx" ON "Survey"("ownerId", "opensOn");

-- CreateIndex
CREATE INDEX "Survey_state_closesOn_idx" ON "Survey"("state", "closesOn");

-- CreateIndex
CREATE INDEX "SurveySchool_schoolId_surveyId_idx" ON "SurveySchool"("schoolId", "surveyId");

-- CreateIndex
CREATE UNIQUE INDEX "SurveyInvitation_tokenHash_key" ON "SurveyInvitation"("tokenHash");

-- CreateIndex
CREATE INDEX "SurveyInvitation_surveyId_schoolId_way_className_idx" ON "SurveyInvitation"("surveyId", "schoolId", "way", "className");

-- CreateIndex
CREATE INDEX "SurveyInvitation_surveyId_way_used_lastSentOn_idx" ON "SurveyInvitation"("surveyId", "way", "used", "lastSentOn");

-- CreateIndex
CREATE UNIQUE INDEX "SurveyInvitation_surveyId_schoolId_subjectId_key" ON "SurveyInvitation"("surveyId", "schoolId", "subjectId");

-- CreateIndex
CREATE INDEX "SurveyEnvelope_surveyId_schoolId_idx" ON "SurveyEnvelope"("surveyId", "schoolId");

-- CreateIndex
CREATE INDEX "SurveyCount_schoolId_questionId_idx" ON "SurveyCount"("schoolId", "questionId");

-- CreateIndex
CREATE INDEX "SurveyText_surveyId_idx" ON "SurveyText"("surveyId");


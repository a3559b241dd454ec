-- CreateTable
CREATE TABLE "Agreement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "templateId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "enquiryId" TEXT,
    "draftedById" TEXT NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "effectiveOn" TEXT,
    "sealedOn" TEXT,
    "effectiveDocId" TEXT,
    "terminatesOn" TEXT,
    "endReason" TEXT,
    "placementPlan" TEXT,
    "remindedAt" INTEGER,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "AgreementParty" (
    "agreementId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "dueKey" TEXT NOT NULL,
    "waiting" INTEGER NOT NULL,
    "sealedOn" TEXT,

    PRIMARY KEY ("agreementId", "organizationId"),
    CONSTRAINT "AgreementParty_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AgreementDocument" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "agreementId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "drafterId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "batonId" TEXT,
    "batonSince" DATETIME,
    "batonDue" TEXT,
    "lapsesOn" TEXT,
    "round" INTEGER NOT NULL,
    "frozenNumber" INTEGER,
    "frozen" TEXT,
    "digest" TEXT,
    "code" TEXT,
    "changes" TEXT NOT NULL,
    "baseId" TEXT,
    "endReason" TEXT,
    "signedAt" DATETIME,
    "sealedAt" DATETIME,
    "seal" TEXT,
    "sealSignature" TEXT,
    "sealKeyId" TEXT,
    "pdfSha256" TEXT,
    "pdfFileId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "AgreementDocument_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AgreementVersion" (
    "documentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "authorName" TEXT NOT NULL,
    "note" TEXT,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("documentId", "number")
);

-- CreateTable
CREATE TABLE "AgreementApproval" (
    "documentId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "personId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("documentId", "organizationId")
);

-- CreateTable
CREATE TABLE "AgreementComment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "documentId" TEXT NOT NULL,
    "clauseId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "organizationId" TEXT NOT NULL,
    "authorName" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "resolvedAt" DATETIME
);

-- CreateTable
CREATE TABLE "AgreementSignatory" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "agreementId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "authority" TEXT NOT NULL,
    "delegationFileId" TEXT,
    "delegationUntil" TEXT,
    "place" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "revokedAt" DATETIME
);

-- CreateTable
CREATE TABLE "AgreementSignature" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "documentId" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "organizationId" TEXT NOT NULL,
    "signatoryId" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "signature" TEXT,
    "keyId" TEXT,
    "scanFileId" TEXT,
    "scanSha256" TEXT,
    "signedAt" DATETIME NOT NULL,
    "confirmedById" TEXT,
    "confirmedAt" DATETIME
);

-- CreateTable
CREATE TABLE "SigningKey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "privateSealed" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "retiredAt" DATETIME
);

-- CreateTable
CREATE TABLE "AgreementCommitment" (
    "agreementId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unit" TEXT NOT NULL,
    "dueOn" TEXT,
    "byId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "owner" TEXT,
    "accepted" INTEGER NOT NULL,
    "pending" INTEGER NOT NULL,
    "disputed" INTEGER NOT NULL,
    "dropped" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL,

    PRIMARY KEY ("agreementId", "id"),
    CONSTRAINT "AgreementCommitment_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AgreementEvidence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "agreementId" TEXT NOT NULL,
    "commitmentId" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "happenedOn" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "fileId" TEXT,
    "recordType" TEXT,
    "recordId" TEXT,
    "organizationId" TEXT NOT NULL,
    "authorName" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "submittedAt" DATETIME NOT NULL,
    "answerBy" TEXT NOT NULL,
    "decidedById" TEXT,
    "decidedBy" TEXT,
    "decidedAt" DATETIME,
    "decisionNote" TEXT,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "AgreementReview" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "agreementId" TEXT NOT NULL,
    "heldOn" TEXT NOT NULL,
    "findings" TEXT NOT NULL,
    "next" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "authorName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "AgreementContribution" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "agreementId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "amountFen" INTEGER,
    "hours" INTEGER,
    "on" TEXT NOT NULL,
    "authorName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "AgreementHealth" (
    "agreementId" TEXT NOT NULL PRIMARY KEY,
    "facts" TEXT NOT NULL,
    "score" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "reasons" TEXT NOT NULL,
    "asOf" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "ConsortiumMeeting" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "agreementId" TEXT NOT NULL,
    "organ" TEXT NOT NULL,
    "heldOn" TEXT NOT NULL,
    "attended" INTEGER NOT NULL,
    "minutes" TEXT NOT NULL,
    "decisions" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "authorName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ConsortiumTask" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "agreementId" TEXT NOT NULL,
    "meetingId" TEXT,
    "element" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "doneOn" TEXT,
    "evidence" TEXT,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "ApiKey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdByName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastUsedAt" DATETIME,
    "expiresAt" DATETIME,
    "revokedAt" DATETIME
);

-- CreateTable
CREATE TABLE "ApiUse" (
    "keyId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "calls" INTEGER NOT NULL,
    "records" INTEGER NOT NULL,

    PRIMARY KEY ("keyId", "day")
);

-- CreateTable
CREATE TABLE "WebhookEndpoint" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT NOT NULL,
    "secretSealed" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "pausedBy" TEXT,
    "deadInRow" INTEGER NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "removedAt" DATETIME,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "WebhookMessage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "endpointId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "eventId" TEXT,
    "name" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "resends" INTEGER NOT NULL,
    "status" INTEGER,
    "error" TEXT,
    "millis" INTEGER,
    "createdAt" DATETIME NOT NULL,
    "lastTriedAt" DATETIME,
    "deliveredAt" DATETIME,
    CONSTRAINT "WebhookMessage_endpointId_fkey" FOREIGN KEY ("endpointId") REFERENCES "WebhookEndpoint" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Major" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "classCode" TEXT NOT NULL,
    "className" TEXT NOT NULL,
    "categoryCode" TEXT NOT NULL,
    "categoryName" TEXT NOT NULL,
    "stateControlled" BOOLEAN NOT NULL,
    "pinyin" TEXT NOT NULL,
    "initials" TEXT NOT NULL,
    "validFrom" TEXT NOT NULL,
    "withdrawnIn" TEXT
);

-- CreateTable
CREATE TABLE "OccupationGroup" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "parentCode" TEXT,
    "validFrom" TEXT NOT NULL,
    "withdrawnIn" TEXT
);

-- CreateTable
CREATE TABLE "Occupation" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "groupCode" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "green" BOOLEAN NOT NULL,
    "digital" BOOLEAN NOT NULL,
    "pinyin" TEXT NOT NULL,
    "initials" TEXT NOT NULL,
    "validFrom" TEXT NOT NULL,
    "withdrawnIn" TEXT
);

-- CreateTable
CREATE TABLE "Region" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "parentCode" TEXT,
    "lng" REAL,
    "lat" REAL,
    "pointOf" TEXT,
    "pinyin" TEXT NOT NULL,
    "initials" TEXT NOT NULL,
    "validFrom" TEXT NOT NULL,
    "withdrawnIn" TEXT
);

-- CreateTable
CREATE TABLE "Industry" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "parentCode" TEXT,
    "pinyin" TEXT NOT NULL,
    "initials" TEXT NOT NULL,
    "validFrom" TEXT NOT NULL,
    "withdrawnIn" TEXT
);

-- CreateTable
CREATE TABLE "College" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "schoolCode" TEXT,
    "regionCode" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "ownership" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "initials" TEXT NOT NULL,
    "validFrom" TEXT NOT NULL,
    "withdrawnIn" TEXT
);

-- CreateTable
CREATE TABLE "Course" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "majorCode" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "validFrom" TEXT NOT NULL,
    "withdrawnIn" TEXT
);

-- CreateTable
CREATE TABLE "MajorOccupationLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "majorCode" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "relation" TEXT NOT NULL,
    "printed" TEXT NOT NULL,
    "code" TEXT,
    "match" TEXT,
    "sourceKey" TEXT NOT NULL,
    "authority" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "official" BOOLEAN NOT NULL,
    "validFrom" TEXT NOT NULL,
    "withdrawnIn" TEXT
);

-- CreateTable
CREATE TABLE "CatalogueVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "catalogue" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "authority" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "importedAt" DATETIME NOT NULL,
    "rows" INTEGER NOT NULL,
    "added" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "withdrawn" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "emailSealed" TEXT NOT NULL,
    "emailHash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "language" TEXT NOT NULL,
    "isOperator" BOOLEAN NOT NULL,
    "passwordChangedAt" DATETIME,
    "lockedAt" DATETIME,
    "lockedReason" TEXT,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "SecondFactor" (
    "personId" TEXT NOT NULL PRIMARY KEY,
    "secretSealed" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "confirmedAt" DATETIME,
    "lastStep" INTEGER,
    CONSTRAINT "SecondFactor_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "personId" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "usedAt" DATETIME,

    PRIMARY KEY ("personId", "codeHash")
);

-- CreateTable
CREATE TABLE "PastPassword" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "replacedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "KnownDevice" (
    "personId" TEXT NOT NULL,
    "deviceHash" TEXT NOT NULL,
    "firstSeenAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME NOT NULL,

    PRIMARY KEY ("personId", "deviceHash")
);

-- CreateTable
CREATE TABLE "SignInTry" (
    "emailHash" TEXT NOT NULL PRIMARY KEY,
    "failures" INTEGER NOT NULL,
    "lockedUntil" DATETIME,
    "lastFailedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Session" (
    "idHash" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "currentOrganizationId" TEXT,
    "expiresAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME NOT NULL,
    "ip" TEXT NOT NULL,
    "userAgent" TEXT NOT NULL,
    "publicId" TEXT NOT NULL,
    CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "version" INTEGER NOT NULL,
    CONSTRAINT "Membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Membership_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LinkToken" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "personId" TEXT,
    "organizationId" TEXT,
    "emailSealed" TEXT,
    "emailHash" TEXT,
    "role" TEXT,
    "invitedBy" TEXT,
    "detailsSealed" TEXT,
    "language" TEXT,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    "withdrawnAt" DATETIME
);

-- CreateTable
CREATE TABLE "Import" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "options" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "mode" TEXT,
    "fields" TEXT NOT NULL,
    "notes" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "good" INTEGER NOT NULL,
    "bad" INTEGER NOT NULL,
    "created" INTEGER NOT NULL,
    "updated" INTEGER NOT NULL,
    "unchanged" INTEGER NOT NULL,
    "refused" INTEGER NOT NULL,
    "stopped" TEXT,
    "startedBy" TEXT NOT NULL,
    "startedByName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "confirmedAt" DATETIME,
    "finishedAt" DATETIME,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "ImportRow" (
    "importId" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "cells" TEXT NOT NULL,
    "repeats" INTEGER,
    "state" TEXT NOT NULL,
    "findings" TEXT,
    "refId" TEXT,

    PRIMARY KEY ("importId", "line"),
    CONSTRAINT "ImportRow_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Listing" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "details" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "lng" REAL,
    "lat" REAL,
    "occupationCode" TEXT,
    "industryCode" TEXT,
    "postId" TEXT,
    "startsOn" TEXT,
    "endsOn" TEXT,
    "openUntil" TEXT,
    "seats" INTEGER,
    "seatsTaken" INTEGER NOT NULL,
    "payMinFen" INTEGER,
    "payMaxFen" INTEGER,
    "samePostPayFen" INTEGER,
    "minorsWelcome" BOOLEAN NOT NULL,
    "lodging" BOOLEAN NOT NULL,
    "pausedReason" TEXT,
    "publishReason" TEXT,
    "unread" TEXT,
    "silentExpiries" INTEGER NOT NULL,
    "publishedAt" DATETIME,
    "confirmedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "ListingMajor" (
    "listingId" TEXT NOT NULL,
    "majorCode" TEXT NOT NULL,
    "family" TEXT NOT NULL,

    PRIMARY KEY ("listingId", "majorCode"),
    CONSTRAINT "ListingMajor_listingId_fkey" FOREIGN KEY ("listingId") REFERENCES "Listing" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ListingIndex" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "listingId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "facetBits" INTEGER NOT NULL,
    "regionCode" TEXT NOT NULL,
    "lat" REAL,
    "lng" REAL,
    "occupationCode" TEXT,
    "industryCode" TEXT,
    "majorCodes" TEXT NOT NULL,
    "startsOn" TEXT,
    "endsOn" TEXT,
    "openUntil" TEXT,
    "seats" INTEGER,
    "seatsTaken" INTEGER NOT NULL,
    "payMinFen" INTEGER,
    "payMaxFen" INTEGER,
    "samePostPayFen" INTEGER,
    "publishedAt" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "ListingIndexFamily" (
    "family" TEXT NOT NULL,
    "indexId" INTEGER NOT NULL,

    PRIMARY KEY ("family", "indexId")
);

-- CreateTable
CREATE TABLE "Enquiry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "fromOrganizationId" TEXT NOT NULL,
    "toOrganizationId" TEXT NOT NULL,
    "listingId" TEXT,
    "programmeId" TEXT,
    "state" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "seats" INTEGER,
    "startsOn" TEXT,
    "endsOn" TEXT,
    "termsById" TEXT NOT NULL,
    "batonId" TEXT,
    "waiterId" TEXT,
    "batonSince" DATETIME NOT NULL,
    "replyDays" INTEGER NOT NULL,
    "replyBy" TEXT NOT NULL,
    "replyByCertain" BOOLEAN NOT NULL,
    "remindAt" DATETIME,
    "remindedAt" DATETIME,
    "fromAnsweredAt" DATETIME,
    "toAnsweredAt" DATETIME,
    "declineReason" TEXT,
    "declineNote" TEXT,
    "accepted" TEXT,
    "createdAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "EnquiryMessage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "enquiryId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "authorName" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "EnquiryMessage_enquiryId_fkey" FOREIGN KEY ("enquiryId") REFERENCES "Enquiry" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReplyRecord" (
    "organizationId" TEXT NOT NULL PRIMARY KEY,
    "due" INTEGER NOT NULL,
    "answered" INTEGER NOT NULL,
    "hours" INTEGER NOT NULL,
    "silentInRow" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Appetite" (
    "organizationId" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "reason" TEXT,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("organizationId", "family")
);

-- CreateTable
CREATE TABLE "MatchPlace" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "refId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "cell" INTEGER NOT NULL,
    "tile" INTEGER NOT NULL,
    "lat" REAL,
    "lng" REAL,
    "party" TEXT NOT NULL,
    "listingKind" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "seats" INTEGER,
    "startsOn" TEXT,
    "endsOn" TEXT,
    "openUntil" TEXT,
    "majorCode" TEXT,
    "occupationCode" TEXT,
    "majorCodes" TEXT,
    "since" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "EventCursor" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "eventId" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "ListingReference" (
    "organizationId" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "listingId" TEXT NOT NULL,
    "sentHash" TEXT NOT NULL,
    "sentAt" DATETIME NOT NULL,

    PRIMARY KEY ("organizationId", "reference")
);

-- CreateTable
CREATE TABLE "Organization" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "namePinyin" TEXT NOT NULL,
    "nameInitials" TEXT NOT NULL,
    "uscc" TEXT,
    "schoolCode" TEXT,
    "state" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "lng" REAL,
    "lat" REAL,
    "pointOf" TEXT,
    "industryCode" TEXT,
    "employees" INTEGER,
    "schoolLevel" TEXT,
    "ownership" TEXT,
    "introduction" TEXT NOT NULL,
    "website" TEXT,
    "contactName" TEXT,
    "contactPhone" TEXT,
    "phoneHash" TEXT,
    "mailDomain" TEXT,
    "source" TEXT,
    "publicCode" TEXT,
    "mergedIntoId" TEXT,
    "verifiedAt" DATETIME,
    "submittedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "OrganizationSearch" (
    "row" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "organizationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "provinceCode" TEXT NOT NULL,
    "sortKey" TEXT NOT NULL,
    "initials" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Programme" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "majorCode" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "seats" INTEGER NOT NULL,
    "practiceShareBp" INTEGER,
    "introduction" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "closedAt" DATETIME,
    "version" INTEGER NOT NULL,
    CONSTRAINT "Programme_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Cohort" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "programmeId" TEXT NOT NULL,
    "entryYear" INTEGER NOT NULL,
    "students" INTEGER NOT NULL,
    "practiceFrom" TEXT,
    "practiceTo" TEXT,
    CONSTRAINT "Cohort_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Post" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "occupationCode" TEXT NOT NULL,
    "headcount" INTEGER NOT NULL,
    "samePostPayFen" INTEGER,
    "labourIntensity" INTEGER,
    "hazards" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "closedAt" DATETIME,
    "version" INTEGER NOT NULL,
    CONSTRAINT "Post_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "VerificationReview" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "snapshot" TEXT NOT NULL,
    "submittedBy" TEXT NOT NULL,
    "submittedAt" DATETIME NOT NULL,
    "dueOn" TEXT NOT NULL,
    "dueUncertain" BOOLEAN NOT NULL,
    "decision" TEXT,
    "reason" TEXT,
    "fieldNotes" TEXT,
    "decidedBy" TEXT,
    "decidedAt" DATETIME,
    CONSTRAINT "VerificationReview_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Event" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "actor" TEXT NOT NULL,
    "actorOrganizationId" TEXT,
    "payload" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "EventAudience" (
    "organizationId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "eventId" TEXT NOT NULL,

    PRIMARY KEY ("organizationId", "at", "eventId")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "maxAttempts" INTEGER NOT NULL,
    "runAt" DATETIME NOT NULL,
    "lockedUntil" DATETIME,
    "lastError" TEXT,
    "createdAt" DATETIME NOT NULL,
    "finishedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Submission" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "requestHash" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "uploadedBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Student" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "programmeId" TEXT NOT NULL,
    "entryYear" INTEGER NOT NULL,
    "className" TEXT NOT NULL,
    "studentNumber" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameInitials" TEXT NOT NULL,
    "sex" TEXT NOT NULL,
    "birthDateSealed" TEXT,
    "idTailSealed" TEXT,
    "idHash" TEXT,
    "phoneSealed" TEXT,
    "phoneHash" TEXT,
    "emailSealed" TEXT,
    "emailHash" TEXT,
    "state" TEXT NOT NULL,
    "personId" TEXT,
    "claimedAt" DATETIME,
    "importId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Guardian" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "studentId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "relation" TEXT NOT NULL,
    "phoneSealed" TEXT,
    "phoneHash" TEXT,
    "emailSealed" TEXT,
    "emailHash" TEXT,
    "personId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "version" INTEGER NOT NULL,
    CONSTRAINT "Guardian_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "Student" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StudentInvitation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "studentId" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "codeSealed" TEXT NOT NULL,
    "emailSealed" TEXT,
    "checked" BOOLEAN NOT NULL,
    "createdBy" TEXT,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    "withdrawnAt" DATETIME,
    "failures" INTEGER NOT NULL,
    "lockedUntil" DATETIME,
    "lastFailedAt" DATETIME,
    CONSTRAINT "StudentInvitation_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "Student" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "studentId" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "guardianId" TEXT,
    "personId" TEXT,
    "act" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "recipientId" TEXT,
    "wordingVersion" TEXT NOT NULL,
    "wordingHash" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "reason" TEXT,
    "how" TEXT NOT NULL,
    "requestId" TEXT,
    "at" DATETIME NOT NULL,
    CONSTRAINT "Consent_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "Student" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ConsentRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "studentId" TEXT NOT NULL,
    "guardianId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "recipientId" TEXT,
    "tokenHash" TEXT NOT NULL,
    "tokenSealed" TEXT NOT NULL,
    "askedBy" TEXT,
    "mailedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "answeredAt" DATETIME,
    "answer" TEXT,
    "withdrawnAt" DATETIME,
    "failures" INTEGER NOT NULL,
    "totalFailures" INTEGER NOT NULL,
    "lockedUntil" DATETIME,
    "lastFailedAt" DATETIME,
    CONSTRAINT "ConsentRequest_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "Student" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RosterImport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "uploadedBy" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileSha256" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "sheetSealed" TEXT,
    "report" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "wrongRows" INTEGER NOT NULL,
    "created" INTEGER NOT NULL,
    "updated" INTEGER NOT NULL,
    "unchanged" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "appliedAt" DATETIME,
    "version" INTEGER NOT NULL
);

-- CreateIndex
CREATE INDEX "Agreement_state_endsOn_id_idx" ON "Agreement"("state", "endsOn", "id");

-- CreateIndex
CREATE INDEX "Agreement_sealedOn_idx" ON "Agreement"("sealedOn");

-- CreateIndex
CREATE UNIQUE INDEX "Agreement_enquiryId_key" ON "Agreement"("enquiryId");

-- CreateIndex
CREATE INDEX "AgreementParty_organizationId_dueKey_agreementId_idx" ON "AgreementParty"("organizationId", "dueKey", "agreementId");

-- CreateIndex
CREATE INDEX "AgreementParty_organizationId_state_dueKey_agreementId_idx" ON "AgreementParty"("organizationId", "state", "dueKey", "agreementId");

-- CreateIndex
CREATE INDEX "AgreementParty_organizationId_waiting_idx" ON "AgreementParty"("organizationId", "waiting");

-- CreateIndex
CREATE INDEX "AgreementParty_organizationId_sealedOn_idx" ON "AgreementParty"("organizationId", "sealedOn");

-- CreateIndex
CREATE UNIQUE INDEX "AgreementDocument_code_key" ON "AgreementDocument"("code");

-- CreateIndex
CREATE UNIQUE INDEX "AgreementDocument_pdfSha256_key" ON "AgreementDocument"("pdfSha256");

-- CreateIndex
CREATE INDEX "AgreementDocument_state_lapsesOn_idx" ON "AgreementDocument"("state", "lapsesOn");

-- CreateIndex
CREATE UNIQUE INDEX "AgreementDocument_agreementId_ordinal_key" ON "AgreementDocument"("agreementId", "ordinal");

-- CreateIndex
CREATE INDEX "AgreementComment_documentId_createdAt_idx" ON "AgreementComment"("documentId", "createdAt");

-- CreateIndex
CREATE INDEX "AgreementSignatory_agreementId_organizationId_idx" ON "AgreementSignatory"("agreementId", "organizationId");

-- CreateIndex
CREATE INDEX "AgreementSignatory_personId_idx" ON "AgreementSignatory"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "AgreementSignature_documentId_round_signatoryId_key" ON "AgreementSignature"("documentId", "round", "signatoryId");

-- CreateIndex
CREATE INDEX "SigningKey_organizationId_retiredAt_idx" ON "SigningKey"("organizationId", "retiredAt");

-- CreateIndex
CREATE INDEX "AgreementEvidence_agreementId_commitmentId_submittedAt_idx" ON "AgreementEvidence"("agreementId", "commitmentId", "submittedAt");

-- CreateIndex
CREATE INDEX "AgreementEvidence_agreementId_state_answerBy_idx" ON "AgreementEvidence"("agreementId", "state", "answerBy");

-- CreateIndex
CREATE UNIQUE INDEX "AgreementEvidence_agreementId_recordType_recordId_key" ON "AgreementEvidence"("agreementId", "recordType", "recordId");

-- CreateIndex
CREATE INDEX "AgreementReview_agreementId_heldOn_idx" ON "AgreementReview"("agreementId", "heldOn");

-- CreateIndex
CREATE INDEX "AgreementContribution_agreementId_on_idx" ON "AgreementContribution"("agreementId", "on");

-- CreateIndex
CREATE INDEX "AgreementHealth_state_score_idx" ON "AgreementHealth"("state", "score");

-- CreateIndex
CREATE INDEX "AgreementHealth_asOf_idx" ON "AgreementHealth"("asOf");

-- CreateIndex
CREATE INDEX "ConsortiumMeeting_agreementId_heldOn_idx" ON "ConsortiumMeeting"("agreementId", "heldOn");

-- CreateIndex
CREATE INDEX "ConsortiumTask_agreementId_doneOn_dueOn_idx" ON "ConsortiumTask"("agreementId", "doneOn", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_hash_key" ON "ApiKey"("hash");

-- CreateIndex
CREATE INDEX "ApiKey_organizationId_id_idx" ON "ApiKey"("organizationId", "id");

-- CreateIndex
CREATE INDEX "WebhookEndpoint_organizationId_removedAt_idx" ON "WebhookEndpoint"("organizationId", "removedAt");

-- CreateIndex
CREATE INDEX "WebhookMessage_endpointId_id_idx" ON "WebhookMessage"("endpointId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "WebhookMessage_endpointId_eventId_key" ON "WebhookMessage"("endpointId", "eventId");

-- CreateIndex
CREATE INDEX "Major_withdrawnIn_pinyin_code_idx" ON "Major"("withdrawnIn", "pinyin", "code");

-- CreateIndex
CREATE INDEX "Major_level_family_idx" ON "Major"("level", "family");

-- CreateIndex
CREATE INDEX "Major_classCode_idx" ON "Major"("classCode");

-- CreateIndex
CREATE INDEX "Major_initials_idx" ON "Major"("initials");

-- CreateIndex
CREATE INDEX "OccupationGroup_parentCode_idx" ON "OccupationGroup"("parentCode");

-- CreateIndex
CREATE INDEX "Occupation_withdrawnIn_pinyin_code_idx" ON "Occupation"("withdrawnIn", "pinyin", "code");

-- CreateIndex
CREATE INDEX "Occupation_groupCode_idx" ON "Occupation"("groupCode");

-- CreateIndex
CREATE INDEX "Occupation_initials_idx" ON "Occupation"("initials");

-- CreateIndex
CREATE INDEX "Region_withdrawnIn_pinyin_code_idx" ON "Region"("withdrawnIn", "pinyin", "code");

-- CreateIndex
CREATE INDEX "Region_parentCode_idx" ON "Region"("parentCode");

-- CreateIndex
CREATE INDEX "Region_level_idx" ON "Region"("level");

-- CreateIndex
CREATE INDEX "Region_initials_idx" ON "Region"("initials");

-- CreateIndex
CREATE INDEX "Industry_withdrawnIn_pinyin_code_idx" ON "Industry"("withdrawnIn", "pinyin", "code");

-- CreateIndex
CREATE INDEX "Industry_parentCode_idx" ON "Industry"("parentCode");

-- CreateIndex
CREATE INDEX "Industry_initials_idx" ON "Industry"("initials");

-- CreateIndex
CREATE INDEX "College_regionCode_idx" ON "College"("regionCode");

-- CreateIndex
CREATE INDEX "College_withdrawnIn_pinyin_name_idx" ON "College"("withdrawnIn", "pinyin", "name");

-- CreateIndex
CREATE INDEX "College_initials_idx" ON "College"("initials");

-- CreateIndex
CREATE INDEX "Course_majorCode_seq_idx" ON "Course"("majorCode", "seq");

-- CreateIndex
CREATE INDEX "MajorOccupationLink_majorCode_seq_idx" ON "MajorOccupationLink"("majorCode", "seq");

-- CreateIndex
CREATE INDEX "MajorOccupationLink_code_idx" ON "MajorOccupationLink"("code");

-- CreateIndex
CREATE INDEX "MajorOccupationLink_sourceKey_withdrawnIn_idx" ON "MajorOccupationLink"("sourceKey", "withdrawnIn");

-- CreateIndex
CREATE INDEX "CatalogueVersion_catalogue_importedAt_idx" ON "CatalogueVersion"("catalogue", "importedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Person_emailHash_key" ON "Person"("emailHash");

-- CreateIndex
CREATE INDEX "Person_name_idx" ON "Person"("name");

-- CreateIndex
CREATE INDEX "PastPassword_personId_replacedAt_idx" ON "PastPassword"("personId", "replacedAt");

-- CreateIndex
CREATE INDEX "KnownDevice_lastSeenAt_idx" ON "KnownDevice"("lastSeenAt");

-- CreateIndex
CREATE INDEX "SignInTry_lastFailedAt_idx" ON "SignInTry"("lastFailedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Session_publicId_key" ON "Session"("publicId");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "Membership_organizationId_idx" ON "Membership"("organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_personId_organizationId_key" ON "Membership"("personId", "organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "LinkToken_tokenHash_key" ON "LinkToken"("tokenHash");

-- CreateIndex
CREATE INDEX "LinkToken_organizationId_purpose_idx" ON "LinkToken"("organizationId", "purpose");

-- CreateIndex
CREATE INDEX "LinkToken_personId_purpose_idx" ON "LinkToken"("personId", "purpose");

-- CreateIndex
CREATE INDEX "LinkToken_emailHash_purpose_idx" ON "LinkToken"("emailHash", "purpose");

-- CreateIndex
CREATE INDEX "LinkToken_expiresAt_idx" ON "LinkToken"("expiresAt");

-- CreateIndex
CREATE INDEX "Import_organizationId_createdAt_idx" ON "Import"("organizationId", "createdAt");

-- CreateIndex
CREATE INDEX "Import_state_createdAt_idx" ON "Import"("state", "createdAt");

-- CreateIndex
CREATE INDEX "ImportRow_importId_state_line_idx" ON "ImportRow"("importId", "state", "line");

-- CreateIndex
CREATE INDEX "Listing_organizationId_state_idx" ON "Listing"("organizationId", "state");

-- CreateIndex
CREATE INDEX "Listing_state_kind_publishedAt_idx" ON "Listing"("state", "kind", "publishedAt");

-- CreateIndex
CREATE INDEX "Listing_state_openUntil_idx" ON "Listing"("state", "openUntil");

-- CreateIndex
CREATE INDEX "Listing_regionCode_idx" ON "Listing"("regionCode");

-- CreateIndex
CREATE INDEX "Listing_occupationCode_idx" ON "Listing"("occupationCode");

-- CreateIndex
CREATE INDEX "Listing_industryCode_idx" ON "Listing"("industryCode");

-- CreateIndex
CREATE INDEX "ListingMajor_family_listingId_idx" ON "ListingMajor"("family", "listingId");

-- CreateIndex
CREATE UNIQUE INDEX "ListingIndex_listingId_key" ON "ListingIndex"("listingId");

-- CreateIndex
CREATE INDEX "ListingIndex_regionCode_facetBits_publishedAt_id_idx" ON "ListingIndex"("regionCode", "facetBits", "publishedAt", "id");

-- CreateIndex
CREATE INDEX "ListingIndex_lat_lng_facetBits_id_idx" ON "ListingIndex"("lat", "lng", "facetBits", "id");

-- CreateIndex
CREATE INDEX "ListingIndex_occupationCode_id_idx" ON "ListingIndex"("occupationCode", "id");

-- CreateIndex
CREATE INDEX "ListingIndex_industryCode_id_idx" ON "ListingIndex"("industryCode", "id");

-- CreateIndex
CREATE INDEX "ListingIndex_payMaxFen_id_idx" ON "ListingIndex"("payMaxFen", "id");

-- CreateIndex
CREATE INDEX "ListingIndex_publishedAt_id_idx" ON "ListingIndex"("publishedAt", "id");

-- CreateIndex
CREATE INDEX "ListingIndex_organizationId_id_idx" ON "ListingIndex"("organizationId", "id");

-- CreateIndex
CREATE INDEX "ListingIndexFamily_indexId_idx" ON "ListingIndexFamily"("indexId");

-- CreateIndex
CREATE INDEX "Enquiry_batonId_state_replyBy_id_idx" ON "Enquiry"("batonId", "state", "replyBy", "id");

-- CreateIndex
CREATE INDEX "Enquiry_waiterId_state_replyBy_id_idx" ON "Enquiry"("waiterId", "state", "replyBy", "id");

-- CreateIndex
CREATE INDEX "Enquiry_fromOrganizationId_endedAt_id_idx" ON "Enquiry"("fromOrganizationId", "endedAt", "id");

-- CreateIndex
CREATE INDEX "Enquiry_toOrganizationId_endedAt_id_idx" ON "Enquiry"("toOrganizationId", "endedAt", "id");

-- CreateIndex
CREATE INDEX "Enquiry_state_replyBy_idx" ON "Enquiry"("state", "replyBy");

-- CreateIndex
CREATE INDEX "Enquiry_state_remindAt_idx" ON "Enquiry"("state", "remindAt");

-- CreateIndex
CREATE INDEX "Enquiry_listingId_createdAt_idx" ON "Enquiry"("listingId", "createdAt");

-- CreateIndex
CREATE INDEX "Enquiry_fromOrganizationId_toOrganizationId_state_idx" ON "Enquiry"("fromOrganizationId", "toOrganizationId", "state");

-- CreateIndex
CREATE INDEX "EnquiryMessage_enquiryId_createdAt_idx" ON "EnquiryMessage"("enquiryId", "createdAt");

-- CreateIndex
CREATE INDEX "MatchPlace_kind_key_cell_lat_lng_idx" ON "MatchPlace"("kind", "key", "cell", "lat", "lng");

-- CreateIndex
CREATE INDEX "MatchPlace_kind_key_tile_lat_lng_idx" ON "MatchPlace"("kind", "key", "tile", "lat", "lng");

-- CreateIndex
CREATE INDEX "MatchPlace_kind_refId_idx" ON "MatchPlace"("kind", "refId");

-- CreateIndex
CREATE INDEX "MatchPlace_organizationId_idx" ON "MatchPlace"("organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "ListingReference_listingId_key" ON "ListingReference"("listingId");

-- CreateIndex
CREATE UNIQUE INDEX "Organization_uscc_key" ON "Organization"("uscc");

-- CreateIndex
CREATE UNIQUE INDEX "Organization_schoolCode_key" ON "Organization"("schoolCode");

-- CreateIndex
CREATE INDEX "Organization_kind_state_regionCode_idx" ON "Organization"("kind", "state", "regionCode");

-- CreateIndex
CREATE INDEX "Organization_name_idx" ON "Organization"("name");

-- CreateIndex
CREATE INDEX "Organization_publicCode_idx" ON "Organization"("publicCode");

-- CreateIndex
CREATE INDEX "Organization_phoneHash_idx" ON "Organization"("phoneHash");

-- CreateIndex
CREATE INDEX "Organization_mailDomain_idx" ON "Organization"("mailDomain");

-- CreateIndex
CREATE INDEX "Organization_nameInitials_idx" ON "Organization"("nameInitials");

-- CreateIndex
CREATE INDEX "Organization_state_submittedAt_idx" ON "Organization"("state", "submittedAt");

-- CreateIndex
CREATE INDEX "Organization_regionCode_idx" ON "Organization"("regionCode");

-- CreateIndex
CREATE INDEX "Organization_industryCode_idx" ON "Organization"("industryCode");

-- CreateIndex
CREATE UNIQUE INDEX "OrganizationSearch_organizationId_key" ON "OrganizationSearch"("organizationId");

-- CreateIndex
CREATE INDEX "OrganizationSearch_sortKey_row_idx" ON "OrganizationSearch"("sortKey", "row");

-- CreateIndex
CREATE INDEX "OrganizationSearch_kind_sortKey_row_idx" ON "OrganizationSearch"("kind", "sortKey", "row");

-- CreateIndex
CREATE INDEX "OrganizationSearch_provinceCode_sortKey_row_idx" ON "OrganizationSearch"("provinceCode", "sortKey", "row");

-- CreateIndex
CREATE INDEX "OrganizationSearch_kind_provinceCode_sortKey_row_idx" ON "OrganizationSearch"("kind", "provinceCode", "sortKey", "row");

-- CreateIndex
CREATE INDEX "OrganizationSearch_initials_idx" ON "OrganizationSearch"("initials");

-- CreateIndex
CREATE INDEX "Programme_majorCode_idx" ON "Programme"("majorCode");

-- CreateIndex
CREATE INDEX "Programme_organizationId_closedAt_idx" ON "Programme"("organizationId", "closedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Programme_organizationId_majorCode_key" ON "Programme"("organizationId", "majorCode");

-- CreateIndex
CREATE UNIQUE INDEX "Cohort_programmeId_entryYear_key" ON "Cohort"("programmeId", "entryYear");

-- CreateIndex
CREATE INDEX "Post_organizationId_idx" ON "Post"("organizationId");

-- CreateIndex
CREATE INDEX "Post_occupationCode_idx" ON "Post"("occupationCode");

-- CreateIndex
CREATE INDEX "VerificationReview_organizationId_submittedAt_idx" ON "VerificationReview"("organizationId", "submittedAt");

-- CreateIndex
CREATE INDEX "VerificationReview_decision_dueOn_id_idx" ON "VerificationReview"("decision", "dueOn", "id");

-- CreateIndex
CREATE INDEX "Event_at_idx" ON "Event"("at");

-- CreateIndex
CREATE INDEX "Event_name_at_idx" ON "Event"("name", "at");

-- CreateIndex
CREATE INDEX "Event_subjectType_at_idx" ON "Event"("subjectType", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Event_subjectType_subjectId_sequence_key" ON "Event"("subjectType", "subjectId", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_key_key" ON "Delivery"("key");

-- CreateIndex
CREATE INDEX "Delivery_state_runAt_idx" ON "Delivery"("state", "runAt");

-- CreateIndex
CREATE INDEX "Delivery_state_id_idx" ON "Delivery"("state", "id");

-- CreateIndex
CREATE INDEX "Delivery_kind_createdAt_idx" ON "Delivery"("kind", "createdAt");

-- CreateIndex
CREATE INDEX "Delivery_kind_id_idx" ON "Delivery"("kind", "id");

-- CreateIndex
CREATE INDEX "Submission_createdAt_idx" ON "Submission"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "StoredFile_storageKey_key" ON "StoredFile"("storageKey");

-- CreateIndex
CREATE INDEX "StoredFile_subjectType_subjectId_idx" ON "StoredFile"("subjectType", "subjectId");

-- CreateIndex
CREATE INDEX "Student_organizationId_state_studentNumber_idx" ON "Student"("organizationId", "state", "studentNumber");

-- CreateIndex
CREATE INDEX "Student_organizationId_programmeId_studentNumber_idx" ON "Student"("organizationId", "programmeId", "studentNumber");

-- CreateIndex
CREATE INDEX "Student_organizationId_className_studentNumber_idx" ON "Student"("organizationId", "className", "studentNumber");

-- CreateIndex
CREATE INDEX "Student_programmeId_entryYear_idx" ON "Student"("programmeId", "entryYear");

-- CreateIndex
CREATE INDEX "Student_personId_idx" ON "Student"("personId");

-- CreateIndex
CREATE INDEX "Student_organizationId_idHash_idx" ON "Student"("organizationId", "idHash");

-- CreateIndex
CREATE UNIQUE INDEX "Student_organizationId_studentNumber_key" ON "Student"("organizationId", "studentNumber");

-- CreateIndex
CREATE INDEX "Guardian_studentId_idx" ON "Guardian"("studentId");

-- CreateIndex
CREATE INDEX "Guardian_personId_idx" ON "Guardian"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "StudentInvitation_codeHash_key" ON "StudentInvitation"("codeHash");

-- CreateIndex
CREATE INDEX "StudentInvitation_studentId_createdAt_idx" ON "StudentInvitation"("studentId", "createdAt");

-- CreateIndex
CREATE INDEX "Consent_studentId_purpose_recipientId_at_idx" ON "Consent"("studentId", "purpose", "recipientId", "at");

-- CreateIndex
CREATE INDEX "Consent_recipientId_purpose_at_idx" ON "Consent"("recipientId", "purpose", "at");

-- CreateIndex
CREATE UNIQUE INDEX "ConsentRequest_tokenHash_key" ON "ConsentRequest"("tokenHash");

-- CreateIndex
CREATE INDEX "ConsentRequest_studentId_purpose_recipientId_idx" ON "ConsentRequest"("studentId", "purpose", "recipientId");

-- CreateIndex
CREATE INDEX "ConsentRequest_guardianId_createdAt_idx" ON "ConsentRequest"("guardianId", "createdAt");

-- CreateIndex
CREATE INDEX "RosterImport_organizationId_createdAt_idx" ON "RosterImport"("organizationId", "createdAt");


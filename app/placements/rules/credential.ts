import { createHash } from "node:crypto";

/** What a certificate says, before it is put into the form of a credential. */
export type CertificateFacts = {
  baseUrl: string;
  code: string;
  /** ISO instant */
  issuedAt: string;
  school: { id: string; name: string; website: string | null };
  host: { id: string; name: string };
  student: { name: string };
  /** makes the hash of the name different in every credential */
  salt: string;
  title: string;
  major: { code: string; name: string };
  occupation: { code: string; name: string } | null;
  startsOn: string;
  endsOn: string;
  hours: number | null;
  hoursBasis: "records" | "agreed";
  competences: readonly { name: string; level: string; levelName: string }[];
  grade: { code: string; name: string };
  totalCenti: number;
  creditsCenti: number;
  criteria: string;
  description: string;
  listIndex: number;
};

/** Addresses of an issuer's published records. */
export const issuerUrls = (baseUrl: string, schoolId: string) => {
  const base = `${baseUrl}/organizations/${schoolId}`;
  return { issuer: `${base}/issuer.json`, jwks: `${base}/jwks.json`, list: `${base}/revocations.jwt` };
};

/** The address of a certificate's credential. */
export const credentialUrl = (baseUrl: string, code: string): string =>
  `${baseUrl}/certificates/${code}.json`;

/** A name as Open Badges hides it: "sha256$" and the hex digest of the name followed by the salt. */
export const hashedName = (name: string, salt: string): string =>
  `sha256$${createHash("sha256")
    .update(name + salt, "utf8")
    .digest("hex")}`;

/**
 * The credential of a placement: an AchievementCredential of Open Badges 3.0 (1EdTech, final 1.0) in the Verifiable
 * Credentials Data Model 2.0 (W3C). Goes in: the facts. Comes out: its JSON, unsigned. The student stands in it by a salted
 * hash of the name alone, so that whoever has the code can check a name and not learn one; revocation is a Bitstring Status
 * List (W3C 1.0).
 */
export const placementCredential = (facts: CertificateFacts) => {
  const { baseUrl, school, host } = facts;
  const urls = issuerUrls(baseUrl, school.id);
  const id = credentialUrl(baseUrl, facts.code);
  const credits = facts.creditsCenti / 100;
  return {
    "@context": [
      "https://www.w3.org/ns/credentials/v2",
      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ],
    id,
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: facts.title,
    issuer: {
      id: urls.issuer,
      type: ["Profile"],
      name: school.name,
      ...(school.website ? { url: school.website } : {}),
    },
    validFrom: facts.issuedAt,
    credentialSubject: {
      type: ["AchievementSubject"],
      identifier: [
        {
          type: "IdentityObject",
          hashed: true,
          identityHash: hashedName(facts.student.name, facts.salt),
          identityType: "name",
          salt: facts.salt,
        },
      ],
      activityStartDate: `${facts.startsOn}T00:00:00+08:00`,
      activityEndDate: `${facts.endsOn}T00:00:00+08:00`,
      creditsEarned: credits,
      role: facts.title,
      source: { id: `${baseUrl}/organizations/${host.id}`, type: ["Profile"], name: host.name },
      achievement: {
        id: `${id}#achievement`,
        type: ["Achievement"],
        achievementType: "CertificateOfCompletion",
        name: facts.title,
        description: facts.description,
        criteria: { narrative: facts.criteria },
        fieldOfStudy: `${facts.major.code} ${facts.major.name}`,
        creditsAvailable: credits,
        inLanguage: "zh-CN",
        tag: facts.competences.map((one) => one.name),
        ...(facts.occupation
          ? {
              alignment: [
                {
                  type: ["Alignment"],
                  targetCode: facts.occupation.code,
                  targetName: facts.occupation.name,
                  targetFramework: "中华人民共和国职业分类大典",
                  targetUrl: `${baseUrl}/api/v1/occupations?q=${encodeURIComponent(facts.occupation.code)}`,
                },
              ],
            }
          : {}),
        resultDescription: [
          {
            id: `${id}#grade`,
            type: ["ResultDescription"],
            name: "考核等级",
            resultType: "LetterGrade",
            allowedValue: ["优秀", "良好", "合格", "不合格"],
          },
          ...facts.competences.map((one, index) => ({
            id: `${id}#competence-${index + 1}`,
            type: ["ResultDescription"],
            name: one.name,
            resultType: "Result",
          })),
        ],
      },
      result: [
        { type: ["Result"], resultDescription: `${id}#grade`, value: facts.grade.name },
        ...facts.competences.map((one, index) => ({
          type: ["Result"],
          resultDescription: `${id}#competence-${index + 1}`,
          value: one.levelName,
        })),
      ],
    },
    evidence: [
      {
        type: ["Evidence"],
        name: host.name,
        narrative: `${facts.startsOn} — ${facts.endsOn}${facts.hours === null ? "" : ` · ${facts.hours} h (${facts.hoursBasis})`}`,
      },
    ],
    credentialStatus: {
      id: `${urls.list}#${facts.listIndex}`,
      type: "BitstringStatusListEntry",
      statusPurpose: "revocation",
      statusListIndex: String(facts.listIndex),
      statusListCredential: urls.list,
    },
  };
};

export type PlacementCredential = ReturnType<typeof placementCredential>;

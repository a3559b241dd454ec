import type { AgreementKind, PartyRole, Purpose } from "../kinds";

export type Bilingual = { readonly zh: string; readonly en: string };

/** Only a verified source is quoted with its article; the rest are called house rules. */
export type TemplateSource = {
  readonly document: Bilingual;
  readonly article: Bilingual | null;
  readonly verified: boolean;
};

export type TemplateClause = { readonly purpose: Purpose; readonly title: Bilingual; readonly text: string };

export type TemplateCommitment = {
  readonly title: string;
  readonly quantity: number;
  readonly unit: string;
  readonly by: PartyRole;
  readonly to: PartyRole;
};

/** A dated model agreement; its terms are copied into every agreement drafted from it. */
export type Template = {
  readonly id: string;
  readonly kind: AgreementKind;
  readonly title: Bilingual;
  readonly summary: Bilingual;
  readonly source: TemplateSource;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly years: number;
  readonly reviewMonths: number;
  readonly acceptsInterns: boolean;
  readonly apprenticeStatus: "student" | "enterprise" | "joint" | null;
  /** Roles in the order of the first parties; a trailing "member" may repeat. */
  readonly roles: readonly PartyRole[];
  readonly mandatory: readonly Purpose[];
  readonly clauses: readonly TemplateClause[];
  readonly commitments: readonly TemplateCommitment[];
  readonly charter: boolean;
  /** False for the one that placements draw up, not people. */
  readonly drafted: boolean;
};

export const LAW: Bilingual = { zh: "《中华人民共和国职业教育法》", en: "Vocational Education Law" };
export const HOUSE: Bilingual = { zh: "平台示范文本", en: "Model text of the platform" };

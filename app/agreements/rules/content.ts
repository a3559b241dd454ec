import type { AgreementKind, ApprenticeStatus, Element, PartyRole, Purpose } from "./kinds";

export type Party = {
  organizationId: string;
  name: string;
  /** 统一社会信用代码, null for a school that has none on record */
  uscc: string | null;
  role: PartyRole;
};

export type Clause = { id: string; purpose: Purpose; title: string; text: string };

/** A promised quantity: what, how many, by when, who owes it to whom, and who answers for it. */
export type Commitment = {
  id: string;
  title: string;
  quantity: number;
  unit: string;
  /** YYYY-MM-DD; null when nobody has said by when */
  dueOn: string | null;
  byId: string;
  toId: string;
  /** the named person who answers for it */
  owner: string | null;
};

export type Organ = { name: string; duty: string; seats: number };
/** One line of the RACI table: organization ids, one accountable. */
export type Duty = {
  task: string;
  element: Element;
  responsibleId: string;
  accountableId: string;
  consulted: string;
  informed: string;
};
export type Benefit = { what: string; rule: string; enterpriseBp: number; schoolBp: number };
export type Charter = { organs: Organ[]; duties: Duty[]; benefits: Benefit[] };

/** Everything the parties agree to. It is the thing that is compared, frozen and signed. */
export type AgreementContent = {
  form: 1;
  kind: AgreementKind;
  templateId: string;
  title: string;
  startsOn: string;
  endsOn: string;
  acceptsInterns: boolean;
  apprenticeStatus: ApprenticeStatus | null;
  /** numbers of the cooperation forms (1–7) */
  forms: number[];
  reviewMonths: number;
  signing: "parallel" | "sequential";
  parties: Party[];
  clauses: Clause[];
  commitments: Commitment[];
  charter: Charter | null;
};

export const MOST_CLAUSES = 80;
export const MOST_COMMITMENTS = 100;
export const MOST_PARTIES = 30;
export const LONGEST_CLAUSE = 20_000;

/** A party's name by its id; empty when it is not a party. */
export const partyName = (content: Pick<AgreementContent, "parties">, organizationId: string): string =>
  content.parties.find((party) => party.organizationId === organizationId)?.name ?? "";

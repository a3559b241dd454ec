import type { read } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { LISTING_RECORDS } from "./listing.server";

/** A record of the platform as what was delivered: how many, on which civil date, and what it is called. */
export type CountedRecord = { id: string; title: string; quantity: number; happenedOn: string };

/** Records of one kind that count as deliveries by themselves, because the platform saw them happen. */
export type RecordKind = {
  /** "listing": stored with the delivery */
  kind: string;
  /** what a list of choices calls it: a word key, "agreements.recordKind.listing" */
  label: string;
  /** an organization's newest records that may count under an agreement, at most `limit` */
  choices: (
    db: RecordReads,
    given: { agreementId: string; organizationId: string },
    limit: number,
  ) => Promise<CountedRecord[]>;
  /** the one named, if it is the organization's and may count now; else the word key of why not */
  count: (
    db: RecordReads,
    given: { agreementId: string; organizationId: string; recordId: string },
  ) => Promise<{ counts: true; record: CountedRecord } | { counts: false; key: string } | null>;
};

/** Reading only: a transaction and the reading client both have it. */
export type RecordReads = Tx | typeof read;

const kinds = new Map<string, RecordKind>([[LISTING_RECORDS.kind, LISTING_RECORDS]]);

/** Lets records of another room count as deliveries. Called once where the house is put together (`house.server.ts`). */
export const offerRecordKind = (kind: RecordKind): void => void kinds.set(kind.kind, kind);

/** Every kind of record that counts, in the order they were offered. */
export const recordKinds = (): RecordKind[] => [...kinds.values()];

export const recordKindOf = (kind: string): RecordKind | null => kinds.get(kind) ?? null;

import type { PersonCtx } from "~/identity/actor";
import { zipOf } from "~/platform/files/zip.server";
import type { Language } from "~/platform/i18n/words";
import { type OutTable, writeXlsx } from "~/platform/sheets/write-sheet.server";
import { translatorFor } from "~/words/translator.server";
import type { ChildData } from "./child-data.server";
import { type OwnData, ownData } from "./own-data.server";

type Told = Pick<OwnData, "records"> & { account: { name: string; email: string } | null };

const tablesOf = (data: Told, language: Language): OutTable[] => {
  const { any } = translatorFor(language);
  const field = (name: string) => any(`students.field.${name}`);
  const facts = data.records.flatMap((record) => [
    [any("students.own.school"), record.school],
    [field("studentNumber"), record.studentNumber],
    [field("name"), record.name],
    [field("sex"), any(`students.sex.${record.sex}`)],
    [field("birthDate"), record.birthDate ?? ""],
    [field("idTail"), record.idTail ?? ""],
    [field("programme"), record.programme],
    [field("entryYear"), String(record.entryYear)],
    [field("className"), record.className],
    [field("phone"), record.phone ?? ""],
    [field("email"), record.email ?? ""],
    ...record.guardians.map((one) => [
      any(`consents.relation.${one.relation}`),
      [one.name, one.phone ?? "", one.email ?? ""].filter(Boolean).join(" "),
    ]),
  ]);
  return [
    {
      name: any("students.own.record"),
      headers: [any("students.own.item"), any("students.own.value")],
      rows: [
        ...(data.account
          ? [
              [any("students.own.accountEmail"), data.account.email],
              [any("students.own.accountName"), data.account.name],
            ]
          : []),
        ...facts,
      ],
    },
    {
      name: any("students.own.consents"),
      headers: ["at", "purpose", "recipient", "party", "act", "version", "hash", "reason"].map((one) =>
        any(`students.own.consentColumn.${one}`),
      ),
      rows: data.records.flatMap((record) =>
        record.consents.flatMap((matter) =>
          matter.words.map((word) => [
            word.at,
            any(`consents.purpose.${matter.purpose}`),
            matter.recipient ?? "",
            any(`consents.party.${word.party}`),
            any(`consents.standing.${word.act}`),
            word.wordingVersion,
            word.wordingHash,
            word.reason ?? "",
          ]),
        ),
      ),
    },
    {
      name: any("students.own.history"),
      headers: ["at", "what", "reason"].map((one) => any(`students.own.historyColumn.${one}`)),
      rows: data.records.flatMap((record) =>
        record.history.map((one) => [
          one.at,
          any(`students.events.${one.key}`, {
            actor: one.actor,
            purpose: one.purpose ? any(`consents.purpose.${one.purpose}`) : "",
          }),
          one.reason ?? "",
        ]),
      ),
    },
  ];
};

/** All of one's own data in one archive: a JSON file for machines and a spreadsheet for people. */
export const ownDataFile = async (ctx: PersonCtx, language: Language): Promise<Uint8Array> => {
  const data = await ownData(ctx);
  const { now, ...contents } = data;
  const json = JSON.stringify({ exportedAt: now, ...contents }, null, 2);
  return zipOf([
    { name: "my-data.json", bytes: new TextEncoder().encode(json) },
    { name: "my-data.xlsx", bytes: await writeXlsx(tablesOf(data, language)) },
  ]);
};

/** A child's record in one archive for a guardian: JSON for machines, a spreadsheet for people. */
export const childDataFile = async (
  { record, requests }: ChildData,
  exportedAt: string,
  language: Language,
): Promise<Uint8Array> => {
  const json = JSON.stringify({ exportedAt, record, requests }, null, 2);
  return zipOf([
    { name: "child-data.json", bytes: new TextEncoder().encode(json) },
    {
      name: "child-data.xlsx",
      bytes: await writeXlsx(tablesOf({ account: null, records: [record] }, language)),
    },
  ]);
};

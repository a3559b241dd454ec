import { beforeAll, describe, expect, it } from "vitest";
import { recentEvents } from "~/marketplace/queries/recent-events.server";
import { proposeTransfer } from "~/pathways/commands/propose-transfer.server";
import { startTransfer } from "~/pathways/commands/start-transfer.server";
import { ownTransferEvents, tellTransfers } from "~/pathways/queries/recent-transfers.server";
import { read } from "~/platform/db/client.server";
import { translatorFor } from "~/words/translator.server";
import { givenPerson, personCtx } from "~tests/fixtures/people";
import {
  givenFirstYear,
  givenTransferCity,
  must,
  OPENING,
  type TransferCity,
} from "~tests/fixtures/transfers";

let city: TransferCity;
let student: Awaited<ReturnType<typeof givenFirstYear>>;
let transfer: string;

beforeAll(async () => {
  city = await givenTransferCity();
  student = await givenFirstYear(city.vocational, city.programmeId, { birthDate: "2010-03-15" });
  const ctx = personCtx(student.personId, false, OPENING);
  transfer = must(
    await startTransfer(ctx, {
      student: student.studentId,
      quota: city.quotaGeneral,
      studyForm: "full_time",
      entranceScore: 6_000,
    }),
  ).id;
  const later = new Date(Date.parse(OPENING) + 60_000).toISOString();
  must(await proposeTransfer(personCtx(student.personId, false, later), transfer, { version: 1 }));
});

const keysFor = async (organizationId: string) =>
  (await recentEvents(organizationId, [tellTransfers])).map((one) => one.worded.step ?? one.key);

describe("transfers in 最近发生", () => {
  it("are told to the sending school step by step, with their reference", async () => {
    const events = await recentEvents(city.vocational.id, [tellTransfers]);
    const step = events.find((one) => one.worded.step === "transfers.event.propose");
    const { reference } = await read.transfer.findUniqueOrThrow({ where: { id: transfer } });
    expect(step?.values.reference).toBe(reference);
    expect(await keysFor(city.vocational.id)).toContain("transfers.recent.pairingConfirmed");
  });

  it("are not told to the receiving school before they were sent on", async () => {
    const keys = await keysFor(city.general.id);
    expect(keys).toContain("transfers.recent.pairingConfirmed");
    expect(keys.filter((key) => key.startsWith("transfers.event."))).toEqual([]);
  });

  it("are told to the student and to nobody else", async () => {
    const own = await ownTransferEvents(personCtx(student.personId).actor);
    expect(own.map((one) => one.worded.step)).toEqual(["transfers.event.propose", "transfers.event.started"]);
    const { personId } = await givenPerson("同学");
    expect(await ownTransferEvents(personCtx(personId).actor)).toEqual([]);
  });

  it("have words in both languages", async () => {
    const [event] = await ownTransferEvents(personCtx(student.personId).actor);
    for (const language of ["zh-CN", "en"] as const) {
      const { any } = translatorFor(language);
      const text = any(event?.key ?? "", { ...event?.values, step: any(event?.worded.step ?? "") });
      expect(text).toContain(String(event?.values.reference));
      expect(text).not.toContain("{{");
      expect(text).not.toContain("transfers.");
    }
  });
});

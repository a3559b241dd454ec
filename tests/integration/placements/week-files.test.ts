import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { action } from "~/placements/routes/week";
import { mondayOf } from "~/placements/rules/weeks";
import { WEEK_FILE_BYTES } from "~/placements/week-artefact.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { addDays, civilDate } from "~/platform/time/clock";
import { givenAtWork } from "~tests/fixtures/at-work";
import { cookieOf, factsOfTest } from "~tests/fixtures/people";
import { outcomeOf } from "~tests/fixtures/route";

const MONDAY = addDays(mondayOf(civilDate(new Date())), -7);
const LINES = "独立完成了十二件轴套的粗车。";

let id = "";
let cookie = "";

const hand = (bytes: Uint8Array | Buffer, name: string) => {
  const form = new FormData();
  form.set("version", "0");
  form.set("lines", LINES);
  form.set("d0", "8");
  form.set("file", new Blob([new Uint8Array(bytes)]), name);
  const request = new Request(`http://localhost/weeks/${id}/${MONDAY}`, {
    method: "POST",
    body: form,
    headers: { Cookie: cookie, "Accept-Language": "zh-CN" },
  });
  return outcomeOf(() => action({ request, params: { id, monday: MONDAY }, context: factsOfTest() }));
};

const told = (data: unknown) => {
  const { state } = data as {
    state: { fields: { field: string; key: string }[]; typed: Record<string, string> };
  };
  return { fields: state.fields.map((one) => `${one.field}:${one.key}`), lines: state.typed.lines };
};

beforeAll(async () => {
  const city = await givenAtWork("附件", 1);
  const [one] = city.placements;
  id = one!.id;
  cookie = await cookieOf(one!.personId);
  const startsOn = addDays(MONDAY, -14);
  await inTransaction((tx) =>
    tx.placement.update({
      where: { id },
      data: { startsOn, startedOn: startsOn, endsOn: addDays(MONDAY, 90) },
    }),
  );
});

describe.sequential("the file of a week", () => {
  it("is no program, whatever its name says; what was typed stays", async () => {
    const program = Buffer.concat([Buffer.from("MZ"), Buffer.alloc(512)]);
    const refused = await hand(program, "工件.jpg");
    expect(refused.status).toBe(422);
    expect(told(refused.data)).toEqual({ fields: ["file:errors.fileKind"], lines: LINES });
  });

  it("is no picture cut short, and what was typed stays", async () => {
    const cut = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(200)]);
    const refused = await hand(cut, "工件.jpg");
    expect(told(refused.data)).toEqual({ fields: ["file:errors.fileKind"], lines: LINES });
  });

  it("is at most 40 MB", async () => {
    const head = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
    const refused = await hand(Buffer.concat([head, Buffer.alloc(WEEK_FILE_BYTES)]), "全景.jpg");
    expect(refused.status).toBe(422);
    expect(told(refused.data).fields).toEqual(["file:errors.fileTooLarge"]);
    expect(await read.weekRecord.count({ where: { placementId: id } })).toBe(0);
  });

  it("is taken when it is a photo almost that large, and kept small", async () => {
    const photo = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: "#345" } })
      .jpeg()
      .toBuffer();
    const padded = Buffer.concat([photo, Buffer.alloc(WEEK_FILE_BYTES - photo.length - 1)]);
    expect((await hand(padded, "全景.jpg")).status).toBe(303);
    const record = await read.weekRecord.findFirstOrThrow({ where: { placementId: id } });
    const file = await read.storedFile.findUniqueOrThrow({ where: { id: record.fileId ?? "" } });
    expect(file.bytes).toBeLessThan(500_000);
  });
});

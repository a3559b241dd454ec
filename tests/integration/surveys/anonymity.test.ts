import { beforeAll, describe, expect, it } from "vitest";
import { openField } from "~/platform/crypto/fields.server";
import { rawReader, read } from "~/platform/db/client.server";
import { isId } from "~/platform/id";
import { givenAtWork } from "~tests/fixtures/at-work";
import { answerWith, countedAfter, givenSurvey, linksOf } from "~tests/fixtures/surveys";

type Row = Record<string, unknown>;

const PEOPLE = 12;

const tables = (): { name: string; sql: string }[] =>
  rawReader()
    .prepare<unknown[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .all();

/** The whole database, table by table, every row as text. */
const dump = (): Map<string, string[]> =>
  new Map(
    tables()
      .filter(({ sql }) => !/CREATE VIRTUAL/i.test(sql))
      .map(({ name }) => [
        name,
        rawReader()
          .prepare<unknown[], Row>(`SELECT * FROM "${name}"`)
          .all()
          .map((row) =>
            JSON.stringify(row, (_key, value: unknown) =>
              typeof value === "bigint" ? String(value) : value instanceof Uint8Array ? "bytes" : value,
            ),
          ),
      ]),
  );

/** What two dumps differ by: rows that went and rows that came, by table. */
const difference = (before: Map<string, string[]>, after: Map<string, string[]>) => {
  const found: Record<string, { gone: Row[]; come: Row[] }> = {};
  for (const [table, rows] of after) {
    const was = new Set(before.get(table));
    const is = new Set(rows);
    const gone = [...was].filter((row) => !is.has(row)).map((row) => JSON.parse(row) as Row);
    const come = rows.filter((row) => !was.has(row)).map((row) => JSON.parse(row) as Row);
    if (gone.length + come.length > 0) found[table] = { gone, come };
  }
  return found;
};

let world: Awaited<ReturnType<typeof givenAtWork>>;

beforeAll(async () => {
  world = await givenAtWork("匿名", PEOPLE);
});

/** Everything the database knows of a survey, random values left out: what somebody could compare two surveys by. */
const knownOf = async (surveyId: string) => {
  const invitations = await read.surveyInvitation.findMany({ where: { surveyId } });
  const envelopes = await read.surveyEnvelope.findMany({ where: { surveyId } });
  const texts = await read.surveyText.findMany({ where: { surveyId } });
  const counts = await read.surveyCount.findMany({ where: { surveyId } });
  const sorted = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
  return {
    invitations: sorted(
      invitations.map(({ id: _id, tokenHash: _hash, tokenSealed, surveyId: _survey, ...rest }) => ({
        ...rest,
        keeps: tokenSealed !== null,
      })),
    ),
    envelopes: sorted(envelopes.map(({ sealed }) => openField("survey.answer", sealed))),
    texts: sorted(texts.map(({ sealed }) => openField("survey.text", sealed))),
    counts: sorted(counts.map(({ surveyId: _survey, ...rest }) => rest)),
  };
};

describe.sequential("an anonymous answer", () => {
  it("writes a used mark, a number and a sealed envelope, and nothing else anywhere", async () => {
    const surveyId = await givenSurvey(world.school.ctx, "student");
    const [link] = await linksOf(surveyId);
    const before = dump();
    const said = await answerWith(link!.token, "student", 2, { text: "午饭太贵", time: "03:21:07.123" });
    expect(said).toEqual({ ok: true, value: { done: "answered" } });
    const changed = difference(before, dump());
    expect(Object.keys(changed).sort()).toEqual(["SurveyEnvelope", "SurveyInvitation", "SurveySchool"]);
    const { SurveyInvitation: invitation, SurveySchool: school, SurveyEnvelope: envelope } = changed;
    expect(invitation?.come).toEqual([{ ...invitation?.gone[0], used: 1 }]);
    expect(school?.come).toEqual([{ ...school?.gone[0], answered: 1 }]);
    expect(envelope?.gone).toEqual([]);
    expect(Object.keys(envelope?.come[0] ?? {}).sort()).toEqual(["id", "schoolId", "sealed", "surveyId"]);
    const whole = JSON.stringify([...dump()]);
    for (const secret of ["午饭太贵", "03:21:07", link!.token]) expect(whole).not.toContain(secret);
  });

  it("lies in no order: rows without numbers, under ids that tell no time and follow no turn", async () => {
    const { id: surveyId } = await read.survey.findFirstOrThrow({ where: { ownerId: world.school.id } });
    const links = await linksOf(surveyId);
    const seen = new Set((await read.surveyEnvelope.findMany({ where: { surveyId } })).map(({ id }) => id));
    const order = [...seen];
    for (const [place, { token }] of links.slice(1).entries()) {
      await answerWith(token, "student", (place % 5) + 1, { time: `04:${String(10 + place)}:00.000` });
      const now = await read.surveyEnvelope.findMany({ where: { surveyId }, select: { id: true } });
      const fresh = now.find(({ id }) => !seen.has(id))!.id;
      seen.add(fresh);
      order.push(fresh);
    }
    expect(order).toHaveLength(PEOPLE);
    // Twelve random ids are in the order of answering once in 479 million times.
    expect([...order].sort()).not.toEqual(order);
    for (const id of order) expect(isId(id)).toBe(false);
    const stored = rawReader()
      .prepare<unknown[], { id: string }>("SELECT id FROM SurveyEnvelope WHERE surveyId = ?")
      .all(surveyId);
    expect(stored.map(({ id }) => id).sort()).toEqual([...order].sort());
    for (const table of ["SurveyEnvelope", "SurveyText", "SurveyInvitation"])
      expect(() => rawReader().prepare(`SELECT rowid FROM ${table}`)).toThrow(/no such column/);
  });

  it("shares no value with any invitation, and no other table speaks of it", async () => {
    const { id: surveyId } = await read.survey.findFirstOrThrow({ where: { ownerId: world.school.id } });
    const envelopes = await read.surveyEnvelope.findMany({ where: { surveyId } });
    const invitations = await read.surveyInvitation.findMany({ where: { surveyId } });
    const common = new Set<unknown>([surveyId, world.school.id]);
    const ofInvitations = new Set(invitations.flatMap((row) => Object.values(row)));
    const shared = envelopes.flatMap((row) =>
      Object.values(row).filter((value) => !common.has(value) && ofInvitations.has(value)),
    );
    expect(shared).toEqual([]);
    const elsewhere = JSON.stringify([...dump()].filter(([table]) => table !== "SurveyEnvelope"));
    for (const { id, sealed } of envelopes) {
      expect(elsewhere).not.toContain(id);
      expect(elsewhere).not.toContain(sealed);
    }
    const sealed = envelopes.map((row) => openField("survey.answer", row.sealed));
    for (const { id, tokenHash, subjectId } of invitations)
      for (const secret of [id, tokenHash, subjectId ?? "-"]) expect(sealed.join()).not.toContain(secret);
  });

  it("is told to nobody before the count, and then stays only as numbers and words of their own", async () => {
    const { id: surveyId } = await read.survey.findFirstOrThrow({ where: { ownerId: world.school.id } });
    expect(await read.surveyCount.count({ where: { surveyId } })).toBe(0);
    await countedAfter();
    expect(await read.surveyEnvelope.count({ where: { surveyId } })).toBe(0);
    const known = await knownOf(surveyId);
    expect(known.texts).toEqual([JSON.stringify("午饭太贵")]);
    expect(new Set(known.invitations).size).toBe(1);
    expect(known.invitations[0]).toContain('"subjectId":null');
    expect(known.invitations[0]).toContain('"keeps":false');
    const { answered } = await read.surveySchool.findFirstOrThrow({ where: { surveyId } });
    const counts = await read.surveyCount.findMany({ where: { surveyId } });
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(answered);
  });

  it("could be exchanged with anybody's: the database is the same whoever said what, and in which turn", async () => {
    const other = await givenAtWork("互换", 6);
    const sheets: Record<string, number>[] = [
      { "student.overall": 1, "student.safety": 1 },
      { "student.overall": 5, "student.major": 4 },
      { "student.overall": 3 },
      { "student.overall": 4, "student.safety": 2 },
      { "student.overall": 2 },
      { "student.overall": 5 },
    ];
    const told = async (turns: readonly number[], saying: readonly number[], days: string[]) => {
      const surveyId = await givenSurvey(other.school.ctx, "student");
      const links = await linksOf(surveyId);
      for (const [turn, person] of turns.entries()) {
        const sheet = saying[person]!;
        const text = sheet === 0 ? "没有人管安全" : "";
        await answerWith(links[person]!.token, "student", sheets[sheet]!, {
          text,
          day: days[turn % days.length]!,
        });
      }
      const open = await knownOf(surveyId);
      await countedAfter();
      return { open, closed: await knownOf(surveyId) };
    };
    const first = await told([0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5], ["2026-11-23"]);
    const second = await told([5, 2, 0, 4, 1, 3], [3, 5, 4, 0, 1, 2], ["2026-11-30", "2026-12-02"]);
    expect(first.open.envelopes).toHaveLength(6);
    expect(second).toEqual(first);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { sealDocument } from "~/agreements/commands/seal-document.server";
import type { MemberCtx } from "~/identity/actor";
import { askCopy } from "~/oversight/commands/ask-copy.server";
import { assembleDossier } from "~/oversight/commands/assemble-dossier.server";
import { dossierPage, dossiersPage } from "~/oversight/queries/dossiers-page.server";
import { ownCopy } from "~/oversight/queries/downloads-page.server";
import { indicatorPage } from "~/oversight/queries/indicator-page.server";
import { drawCopy } from "~/oversight/report-copy.server";
import { loader as zip } from "~/oversight/routes/dossier.zip";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { cookieOf } from "~tests/fixtures/people";
import { outcomeOf, routeArgs } from "~tests/fixtures/route";
import { unzipped } from "~tests/fixtures/unzip";
import { givenMember, givenParty, NOW, platformCtx, settled, signedAgreement } from "../agreements/given";

let school: MemberCtx;
let firm: MemberCtx;
let stranger: MemberCtx;
let agreementId: string;

beforeAll(async () => {
  firm = await givenParty("enterprise", "精密机床厂");
  school = await givenParty("school", "岭南机电职业学校");
  stranger = await givenParty("school", "别的学校");
  const signed = await signedAgreement(firm, school);
  agreementId = signed.id;
  await sealDocument(platformCtx(), signed.documentId);
  await inTransaction((tx) =>
    tx.agreementContribution.create({
      data: {
        id: newId(),
        agreementId,
        organizationId: firm.actor.organizationId,
        kind: "equipment",
        source: "own",
        what: "数控车床两台",
        amountFen: 80_000_000,
        on: "2026-11-23",
        authorName: "陈工",
        createdAt: new Date(NOW),
      },
    }),
  );
});

const text = (files: Map<string, Uint8Array>, name: string): string =>
  Buffer.from(files.get(name) ?? new Uint8Array()).toString("utf8");

describe("a dossier assembled from records", () => {
  it("traces each fact to its record, day and paper, and lists what is missing", async () => {
    const submissionKey = newId();
    const { id } = settled(await assembleDossier(school, { kind: "dual_high", submissionKey }));
    expect(settled(await assembleDossier(school, { kind: "dual_high", submissionKey })).id).toBe(id);
    const page = await dossierPage(school, id);
    expect(page?.fits).toBe(true);
    const wants = page?.content.sections.flatMap((section) => section.wants) ?? [];
    const facts = (want: string) => wants.find((one) => one.id === want)?.facts ?? [];
    expect(facts("joint")).toMatchObject([
      { kind: "record", day: "2026-11-23", href: `/agreements/${agreementId}`, detail: "精密机床厂" },
    ]);
    expect(facts("joint")[0]?.file?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(facts("input")).toMatchObject([{ kind: "amount", title: "数控车床两台", fen: 80_000_000 }]);
    expect(page?.content.missing.map(({ want }) => want.zh)).toContain("双师素质与高级职称比例");
    expect(page?.content.missing.map(({ want }) => want.zh)).not.toContain("订单班与产业学院协议");
  });

  it("stays as it was assembled, and is nobody else's", async () => {
    const [own] = (await dossiersPage(school, null)).items;
    await expect(
      inTransaction((tx) => tx.$executeRawUnsafe("UPDATE Dossier SET content = '{}'")),
    ).rejects.toThrow();
    expect(await dossierPage(stranger, own!.id)).toBeNull();
    expect(await askCopy(stranger, { kind: "dossier", subjectId: own!.id })).toMatchObject({
      refusal: { code: "not_found" },
    });
    const { organization } = school.actor;
    const viewer = await givenMember({ ...organization, kind: "school" }, "viewer");
    expect(await assembleDossier(viewer, { kind: "dual_high" })).toMatchObject({
      refusal: { code: "forbidden" },
    });
    expect(await assembleDossier(firm, { kind: "dual_high" })).toMatchObject({
      refusal: { code: "forbidden" },
    });
  });

  it("comes as a ZIP with its papers, their hashes and what is missing; logged", async () => {
    const [own] = (await dossiersPage(school, null)).items;
    const cookie = await cookieOf(school.actor.personId);
    const answer = (await zip(
      routeArgs(`/oversight/dossiers/${own!.id}/evidence.zip`, { cookie, params: { id: own!.id } }),
    )) as Response;
    const files = unzipped(new Uint8Array(await answer.arrayBuffer()));
    const papers = [...files.keys()].filter((name) => name.endsWith(".pdf"));
    expect(papers).toHaveLength(1);
    expect(Buffer.from(files.get(papers[0]!)!).subarray(0, 5).toString()).toBe("%PDF-");
    expect(text(files, "index.csv")).toContain("已附");
    expect(text(files, "facts.csv")).toContain(`/agreements/${agreementId}`);
    expect(text(files, "missing.csv")).toContain("双师素质与高级职称比例");
    const [row] = await read.reportDownload.findMany({ where: { format: "zip" } });
    expect(text(files, "index.csv")).toContain(row?.reference);
    const foreign = await outcomeOf(async () =>
      zip(routeArgs("/x", { cookie: await cookieOf(stranger.actor.personId), params: { id: own!.id } })),
    );
    expect(foreign.status).toBe(404);
  });

  it("names a paper that is gone instead of leaving it out silently", async () => {
    const [own] = (await dossiersPage(school, null)).items;
    await inTransaction((tx) =>
      tx.storedFile.updateMany({ where: { mediaType: "application/pdf" }, data: { sha256: "0".repeat(64) } }),
    );
    const { id } = settled(await assembleDossier(school, { kind: "dual_high" }));
    await inTransaction((tx) => tx.storedFile.deleteMany({ where: { mediaType: "application/pdf" } }));
    const index = async (dossierId: string) => {
      const cookie = await cookieOf(school.actor.personId);
      const answer = (await zip(routeArgs("/x", { cookie, params: { id: dossierId } }))) as Response;
      return text(unzipped(new Uint8Array(await answer.arrayBuffer())), "index.csv");
    };
    expect(await index(id)).toContain("未附");
    expect(await index(own!.id)).toContain("未附");
  });

  it("is drawn as a PDF by a job", async () => {
    const [own] = (await dossiersPage(school, null)).items;
    const { id } = settled(await askCopy(school, { kind: "dossier", subjectId: own!.id }));
    await drawCopy({ downloadId: id }, { id: "1", key: "k" });
    expect((await ownCopy(school, id))?.file?.name).toContain("岭南机电职业学校");
  });
});

describe("figures of a dossier", () => {
  it("do not tell one to four persons, though the school itself reads them", async () => {
    const figures = { dual_qualified: [3, 60], senior_titles: [20, 60] } as const;
    const sheetId = newId();
    const { organizationId } = school.actor;
    const year = "2025";
    await inTransaction(async (tx) => {
      await tx.indicatorSheet.create({
        data: {
          id: sheetId,
          organizationId,
          regionCode: "440113",
          tableId: "resources",
          year,
          fileName: "表.xlsx",
          sha256: "0".repeat(64),
          state: "confirmed",
          content: "[]",
          problems: 0,
          personId: school.actor.personId,
          personName: school.actor.name,
          createdAt: new Date(NOW),
          confirmedAt: new Date(NOW),
          confirmedByName: school.actor.name,
          version: 1,
        },
      });
      await tx.suppliedFigure.createMany({
        data: Object.entries(figures).map(([indicatorId, [numerator, denominator]], line) => ({
          sheetId,
          line,
          indicatorId,
          year,
          organizationId,
          regionCode: "440113",
          numerator: numerator * 100,
          denominator: denominator * 100,
          note: "",
          standing: true,
        })),
      });
    });
    const own = await indicatorPage(school, "dual_qualified", new URLSearchParams({ year }));
    expect(own?.figure).toMatchObject({ state: "told", value: 500 });
    const { id } = settled(await assembleDossier(school, { kind: "dual_high" }));
    const content = (await dossierPage(school, id))?.content;
    const teachers = content?.sections.flatMap(({ wants }) => wants).find((want) => want.id === "teachers");
    expect(
      teachers?.facts.map((fact) => fact.kind === "figure" && [fact.figure.state, fact.figure.numerator]),
    ).toEqual([
      ["withheld", 0],
      ["told", 20],
    ]);
    expect(content?.missing.map(({ want }) => want.zh)).not.toContain("双师素质与高级职称比例");
  });
});

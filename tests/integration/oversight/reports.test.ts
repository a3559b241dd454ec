import { inflateSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import type { MemberCtx, OrganizationKind, Role } from "~/identity/actor";
import { askCopy } from "~/oversight/commands/ask-copy.server";
import { takeSnapshot } from "~/oversight/commands/take-snapshot.server";
import { downloadsPage, ownCopy } from "~/oversight/queries/downloads-page.server";
import { snapshotPage } from "~/oversight/queries/snapshot-page.server";
import { drawCopy } from "~/oversight/report-copy.server";
import { loader as dossierSheet } from "~/oversight/routes/recognition.dossier";
import { loader as snapshotFile } from "~/oversight/routes/snapshot.file";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { readStoredFile } from "~/platform/files/store.server";
import { newId } from "~/platform/id";
import type { Result } from "~/platform/result";
import { cookieOf, givenOrganization, givenPerson, memberCtx, NOW } from "~tests/fixtures/people";
import { routeArgs } from "~tests/fixtures/route";

let authority: string;
let county: string;
let firm: string;
let snapshotId: string;
const people = new Map<string, string>();

const as = async (
  id: string,
  kind: OrganizationKind,
  role: Role = "owner",
  name = "=李督导",
): Promise<MemberCtx> => {
  const key = `${id} ${role} ${name}`;
  const personId = people.get(key) ?? (await givenPerson(name, { organizationId: id, role })).personId;
  people.set(key, personId);
  return memberCtx(personId, { id, kind, name: kind, role }, NOW);
};
const value = <T>(done: Result<T>): T => {
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
};
const streams = (pdf: Buffer): string => {
  const found: string[] = [];
  let at = pdf.indexOf("stream\n");
  while (at >= 0) {
    const end = pdf.indexOf("endstream", at);
    try {
      found.push(inflateSync(pdf.subarray(at + 7, end)).toString("latin1"));
    } catch {
      found.push("");
    }
    at = pdf.indexOf("stream\n", end + 9);
  }
  return found.join("\n");
};

beforeAll(async () => {
  authority = await givenOrganization("authority", "市教育局", { regionCode: "440100" });
  county = await givenOrganization("authority", "区教育局", { regionCode: "440113" });
  firm = await givenOrganization("enterprise", "精密机床厂");
  snapshotId = value(await takeSnapshot(await as(authority, "authority"), "2026")).id;
});

describe("a copy of a report", () => {
  it("is logged when it is asked for, drawn once by a job, and is the reader's alone", async () => {
    const ctx = await as(authority, "authority");
    const submissionKey = newId();
    const asked = { kind: "snapshot", subjectId: snapshotId, submissionKey } as const;
    const { id } = value(await askCopy(ctx, asked));
    expect(value(await askCopy(ctx, asked)).id).toBe(id);
    expect(await read.delivery.count({ where: { key: `report.copy:${id}` } })).toBe(1);
    expect((await ownCopy(ctx, id))?.file).toBeNull();
    const delivery = { id: "1", key: `report.copy:${id}` };
    await drawCopy({ downloadId: id }, delivery);
    await drawCopy({ downloadId: id }, delivery);
    expect(await read.storedFile.count({ where: { subjectType: "report_copy", subjectId: id } })).toBe(1);
    const copy = await ownCopy(ctx, id);
    const bytes = await readStoredFile(copy?.file?.storageKey ?? "");
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(copy?.file?.name).toContain(copy?.reference);
    expect(await ownCopy(await as(authority, "authority", "coordinator"), id)).toBeNull();
  });

  it("bears its watermark on every page", async () => {
    const ctx = await as(authority, "authority");
    const { id } = value(await askCopy(ctx, { kind: "snapshot", subjectId: snapshotId }));
    await drawCopy({ downloadId: id }, { id: "1", key: "k" });
    const file = (await ownCopy(ctx, id))?.file;
    const pdf = await readStoredFile(file?.storageKey ?? "");
    const pages = pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(1);
    // A turned text sets a matrix with sin and cos of 28°.
    expect(
      streams(pdf).match(/0\.882948 -0\.469472 0\.469472 0\.882948|0\.8829\d* [-0-9.]+ [-0-9.]+ 0\.8829/g)
        ?.length,
    ).toBe(pages);
  });

  it("is not to be had of a report of others", async () => {
    const foreign = await askCopy(await as(county, "authority"), { kind: "snapshot", subjectId: snapshotId });
    expect(foreign).toMatchObject({ ok: false, refusal: { code: "not_found" } });
    expect(await snapshotPage(await as(county, "authority"), snapshotId)).toBeNull();
  });

  it("is refused after sixty within a day", async () => {
    const ctx = await as(authority, "authority", "coordinator", "王科员");
    for (let at = 0; at < 60; at += 1) value(await askCopy(ctx, { kind: "snapshot", subjectId: snapshotId }));
    expect(await askCopy(ctx, { kind: "snapshot", subjectId: snapshotId })).toMatchObject({
      refusal: { code: "limited", key: "reports.errors.tooManyCopies" },
    });
  });
});

describe("sheets of a report", () => {
  it("say whose copy they are and stand in the log; a name that begins like a formula cannot run", async () => {
    const { actor } = await as(authority, "authority");
    const cookie = await cookieOf(actor.personId);
    const answer = await snapshotFile(
      routeArgs("/x", { cookie, params: { id: snapshotId, format: "report.csv" } }),
    );
    const text = await (answer as Response).text();
    const [row] = await read.reportDownload.findMany({ where: { format: "csv" } });
    expect(row).toMatchObject({ kind: "snapshot", readerName: "=李督导", organizationId: authority });
    expect(text).toContain(row?.reference);
    expect(text).toContain("=李督导");
    for (const line of text.split("\r\n")) expect(line.replace(/^[﻿"]+/, "")).not.toMatch(/^[=+@-]/);
  });

  it("of an enterprise's recognition are logged for it and for the authority above it", async () => {
    const { actor } = await as(firm, "enterprise");
    await dossierSheet(routeArgs("/recognition/dossier", { cookie: await cookieOf(actor.personId) }));
    const own = await downloadsPage(await as(firm, "enterprise"), null);
    expect(own.items).toMatchObject([{ kind: "recognition", format: "xlsx" }]);
    const above = await downloadsPage(await as(county, "authority"), null);
    expect(above.items.map(({ kind }) => kind)).toEqual(["recognition"]);
    const elsewhere = await givenOrganization("authority", "嘉兴市教育局", { regionCode: "330400" });
    expect((await downloadsPage(await as(elsewhere, "authority"), null)).items).toEqual([]);
  });
});

describe("the log of downloads", () => {
  it("is read page by page and cannot be changed", async () => {
    const ctx = await as(authority, "authority");
    const first = await downloadsPage(ctx, null);
    expect(first.items).toHaveLength(30);
    const second = await downloadsPage(ctx, first.next);
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set([...first.items, ...second.items].map(({ reference }) => reference)).size).toBe(
      ids.length,
    );
    await expect(
      inTransaction((tx) => tx.$executeRawUnsafe("UPDATE ReportDownload SET readerName = ''")),
    ).rejects.toThrow();
    await expect(inTransaction((tx) => tx.$executeRawUnsafe("DELETE FROM ReportDownload"))).rejects.toThrow();
  });
});

import { describe, expect, it } from "vitest";
import { CREDIT_OPERATIONS } from "~/api/credit-operations";
import { openApiDocument } from "~/api/openapi";
import { OPERATIONS } from "~/api/operations";
import { loader as major } from "~/api/routes/major";
import { loader as majorOccupations } from "~/api/routes/major-occupations";
import { loader as majors } from "~/api/routes/majors";
import { loader as occupations } from "~/api/routes/occupations";
import { loader as regions } from "~/api/routes/regions";
import { action as evaluate } from "~/api/routes/regulations-evaluate";
import { fitPage, majorItem, majorsPage, occupationsPage, regionsPage } from "~/api/schema";
import { factsOfTest } from "~tests/fixtures/people";
import { routeArgs } from "~tests/fixtures/route";

const json = async (response: Response) => ({
  status: response.status,
  body: (await response.json()) as unknown,
});

describe("the catalogues over HTTP", () => {
  it("finds majors by words, initials and code, and lists all of them page by page", async () => {
    const byWords = await json(await majors(routeArgs("/api/v1/majors?q=数控")));
    expect(majorsPage.parse(byWords.body).items.map((item) => item.name)).toContain("数控技术");
    const byInitials = await json(await majors(routeArgs("/api/v1/majors?q=skjs")));
    expect(majorsPage.parse(byInitials.body).items.map((item) => item.name)).toContain("数控技术");
    let cursor: string | null = "";
    const seen = new Set<string>();
    while (cursor !== null) {
      const page = await json(await majors(routeArgs(`/api/v1/majors?limit=100&cursor=${cursor}`)));
      const { items, nextCursor } = majorsPage.parse(page.body);
      for (const item of items) seen.add(item.code);
      cursor = nextCursor;
    }
    expect(seen.size).toBe(1349);
  });

  it("answers one major, with or without the K of its code", async () => {
    const plain = await json(await major(routeArgs("/api/v1/majors/660103", { params: { code: "660103" } })));
    expect(majorItem.parse(plain.body)).toMatchObject({
      name: "数控技术应用",
      level: "secondary",
      family: "06-01",
    });
    const controlled = await json(
      await major(routeArgs("/api/v1/majors/570101", { params: { code: "570101" } })),
    );
    expect(majorItem.parse(controlled.body)).toMatchObject({ code: "570101K", stateControlled: true });
    const unknown = await json(
      await major(routeArgs("/api/v1/majors/999999", { params: { code: "999999" } })),
    );
    expect(unknown.status).toBe(404);
  });

  it("ranks the occupations of a major with basis, score and a reason in the caller's language", async () => {
    const args = (language: string) =>
      routeArgs("/api/v1/majors/460103/occupations?limit=5", { params: { code: "460103" }, language });
    const chinese = fitPage.parse((await json(await majorOccupations(args("zh-CN")))).body);
    expect(chinese.items).toHaveLength(5);
    const scores = chinese.items.map((item) => item.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(chinese.items[0]?.reason).toMatch(/[\u4e00-\u9fff]/);
    const english = fitPage.parse((await json(await majorOccupations(args("en")))).body);
    expect(english.items.map((item) => item.code)).toEqual(chinese.items.map((item) => item.code));
    expect(english.items[0]?.reason).toMatch(/[a-z]{3}/);
  });

  it("lists occupations and regions", async () => {
    const turners = await json(await occupations(routeArgs("/api/v1/occupations?q=车工")));
    expect(occupationsPage.parse(turners.body).items.map((item) => item.code)).toContain("6-18-01-01");
    const guangzhou = await json(await regions(routeArgs("/api/v1/regions?parent=440100&limit=50")));
    expect(regionsPage.parse(guangzhou.body).items).toHaveLength(11);
  });

  it("points at a wrong parameter and says how to mend it", async () => {
    const wrong = await majors(routeArgs("/api/v1/majors?limit=1000&level=university"));
    expect(wrong.headers.get("Content-Type")).toContain("application/problem+json");
    const { status, body } = await json(wrong);
    expect(status).toBe(422);
    const { errors } = body as { errors: { pointer: string; detail: string }[] };
    expect(errors.map((error) => error.pointer).sort()).toEqual(["/level", "/limit"]);
    expect(errors.every((error) => /[\u4e00-\u9fff]/.test(error.detail))).toBe(true);
  });
});

describe("the regulation over HTTP", () => {
  const call = async (body: string) => {
    const request = new Request("http://localhost/api/v1/regulations/evaluate", { method: "POST", body });
    return json(await evaluate({ request, params: {}, context: factsOfTest() }));
  };

  it("blocks a fifteen-year-old, and says missing about what it was not told", async () => {
    const done = await call(
      JSON.stringify({
        on: "2026-08-28",
        region: "440100",
        facts: {
          student: { birthDate: "2011-06-01" },
          "placement.type": "internship",
          "placement.start": "2026-09-01",
          "placement.end": "2027-02-28",
        },
      }),
    );
    expect(done.status).toBe(200);
    const answer = done.body as {
      verdict: string;
      findings: { rule: string; verdict: string; message: string; fix: string }[];
    };
    expect(answer.verdict).toBe("block");
    expect(answer.findings.find((finding) => finding.rule === "INT-18")).toMatchObject({ verdict: "block" });
    expect(answer.findings.some((finding) => finding.verdict === "missing")).toBe(true);
  });

  it("refuses an unknown fact with its pointer and a body that is no JSON", async () => {
    const unknown = await call(
      JSON.stringify({ on: "2026-08-28", region: "440100", facts: { student: { shoeSize: 42 } } }),
    );
    expect(unknown.status).toBe(422);
    expect(unknown.body).toMatchObject({ errors: [{ pointer: "/facts/student/shoeSize" }] });
    expect((await call("{")).status).toBe(422);
  });
});

describe("the document", () => {
  it("describes every operation once, with parameters and answers", () => {
    const document = openApiDocument("http://localhost:3000") as {
      openapi: string;
      paths: Record<string, object>;
    };
    expect(document.openapi).toBe("3.1.0");
    const all = [...OPERATIONS, ...CREDIT_OPERATIONS];
    expect(new Set(all.map((operation) => operation.id)).size).toBe(all.length);
    for (const operation of all) {
      expect(document.paths[operation.path]).toHaveProperty(operation.method);
    }
    expect(JSON.stringify(document)).toContain("student.birthDate");
  });
});

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { outcomeOf, routeArgs } from "~tests/fixtures/route";
import { MATRIX, type MatrixRow } from "./access-matrix";
import { houseRoutes } from "./routes-of-the-house";
import { PERSONAS, type Persona, raiseWorld, type World } from "./world";

/** In the demo the second step at sign-in may be skipped, so that the matrix can ask about the pages behind it. */
vi.hoisted(() => {
  process.env.DEMO = "1";
});

type Module = {
  loader?: (args: LoaderFunctionArgs) => unknown;
  action?: (args: ActionFunctionArgs) => unknown;
};

const modules = import.meta.glob<Module>([
  "/app/**/routes/*.{ts,tsx}",
  "/app/workspace.tsx",
  "/app/deadlines.ts",
  "/app/verify.tsx",
]);
const moduleOf = (file: string): Promise<Module> => {
  const load = modules[`/app/${file}`];
  if (!load) throw new Error(`no module ${file}`);
  return load();
};

const routes = houseRoutes();

const addressOf = (path: string, row: MatrixRow, world: World): string => {
  const params = row.params?.(world) ?? {};
  const filled = path
    .replace(/:(\w+)/g, (_all, name: string) => params[name] ?? "missing")
    .replace("*", "nowhere");
  return `${filled}${row.query?.(world) ?? ""}`;
};

let world: World;

beforeAll(async () => {
  world = await raiseWorld();
});

const visit = async (path: string, file: string, persona: Persona, form?: Record<string, string>) => {
  const row = MATRIX[path]!;
  const module = await moduleOf(file);
  const work = form ? module.action : module.loader;
  if (!work) throw new Error(`${file} has no ${form ? "action" : "loader"}`);
  const cookie = form ? await world.freshCookie(persona) : world.cookies.get(persona);
  const args = routeArgs(addressOf(path, row, world), {
    ...(cookie ? { cookie } : {}),
    ...(form ? { form } : {}),
    params: row.params?.(world) ?? {},
  });
  return (await outcomeOf(() => work(args))).status;
};

const allowed = (expected: number | readonly number[], status: number): boolean =>
  typeof expected === "number" ? expected === status : expected.includes(status);

/** The first to ask for it loads every route of the house, which takes its time on a busy machine. */
const LOADING_MS = 180_000;

describe("the access matrix", () => {
  it("has a row for every route, and no row without one", () => {
    const paths = routes.map((route) => route.path);
    expect(paths.filter((path) => !(path in MATRIX))).toEqual([]);
    expect(Object.keys(MATRIX).filter((path) => !paths.includes(path))).toEqual([]);
  });

  it(
    "says what GET gives for every route that has a loader, and what POST gives for every action",
    async () => {
      const silent: string[] = [];
      for (const { path, file } of routes) {
        const { loader, action } = await moduleOf(file);
        if (loader && !MATRIX[path]?.get) silent.push(`GET ${path}`);
        if (action && !MATRIX[path]?.post) silent.push(`POST ${path}`);
      }
      expect(silent).toEqual([]);
    },
    LOADING_MS,
  );

  for (const { path, file } of routes) {
    const row = MATRIX[path];
    for (const method of ["get", "post"] as const) {
      const expectations = row?.[method];
      if (!expectations) continue;
      it(
        `${method.toUpperCase()} ${path}`,
        async () => {
          const wrong: string[] = [];
          for (const persona of PERSONAS) {
            const expected = expectations[persona] ?? expectations.others;
            const status = await visit(path, file, persona, method === "post" ? {} : undefined);
            if (!allowed(expected, status)) wrong.push(`${persona}: ${status}, expected ${expected}`);
          }
          expect(wrong).toEqual([]);
        },
        LOADING_MS,
      );
    }
  }
});

import { randomBytes, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import type { Server } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type NextFunction, type Request, type Response } from "express";
import type { ViteDevServer } from "vite";

type House = typeof import("./house.server");
type Load = () => Promise<ServerBuild>;

const STOP_LIMIT_MS = 10_000;

const houseOf = (build: ServerBuild): House => (build.entry.module as unknown as { house: House }).house;

const facts = (request: Request, response: Response) => ({
  requestId: String(response.locals.requestId),
  nonce: String(response.locals.nonce),
  ip: request.ip ?? "unknown",
  userAgent: request.get("user-agent") ?? "",
});

/** Every answer: a number, the security headers, a line in the log and a figure. */
const observe = (house: House) => (request: Request, response: Response, next: NextFunction) => {
  const started = process.hrtime.bigint();
  const requestId = randomUUID();
  const nonce = randomBytes(16).toString("base64");
  Object.assign(response.locals, { requestId, nonce });
  const { mode, baseUrl } = house.config();
  const production = mode !== "development";
  response.set("X-Request-Id", requestId);
  response.set(house.securityHeaders({ nonce, production, https: baseUrl.startsWith("https://") }));
  response.on("finish", () => {
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    const status = `${Math.floor(response.statusCode / 100)}xx`;
    house.requestSeconds.observe({ method: request.method, status }, seconds);
    house.log().info(
      {
        requestId,
        method: request.method,
        path: request.path,
        status: response.statusCode,
        ms: Math.round(seconds * 1e5) / 100,
      },
      "answered",
    );
  });
  next();
};

/** Who may ask at all: the origin of changes, and how often an address asks. */
const guard = (house: House) => async (request: Request, response: Response, next: NextFunction) => {
  const allowed = house.mayChange({
    method: request.method,
    host: request.get("host"),
    origin: request.get("origin"),
    referer: request.get("referer"),
    fetchSite: request.get("sec-fetch-site"),
    authorization: request.get("authorization"),
    hasCookie: /(?:^|;\s*)bridge_session=/.test(request.get("cookie") ?? ""),
  });
  if (!allowed) {
    response.status(403).type("text/plain").send("403: the request came from another site\n");
    return;
  }
  const reading = request.method === "GET" || request.method === "HEAD";
  const refusal = await house.takePoint(reading ? "read" : "write", request.ip ?? "unknown");
  if (refusal) {
    response
      .status(429)
      .set("Retry-After", String(refusal.retryAfterSeconds))
      .type("text/plain")
      .send("429\n");
    return;
  }
  next();
};

const assemble = async (load: Load, vite: ViteDevServer | null) => {
  const house = houseOf(await load());
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", house.config().trustProxy);
  app.use(observe(house));
  app.use(compression({ threshold: 2048 }));
  if (vite) app.use(vite.middlewares);
  else
    app.use(
      "/assets",
      express.static("build/client/assets", { immutable: true, maxAge: "1y", fallthrough: false }),
    );
  app.use(express.static(vite ? "public" : "build/client", { maxAge: "1h", index: false }));
  app.use(guard(house));
  app.all(
    "*",
    createRequestHandler({ build: load, getLoadContext: facts, mode: vite ? "development" : "production" }),
  );
  return { app, house };
};

const builtAt = path.resolve("build/server/index.js");

const loadBuilt: Load = () => import(pathToFileURL(builtAt).href) as Promise<ServerBuild>;

const startVite = async (): Promise<ViteDevServer> => {
  const { createServer } = await import("vite");
  return createServer({ server: { middlewareMode: true } });
};

/** Starts listening. Comes out: the address and a way to stop: no new requests, drained gate and jobs, closed files. */
export const serve = async (): Promise<{ url: string; stop: () => Promise<void> }> => {
  const development = process.env.NODE_ENV === "development";
  if (!development && !existsSync(builtAt)) throw new Error("no build: run `npm run build` first");
  const vite = development ? await startVite() : null;
  const load: Load = vite
    ? () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>
    : loadBuilt;
  const { app, house } = await assemble(load, vite);
  const { host, port } = house.config();
  const server = await new Promise<Server>((resolve, reject) => {
    const listening = app.listen(port, host, () => resolve(listening));
    listening.on("error", reject);
  });
  server.keepAliveTimeout = 65_000;
  const jobs = house.startJobs();
  const address = server.address();
  const actualPort = typeof address === "object" && address ? address.port : port;
  const stop = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    await jobs.stop();
    await house.gateDrained();
    server.closeAllConnections();
    await closed;
    house.closeMail();
    await house.closeDatabase();
    await vite?.close();
  };
  return { url: `http://localhost:${actualPort}`, stop };
};

/** Stops once on SIGINT or SIGTERM, within ten seconds whatever happens. */
export const stopOnSignal = (stop: () => Promise<void>): void => {
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
};

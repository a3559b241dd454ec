import { PassThrough } from "node:stream";
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { NonceProvider } from "~/platform/http/nonce";
import { renderedOnce } from "~/platform/http/rendered-pages.server";
import { languageOf } from "~/platform/i18n/language";
import { log } from "~/platform/log/log.server";
import { translatorFor } from "~/words/translator.server";
import { WordsProvider } from "~/words/use-words";

export * as house from "./house.server";

const RENDER_LIMIT_MS = 15_000;

type RouteHandle = { hydrate?: boolean } | undefined;

/** Only a page whose route says `handle.hydrate` ships the framework's script; every other is rendered in one go. */
const isHydrated = (context: EntryContext): boolean =>
  context.staticHandlerContext.matches.some(
    (match) => (context.routeModules[match.route.id]?.handle as RouteHandle)?.hydrate === true,
  );

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  facts: AppLoadContext,
) {
  headers.append("Vary", "Cookie, Accept-Language");
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-store");
  const tag = headers.get("ETag");
  if (status === 200 && tag && request.headers.get("If-None-Match") === tag) {
    return new Response(null, { status: 304, headers });
  }
  const page = (
    <WordsProvider translator={translatorFor(languageOf(request.headers))}>
      <NonceProvider nonce={facts.nonce}>
        <RemixServer context={context} url={request.url} nonce={facts.nonce} />
      </NonceProvider>
    </WordsProvider>
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (!isHydrated(context) || context.staticHandlerContext.errors) {
    const render = () => `<!DOCTYPE html>${renderToString(page)}`;
    const html = status === 200 && tag ? renderedOnce(tag, request.url, facts.nonce, render) : render();
    return new Response(html, { status, headers });
  }
  return stream(page, status, headers, facts);
}

const stream = (page: JSX.Element, status: number, headers: Headers, facts: AppLoadContext) =>
  new Promise<Response>((resolve, reject) => {
    let answered = false;
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce: facts.nonce,
      onShellReady: () => {
        answered = true;
        const body = new PassThrough();
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
        pipe(body);
      },
      onShellError: reject,
      onError: (error) => {
        if (answered) log().error({ err: error, requestId: facts.requestId }, "rendering failed");
      },
    });
    setTimeout(abort, RENDER_LIMIT_MS).unref();
  });

export const handleError = (
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void => {
  if (request.signal.aborted) return;
  log().error(
    { err: error, requestId: context.requestId, path: new URL(request.url).pathname },
    "request failed",
  );
};

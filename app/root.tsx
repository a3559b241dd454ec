import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { personOf } from "~/identity/session.server";
import { useNonce } from "~/platform/http/nonce";
import { languageOf } from "~/platform/i18n/language";
import type { Refusal } from "~/platform/result";
import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { PublicShell } from "~/ui/PublicShell";
import stylesheet from "~/ui/styles.css?url";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const person = await personOf(request, context);
  const words = translatorFor(languageOf(request.headers)).room("platform");
  return {
    requestId: context.requestId,
    titles: {
      site: words("name"),
      403: words("error.forbiddenTitle"),
      404: words("error.notFoundTitle"),
      429: words("error.limitedTitle"),
      500: words("error.unexpectedTitle"),
    },
    person: person && {
      name: person.name,
      isOperator: person.isOperator,
      organization: person.organization,
    },
  };
};

/** The title of a page that has none of its own, and of the page that explains an error. */
export const meta: MetaFunction<typeof loader> = ({ data, error }) => {
  if (!data) return [];
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const known = status === 403 || status === 404 || status === 429 ? status : 500;
  return [{ title: error ? data.titles[known] : data.titles.site }];
};

export const useRoot = () => useRouteLoaderData<typeof loader>("root");

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const { language } = useTranslator();
  const hydrate = useMatches().some((match) => (match.handle as { hydrate?: boolean } | undefined)?.hydrate);
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
        <script src="/enhance.js" defer nonce={nonce} />
      </head>
      <body>
        {children}
        {hydrate && (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

const TITLES = {
  403: ["error.forbiddenTitle", "error.forbiddenText"],
  404: ["error.notFoundTitle", "error.notFoundText"],
  429: ["error.limitedTitle", "error.limitedText"],
  500: ["error.unexpectedTitle", "error.unexpectedText"],
} as const;

/** Says what went wrong, why, and what to do; an unexpected error shows the number to quote. */
export function ErrorBoundary() {
  const error = useRouteError();
  const root = useRoot();
  const location = useLocation();
  const t = useWords("platform");
  const { any } = useTranslator();
  const known = isRouteErrorResponse(error);
  const status = known && error.status in TITLES ? (error.status as keyof typeof TITLES) : known ? 404 : 500;
  const refusal = known ? (error.data as { refusal?: Refusal } | null)?.refusal : undefined;
  const [title, text] = TITLES[status];
  const said = refusal && refusal.key !== "errors.notFound" ? any(refusal.key, refusal.values) : t(text);
  return (
    <PublicShell
      links={[{ href: "/listings", label: t("nav.listings") }]}
      returnTo={`${location.pathname}${location.search}`}
      {...(root?.person ? { workspace: { href: "/workspace", label: t("nav.workspace") } } : {})}
    >
      <EmptyState
        level={1}
        title={t(title)}
        action={
          <LinkButton href={root?.person ? "/workspace" : "/"}>
            {root?.person ? t("nav.workspace") : t("error.home")}
          </LinkButton>
        }
      >
        <p>{said}</p>
        {status === 500 && root?.requestId && (
          <p className="note">{t("error.requestId", { requestId: root.requestId })}</p>
        )}
      </EmptyState>
    </PublicShell>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { anonymousCtx } from "~/identity/session.server";
import { read } from "~/platform/db/client.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { stopSearch } from "../commands/stop-search.server";
import { searchOfStopLink } from "../stop-link.server";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const t = translatorFor(languageOf(request.headers)).room("searches");
  const id = searchOfStopLink(params.token ?? "");
  const search = id
    ? await read.savedSearch.findUnique({ where: { id }, select: { name: true, state: true } })
    : null;
  return data(
    { title: search ? t("stopTitle", { name: search.name }) : t("deadTitle"), search },
    { status: search ? 200 : 404 },
  );
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ params, context }: ActionFunctionArgs) => {
  const stopped = await stopSearch(anonymousCtx(context), params.token ?? "");
  if (!stopped.ok) return throwRefusal(stopped.refusal);
  return data({ stopped: stopped.value.name });
};

/** The link in a mail of a saved search. Opening it changes nothing; its button, or a mail program's one click, stops the mails. */
export default function StopSearch() {
  const t = useWords("searches");
  const { title, search } = useLoaderData<typeof loader>();
  const name = useActionData<typeof action>()?.stopped ?? (search?.state === "stopped" ? search.name : null);
  const toSearches = (
    <LinkButton href="/searches" look="ghost">
      {t("toSearches")}
    </LinkButton>
  );
  if (!search)
    return (
      <EmptyState level={1} title={title} action={toSearches}>
        <p>{t("deadText")}</p>
      </EmptyState>
    );
  if (name !== null) return <EmptyState level={1} title={t("stopDone", { name })} action={toSearches} />;
  return (
    <EmptyState
      level={1}
      title={title}
      action={
        <form method="post">
          <Button>{t("stop")}</Button>
        </form>
      }
    >
      <p>{t("stopText")}</p>
    </EmptyState>
  );
}

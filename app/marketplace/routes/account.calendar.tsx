import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/identity/session.server";
import { config } from "~/platform/config/config.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { civilDate } from "~/platform/time/clock";
import { Button } from "~/ui/Button";
import { CopyButton } from "~/ui/CopyButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { makeCalendarKey } from "../commands/make-calendar-key.server";
import { revokeCalendarKey } from "../commands/revoke-calendar-key.server";
import { calendarKeyOf } from "../queries/calendar-readers.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor } = await requirePerson(request, context);
  const key = await calendarKeyOf(actor.personId);
  return {
    title: translatorFor(languageOf(request.headers)).room("seen")("calendarTitle"),
    madeOn: key && civilDate(key.createdAt),
    revoked: new URL(request.url).searchParams.has("revoked"),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const intent = (await request.formData()).get("intent");
  if (intent === "revoke") {
    const ended = await revokeCalendarKey(ctx);
    return ended.ok ? redirect("/account/calendar?revoked=1", 303) : throwRefusal(ended.refusal);
  }
  if (intent !== "make") return data({ url: null, unknown: true }, { status: 422 });
  const made = await makeCalendarKey(ctx);
  if (!made.ok) return throwRefusal(made.refusal);
  const url = `${config().baseUrl}/feeds/deadlines/${made.value.token}/calendar.ics`;
  return data({ url, unknown: false }, { headers: { "Cache-Control": "private, no-store" } });
};

/** The secret address under which one's calendar program reads one's deadlines: made, shown once, revoked. */
export default function AccountCalendar() {
  const t = useWords("seen");
  const { title, madeOn, revoked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const url = answer?.url ?? null;
  return (
    <>
      <PageHeader
        title={title}
        subtitle={t("calendarText")}
        trail={[{ href: "/account", label: t("account") }]}
      />
      <div className="stack mt-5 max-w-[720px]">
        {answer?.unknown && <Notice tone="bad">{t("chooseButton")}</Notice>}
        {revoked && !url && <Notice tone="ok">{t("calendarRevoked")}</Notice>}
        {url && (
          <Notice tone="ok">
            <p>{t("calendarOnce")}</p>
            <p className="mono wrap-anywhere my-2" id="calendar-address">
              {url}
            </p>
            <CopyButton text={url} />
          </Notice>
        )}
        <p className="meta">{madeOn ? t("calendarSince", { date: madeOn }) : t("calendarNone")}</p>
        <form method="post" className="row">
          <Button name="intent" value="make" look={madeOn ? "ghost" : "primary"}>
            {t(madeOn ? "calendarAnew" : "calendarMake")}
          </Button>
          {madeOn && (
            <Button name="intent" value="revoke" look="danger">
              {t("calendarRevoke")}
            </Button>
          )}
        </form>
        <p className="note">{t("calendarSecret")}</p>
      </div>
    </>
  );
}

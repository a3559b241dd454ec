import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { actAsHost } from "../application-acts.server";
import { actDates } from "../application-dates";
import { sideOf } from "../application-policy";
import { hostSchema } from "../application-schema";
import type { HostActName } from "../components/HostActs";
import { HostApplicationsView } from "../components/HostApplicationsView";
import { SchoolApplicationsView } from "../components/SchoolApplicationsView";
import { StudentApplicationsView } from "../components/StudentApplicationsView";
import { HOST_TABS, hostApplications } from "../queries/host-applications.server";
import { ownApplications } from "../queries/own-applications.server";
import { SCHOOL_TABS, schoolApplications } from "../queries/school-applications.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, clock } = await requireMember(request, context);
  const side = sideOf(actor);
  if (!side) return throwRefusal({ code: "forbidden", key: "errors.forbidden" });
  const now = clock.now();
  const search = new URL(request.url).searchParams;
  const after = search.get("after");
  const asked = search.get("tab");
  const done = Number(search.get("done") ?? 0);
  const frame = {
    title: translatorFor(languageOf(request.headers)).room("applications")("title"),
    now: now.toISOString(),
    first: after === null,
    done: Number.isSafeInteger(done) && done > 0 && done <= 100 ? done : 0,
  };
  if (side === "student") {
    const tab = asked === "ended" ? "ended" : "open";
    return { ...frame, side, tab, page: await ownApplications(actor, tab, after) } as const;
  }
  if (side === "school") {
    const tab = SCHOOL_TABS.find((one) => one === asked) ?? "open";
    return { ...frame, side, tab, page: await schoolApplications(actor.organizationId, tab, after) } as const;
  }
  const tab = HOST_TABS.find((one) => one === asked) ?? "submitted";
  const listing = search.get("listing") || null;
  const page = await hostApplications(actor, { tab, listing, after }, now);
  return { ...frame, side, tab, listing, page, defaults: actDates(now) } as const;
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  if (sideOf(ctx.actor) !== "host") return throwRefusal({ code: "forbidden", key: "errors.forbidden" });
  const form = await request.formData();
  const intent = String(form.get("intent") ?? "") as HostActName;
  const parsed = parseForm(form, hostSchema);
  if (!parsed.ok) return data({ intent, state: parsed.state, batch: null }, { status: 422 });
  const outcome = await actAsHost(ctx, parsed.value);
  if (!outcome.ok) {
    const state = refusedState(outcome.refusal, typedFrom(form));
    return answerRefusal(outcome.refusal, { intent, state, batch: null });
  }
  if (outcome.value.refused.length > 0) {
    return data({ intent, state: null, batch: outcome.value }, { status: 422 });
  }
  const url = new URL(request.url);
  url.searchParams.set("done", String(outcome.value.done));
  return redirect(`/applications${url.search}`, 303);
};

/** Applications from the reader's side: a student's own, a host's to answer, a school's to follow. */
export default function Applications() {
  const t = useWords("applications");
  const { any } = useTranslator();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { side, now, first, done } = loaded;
  return (
    <>
      <PageHeader
        title={t("title")}
        subtitle={t(`intro.${side}`)}
        action={
          side === "student" && (
            <>
              <LinkButton href="/account/profile" look="quiet">
                {t("act.profile")}
              </LinkButton>
              <LinkButton href="/listings?kind=internship&direction=offer" icon="search">
                {t("act.search")}
              </LinkButton>
            </>
          )
        }
      />
      {done > 0 && <Notice tone="ok">{t("bulk.done", { done })}</Notice>}
      {answer?.state && (
        <Notice tone="bad">
          {any(answer.state.message.key, answer.state.message.values)}{" "}
          {answer.state.fields.map((field) => any(field.key, field.values)).join(" ")}
        </Notice>
      )}
      {loaded.side === "student" && (
        <StudentApplicationsView page={loaded.page} tab={loaded.tab} now={now} first={first} />
      )}
      {loaded.side === "school" && (
        <SchoolApplicationsView page={loaded.page} tab={loaded.tab} now={now} first={first} />
      )}
      {loaded.side === "host" && (
        <HostApplicationsView
          page={loaded.page}
          tab={loaded.tab}
          listing={loaded.listing}
          defaults={loaded.defaults}
          now={now}
          first={first}
          state={answer?.state ?? null}
          refused={answer?.intent ?? null}
          batch={answer?.batch ?? null}
        />
      )}
    </>
  );
}

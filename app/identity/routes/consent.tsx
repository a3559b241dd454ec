import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import type { FormState } from "~/platform/http/form-state";
import { takePoint } from "~/platform/http/rate-limit.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import type { Result } from "~/platform/result";
import { systemClock } from "~/platform/time/clock";
import { EmptyState } from "~/ui/EmptyState";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { answerConsentRequest } from "../commands/answer-consent-request.server";
import { checkGuardianPhone } from "../commands/check-guardian-phone.server";
import { linkGuardian } from "../commands/link-guardian.server";
import { openGuardianAccount } from "../commands/open-guardian-account.server";
import { ConsentDoor } from "../components/ConsentDoor";
import { ConsentSheet } from "../components/ConsentSheet";
import { doorIsOpen, openedDoor } from "../consent-door.server";
import { digitsForm, guardianAccountForm, linkAnswerForm } from "../consent-schema";
import { consentLink, consentPage } from "../queries/consent-page.server";
import type { ConsentAct } from "../rules/consent-standing";
import { anonymousCtx, openSession, personOf, requirePerson } from "../session.server";

const ACTS: readonly ConsentAct[] = ["given", "refused", "withdrawn"];
const DONE = [...ACTS, "linked"] as const;

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const language = languageOf(request.headers);
  const t = translatorFor(language).room("consents");
  const now = systemClock.now();
  const link = await consentLink(params.token ?? "", now);
  if (!link) return data({ title: t("dead.title"), view: { kind: "dead" as const } }, { status: 404 });
  const asked = new URL(request.url).searchParams.get("done");
  if (!doorIsOpen(request.headers, link.request.id, now)) {
    return data({ title: t("door.title"), view: { kind: "door" as const, school: link.student.school } });
  }
  const page = await consentPage(link, language, now);
  const reader = await personOf(request, context);
  const way = page.linked
    ? null
    : reader
      ? "link"
      : page.mayOpenAccount
        ? "open"
        : page.hasAccount
          ? "signIn"
          : null;
  return data({
    title: page.wording.title,
    view: {
      kind: "sheet" as const,
      page,
      way: way as "link" | "open" | "signIn" | null,
      reader: reader?.name ?? "",
      now: now.toISOString(),
      done: DONE.find((one) => one === asked) ?? null,
    },
  });
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
  { name: "robots", content: "noindex" },
];

const refusedAs = (intent: string, result: Result<unknown> & { ok: false }, typed: FormState["typed"]) =>
  answerRefusal(result.refusal, { intent, state: refusedState(result.refusal, typed) });

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const token = params.token ?? "";
  const here = `/consents/${token}`;
  const language = languageOf(request.headers);
  const limited = await takePoint("register", context.ip);
  if (limited) return throwRefusal(limited);
  const form = await request.formData();
  const intent = String(form.get("intent") ?? "");
  const ctx = anonymousCtx(context);
  if (intent === "digits") {
    const parsed = parseForm(form, digitsForm);
    if (!parsed.ok) return data({ intent, state: { ...parsed.state, typed: {} } }, { status: 422 });
    const checked = await checkGuardianPhone(ctx, { token, ...parsed.value });
    if (!checked.ok) return refusedAs(intent, checked, {});
    const headers = { "Set-Cookie": openedDoor(checked.value.requestId, ctx.clock.now()) };
    return redirect(here, { status: 303, headers });
  }
  const link = await consentLink(token, ctx.clock.now());
  if (!link || !doorIsOpen(request.headers, link.request.id, ctx.clock.now())) return redirect(here, 303);
  if (intent === "link") {
    const linked = await linkGuardian(await requirePerson(request, context), { token });
    return linked.ok ? redirect("/account/children?done=linked", 303) : refusedAs(intent, linked, {});
  }
  if (intent === "account") {
    const parsed = parseForm(form, guardianAccountForm);
    if (!parsed.ok) return data({ intent, state: { ...parsed.state, typed: {} } }, { status: 422 });
    const opened = await openGuardianAccount(ctx, { token, language, ...parsed.value });
    if (!opened.ok) return refusedAs(intent, opened, {});
    const headers = { "Set-Cookie": await openSession(opened.value.personId, context) };
    return redirect("/account/children?done=linked", { status: 303, headers });
  }
  const act = ACTS.find((one) => one === intent);
  const parsed = parseForm(form, linkAnswerForm);
  if (!act) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  if (!parsed.ok) return data({ intent: "answer", state: parsed.state }, { status: 422 });
  const answered = await answerConsentRequest(ctx, { token, act, language, ...parsed.value });
  return answered.ok ? redirect(`${here}?done=${act}`, 303) : refusedAs("answer", answered, typedFrom(form));
};

/** A guardian's link: the phone's last digits, then what is asked in plain words, and consent, refusal or withdrawal. */
export default function Consent() {
  const t = useWords("consents");
  const { view } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const { pathname } = useLocation();
  if (view.kind === "dead") {
    return (
      <EmptyState level={1} title={t("dead.title")}>
        <p>{t("dead.text")}</p>
      </EmptyState>
    );
  }
  if (view.kind === "door") return <ConsentDoor school={view.school} state={answer?.state ?? null} />;
  return <ConsentSheet view={view} answer={answer} path={pathname} />;
}

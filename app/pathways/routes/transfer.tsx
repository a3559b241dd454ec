import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { BatonLine } from "~/ui/BatonLine";
import { Button } from "~/ui/Button";
import { FindingList } from "~/ui/FindingList";
import { HiddenField } from "~/ui/form/HiddenField";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { ProgressSteps } from "~/ui/ProgressSteps";
import { Section } from "~/ui/Section";
import { Tag } from "~/ui/Tag";
import { useTranslator, useWords } from "~/words/use-words";
import { RefusedForm } from "../components/RefusedForm";
import { StatedFields } from "../components/StatedFields";
import { TrackComparison } from "../components/TrackComparison";
import { TransferAside } from "../components/TransferAside";
import { TransferNext } from "../components/TransferNext";
import { TransferRecord } from "../components/TransferRecord";
import { TransferState } from "../components/TransferState";
import { findingViews } from "../finding-view";
import { transferPage } from "../queries/transfer-page.server";
import { stepsOf } from "../steps";
import { actOnTransfer, refusedForm, unreadForm } from "../transfer-actions.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const page = await transferPage(ctx, params.id ?? "");
  if (!page) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  return { title: `${page.reference} · ${page.name}`, page };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const form = await request.formData();
  const id = params.id ?? "";
  const outcome = await actOnTransfer(ctx, id, form, languageOf(request.headers));
  if ("typed" in outcome) return unreadForm(outcome);
  return outcome.ok ? redirect(`/transfers/${id}`, 303) : refusedForm(outcome.refusal, form);
};

const CHANGEABLE = ["draft", "counselling", "consent", "sending", "eligibility"];

/** One transfer: where it stands, whose turn it is, what every rule says, and the one thing to do. */
export default function TransferPage() {
  const t = useWords("transfers");
  const { any, language } = useTranslator();
  const { page } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  const { voices } = page;
  const sending = voices.includes("sending");
  const mine =
    (page.turn === "student" && voices.includes("student")) ||
    (page.turn === "sending" && sending) ||
    (page.turn === "receiving" && voices.includes("receiving")) ||
    (["county", "city"].includes(page.turn) && voices.includes("authority"));
  const turn = any(`transfers.turn.${page.turn}`);
  const why = page.reasonCode.startsWith("rule_")
    ? t("code.rule", { rule: any(`transferRules.rule.${page.reasonCode.slice(5)}.name`) })
    : page.reasonCode
      ? any(`transfers.code.${page.reasonCode}`)
      : page.reason;
  const changes =
    CHANGEABLE.includes(page.state) &&
    (sending || (voices.includes("student") && page.state !== "sending" && page.state !== "eligibility"));
  return (
    <>
      <PageHeader
        title={t("page.title", { name: page.name, from: page.from, to: page.to })}
        trail={[{ href: "/transfers", label: t("title") }]}
        subtitle={[page.reference, any(`transferRules.direction.${page.direction}`), page.major]
          .filter(Boolean)
          .join(" · ")}
        state={
          <>
            <TransferState state={page.state} />
            {page.rank !== null && (
              <Tag>
                {t("page.rank", { rank: page.rank, total: ((page.total ?? 0) / 100).toFixed(2) })} ·{" "}
                {page.within ? t("page.within") : t("page.outside")}
              </Tag>
            )}
          </>
        }
        turn={
          page.turn !== "none" && (
            <BatonLine
              holder={turn}
              mine={mine}
              task={any(`transfers.task.${page.state}`)}
              {...(page.due ? { due: page.due } : {})}
              now={page.now}
            />
          )
        }
      />
      <div className="mt-4 grid gap-3 empty:hidden">
        <RefusedForm state={state} />
        {why && page.turn === "none" && (
          <Notice tone={page.state === "rejected" ? "bad" : "neutral"}>{why}</Notice>
        )}
        {page.late && page.turn !== "student" && page.turn !== "none" && (
          <Notice tone="wait">{t("page.late", { who: turn })}</Notice>
        )}
        {page.noticeId && (
          <Notice>
            <a href={`/transfers/notices/${page.noticeId}`}>{t("page.notice")}</a>
          </Notice>
        )}
      </div>
      <div className="relative overflow-hidden">
        <ProgressSteps steps={stepsOf(page.state).map((one) => ({ ...one, label: t(`step.${one.step}`) }))} />
      </div>
      <div className="mt-6 grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_320px]">
        <div className="stack">
          {mine && (
            <Section id="next" title={t("page.next")}>
              <TransferNext page={page} state={state} />
            </Section>
          )}
          <Section
            id="eligibility"
            title={t("page.eligibility")}
            aside={t("page.asOf", { title: page.rulesTitle[language === "en" ? "en" : "zh"] })}
          >
            <FindingList findings={findingViews(page.findings, any, language)} />
            {changes && (
              <details className="mt-3" open={page.state === "eligibility"}>
                <summary>{t("page.facts")}</summary>
                <form method="post" className="form mt-3">
                  <HiddenField name="version" value={page.version} />
                  <HiddenField name="intent" value="facts" />
                  <StatedFields
                    stated={page.stated}
                    state={state}
                    toGeneral={page.direction === "to_general"}
                    school={sending}
                  />
                  <Button look="ghost">{t("act.save")}</Button>
                </form>
              </details>
            )}
          </Section>
          <TrackComparison shown={page.comparison} />
          <TransferRecord page={page} />
        </div>
        <div className="stack">
          <TransferAside page={page} state={state} />
        </div>
      </div>
    </>
  );
}

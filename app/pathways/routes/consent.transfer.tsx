import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { doorIsOpen } from "~/identity/consent-door.server";
import { consentLink } from "~/identity/queries/consent-page.server";
import { languageOf } from "~/platform/i18n/language";
import { systemClock } from "~/platform/time/clock";
import { EmptyState } from "~/ui/EmptyState";
import { FindingList } from "~/ui/FindingList";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { ProgressSteps } from "~/ui/ProgressSteps";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { TrackComparison } from "../components/TrackComparison";
import { TransferState } from "../components/TransferState";
import { findingViews } from "../finding-view";
import { followedTransfer } from "../queries/followed-transfer.server";
import { stepsOf } from "../steps";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const token = params.token ?? "";
  const now = systemClock.now();
  const link = await consentLink(token, now);
  if (!link || !doorIsOpen(request.headers, link.request.id, now)) return redirect(`/consents/${token}`);
  const { any } = translatorFor(languageOf(request.headers));
  return {
    title: any("transfers.follow.title", { student: link.student.name }),
    student: link.student.name,
    back: `/consents/${token}`,
    page:
      link.request.purpose === "transfer"
        ? await followedTransfer(link.student.id, link.request.recipientId)
        : null,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: found?.title },
  { name: "robots", content: "noindex" },
];

/** A guardian follows the child's transfer by the consent link, behind the phone's last digits. */
export default function FollowTransfer() {
  const t = useWords("transfers");
  const { any, language } = useTranslator();
  const { page, student, back } = useLoaderData<typeof loader>();
  const title = t("follow.title", { student });
  const away = (
    <LinkButton href={back} look="quiet">
      {t("follow.back")}
    </LinkButton>
  );
  if (!page) {
    return (
      <EmptyState level={1} title={title} action={away}>
        <p>{t("follow.none")}</p>
      </EmptyState>
    );
  }
  const reason = page.reasonCode.startsWith("rule_")
    ? any(`transferRules.rule.${page.reasonCode.slice(5)}.name`)
    : page.reasonCode
      ? any(`transfers.code.${page.reasonCode}`)
      : page.reason;
  return (
    <>
      <PageHeader
        title={title}
        subtitle={`${page.from} → ${page.to} · ${page.reference}`}
        state={<TransferState state={page.state} />}
        action={away}
      />
      <div className="stack mt-5">
        {page.turn === "none" ? (
          reason && (
            <Notice tone={page.state === "rejected" ? "bad" : "neutral"}>
              {t("follow.refused", { reason })}
            </Notice>
          )
        ) : (
          <Notice>
            {t("follow.next", {
              who: any(`transfers.turn.${page.turn}`),
              task: any(`transfers.task.${page.state}`),
            })}
            {page.due && ` (${page.due})`}
          </Notice>
        )}
        <div className="relative overflow-hidden">
          <ProgressSteps
            steps={stepsOf(page.state).map((one) => ({ ...one, label: t(`step.${one.step}`) }))}
          />
        </div>
        <Section id="eligibility" title={t("page.eligibility")}>
          <FindingList findings={findingViews(page.findings, any, language)} />
        </Section>
        <TrackComparison shown={page.comparison} />
      </div>
    </>
  );
}

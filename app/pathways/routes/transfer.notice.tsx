import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { anonymousCtx } from "~/identity/session.server";
import { parseForm } from "~/platform/http/form.server";
import { errorFor, shown } from "~/platform/http/form-state";
import { takePoint } from "~/platform/http/rate-limit.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { isCivilDate, systemClock } from "~/platform/time/clock";
import { Button } from "~/ui/Button";
import { DataTable } from "~/ui/DataTable";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { TextArea } from "~/ui/form/TextArea";
import { TextField } from "~/ui/form/TextField";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { objectToNotice } from "../commands/object-to-notice.server";
import { RefusedForm } from "../components/RefusedForm";
import { pointText, scoreText } from "../fact-text";
import { noticePage } from "../queries/notice-page.server";
import { objectionForm } from "../schema";
import { refusedForm, unreadForm } from "../transfer-actions.server";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const page = await noticePage(params.id ?? "", systemClock.now());
  if (!page) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const done = new URL(request.url).searchParams.get("done");
  return {
    title: translatorFor(languageOf(request.headers)).room("transfers")("notice.title"),
    page,
    done: done && isCivilDate(done) ? done : null,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: found?.title },
  { name: "robots", content: "noindex" },
];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const limited = await takePoint("register", context.ip);
  if (limited) return throwRefusal(limited);
  const form = await request.formData();
  const id = params.id ?? "";
  if (!(await noticePage(id, systemClock.now()))) {
    return throwRefusal({ code: "not_found", key: "errors.notFound" });
  }
  const parsed = parseForm(form, objectionForm);
  if (!parsed.ok) return unreadForm(parsed.state);
  const done = await objectToNotice(anonymousCtx(context), id, parsed.value);
  return done.ok
    ? redirect(`/transfers/notices/${id}?done=${done.value.answerBy}`, 303)
    : refusedForm(done.refusal, form);
};

const GROUNDS = ["fact", "procedure", "score", "other"] as const;

/** A public list, as anybody may see it, and the way to object while it runs. */
export default function TransferNotice() {
  const t = useWords("transfers");
  const { any } = useTranslator();
  const { page, done } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const field = (name: "name" | "contact" | "reference") => ({
    name,
    label: t(`field.${name}`),
    defaultValue: shown(state, name),
    error: errorFor(state, name, any),
  });
  return (
    <>
      <PageHeader
        title={t("notice.title")}
        subtitle={[
          t("notice.subtitle", {
            school: page.school,
            direction: any(`transferRules.direction.${page.direction}`),
            point: pointText(page.point, any),
          }),
          page.major,
        ]
          .filter(Boolean)
          .join(" · ")}
      />
      <div className="mt-4 grid gap-3 empty:hidden">
        {done && <Notice tone="ok">{t("notice.done", { due: done })}</Notice>}
        <RefusedForm state={state} />
      </div>
      <p className="mt-4">
        <b>{t("notice.days", { from: page.fromOn, until: page.untilOn, days: page.days })}</b>{" "}
        {page.uncertain && t("notice.uncertain")}
      </p>
      {page.lines ? (
        <>
          <p className="note">{t("notice.masked")}</p>
          <DataTable
            caption={t("notice.caption")}
            captionHidden
            rows={page.lines}
            rowKey={(line) => line.reference}
            columns={[
              { key: "rank", label: t("notice.rank"), numeric: true, cell: (line) => line.rank },
              { key: "name", label: t("notice.name"), lead: true, cell: (line) => line.name },
              {
                key: "reference",
                label: t("notice.reference"),
                cell: (line) => <span className="num">{line.reference}</span>,
              },
              { key: "from", label: t("notice.from"), cell: (line) => line.from },
              {
                key: "total",
                label: t("notice.total"),
                numeric: true,
                cell: (line) => scoreText(line.totalBp),
              },
            ]}
          />
        </>
      ) : (
        <Notice tone="neutral">
          {page.newer ? (
            <>
              {t("notice.replaced")} <a href={`/transfers/notices/${page.newer}`}>{t("notice.newer")}</a>
            </>
          ) : (
            t("notice.closed", { count: page.count })
          )}
        </Notice>
      )}
      <p className="note break-all">
        {t("notice.verify", { digest: page.digest })} ·{" "}
        {t("notice.outcomes", { count: page.objections, answered: page.answered })}
      </p>
      {page.open && (
        <div className="mt-6">
          <Section
            id="object"
            title={t("notice.object")}
            aside={t("notice.objectUntil", { until: page.untilOn })}
          >
            <p className="meta mt-2">{t("notice.objectHint", { days: page.answerDays })}</p>
            <form method="post" className="form mt-3 max-w-3xl">
              <div className="form-pair">
                <TextField {...field("name")} required maxLength={40} autoComplete="name" />
                <TextField {...field("contact")} required maxLength={120} />
              </div>
              <RadioGroup
                name="ground"
                label={t("field.ground")}
                required
                inline
                options={GROUNDS.map((one) => ({ value: one, label: t(`notice.ground.${one}`) }))}
                defaultValue={shown(state, "ground", "fact")}
              />
              <TextField {...field("reference")} maxLength={20} />
              <TextArea
                name="text"
                label={t("field.text")}
                required
                rows={4}
                maxLength={2000}
                defaultValue={shown(state, "text")}
                error={errorFor(state, "text", any)}
              />
              <Button>{t("notice.objectAct")}</Button>
            </form>
          </Section>
        </div>
      )}
    </>
  );
}

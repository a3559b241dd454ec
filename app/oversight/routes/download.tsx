import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { Facts } from "~/ui/Facts";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { absoluteText } from "~/ui/when";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { maySeeFigures } from "../policy";
import { ownCopy } from "../queries/downloads-page.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const sees = maySeeFigures(ctx.actor);
  if (!sees.ok) throwRefusal(sees.refusal);
  const id = params.id ?? "";
  const found = await ownCopy(ctx, id);
  if (!found) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const { file, ...copy } = found;
  return {
    metaTitle: translatorFor(languageOf(request.headers)).room("reports")("downloads.copyMeta"),
    id,
    drawn: file !== null,
    copy,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.metaTitle }];

/** One's own copy of a report: being drawn, or ready to be taken. */
export default function Download() {
  const t = useWords("reports");
  const { language } = useTranslator();
  const { id, drawn, copy } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={copy.title}
        trail={[{ href: "/oversight/downloads", label: t("downloads.title") }]}
        subtitle={t(drawn ? "downloads.ready" : "downloads.drawing")}
        action={
          drawn ? (
            <LinkButton icon="download" href={`/oversight/downloads/${id}/file`}>
              {t("downloads.take")}
            </LinkButton>
          ) : (
            <LinkButton href={`/oversight/downloads/${id}`}>{t("downloads.again")}</LinkButton>
          )
        }
      />
      <div className="mt-5">
        <Facts
          facts={[
            { label: t("downloads.reference"), value: <code className="num">{copy.reference}</code> },
            { label: t("downloads.at"), value: absoluteText(copy.at, language) },
            { label: t("downloads.watermark"), value: t("downloads.watermarkText") },
          ]}
        />
      </div>
    </>
  );
}

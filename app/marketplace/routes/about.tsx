import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { languageOf } from "~/platform/i18n/language";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";

export const loader = ({ request }: LoaderFunctionArgs) => ({
  title: translatorFor(languageOf(request.headers)).any("listings.front.aboutTitle"),
});

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

/** What this place is, in one paragraph. */
export default function About() {
  const t = useWords("listings");
  return (
    <div className="max-w-[46em]">
      <PageHeader title={t("front.aboutTitle")} />
      <p className="mt-4">{t("front.aboutText")}</p>
    </div>
  );
}

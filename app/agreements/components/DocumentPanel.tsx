import { Icon } from "~/ui/Icon";
import { RelativeDate } from "~/ui/RelativeDate";
import { StateBadge } from "~/ui/StateBadge";
import { Timeline } from "~/ui/Timeline";
import { useTranslator, useWords } from "~/words/use-words";
import type { AgreementPageData } from "../page-data";
import { TONES, timelineOf } from "./sentences";

/** Every document of the agreement: which holds, what each changed, where it can be checked. */
export const DocumentPanel = ({ page }: { page: AgreementPageData }) => {
  const t = useWords("agreements");
  const { any, language } = useTranslator();
  const base = `/agreements/${page.agreement.id}`;
  return (
    <div>
      <h2 className="text-lg">{t("page.documents")}</h2>
      <ul className="stack">
        {page.documents.map((one) => (
          <li key={one.id}>
            <div className="row">
              {any(`agreements.documentKind.${one.kind}`, { ordinal: one.ordinal })}
              <StateBadge
                tone={TONES[one.state] ?? "neutral"}
                word={one.effective ? t("verifyPage.effective") : any(`agreements.state.${one.state}`)}
              />
            </div>
            {one.changes.length > 0 && (
              <div className="note">
                {one.changes
                  .map((flag) => any(`agreements.changeFlag.${flag}`))
                  .join(language === "en" ? ", " : "、")}
              </div>
            )}
            {one.sealedAt && (
              <div className="note">
                <RelativeDate at={one.sealedAt} now={page.now} />
              </div>
            )}
            {one.code && (
              <div className="text-sm">
                <a href={`/verify/${one.code}`} className="inline-block py-1">
                  <Icon name="seal" /> {t("page.verify")}
                </a>
                <div className="row">
                  <a href={`${base}/documents/${one.id}?as=pdf`} className="inline-block py-1">
                    {t("page.pdf")}
                  </a>
                  <a href={`${base}/documents/${one.id}?as=json`} className="inline-block py-1">
                    {t("page.bundle")}
                  </a>
                </div>
              </div>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};

/** What happened, as the recorded events tell it. */
export const AgreementTimeline = ({ page }: { page: AgreementPageData }) => {
  const t = useWords("agreements");
  const translator = useTranslator();
  return (
    <div>
      <h2 className="text-lg">{t("page.timeline")}</h2>
      <Timeline entries={timelineOf(page.history, translator)} now={page.now} />
    </div>
  );
};

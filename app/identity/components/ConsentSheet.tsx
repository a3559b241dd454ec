import type { FormState } from "~/platform/http/form-state";
import { FormErrors } from "~/ui/form/FormErrors";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { Timeline } from "~/ui/Timeline";
import { useTranslator, useWords } from "~/words/use-words";
import type { ConsentAct } from "../rules/consent-standing";
import type { ShownWording } from "../rules/consent-wordings";
import { ConsentAccount } from "./ConsentAccount";
import { ConsentAnswer } from "./ConsentAnswer";
import { ConsentBadge } from "./ConsentBadge";
import { ConsentWording } from "./ConsentWording";

type Said = { id: string; act: ConsentAct; at: string; wordingVersion: string; reason: string | null };

type ConsentSheetProps = {
  view: {
    page: {
      wording: ShownWording;
      school: string;
      guardian: string;
      standing: ConsentAct | "none";
      said: Said[];
    };
    way: "link" | "open" | "signIn" | null;
    reader: string;
    now: string;
    done: ConsentAct | "linked" | null;
  };
  answer: { intent: string; state: FormState } | null;
  path: string;
};

/** What is asked of a guardian, where their word stands, and the buttons that change it. */
export const ConsentSheet = ({ view, answer, path }: ConsentSheetProps) => {
  const t = useWords("consents");
  const { any } = useTranslator();
  const { page, done, way } = view;
  const account = answer?.intent === "account" ? answer.state : null;
  return (
    <div className="max-w-[680px]">
      <PageHeader
        title={page.wording.title}
        subtitle={t("sheet.from", { school: page.school, guardian: page.guardian })}
        state={<ConsentBadge standing={page.standing} />}
      />
      <div className="mt-4 grid gap-3 empty:hidden">
        {page.wording.purpose === "transfer" && <a href={`${path}/transfer`}>{t("sheet.transfer")}</a>}
        {done && !answer && <Notice tone="ok">{t(`done.${done}`)}</Notice>}
        {answer && (
          <FormErrors errors={[]} message={any(answer.state.message.key, answer.state.message.values)} />
        )}
      </div>
      <div className="stack mt-5">
        <div>
          <ConsentWording wording={page.wording} />
          <ConsentAnswer
            id="answer"
            standing={page.standing}
            state={answer?.intent === "answer" ? answer.state : null}
          />
        </div>
        {page.said.length > 0 && (
          <Section title={t("sheet.said")} id="said">
            <div className="mt-3">
              <Timeline
                now={view.now}
                entries={page.said.map((one) => ({
                  id: one.id,
                  at: one.at,
                  text: t(`said.${one.act}`, { version: one.wordingVersion }),
                  detail: one.reason,
                  kind: one.act === "given" ? "key" : "bad",
                }))}
              />
            </div>
          </Section>
        )}
        {way && <ConsentAccount way={way} reader={view.reader} path={path} state={account} />}
      </div>
    </div>
  );
};

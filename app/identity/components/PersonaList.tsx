import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { Section } from "~/ui/Section";
import { useWords } from "~/words/use-words";
import type { PersonaRow } from "../demo-personas";

/** The demo city's people, each with the button that signs in as them. */
export const PersonaList = ({
  personas,
  returnTo,
}: {
  personas: readonly PersonaRow[];
  returnTo: string;
}) => {
  const t = useWords("identity");
  return (
    <Section title={t("signIn.demoTitle")} id="personas">
      <p className="meta mt-2">{personas.length > 0 ? t("signIn.demoText") : t("signIn.demoEmpty")}</p>
      <ul className="mt-2">
        {personas.map((persona) => {
          const label = t(`personas.${persona.key}.label`);
          return (
            <li key={persona.key} className="item items-center">
              <div>
                <h3>{label}</h3>
                <div className="meta">
                  {[persona.name, persona.organization, t(`personas.${persona.key}.does`)]
                    .filter(Boolean)
                    .join(" · ")}
                </div>
              </div>
              <form method="post" action="/login">
                <HiddenField name="intent" value="persona" />
                <HiddenField name="email" value={persona.email} />
                <HiddenField name="returnTo" value={returnTo} />
                <Button look="ghost" small aria-label={t("signIn.demoAs", { persona: label })}>
                  {t("signIn.demoEnter")}
                </Button>
              </form>
            </li>
          );
        })}
      </ul>
    </Section>
  );
};

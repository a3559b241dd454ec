import { LinkButton } from "~/ui/LinkButton";
import { Section } from "~/ui/Section";
import { useWords } from "~/words/use-words";

const DOORS = [
  { door: "doorEnterprise", verb: "register", href: "/register?kind=enterprise" },
  { door: "doorSchool", verb: "register", href: "/register?kind=school" },
  { door: "doorStudent", verb: "look", href: "/listings?kind=apprenticeship&kind=internship" },
] as const;

/** Three ways in: who one is, what one gets, one verb. */
export const FrontDoors = () => {
  const t = useWords("listings");
  return (
    <Section title={t("front.doors")} id="doors">
      <div className="grid gap-x-10 md:grid-cols-3">
        {DOORS.map(({ door, verb, href }, place) => (
          <div key={door} className="flex flex-col gap-2 border-b border-line py-5">
            <h3>{t(`front.${door}`)}</h3>
            <p className="meta grow">{t(`front.${door}Text`)}</p>
            <div>
              <LinkButton href={href} look={place === 2 ? "primary" : "ghost"}>
                {t(`front.${verb}`)}
              </LinkButton>
            </div>
          </div>
        ))}
      </div>
    </Section>
  );
};

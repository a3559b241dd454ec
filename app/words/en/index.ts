import type { SameKeys } from "~/platform/i18n/words";
import type { words as chinese } from "../zh-CN";
import { admin } from "./admin";
import { agreements } from "./agreements";
import { alerts } from "./alerts";
import { api } from "./api";
import { applications } from "./applications";
import { articulation } from "./articulation";
import { cards } from "./cards";
import { catalogues } from "./catalogues";
import { children } from "./children";
import { concerns } from "./concerns";
import { consents } from "./consents";
import { creditStore } from "./credit-store";
import { credits } from "./credits";
import { demand } from "./demand";
import { enquiries } from "./enquiries";
import { errors } from "./errors";
import { findings } from "./findings";
import { fit } from "./fit";
import { followup } from "./followup";
import { freshness } from "./freshness";
import { identity } from "./identity";
import { imports } from "./imports";
import { indicators } from "./indicators";
import { listings } from "./listings";
import { machines } from "./machines";
import { map } from "./map";
import { matches } from "./matches";
import { matching } from "./matching";
import { operator } from "./operator";
import { organizations } from "./organizations";
import { outcomes } from "./outcomes";
import { pay } from "./pay";
import { life } from "./placement-life";
import { placements } from "./placements";
import { platform } from "./platform";
import { quota } from "./quota";
import { recognition } from "./recognition";
import { registration } from "./registration";
import { regulations } from "./regulations";
import { reports } from "./reports";
import { resources } from "./resources";
import { rounds } from "./rounds";
import { rubrics } from "./rubrics";
import { sandbox } from "./sandbox";
import { searches } from "./searches";
import { seen } from "./seen";
import { sheets } from "./sheets";
import { students } from "./students";
import { surveys } from "./surveys";
import { transferRules } from "./transfer-rules";
import { transfers } from "./transfers";
import { trust } from "./trust";
import { ui } from "./ui";
import { workspace } from "./workspace";

export const words: SameKeys<typeof chinese> = {
  workspace,
  matches,
  map,
  agreements,
  applications,
  articulation,
  creditStore,
  admin,
  operator,
  organizations,
  demand,
  enquiries,
  alerts,
  api,
  followup,
  pay,
  findings,
  concerns,
  freshness,
  identity,
  imports,
  indicators,
  listings,
  machines,
  cards,
  catalogues,
  errors,
  fit,
  matching,
  outcomes,
  life,
  placements,
  platform,
  quota,
  regulations,
  recognition,
  registration,
  children,
  consents,
  reports,
  resources,
  rounds,
  rubrics,
  sandbox,
  searches,
  seen,
  sheets,
  students,
  surveys,
  trust,
  transferRules,
  transfers,
  credits,
  ui,
};

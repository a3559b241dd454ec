import type { agreementPage } from "./queries/agreement-page.server";

/** What the page of an agreement is drawn from. */
export type AgreementPageData = Extract<Awaited<ReturnType<typeof agreementPage>>, { ok: true }>["value"];

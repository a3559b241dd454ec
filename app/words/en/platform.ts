import type { SameKeys } from "~/platform/i18n/words";
import type { platform as chinese } from "../zh-CN/platform";

export const platform: SameKeys<typeof chinese> = {
  name: "Chanjiao Bridge",
  tagline: "From the first contact between a company and a vocational school to a graduate in a job",
  skipToContent: "Skip to content",
  nav: {
    main: "Main navigation",
    listings: "Places and partners",
    signIn: "Sign in",
    signOut: "Sign out",
    register: "Register",
    workspace: "Workspace",
    language: "中文",
    languageLabel: "Switch to Chinese",
    api: "API",
  },
  footer: "Every number here traces to its records.",
  error: {
    notFoundTitle: "This page was not found",
    notFoundText: "The address may be wrong, or the record does not belong to your organization.",
    forbiddenTitle: "Your role cannot open this page",
    forbiddenText: "If you need it, ask your organization's owner to change your role.",
    limitedTitle: "Too many requests",
    limitedText: "Wait a moment and try again.",
    unexpectedTitle: "The server made a mistake",
    unexpectedText: "What you typed was not saved. Go back and try once more.",
    requestId: "Number: {{requestId}}",
    home: "To the front page",
    back: "Go back",
    signInTitle: "Please sign in",
    signInText: "You will come back to this page afterwards.",
  },
};

import type { SameKeys } from "~/platform/i18n/words";
import type { strongAccounts as chinese } from "../zh-CN/identity-strong";

export const strongAccounts: SameKeys<typeof chinese> = {
  code: {
    title: "Enter your code",
    text: "The password is right. Now the 6-digit code of your authenticator app shows that it is you.",
    field: "Code",
    hint: "6 digits; without your phone, one of your recovery codes.",
    submit: "Check and sign in",
    again: "Start again",
    lost: "Neither phone nor recovery codes at hand? Ask the platform operator, who can take the second step away after checking who you are.",
  },
  step: {
    title: "Second step at sign-in",
    text: "Besides the password, a 6-digit code from an authenticator app on your phone. A leaked password alone then opens nothing.",
    on: "On",
    off: "Off",
    setUp: "Set up the second step",
    manage: "Manage the second step",
    required:
      "Accounts of operators and authorities must have a second step. Other pages open once it is set up.",
    requiredDemo:
      "In real use, an account like this must have a second step. In this demo you may skip it, and one-click sign-in asks for no code.",
    begin: "Begin",
    scanTitle: "First: scan the square code",
    scanText: "Open an authenticator app on your phone (any that knows TOTP), add an account and scan.",
    squareLabel: "Square code to scan with an authenticator app",
    byHand: "Cannot scan? Choose typing by hand in the app and give it this key:",
    proveTitle: "Second: type the code the app shows",
    firstCode: "6-digit code",
    firstCodeHint: "It changes every 30 seconds; type the one shown now.",
    confirm: "Turn the second step on",
    newSecret: "Use another key",
    codesTitle: "Keep your recovery codes",
    codesOnce: "The second step is on. These 10 recovery codes are shown this once.",
    codesFor: "Account: {{email}}. Each code works once, in place of the code on your phone.",
    codesKeep: "Print them or write them down, and keep them apart from the phone. New codes end these.",
    codesDone: "I have kept them",
    since: "On since",
    codesLeft: "Recovery codes left",
    codesLeftCount: "{{left}}",
    renewTitle: "New recovery codes",
    renewText: "Replace them when few are left or somebody may have seen them. The old ones end at once.",
    renew: "Make 10 new codes",
    endTitle: "Turn the second step off",
    endText: "After that the password alone signs in.",
    endRequiredText:
      "Your account must have a second step: after turning it off you are led to set it up again at once, for example on a new phone.",
    end: "Turn it off",
    ended: "The second step is off.",
  },
  signIns: {
    title: "Sign-ins",
    text: "The last 20. If you do not know one, choose “Not me”: every session ends at once, the password stops working, and a link to choose a new one is mailed to you.",
    at: "When",
    by: "How",
    way: {
      password: "Password",
      totp: "Password and code",
      recovery: "Password and recovery code",
      link: "Mailed link",
      persona: "One click (demo)",
    },
    newDevice: "New device",
    unknownPlace: "unknown",
    none: "No sign-in is recorded yet.",
    disown: "Not me",
    disownQuestion: "Was this sign-in not you?",
    disownText:
      "Every device is signed out at once, this one too, and the present password stops working. The link to choose a new one is mailed to you.",
    disowned:
      "Every session has ended and the old password no longer works. Open the link in your mail to choose a new one.",
  },
  age: {
    soon: "Operators choose a new password every 90 days; {{days}} days are left.",
    due: "Your password has served its {{days}} days. Choose a new one to go on.",
  },
};

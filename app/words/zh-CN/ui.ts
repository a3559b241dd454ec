export const ui = {
  optional: "选填",
} as const;

import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { localPath } from "../http/local-path";
import { LANGUAGE_COOKIE } from "../i18n/language";
import { LANGUAGES } from "../i18n/words";

/** The language switch: keeps the choice for a year and returns to where the reader was. */
export const action = async ({ request }: ActionFunctionArgs) => {
  const form = await request.formData();
  const language = LANGUAGES.find((l) => l === form.get("language")) ?? "zh-CN";
  return redirect(localPath(form.get("returnTo")), {
    headers: { "Set-Cookie": `${LANGUAGE_COOKIE}=${language}; Path=/; Max-Age=31536000; SameSite=Lax` },
  });
};

export const loader = () => redirect("/");

import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { KitPage } from "../kit/KitPage";

/** `?tone=dark` shows the dark tone whatever the system asks for; anything else the light one. */
export const loader = ({ request }: LoaderFunctionArgs) => {
  const tone: "light" | "dark" = new URL(request.url).searchParams.get("tone") === "dark" ? "dark" : "light";
  return { tone };
};

export default function Kit() {
  return <KitPage tone={useLoaderData<typeof loader>().tone} />;
}
